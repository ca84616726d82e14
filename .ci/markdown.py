"""Whether the mathematics of Markdown reaches the reader, whichever parser stands between.

A parser that knows nothing of mathematics must have nothing to do inside it, and every formula must come out of cmark-gfm
and pandoc as it went in. Where the mathematics lies in code, as one host wants it, it comes out of cmark-gfm as code.
"""
import html
import re
import subprocess

from plain import IN_CODE, source_of

CODE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[ \t]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->", re.S | re.M)
DOLLARS = re.compile(r"(?<!\\)\$\$(.+?)\$\$|(?<!\\)\$([^$\n]+?)(?<!\\)\$", re.S)
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


def findings(path, said):
    """What is wrong with the formulas of a file that pandoc reads as these pieces."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    read = [piece.tex for piece in said if piece.tex]
    if IN_CODE.search(source):
        want = [code[1] or code[2] for code in IN_CODE.finditer(source)]
        return [*compared("cmark-gfm", want, out_of_code(source)), *compared("pandoc", want, read)]
    want = formulas(source)
    through_both = [*compared("cmark-gfm", want, out_of_cmark(source)), *compared("pandoc", formulas(source_of(path)), read)]
    return [*lint(source), *through_both] if want else ["no formula"]


def compared(parser, want, got):
    want, got = ([" ".join(tex.split()) for tex in formulas] for formulas in (want, got))
    if want != got:
        lost = next((tex for tex in want if tex not in got), "only the order differs")
        yield f"{parser}: {len(got)} formulas come out of {len(want)}; the first lost: {lost}"


def without_code(source):
    return CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), source)


def formulas(source):
    return [display or inline for display, inline in DOLLARS.findall(without_code(source))]


def lint(source):
    source = without_code(source)
    for found in DOLLARS.finditer(source):
        tex = (found[1] or found[2]).strip("\n")
        yield from (f"{why}: {tex}" for rule, why in RULES if rule.search(tex))
        before, after = source[found.start() - 1:found.start()], source[found.end():found.end() + 1]
        if found[2] and (before.strip() or re.match(r"[\w-]", after) or tex != tex.strip()):
            yield f"an inline formula wants spaces around and none inside: {before}${tex}${after}"
    if re.search(r"(?<!\\)\$", DOLLARS.sub("", source)):
        yield "a dollar sign without its pair"


def out_of_cmark(source):
    page = cmark(source, "-e", "strikethrough", "-e", "autolink", "-e", "tasklist")
    page = re.sub(r"<(pre|code)\b.*?</\1>", "", page, flags=re.S)
    return formulas(html.unescape(re.sub(r"</?(?:p|h\d|table|thead|tbody|tr|t[dh]|ul|ol|li|blockquote)( [^>]*)?>", "\n", page)))


def out_of_code(source):
    found = re.finditer(r'<pre><code class="language-math">(.*?)</code></pre>|\$<code>(.*?)</code>\$', cmark(source), re.S)
    return [html.unescape(code[1] or code[2]) for code in found]


def cmark(source, *extensions):
    command = ["cmark-gfm", "-e", "table", *extensions]
    return subprocess.run(command, input=source, text=True, capture_output=True, check=True).stdout
