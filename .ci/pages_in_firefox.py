#!/usr/bin/env python3
"""Whether a page holds also in Firefox what it promises: on a narrow screen, in the dark, by the keyboard.

usage: pages_in_firefox.py FILE.html…     needs firefox-esr
"""
import sys

from firefox import Firefox
from pages import keyboard, narrow


def findings(browser, path):
    for judge in (lambda: narrow(browser, path), lambda: narrow(browser, path, "dark"), lambda: keyboard(browser, path)):
        yield from judge()
        yield from (f"the script fails: {error}" for error in browser.errors())


def main(*paths):
    bad = 0
    with Firefox() as browser:
        for path in paths:
            for finding in dict.fromkeys(findings(browser, path)):
                bad += 1
                print(f"{path}: {finding}")
    print(f"{len(paths)} pages in Firefox, {bad} findings")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
