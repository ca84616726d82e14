r"""What a document says, as plain text, whatever it is written in.

pandoc reads Markdown, LaTeX and pages; mathematics becomes what plain text has of it: `\frac{1}{2}` is 1/2, and
`w_{11}^{(2)}` is w₁₁⁽²⁾. So a line that is the same in two formats is the same text.
"""
import functools
import json
import re
import subprocess
import unicodedata
from collections import namedtuple

# kind: word, inline or display; tex is what a formula was written as.
Piece = namedtuple("Piece", "kind text tex")

READERS = {"md": "markdown-smart", "tex": "latex-smart", "html": "html"}
SIGNS = {
    "cdot": "·", "times": "×", "approx": "≈", "leq": "≤", "geq": "≥", "lt": "<", "gt": ">", "odot": "⊙", "cdots": "…",
    "ldots": "…", "sum": "∑", "prod": "∏", "partial": "∂", "nabla": "∇", "sigma": "σ", "delta": "δ", "eta": "η", "prime": "′", "top": "ᵀ", "lvert": "|",
    "rvert": "|", "lVert": "‖", "rVert": "‖", "|": "‖", "$": "$", "lbrack": "[", "rbrack": "]", "to": "→", "tanh": "tanh", "max": "max",
    "min": "min", "ln": "ln", "exp": "exp", "sin": "sin", "cos": "cos", "sqrt": "√", "surd": "√", "div": "÷", "varepsilon": "ε", "frac": "⅟", "mathrm": "", "mathit": "", "text": "",
    "operatorname": "", "mathcal": "", "mathbf": "",
} | {name: unicodedata.lookup(f"GREEK {size} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
     for size, names in (("SMALL", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon "
                                   "phi chi psi omega"), ("CAPITAL", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"))
     for name in names.split()}
# A bar or a tilde is one as well as pandoc writes those of a page.
ACCENTS = {"hat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303", "widetilde": "\u0303"}
ACCENT = re.compile(r"\\(hat|bar|overline|(?:wide)?tilde)\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+|\w))")
# How high a parenthesis is, how wide a space, and where columns and lines end.
UNSEEN = re.compile(r"\\(?:left|right)(?![A-Za-z])|\\[,; ]|\\mspace\{[^}]*\}|\\h?phantom\{[-.0]*\}|\\(?:begin|end)\{[^}]*\}"
                    r"|\\\\(?:\[\w+\])?|&|\{\}|(?<!\\)\$")
# Where a product without a sign is broken, the next line begins with one.
BREAK = re.compile(r"(?:\\\\\s*&?|&)((?:\\quad|[\s{}])*)\\cdot(?![a-z])")
LOWERED = str.maketrans("0123456789-", "₀₁₂₃₄₅₆₇₈₉₋")
RAISED = str.maketrans("0123456789()-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻")
# What stands above the line is a layer, a prime, or a power of digits; else it is an exponent in letters or decimals.
ABOVE = re.compile(r"[-0-9′ᵀ]*|\(\w*\)ᵀ?")
# A name, in which no letters of Chinese are, with the mark of what is new behind what is below it.
NAME = r"(?:(?![\u4e00-\u9fff])[\w\u0302-\u0304])+(?:,[₀-₉₋]+|₋[₀-₉]+)*"
NEW = re.compile(f"({NAME})¤")
NEW_WORDS = ["new", "neu", "新"]
# Braces that hold no others, and what stands before them: a root, a fraction, a power of e, an index, or nothing.
GROUP = re.compile(r"√\{([^{}]*)\}|⅟\{([^{}]*)\}\{([^{}]*)\}|(?<![A-Za-z])e\^\{([^{}]*)\}|([_^])\{([^{}]*)\}|(?<![⅟_^}])\{([^{}]*)\}")


COMMAND = re.compile(r"\\([A-Za-z]+|[|$]) ?")


def sign(command):
    """The sign that a command stands for; the command, if it is not known."""
    return SIGNS.get(command[1], command[0])


@functools.cache
def plain(tex):
    """Mathematics in TeX as it stands in plain text."""
    tex = UNSEEN.sub(" ", BREAK.sub(r"\1 ¶ ", tex)).replace(r"\quad", "\t")
    tex = ACCENT.sub(lambda letter: " " + (letter[2] or letter[3] or "").strip() + ACCENTS[letter[1]], tex)
    tex = COMMAND.sub(sign, tex)
    tex = re.sub(r"⅟\s*(\d)\s*(\d)", r"⅟{\1}{\2}", tex)
    tex = re.sub(r"\s*([_^])\s*([^{\s])", r"\1{\2}", tex)
    tex = re.sub(r"([⅟_^}])\s+\{", r"\1{", tex)
    tex = tex.replace("∇_{a}", "∇ₐ")
    while (settled := GROUP.sub(in_line, tex)) != tex:
        tex = settled
    return NEW.sub(r"new \1", tex.replace("−", "-")).strip()


def in_line(group):
    """A fraction with its stroke, what is raised and lowered in small signs, and else what the braces hold."""
    root, above, below, power, mark, small, inner = group.groups()
    if root is not None:
        return f"√({root.strip()})"
    if above is not None:
        return f"{bound(above)}/{bound(below)}"
    if power is not None:
        return f"exp({power.strip()})"
    if mark == "_":
        return lowered([part.replace(" ", "") for part in small.split(",")])
    if mark and not ABOVE.fullmatch(small.replace(" ", "")):
        return f"^{bound(small, '-+·/^⁰¹²³⁴⁵⁶⁷⁸⁹')}"
    return small.strip().translate(RAISED) if mark else inner


def lowered(parts):
    """Digits below the line; words stand on it, after a stroke. What says that a name is new goes to the end."""
    new = "¤" if parts[-1] in NEW_WORDS else ""
    parts = parts[:-1] if new else parts
    if all(re.fullmatch("[-0-9₋₀-₉]*", part) for part in parts):
        return ",".join(parts).translate(LOWERED) + new
    return "_" + "_".join(parts) + new


FUNCTIONS = {"σ", "tanh", "ReLU", "step", "sin", "cos", "ln", "exp", "max", "min", "sign", "softmax"}
# A factor that stands side by side with one in parentheses, (…) in place of ◻.
BESIDE = re.compile(r"([^\W_]+)[′']?\s*◻|◻\s*◻")


def bound(text, operators="-+·/"):
    """In parentheses, if it is a sum or a product, or has another of these operators."""
    outside = text
    while (settled := re.sub(r"\([^()]*\)", "◻", re.sub(r"\[[^][]*\]", "", outside))) != outside:
        outside = settled
    is_product = any(beside[1] not in FUNCTIONS for beside in BESIDE.finditer(outside))
    # Matrices stand side by side without a sign.
    is_product = is_product or re.search(r"(?!\bd\s)[A-Za-zᵀ₀-₉]\s+[A-Za-z]|[A-Za-z₀-₉]\s*[A-Za-z]ᵀ", outside)
    return f"({text.strip()})" if is_product or any(sign in outside for sign in operators) else text.strip()


# pandoc takes longer to start than to read a document, so it reads many at a time, with a mark behind each.
BATCH, MARK = 20, "Here-ends-a-document"


def pieces(paths):
    """Words and formulas in their order, of each document in Markdown, LaTeX or HTML, by its path."""
    said = {}
    for ending, reader in READERS.items():
        of_kind = [path for path in paths if path.endswith("." + ending)]
        mark = f"\n\n<p>{MARK}</p>\n\n" if ending == "html" else f"\n\n{MARK}\n\n"
        for together in (of_kind[start:start + BATCH] for start in range(0, len(of_kind), BATCH)):
            source = "".join(source_of(path) + mark for path in together)
            run = subprocess.run(["pandoc", "-f", reader, "-t", "json"], input=source, text=True, stdout=subprocess.PIPE, check=True)
            documents = [[]]
            for piece in walk(json.loads(run.stdout)["blocks"]):
                if piece.text == MARK:
                    documents.append([])
                else:
                    documents[-1].append(piece)
            if len(documents) != len(together) + 1:
                raise ValueError(f"something stays open in one of {together}")
            said |= dict(zip(together, documents))
    return said


# Mathematics in code, as one host wants it.
IN_CODE = re.compile(r"^```math\n(.+?)\n```$|\$`([^`\n]+)`\$", re.S | re.M)
# A matrix is a table in Markdown: its name, its sign and its shape are in the corner. The line above has the name and
# the shape, where the corner has none.
MATRIX = re.compile(r"^\| \$([^$\n]*)(=|\\approx)\$( \$\[[^$\n]*\]\$)? \|.*\n\|[-: |]*\n((?:\|.*\n?)+)", re.M)
# What pandoc does not look into.
FRAMES = re.compile(r"\\(?:begin|end)\{(?:questions|parts|solution)\}(?:\[\w+\])?|\\(?:question|part) |\\resizebox\{\\linewidth\}\{!\}")


def source_of(path):
    """What pandoc is to read of a document."""
    with open(path, encoding="utf-8") as file:
        source = file.read()
    if path.endswith("md"):
        return MATRIX.sub(in_brackets, IN_CODE.sub(lambda code: f"$${code[1]}$$" if code[1] else f"${code[2]}$", source))
    if path.endswith("tex"):
        body = FRAMES.sub("", source.split(r"\begin{document}")[1].split(r"\end{document}")[0]).replace(r"\textbar{}", "|")
        return re.sub(r"\[U\+(\w+)\]", lambda letter: chr(int(letter[1], 16)), body)
    # An equation is in pieces, between which a browser may break a line.
    source = re.sub(r"</math>\s*(?:</?span[^>]*>\s*)*<math display=\"block\">", "", source)
    return re.sub(r"<(button|script).*?</\1>", "", re.search(r"<body.*</body>", source, re.S)[0], flags=re.S)


def in_brackets(table):
    name, sign, shape, rows = table.groups()
    entries = " & ".join(re.findall(r"\$([^$]*)\$", rows))
    return f"$${name if shape else ''}{sign} \\begin{{bmatrix}} {entries} \\end{{bmatrix}} {(shape or '').replace('$', '')}$$\n"


def walk(node):
    """The pieces of what pandoc has read."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c")
        if kind == "Math":
            yield Piece("inline" if content[0]["t"] == "InlineMath" else "display", plain(content[1]), content[1])
        elif kind == "Str" or kind == "Code" or (kind == "CodeBlock" and not is_picture(content[1])):
            # In code pandoc leaves the letters as they were written.
            yield Piece("word", content, None) if kind == "Str" else Piece("code", COMMAND.sub(sign, content[1]), None)
        elif kind == "Link":
            yield from [*walk(content[1]), Piece("word", f"({content[2][0]})", None)]
        elif kind not in ("RawBlock", "RawInline", "CodeBlock", "Image"):
            yield from walk(list(node.values()))


def is_picture(text):
    """Neurons, quantities or bars drawn with characters, which only some formats have."""
    return re.search("[▶█←┤]|-> |<- ", text)
