#!/usr/bin/env python3
"""Whether pages hold what they promise, in two browsers: see pages.js.

usage: pages.py AXE.js FILE.html… -- FILE.html…     needs chromium, firefox-esr and pdftotext

Of the pages after -- only the width is judged. The first three are judged in Firefox as well. Errors are planted in the
first page, or in one that is named, and each must be found.
"""
import os
import re
import sys

import browser
from formats import read

HERE = os.path.dirname(os.path.abspath(__file__))
# (what is planted, a pattern that is found in the page, what takes its place, and which page if it is not the first); axe,
# which takes long, sees the first two.
ERRORS = [
    ("quiet words too pale to read", "--quiet: #[0-9a-f]+", "--quiet: #c0bdb5"),
    ("a language that is not said", '<html lang="en">', "<html>"),
    ("a page that scrolls to the side", "overflow-x: auto;", ""),
    ("a script that fails", r"back\.disabled", "nothing.disabled"),
    ("a key that does nothing", '"ArrowRight"', '"ArrowUp"'),
    ("an attribute that no browser reads", "<mfrac", '<mfrac columnalign="right"'),
    ("a picture from elsewhere", "<main>", '<main><img alt="" src="http://127.0.0.1:9/a.png">'),
    ("a focus that is not seen", "outline: 2px solid", "outline: 0 none"),
    ("steps that only a script opens", '<details class="section" open>', '<details class="section">'),
    ("paper with the steps folded", '"beforeprint"', '"before"'),
    ("a picture that nothing lights up", r'toggle\("lit"', 'toggle("lot"'),
    ("a page without steps", "</?(details|summary)[^>]*>", ""),
    ("derivatives that are told too early", r'toggle\("later"', 'toggle("latter"', "sigmoid-circuit"),
    ("a derivative that is never told", r"lines\.every\(isFolded\)", "true", "sigmoid-circuit"),
]


def judged(name, paths, rest, axe, errors):
    """What a browser finds in the pages, and which of the errors nobody sees."""
    pages = [read(path) for path in paths]
    wrong = [
        re.sub(pattern, replacement, next(page for path, page in zip(paths, pages) if "".join(name) in path))
        for _, pattern, replacement, *name in errors
    ]
    script = read(os.path.join(HERE, "frame.js")) + read(os.path.join(HERE, "pages.js"))
    found = browser.found(name, script, [*pages, *wrong, *map(read, rest)], whole=len(pages + wrong), axe=axe, accessible=len(pages) + 2)
    seen = found[len(pages):len(pages + wrong)]
    for path, findings in zip([*paths, *rest], found[:len(pages)] + found[len(pages + wrong):]):
        yield from (f"{path}, in {name}: {finding}" for finding in findings)
    yield from (f"nobody sees {what} in {name}" for (what, *_), findings in zip(errors, seen) if not findings)


def on_paper(path):
    """Whether the last words of a page are printed, too."""
    paragraph = re.findall(r"<(p|summary)\b(.*?)</\1>", read(path), re.S)[-1][1]
    last = re.findall(r"[A-Za-z]{3,}", re.sub("<[^>]*>", " ", paragraph))[-1]
    if last not in browser.printed(path):
        yield f"{path}: on paper the end is missing: {last}"


def main(axe, *paths):
    paths, rest = paths[:paths.index("--")], paths[paths.index("--") + 1:]
    bad = [*judged("chromium", paths, rest, read(axe), ERRORS), *judged("firefox", paths[:3], [], None, ERRORS[2:5])]
    bad += [finding for path in paths for finding in on_paper(path)]
    print(*bad, f"{len(paths + rest)} pages in a browser, 3 in two; {len(ERRORS) + 3} planted errors; {len(bad)} findings", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 3 else __doc__)
