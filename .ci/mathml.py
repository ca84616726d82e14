#!/usr/bin/env python3
"""Whether a page says the same in MathML as the Markdown of the same document says in TeX.

usage: mathml.py FILE.md FILE.html [FILE.md FILE.html…]     needs pandoc, which reads MathML back into TeX

Compared is all the mathematics of a document, one symbol after the other, with what stands below and above it: where
lines end and what holds together unseen are no part of it. A matrix is a table in Markdown.
"""
import concurrent.futures
import json
import re
import subprocess
import sys

from reading import CODE, DOLLARS, blanked

TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|[^\s\\]", re.S)
# Spaces, and how high a parenthesis is.
SILENT = {r"\left", r"\right", r"\quad", r"\,", r"\;", r"\\", "&"}
SAME = {r"\lVert": r"\|", r"\rVert": r"\|", r"\lvert": "|", r"\rvert": "|", r"\lbrack": "[", r"\rbrack": "]",
        "−": "-", "·": r"\cdot", "'": r"^{\prime}"}
# A table of a matrix has its name in the corner, with the sign that its entries follow, and its shape if there is no
# line about it above.
CORNER = re.compile(r"^\| \$(?P<name>[^$]*)(?P<sign>=|\\approx)\$(?P<shape> \$\[[^$]*\]\$)? \|")


class Reader:
    """TeX into symbols, one after the other."""

    def __init__(self, tex):
        self.tokens = TOKEN.findall(tex)
        self.at = 0

    def group(self):
        """What stands in braces here, or the one symbol that needs none."""
        if self.at >= len(self.tokens):
            return []
        if self.tokens[self.at] != "{":
            return self.symbol()
        self.at += 1
        return self.symbols()

    def symbols(self):
        """All up to the brace that closes, or to the end."""
        found = []
        while self.at < len(self.tokens):
            if self.tokens[self.at] == "}":
                self.at += 1
                break
            found += self.group()
        return found

    def symbol(self):
        token = self.tokens[self.at]
        self.at += 1
        if token in SILENT:
            return []
        if token in (r"\begin", r"\end", r"\mspace"):
            self.group()
            return []
        if token in ("^", "_"):
            return [token + "{" + " ".join(self.group()) + "}"]
        if token == r"\frac":
            return ["frac{" + " ".join(self.group()) + "}{" + " ".join(self.group()) + "}"]
        if token in (r"\mathrm", r"\text"):
            return self.group()
        if token in (r"\mathcal", r"\mathbf"):
            return [token + "{" + " ".join(self.group()) + "}"]
        return [SAME.get(token, token)]


def in_markdown(path):
    with open(path, encoding="utf-8") as file:
        source = blanked(CODE, file.read())
    found = []
    shape = ""
    for block in re.split(r"\n\n+", source):
        corner = CORNER.match(block)
        if corner:
            # The shape follows the entries; a name that a line above has said is not said again.
            shape = corner.group("shape") or ""
            head = (corner.group("name") if shape else "") + corner.group("sign")
            block = f"${head}$" + block[corner.end():] + shape
        for match in DOLLARS.finditer(block):
            found += Reader(match.group(match.lastgroup)).symbols()
    return found


def mathematics(node):
    if isinstance(node, dict) and node.get("t") == "Math":
        yield node["c"][1]
    elif isinstance(node, (dict, list)):
        for child in node.values() if isinstance(node, dict) else node:
            yield from mathematics(child)


# Where a product is broken that has no sign between its factors, the next line begins with one.
BROKEN = re.compile(r"(&\s*\{*)\\cdot(?![a-z])")


def without_signs_of_breaks(want, got):
    """What a page says, without the signs at the start of a line that the Markdown has not."""
    found = []
    for symbol in got:
        if symbol == r"\continued":
            if want[len(found):len(found) + 1] != [r"\cdot"]:
                continue
            symbol = r"\cdot"
        found.append(symbol)
    return found


def in_html(path):
    command = ["pandoc", "-f", "html", "-t", "json", path]
    page = json.loads(subprocess.run(command, text=True, capture_output=True, check=True).stdout)
    formulas = (BROKEN.sub(r"\1\\continued ", tex) for tex in mathematics(page["blocks"]))
    return [symbol for tex in formulas for symbol in Reader(tex).symbols()]


def compare(pair):
    """The number of symbols, and where the two part."""
    want = in_markdown(pair[0])
    got = without_signs_of_breaks(want, in_html(pair[1]))
    at = next((place for place, (one, other) in enumerate(zip(want, got)) if one != other), min(len(want), len(got)))
    if at == len(want) == len(got):
        return len(want), None
    before, tex, mathml = (" ".join(part) for part in (want[max(at - 12, 0):at], want[at:at + 8], got[at:at + 8]))
    return len(want), f"after {before}\n  TeX:    {tex}\n  MathML: {mathml}"


def main(paths):
    if not paths or len(paths) % 2:
        sys.exit(__doc__)
    pairs = list(zip(paths[::2], paths[1::2]))
    count = bad = 0
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for (_, page), (symbols, difference) in zip(pairs, pool.map(compare, pairs)):
            count += symbols
            if difference or not symbols:
                bad += 1
                print(f"{page}: {difference or 'no formula'}")
    print(f"{len(pairs)} pages, {count} symbols, {bad} that differ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
