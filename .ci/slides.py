#!/usr/bin/env python3
"""Whether every slide shows all that is on it, at 1280 × 720 and on a phone: see slides.js.

usage: slides.py FILE.html…     needs chromium

Errors are planted in the first file, and each must be found.
"""
import os
import re
import sys

import browser
from formats import read

HERE = os.path.dirname(os.path.abspath(__file__))
# (what is planted, a pattern that is found in the page, what takes its place)
ERRORS = [
    ("content that is never made smaller", r"if \(fits\(1\)\) return;", "return fits(3);"),
    ("a picture on the content", "grid-area: diagram;", "grid-area: content;"),
    ("a key that does nothing", "ArrowRight: forward,", ""),
    ("terms that stay hidden", "one.step > step", "one.step > 0"),
    ("a picture that nothing lights up", r'toggle\("lit"', 'toggle("lot"'),
    ("a script that fails", r"const last =", "nothing.here(); const last ="),
]


def main(*paths):
    pages = [read(path) for path in paths]
    wrong = [re.sub(pattern, replacement, pages[0]) for _, pattern, replacement in ERRORS]
    script = read(os.path.join(HERE, "frame.js")) + read(os.path.join(HERE, "slides.js"))
    found = browser.found("chromium", script, pages + wrong)
    bad = [f"{path}: {finding}" for path, findings in zip(paths, found) for finding in findings]
    bad += [f"nobody sees {what}" for (what, *_), findings in zip(ERRORS, found[len(pages):]) if not findings]
    print(*bad, f"{len(paths)} decks of slides in a browser; {len(ERRORS)} planted errors; {len(bad)} findings", sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
