#!/usr/bin/env python3
"""Whether a page holds what it promises, in a browser: on a narrow screen, in the dark, by the keyboard, without its
script, on paper, for who does not see it, and without a network.

usage: pages.py AXE.js FILE.html… [-- FILE.html…]     needs chromium and pdftotext

Of the pages after -- only the width is judged.
"""
import base64
import json
import os
import subprocess
import sys

from browser import Browser

# What MathML Core has, as far as it is used.
ELEMENTS = "math mi mn mo mrow mfrac msub msup msubsup mtable mtr mtd mspace".split()
ATTRIBUTES = "display class displaystyle mathvariant stretchy form width data-about".split()

FOREIGN = """[...document.querySelectorAll("math, math *")].flatMap((element) => [
  ...(%s.includes(element.localName) ? [] : [element.localName]),
  ...element.getAttributeNames().filter((name) => !%s.includes(name)),
  ...(element.getAttribute("mathvariant") ?? "normal") === "normal" ? [] : ["mathvariant"],
])""" % (json.dumps(ELEMENTS), json.dumps(ATTRIBUTES))
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STEPS = "[...document.querySelectorAll('details')].filter((step) => step.open).length"
ALL = "document.querySelectorAll('details').length"
FOCUS = """document.activeElement.localName === 'summary' && document.activeElement.matches(':focus-visible')
  && [document.activeElement, ...document.activeElement.children].some(
    (element) => getComputedStyle(element).outlineStyle !== 'none')"""
UNFOLD = "document.querySelector('.all')?.click()"
LAST_WORDS = "[...document.querySelectorAll('summary, p')].at(-1).textContent.match(/[A-Za-z]+( [A-Za-z]+)*/)[0]"
# What is inside of a formula looks as the formula does, and there is much of it.
AXE = """axe.run({ exclude: [["math > *"]] }, { resultTypes: ["violations"] }).then((result) => result.violations.map(
  (one) => one.id + ": " + one.help + " (" + one.nodes[0].html.slice(0, 120) + ")"))"""


def accessibility(browser, axe, where):
    browser.run(axe + ";0")
    for violation in browser.run(AXE):
        yield f"{where}: {violation}"


def narrow(browser, path, scheme="light"):
    """Whether a phone shows the page without scrolling all of it to the side."""
    browser.open(path, width=360, height=740, scheme=scheme)
    browser.run(UNFOLD)
    if browser.run(WIDTH) > 0:
        yield "360 pixels wide: the page itself scrolls to the side"


def screens(browser, path, axe):
    """Wide, in the light and folded; narrow, in the dark and unfolded."""
    browser.open(path)
    yield from (f"{name} in mathematics is beyond MathML Core" for name in sorted(set(browser.run(FOREIGN))))
    yield from accessibility(browser, axe, "wide")
    yield from narrow(browser, path, "dark")
    yield from accessibility(browser, axe, "narrow")


def keyboard(browser, path):
    """One step after the other, and back."""
    browser.open(path)
    steps = browser.run(ALL)
    if steps == 0:
        if browser.run("document.querySelector('script:not([type])') && !document.querySelector('input') && document.querySelectorAll('main h2').length > 3"):
            yield "a long page has no steps"
        return
    if browser.run(STEPS) != 1:
        yield "not one step is open to begin with"
    for _ in range(steps):
        before = browser.run(STEPS)
        browser.press("ArrowRight")
        after = browser.run(STEPS)
        if after == before:
            break
        if not browser.run(FOCUS):
            yield "the focus is not seen on the step"
            break
    if browser.run(STEPS) != steps:
        yield "the arrow to the right does not open every step"
    browser.press("ArrowLeft")
    if browser.run(STEPS) >= steps:
        yield "the arrow to the left folds nothing"
    browser.run("document.querySelector('.next').focus()")
    browser.press("Enter")
    if browser.run(STEPS) != steps:
        yield "the button opens no step"


def pointing(browser, path):
    """What an equation is about lights up in the picture, and what a part of the picture is, in the equations."""
    browser.open(path)
    # The key of a worksheet has nothing that moves.
    if browser.run("!document.querySelector('script') || !document.querySelector('[data-part]') || !document.querySelector('[data-about]')"):
        return
    browser.run(UNFOLD)
    for here, there in ("data-about", "data-part"), ("data-part", "data-about"):
        lit = f"document.querySelectorAll('[{there}].lit').length"
        point = """(() => { const one = [...document.querySelectorAll('[%s]')].find((one) => one.dataset.%s.includes('w'));
          one.dispatchEvent(new Event('pointerover', { bubbles: true })); })()""" % (here, here[5:])
        browser.run("document.body.dispatchEvent(new Event('pointerover', { bubbles: true }))")
        before = browser.run(lit)
        browser.run(point)
        if browser.run(lit) <= before:
            yield f"nothing lights up where {here} is pointed at"


def without_script(browser, path):
    browser.open(path, script=False)
    if browser.run(STEPS) != browser.run(ALL) or browser.run("!!document.querySelector('.stepper')?.offsetHeight"):
        yield "without its script the page is folded"


def paper(browser, path):
    browser.open(path)
    last = browser.run(LAST_WORDS)
    sheet = base64.b64decode(browser.send("Page.printToPDF")["data"])
    text = subprocess.run(["pdftotext", "-", "-"], input=sheet, capture_output=True, check=True).stdout.decode()
    if last not in " ".join(text.split()):
        yield f"on paper the end is missing: {last}"


def findings(browser, path, axe):
    browser.events.clear()
    yield from screens(browser, path, axe)
    yield from keyboard(browser, path)
    yield from pointing(browser, path)
    yield from without_script(browser, path)
    yield from paper(browser, path)
    for event in browser.events:
        if event["method"] == "Runtime.exceptionThrown":
            yield f"the script fails: {event['params']['exceptionDetails']['text']}"
        if event["method"] == "Network.requestWillBeSent":
            address = event["params"]["request"]["url"]
            if address != "about:blank" and address != "file://" + os.path.abspath(path):
                yield f"it asks for {address}"


def main(axe, *paths):
    with open(axe, encoding="utf-8") as file:
        source = file.read()
    bad = 0
    end = paths.index("--") if "--" in paths else len(paths)
    with Browser() as browser:
        for place, path in enumerate(paths):
            judged = findings(browser, path, source) if place < end else narrow(browser, path) if place > end else []
            for finding in dict.fromkeys(judged):
                bad += 1
                print(f"{path}: {finding}")
    print(f"{len(paths) - (end < len(paths))} pages in a browser, {bad} findings")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
