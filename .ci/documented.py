#!/usr/bin/env python3
"""Whether every name that a module shows to others has a doc comment, of its own or of what it conforms to.

usage: documented.py SYMBOL-GRAPH…
"""
import json
import re
import sys
from urllib.parse import unquote, urlsplit


def symbols(path):
    """What is written in the module; what the compiler adds stands nowhere."""
    with open(path, encoding="utf-8") as file:
        return [s for s in json.load(file)["symbols"] if "location" in s]


def is_documented(symbol):
    text = " ".join(line["text"] for line in symbol.get("docComment", {}).get("lines", []))
    # A placeholder has no words, or says that there are none yet.
    return bool(re.search(r"\w", text)) and not re.match(r"(TODO|FIXME)\b", text)


def place(symbol):
    location = symbol["location"]
    return f"{unquote(urlsplit(location['uri']).path)}:{location['position']['line'] + 1}"


def main(paths):
    found = [symbol for path in paths for symbol in symbols(path)]
    missing = [symbol for symbol in found if not is_documented(symbol)]
    for symbol in missing:
        print(f"{place(symbol)}: error: {'.'.join(symbol['pathComponents'])} has no doc comment")
    if not found:
        print("error: nothing to look at")
    return 1 if missing or not found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
