"""Where the mathematics stands in a file: Markdown in either dialect, LaTeX, plain text."""
import re
from collections import namedtuple

Formula = namedtuple("Formula", "kind at source")  # kind: display, inline, text

CODE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[ \t]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--.*?-->", re.S | re.M)
# The dialect in which mathematics lies in code: ```math on lines of its own, $`…`$ in a sentence.
FENCED_DISPLAY = re.compile(r"^```math\n(?P<tex>.+?)\n```$", re.S | re.M)
FENCED_INLINE = re.compile(r"\$`(?P<tex>[^`\n]+)`\$")
DOLLARS = re.compile(r"(?<!\\)\$\$(?P<display>.+?)\$\$|(?<!\\)\$(?P<inline>[^$\n]+?)(?<!\\)\$", re.S)
FORMULAS_OR_MARKS = re.compile(DOLLARS.pattern + r"|\]\(<[^>\n]*>\)|(?<!\\)\\[^$\w\s]", re.S)
ENVIRONMENT = r"(?:align|alignat|gather|multline|equation|flalign|displaymath|math)"
LATEX = re.compile(
    r"\\\[(?P<display>.+?)\\\]"
    rf"|\\begin\{{(?P<name>{ENVIRONMENT}\*?)\}}(?P<rows>.+?)\\end\{{(?P=name)\}}"
    r"|(?<!\\)\$\$(?P<dollars>.+?)\$\$|(?<!\\)\$(?P<inline>[^$]+?)(?<!\\)\$|\\\((?P<round>.+?)\\\)", re.S)
BULLETS = re.compile(r"^ *[-•] ", re.M)
TABLES_AND_LISTS = re.compile(r"\||\*|^ *[-+>] |^ *\d+\. |^[ :|-]+$", re.M)


def formulas(source, kind):
    """Every formula of the file, in order; prose comes as one piece of kind `text`."""
    if kind == "text":
        return [Formula("text", 0, blanked(BULLETS, source, "\t"))]
    return list(latex(source) if kind == "latex" else markdown(source))


def in_dollars(source):
    """Markdown in the dollar dialect, whichever it came in, with every formula at its place."""
    source = FENCED_DISPLAY.sub(lambda m: f"     $$\n{m['tex']}\n$$ ", source)
    return FENCED_INLINE.sub(lambda m: f" ${m['tex']}$ ", source)


def blanked(pattern, source, fill=" "):
    """The source with what matches overwritten, every place and line kept."""
    def cover(match):
        return re.sub(r"[^\n]", fill, match.group())
    return pattern.sub(cover, source)


def markdown(source):
    """Formulas, then the prose around them: it may do sums in plain text as well."""
    # An address is no relation, though it stands between < and >; nor is a mark that a backslash turns into text.
    source = FORMULAS_OR_MARKS.sub(
        lambda m: m.group() if m.lastgroup else " " * len(m.group()), blanked(CODE, in_dollars(source)))
    for match in DOLLARS.finditer(source):
        kind = match.lastgroup
        yield Formula(kind, match.start(kind), match.group(kind))
    yield Formula("text", 0, blanked(TABLES_AND_LISTS, blanked(DOLLARS, source, "Ω"), "\t"))


def latex(source):
    source = blanked(re.compile(r"(?<!\\)%[^\n]*|\\begin\{(verbatim|lstlisting)\}.*?\\end\{\1\}", re.S), source)
    source = re.sub(r"\\\$", "  ", source)
    body = source.find("\\begin{document}")
    for match in LATEX.finditer(source, max(body, 0)):
        part = next(k for k in ("display", "rows", "dollars", "inline", "round") if match.group(k) is not None)
        yield Formula("inline" if part in ("inline", "round") else "display", match.start(part), match.group(part))
