#!/usr/bin/env python3
"""Whether every name that a module shows to others has a doc comment, of its own or of what it conforms to.

usage: documented.py SYMBOL-GRAPH…
"""
import json
import re
import sys


def is_documented(symbol):
    text = " ".join(line["text"] for line in symbol.get("docComment", {}).get("lines", []))
    # A placeholder has no words, or says that there are none yet.
    return bool(re.search(r"\w", text)) and not re.match(r"(TODO|FIXME)\b", text)


for planted in {}, {"docComment": {"lines": [{"text": " "}]}}, {"docComment": {"lines": [{"text": "TODO: say it."}]}}:
    if is_documented(planted):
        sys.exit(f"error: nobody sees that {planted} says nothing")
found = [one for path in sys.argv[1:] for one in json.load(open(path, encoding="utf-8"))["symbols"]]
# What the compiler adds stands nowhere.
missing = [one for one in found if "location" in one and not is_documented(one)]
for symbol in missing:
    place = f"{symbol['location']['uri']}:{symbol['location']['position']['line'] + 1}"
    print(f"{place}: error: {'.'.join(symbol['pathComponents'])} has no doc comment")
sys.exit(1 if missing or not found else 0)
