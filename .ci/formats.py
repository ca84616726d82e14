"""Whether a document says in another format what it says in Markdown: word for word and sign for sign.

Where lines end, how columns stand, and pictures are no part of it.
"""
import os
import re
import unicodedata
from collections import Counter

from plain import NAME, is_picture

SAME = str.maketrans({"−": "-", "–": "-", "—": "-", "∗": "*", "’": "'", "′": "'", "“": '"', "”": '"', "¼": "1/4", "½": "1/2",
                      "𝟏": "1", "ℒ": "L", "⋯": "…", "ο": "o"})
# A number or a fraction that stands in parentheses in one format, where another draws a stroke.
ALONE = re.compile(r"(?:(?<![\w')])\((-?[\d.]+)\)|(?<![\d)'])\((-?[\d.]+/[\d.]+)\))(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
SHAPE = re.compile(r"\[ ?\d+ ?× ?\d+ ?\]")


def findings(markdown, path, other):
    """What differs in the file from the pieces of the Markdown; `other` are its own, if pandoc reads it."""
    if other and "key" in path:
        # A key asks first and answers later: only the lines of its answers are the same, in whatever order.
        return missing(Counter(lines(markdown)), Counter(lines(other)))
    want, got = (" ".join(piece.text for piece in said) if said else unfolded(read(path)) for said in (markdown, other))
    return parting(shown(want), shown(got))


BELOW = re.compile("(?<!∇)(_[A-Za-zα-ωΑ-Ω]+)([₋₀-₉]+(?:,[₋₀-₉]+)*)")
SMALL = str.maketrans("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₊₋₀₁₂₃₄₅₆₇₈₉", "aehijklmnoprstuvx+-0123456789")
LETTERS = re.compile("[₀-₉₋₊,]*[ₐ-ₜᵢ-ᵥⱼ][ₐ-ₜᵢ-ᵥⱼ₀-₉₋₊,]*(?<!,)|(?<=[\\w∑∏])\\[((?=[^\\]]*[a-z:])[-a-z0-9+:,]+)\\]")
UPRIGHT = str.maketrans("₀₁₂₃₄₅₆₇₈₉₋", "0123456789-")
# What is new, in each language; 更新 and 重新 before a name of Chinese say nothing of it.
NEW = re.compile(rf"(?<![A-Za-z_])(?:(?:new|neu)\s+|新(?=[A-Za-zα-ωΑ-Ωℒ]))({NAME})")


def shown(text):
    """(signs, one after the other; shapes of matrices, which stand elsewhere in each format)"""
    # The quotation marks of German are commands in LaTeX, which pandoc leaves out.
    text = re.sub("„([^“]*)“", r"\1", text)
    # What is new has the same letters as a quantity that a lesson calls so.
    text = NEW.sub(r"\1_new", text)
    # Behind a word below the line, as in a_f₁, an index is one more.
    text = BELOW.sub(lambda found: found[1] + "_" + found[2].replace(",", "_").translate(UPRIGHT), text)
    # Indices in letters stand below the line where there are such letters, else in brackets: zᵢ, P[i,:].
    text = LETTERS.sub(lambda found: "_" + (found[1] or found[0]).replace(",", "_").translate(SMALL), text)
    text = re.sub(r"\s+", " ", re.sub(r"∇(?:_|\[(\w)\])", r"∇\1", text.translate(SAME).replace("``", '"').replace("''", '"')))
    shapes = [shape.replace(" ", "") for shape in SHAPE.findall(text)]
    text = re.sub(r" (?=\W)|(?<=\W) ", "", SHAPE.sub(" ", text))
    return re.findall(r"\d+(?:\.\d+)?|\S", ALONE.sub(r"\1\2", text)), shapes


def parting(want, got):
    """Where the two part. A sign at the beginning of a line may be one more."""
    (want, wanted_shapes), (got, shapes) = want, got
    at = 0
    for place, sign in enumerate(got + ["the end"]):
        sign = "·" if sign == "¶" and want[at:at + 1] == ["·"] else sign
        if want[at:at + 1] == [sign]:
            at += 1
        elif sign == "·" and want[at - 1:at + 1] == [")", "("]:
            # A page says the sign of a product where a line may begin.
            continue
        elif sign != "¶" and not (sign == "the end" and at == len(want)):
            after, here, there = (" ".join(part) for part in (want[max(at - 12, 0):at], want[at:at + 9], got[place:place + 9]))
            return [f"after {after}\n    Markdown says {here}\n    and here is   {there}"]
    return [] if shapes == wanted_shapes else [f"the shapes are {shapes}, not {wanted_shapes}"]


def missing(want, got):
    return [f"differs in {one}" for one in list((want - got) + (got - want))[:3]]


def lines(said):
    """Equations, each whole: one that begins with a relation goes on from the one before."""
    text = "\n".join(" ".join(piece.text.split()) for piece in said if piece.kind == "display").replace("\n≈", "≈").replace("\n=", "=")
    # Where a line is broken nobody knows whether the product had a sign before: only between two numbers it counts.
    return [re.sub(r"(?<=\D)·|·(?=\D)", "", "".join(shown(line)[0]).replace("¶·", "·").replace("¶", "·")) for line in text.split("\n")]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def unfolded(source):
    """Plain text without its pictures and lines, its matrices row after row."""
    source = with_whole_headings(without_pictures(source))
    source = re.sub(r"^[═─┄ ]+$", "", source, flags=re.M)
    source = MATRIX.sub(in_line, source)
    # A matrix of one row has parentheses.
    source = re.sub(r"\(([−-]?[\d.]+(?:  +[−-]?[\d.]+)+)\)", r" \1 ", source)
    return re.sub(r"^\s+·", " ¶ ", source, flags=re.M)


def with_whole_headings(source):
    """Headings of a table that stand in several lines, each in one."""
    lines, above = [], 0
    for line in source.split("\n"):
        if re.fullmatch(r" {4}─+(?: {3}─+)*", line) and len(lines) - above > 1:
            spans = [match.span() for match in re.finditer("─+", line)]
            cells = [" ".join(columns(head, *span) for head in lines[above:]) for span in spans]
            lines[above:] = ["    " + "   ".join(cells)]
        lines.append(line)
        if not line.strip():
            above = len(lines)
    return "\n".join(lines)


def columns(line, start, end):
    """What a line has from one column to another; a mark above a letter takes none."""
    place, found = 0, ""
    for letter in line:
        if start <= place - bool(unicodedata.combining(letter)) < end:
            found += letter
        place += not unicodedata.combining(letter)
    return found.strip()


def without_pictures(source):
    return "\n\n".join(block for block in re.split(r"\n\n+", source) if not is_picture(block))


MATRIX = re.compile(r"^[^\n⎛]*⎛.*\n(?:[^\n⎜]*⎜.*\n)*[^\n⎝]*⎝.*$", re.M)


def in_line(matrix):
    """The rows of a matrix one after the other, with what stands before the middle one and behind."""
    before, rows, after = zip(*(re.split("[⎛⎜⎝⎞⎟⎠]", line, maxsplit=2) for line in matrix[0].split("\n")))
    return " ".join("".join(part) for part in (before, " ".join(rows), after))


def of_ascii(path, twin):
    """What differs in a text in ASCII from the same in Unicode, where names and operators are others: its decimals."""
    return missing(*(Counter(re.findall(r"-?\d+\.\d+", without_pictures(read(one)).translate(SAME))) for one in (twin, path)))


def twin(path):
    """The document that this one is held to."""
    if os.path.basename(path).startswith("ascii-"):
        return path.replace("ascii-", "").replace(".txt", "-default.txt")
    return re.sub(r"\.\w+$", ".md", path)
