#!/usr/bin/env python3
"""Whether the written documents are true, reach their reader, and say the same in every format.

usage: documents.py FOLDER FILE.md…     needs pandoc and cmark-gfm

Markdown is computed again, line by line. LaTeX, pages and text are held to the Markdown of the same name, text in ASCII to
the text. Errors are planted in some of the documents first, and each must be found. The files after the folder are
Markdown that people wrote by hand.
"""
import glob
import os
import re
import sys
import tempfile

import formats
import markdown
import truth
from plain import Piece, pieces, plain

# (document, what is planted, a pattern that is found in it, what takes its place the first time)
ERRORS = [
    ("single-chain-default.md", "a wrong last digit", r"(\\approx -?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("single-chain-default.md", "= instead of ≈", r"\\approx (-?\d\.\d+)$", r"= \1"),
    ("single-chain-default.md", "a lost sign", r"\(-(\d\.\d+)\) \\cdot", r"\1 \\cdot"),
    ("single-chain-default.md", "a sum in the prose", "^## ", "2 + 2 = 5\n\n## "),
    ("exact-fractions-exact.md", "a wrong denominator", r"= \\frac\{(\d+)\}\{\d+\}$", r"= \\frac{\1}{7919}"),
    ("github-batch.md", "a formula that is not in code", r"\$`([^`]*)`", r"$\1"),
    ("single-chain-default.md", "an asterisk", r"(a\^\{\(0\)\}) \+", r"\1 * 1 +"),
    ("two-neurons-default.md", "the superscript first", r"_\{(\d+)\}\^\{\((\d)\)\}", r"^{(\2)}_{\1}"),
    ("single-chain-default.md", "a command that not all know", r"\\cdot", r"\\bigcdot"),
    ("single-chain-default.md", "a dollar sign too many", r"^## ", "It costs 5$.\n\n## "),
    ("single-chain-default.tex", "a wrong digit", r"(\\approx -?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("single-chain-default.tex", "a word left out", r"(\\section\*\{[\w ]+\}\n\n)\w+", r"\1"),
    ("exact-fractions-exact.tex", "a fraction upside down", r"(toprule.*?)\\frac\{1\}\{(\d+)\}", r"\1\\frac{\2}{1}"),
    ("two-neurons-key.tex", "another line in a key", r"\\approx -?\d\.\d+", r"\\approx 0.5"),
    ("two-neurons-default.html", "a wrong digit", r"<mn>(\d\.\d{3,})[0-4]</mn>", r"<mn>\g<1>9</mn>"),
    ("exact-fractions-exact.html", "a fraction upside down", r"<mfrac><mn>1</mn><mn>(\d)</mn>", r"<mfrac><mn>\1</mn><mn>1</mn>"),
    ("two-neurons-default.html", "a lost sign", r"<mo>−</mo><mn>", "<mn>"),
    ("two-neurons-default.html", "another relation", "<mo>≈</mo>", "<mo>=</mo>"),
    ("two-neurons-default.html", "another shape of a matrix", r"<mo>×</mo><mn>\d", "<mo>×</mo><mn>9"),
    ("two-neurons-default.html", "an equation left out", r"<div class=\"equation.*?</div>", ""),
    ("two-neurons-default.txt", "a wrong digit", r"(≈ −?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("exact-fractions-exact.txt", "a power that misses the fraction", r"\((\d/\d)( − \d)?\)²", r"\1\2²"),
    ("sigmoid-circuit-default.md", "a wrong last digit", r"(\\approx -?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("shared-weight-default.md", "a term left out", r"= 2 \\cdot 0\.25 \+ ", "= "),
    ("fork-and-max-default.md", "a condition that does not hold", r"\[ 2 \\geq 0", r"[ 0 \\geq 2"),
    ("derived-staged.md", "a wrong exponent", r"e\^\{-?0\.14\}", "e^{0.15}"),
    ("shared-weight-default.tex", "another index", r"(w \\cdot h_\{)1", r"\g<1>2"),
    ("sine-default.html", "a wrong digit", r"<mn>(\d\.\d{3,})[0-4]</mn>", r"<mn>\g<1>9</mn>"),
    ("reuse-default.txt", "a wrong digit", r"= (−?\d)$", r"= \g<1>7"),
    ("ascii-sigmoid-circuit.txt", "a wrong digit", r"(~= -?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("ascii-two-neurons.txt", "a wrong digit", r"(~= -?\d\.\d+)[0-4]$", r"\g<1>9"),
    ("ascii-two-neurons.txt", "a lost sign", r"\* \(-", "* ("),
]


def planted(folder, scratch):
    """Copies with an error each, in folders of their own with the Markdown that they are held to: what and which file."""
    for number, (name, what, pattern, replacement) in enumerate(ERRORS):
        source, twin = formats.read(os.path.join(folder, name)), formats.twin(os.path.join(folder, name))
        place = os.path.join(scratch, str(number))
        os.mkdir(place)
        wrong = re.sub(pattern, replacement, source, count=1, flags=re.M | re.S)
        if wrong == source:
            raise ValueError(f"{name}: there is no place for {what}")
        for path, text in (twin, formats.read(twin)), (name, wrong):
            with open(os.path.join(place, os.path.basename(path)), "w", encoding="utf-8") as file:
                file.write(text)
        yield f"{what} in {name}", os.path.join(place, name)


def judged(paths):
    """The number of relations that were computed again, and the findings of each file."""
    twins = {formats.twin(path) for path in paths}
    said = pieces([path for path in {*paths, *twins} if not path.endswith(".txt")])
    checked, found = 0, {}
    for path in paths:
        if path.endswith(".md"):
            count, found[path] = truth.findings(said[path])
            found[path] += markdown.findings(path, said[path])
            checked += count
        elif formats.twin(path).endswith(".txt"):
            found[path] = formats.of_ascii(path, formats.twin(path))
        else:
            found[path] = formats.findings(said[formats.twin(path)], path, said.get(path))
    return checked, found


def self_test(folder):
    yield from truth.self_test(lambda tex: [Piece("display", plain(tex), tex)])
    with tempfile.TemporaryDirectory() as scratch:
        errors = dict(planted(folder, scratch))
        _, found = judged(list(errors.values()))
        yield from (f"nobody sees {what}" for what, path in errors.items() if not found[path])


def main(folder, *by_hand):
    checked, found = judged([*sorted(glob.glob(f"{folder}/*.[mth]*")), *by_hand])
    bad = [*self_test(folder), *(f"{path}: {finding}" for path in found for finding in found[path])]
    print(*bad[:50], f"{len(found)} documents, {checked} relations between numbers, {len(bad)} findings", sep="\n")
    return 1 if bad or not checked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
