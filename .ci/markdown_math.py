#!/usr/bin/env python3
"""Whether the mathematics of Markdown reaches the reader, whichever parser stands between.

usage: markdown_math.py FILE.md…     needs cmark-gfm and pandoc

A Markdown parser that knows nothing of mathematics must have nothing to do inside it, KaTeX, MathJax and
pandoc must all know its commands, and every formula must come out of cmark-gfm and pandoc as it went in.
Where the mathematics lies in code, as one host wants it, it must come out of cmark-gfm as code, to the letter.
"""
import html
import json
import re
import subprocess
import sys

from reading import CODE, DOLLARS, FENCED_DISPLAY, FENCED_INLINE, blanked, formulas

COMMANDS = set("""
    frac tfrac dfrac sqrt partial nabla sum prod cdot times odot approx leq geq neq lt gt in to mapsto top infty
    left right lvert rvert lVert rVert begin end prime mathrm mathbf mathcal text quad qquad ldots cdots dots
    exp ln log tanh max min sigma delta eta lambda ell varepsilon Delta hat bar vec boxed underbrace cancel
""".split())
ENVIRONMENTS = {"bmatrix", "pmatrix", "aligned", "cases"}

RULES = [(re.compile(pattern), why) for pattern, why in (
    (r"\n", "more than one line"),
    (r"\\(?![A-Za-z])", "a backslash before a non-letter: CommonMark drops it"),
    (r"[*~`|#&]", "a character that Markdown reads for itself"),
    (r"\]\(|\]\[|!\[", "the shape of a link"),
    (r"<(?! )", "'<' without a space after it: the shape of HTML"),
    # After a brace or a bracket an underscore may open emphasis; after a letter or a digit it cannot.
    (r"(?<![A-Za-z0-9])_(?! )", "an underscore that may open emphasis: write w_{11}^{(1)}, subscript first"),
    (r"\^\s*(\{[^{}]*\}|\w)\s*_", "a subscript after its superscript"),
    (r"https?:|www\.", "the shape of an address"),
)]


def lint(source):
    """What is wrong with the formulas of one file, one message each."""
    found = [f for f in formulas(source, "markdown") if f.kind != "text"]
    if not found:
        yield 0, "no formula"
    for formula in found:
        text = formula.source.strip("\n")
        for rule, why in RULES:
            if rule.search(text):
                yield formula.at, f"{why}: {text}"
        for name in sorted(set(re.findall(r"\\([A-Za-z]+)", text)) - COMMANDS):
            yield formula.at, f"\\{name} is not known everywhere: {text}"
        for name in set(re.findall(r"\\(?:begin|end)\{([^}]*)\}", text)) - ENVIRONMENTS:
            yield formula.at, f"the environment {name} is not known everywhere: {text}"
        if text.count("{") != text.count("}") or text.count("\\left") != text.count("\\right"):
            yield formula.at, f"braces or parentheses that do not pair: {text}"
        if formula.kind == "inline":
            before, after = source[formula.at - 2:formula.at - 1], source[formula.at + len(formula.source) + 1:][:1]
            if before.strip() or re.match(r"[\w-]", after) or text != text.strip():
                yield formula.at, f"an inline formula wants spaces around and none inside: {before}${text}${after}"
    prose = blanked(DOLLARS, blanked(CODE, source))
    for match in re.finditer(r"(?<!\\)\$", prose):
        yield match.start(), "a dollar sign without its pair"


def in_order(source):
    return [" ".join(f.source.split()) for f in formulas(source, "markdown") if f.kind != "text"]


def through_cmark(source):
    command = ["cmark-gfm", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
    page = subprocess.run(command, input=source, text=True, capture_output=True, check=True).stdout
    page = re.sub(r"<(pre|code)\b.*?</\1>", "", page, flags=re.S)
    page = re.sub(r"</?(?:p|h\d|table|thead|tbody|tr|t[dh]|ul|ol|li|blockquote)(?: [^>]*)?>", "\n", page)
    return in_order(html.unescape(page))


def lies_in_code(source):
    return FENCED_DISPLAY.search(source) or FENCED_INLINE.search(source)


def through_cmark_as_code(source):
    page = subprocess.run(["cmark-gfm", "-e", "table"], input=source, text=True, capture_output=True, check=True).stdout
    found = re.finditer(r'<pre><code class="language-math">(.*?)</code></pre>|\$<code>(.*?)</code>\$', page, re.S)
    return [" ".join(html.unescape(m.group(1) or m.group(2)).split()) for m in found]


def through_pandoc(source):
    command = ["pandoc", "-f", "markdown", "-t", "json"]
    page = json.loads(subprocess.run(command, input=source, text=True, capture_output=True, check=True).stdout)

    def mathematics(node):
        if isinstance(node, dict) and node.get("t") == "Math":
            yield " ".join(node["c"][1].split())
        elif isinstance(node, (dict, list)):
            for child in node.values() if isinstance(node, dict) else node:
                yield from mathematics(child)
    return list(mathematics(page["blocks"]))


def main(paths):
    bad = count = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        for at, message in sorted([] if lies_in_code(source) else lint(source)):
            print(f"{path}:{source.count(chr(10), 0, at) + 1}: {message}")
            bad += 1
        want = in_order(source)
        count += len(want)
        parsers = (("cmark-gfm", through_cmark), ("pandoc", through_pandoc))
        if lies_in_code(source):
            parsers = (("cmark-gfm", through_cmark_as_code),)
        for name, through in parsers:
            got = through(source)
            if got != want:
                bad += 1
                lost = next((f for f in want if f not in got), "only the order differs")
                print(f"{path}: {name}: {len(got)} formulas come out of {len(want)}; the first lost: {lost}")
    print(f"{count} formulas, {bad} findings")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
