#!/usr/bin/env python3
"""Whether every link of every page of a site leads to a file of it, or to a place on a page, and every file is reached.

usage: links.py FOLDER
"""
import os
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

START = "index.html"


class Page(HTMLParser):
    """The links of a page, and the names of the places on it."""

    def __init__(self, path):
        super().__init__()
        self.links, self.places, self.twice = [], set(), []
        with open(path, encoding="utf-8") as file:
            self.feed(file.read())

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src"):
                self.links.append(value)
            elif name == "id":
                if value in self.places:
                    self.twice.append(value)
                self.places.add(value)


def findings(folder):
    names = set(os.listdir(folder))
    pages = {name: Page(os.path.join(folder, name)) for name in names if name.endswith(".html")}
    reached = {START}
    for name, page in pages.items():
        yield from (f"{name}: two places are called {place}" for place in page.twice)
        for link in page.links:
            # From a page that has an ordinary name: a relative link must not depend on it.
            target = urlsplit(urljoin("https://site.invalid/folder/page.html", link))
            if target.netloc != "site.invalid":
                continue
            file = unquote(target.path.removeprefix("/folder/"))
            reached.add(file)
            if target.query or file not in names:
                yield f"{name}: there is no {link}"
            elif target.fragment and unquote(target.fragment) not in pages[file].places:
                yield f"{name}: there is no place {link}"
    yield from (f"nothing leads to {name}" for name in sorted(names - reached))


def main(folder):
    bad = 0
    for finding in findings(folder):
        bad += 1
        print(finding)
    print(f"{len(os.listdir(folder))} files, {bad} findings")
    return 1 if bad or START not in os.listdir(folder) else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
