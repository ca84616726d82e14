"""Printed mathematics as tokens: TeX and plain Unicode text give the same ones.

Kinds: `number`; `operator` (+ - * / ^); `(` `)` `{` `}` `|` `,`; `function`, `prime`, `fraction`,
`root`; `relation`; `symbol` (a letter: what holds one is no number); `name` (an unknown function);
`word` (prose); `remark` (\\text); `separator`; `row` (a line ends); `gap` (a column ends); `odd`.
"""
import re
from collections import namedtuple

Token = namedtuple("Token", "kind text at")

FUNCTIONS = {"σ": "σ", "tanh": "tanh", "exp": "exp", "e": "e", "ln": "ln", "max": "max", "min": "min",
             "ReLU": "ReLU", "sigmoid": "σ", "sign": "sign", "abs": "abs"}
RELATIONS = {"=": "=", "≈": "≈", "<": "<", ">": ">", "≤": "≤", "≥": "≥", "≠": "≠"}
OPERATORS = {"+": "+", "-": "-", "−": "-", "·": "*", "×": "*", "∗": "*", "*": "*", "/": "/", "÷": "/", "^": "^"}
BRACKETS = {"(": "(", ")": ")", "[": "(", "]": ")", "{": "{", "}": "}", "|": "|"}
VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}

COMMANDS = {
    "cdot": ("operator", "*"), "times": ("operator", "*"), "div": ("operator", "/"),
    "approx": ("relation", "≈"), "leq": ("relation", "≤"), "le": ("relation", "≤"), "geq": ("relation", "≥"),
    "ge": ("relation", "≥"), "neq": ("relation", "≠"), "ne": ("relation", "≠"),
    "lt": ("relation", "<"), "gt": ("relation", ">"),
    "frac": ("fraction", ""), "tfrac": ("fraction", ""), "dfrac": ("fraction", ""), "sqrt": ("root", ""),
    "lvert": ("(", "|"), "rvert": (")", "|"), "lbrack": ("(", "["), "rbrack": (")", "]"),
    "prime": ("prime", ""), "quad": ("separator", ""), "qquad": ("separator", ""),
    "sigma": ("function", "σ"), "tanh": ("function", "tanh"), "exp": ("function", "exp"),
    "ln": ("function", "ln"), "max": ("function", "max"), "min": ("function", "min"),
}
INVISIBLE = set("left right big bigl bigr Big Bigl Bigr bigg biggl biggr displaystyle textstyle nonumber notag "
                "allowbreak nobreak mathstrut boxed underbrace overbrace limits".split())
SYMBOLS = set("partial nabla delta Delta eta theta alpha beta gamma lambda ell varepsilon epsilon mathcal mathbf "
              "mathbb boldsymbol vec hat bar sum prod lVert rVert infty odot top in to mapsto mathit".split())

TEX = re.compile(r"""
    (?P<space>\s+|\\[,;:!\ >]|~|&|\{\s*\}|%[^\n]*\n|\\(?:[hv]space\*?|phantom|label|tag)\s*\{[^{}]*\})
  | (?P<row>\\\\\*?(?:\[[^\]]*\])?)
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<prime>\^\s*\{\s*(?:\\prime|')\s*\}|\^\s*\\prime(?![A-Za-z])|')
  | (?P<called>\\(?:mathrm|operatorname|text|textrm|mathop)\s*\{(?P<inner>[^{}]*)\})
  | (?P<command>\\[A-Za-z]+)
  | (?P<escaped>\\[{}|])
  | (?P<letter>[^\W\d_])
  | (?P<other>.)""", re.X | re.S)

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
# Keeps places where one sign stands in for several letters.
FILLER = "\u2060"
RAISED = {digit: raised for raised, digit in SUPERSCRIPTS.items()}
TEXT = re.compile(r"""
    (?P<blank>\n[ \t]*\n\s*) | (?P<row>\n[ \t]*) | (?P<gap>[ \t]{2,}|\t) | (?P<space>[\s\u2060])
  | (?P<number>\d+(?:\.\d+)?(?:[eE][-−+]?\d+)?)
  | (?P<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+) | (?P<raised>[⁽⁾ᴸᵀⁿ⁺]+)
  | (?P<vulgar>[½¼¾⅓⅔⅛])
  | (?P<prime>['′])
  | (?P<letter>[^\W\d_](?:[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]|(?<=[₀-₉]),(?=[₀-₉]))*)
  | (?P<other>.)""", re.X | re.S)


def tex_tokens(source, start=0):
    """The tokens of one formula in TeX; `start` is where it stands in its file."""
    tokens = []
    for match in TEX.finditer(masked(source)):
        kind, text, at = match.lastgroup, match.group(), start + match.start()
        if kind == "inner":
            kind = "called"
        if kind == "space":
            continue
        if kind == "called":
            tokens.append(called(match.group("inner").strip(), text, at))
        elif kind == "command":
            name = text[1:]
            if name in INVISIBLE:
                continue
            known = COMMANDS.get(name) or (("symbol", name) if name in SYMBOLS else ("odd", text))
            tokens.append(Token(*known, at))
        elif kind == "letter":
            tokens.append(Token("function" if text in FUNCTIONS else "symbol", FUNCTIONS.get(text, text), at))
        elif kind in ("other", "escaped"):
            tokens.append(mark(text, at))
        else:
            tokens.append(Token(kind, text, at))
    return settled(tokens)


def text_tokens(source, start=0):
    """The tokens of plain text, prose and formulas alike."""
    tokens = []
    if source.isascii():
        source = from_ascii(source)
    for match in TEXT.finditer(without_matrices(source)):
        kind, text, at = match.lastgroup, match.group(), start + match.start()
        if kind == "space":
            continue
        if kind == "power":
            digits = "".join(SUPERSCRIPTS[c] for c in text)
            tokens += [Token("operator", "^", at), Token("{", "{", at)]
            tokens += [Token("operator", "-", at)] if digits[0] == "-" else []
            tokens += [Token("number", digits.lstrip("-"), at), Token("}", "}", at)]
        elif kind == "vulgar":
            above, below = VULGAR[text].split("/")
            tokens += [Token("(", "(", at), Token("number", above, at), Token("operator", "/", at),
                       Token("number", below, at), Token(")", ")", at)]
        elif kind == "letter":
            tokens.append(letters(text, source[match.end():match.end() + 1], at))
        elif kind == "other":
            tokens.append(Token("root", "√", at) if text == "√" else mark(text, at))
        else:
            tokens.append(Token({"blank": "separator", "raised": "symbol"}.get(kind, kind), text, at))
    return settled(tokens)


def called(inner, text, at):
    """An upright name: a function that we know, a letter, a remark, or a name to settle later."""
    if inner in FUNCTIONS:
        return Token("function", FUNCTIONS[inner], at)
    if text.startswith("\\text"):
        return Token("remark", text, at)
    return Token("name" if len(inner) > 1 else "symbol", inner, at)


def letters(text, following, at):
    """A run of letters in plain text."""
    if text in FUNCTIONS:
        return Token("function", FUNCTIONS[text], at)
    if len(text) > 1 and text.isascii() and text.isalpha():
        return Token("name" if following == "(" else "word", text, at)
    return Token("symbol", text, at)


def mark(text, at):
    """A single character that is neither letter nor digit."""
    text = text.lstrip("\\") or "\\"
    for kind, table in (("relation", RELATIONS), ("operator", OPERATORS)):
        if text in table:
            return Token(kind, table[text], at)
    if text in BRACKETS:
        return Token(BRACKETS[text], text, at)
    if text == ",":
        return Token(",", text, at)
    if text in ";:":
        return Token("separator", text, at)
    return Token("symbol" if text in "_∂∇Σ∑…ℓ?" else "odd", text, at)


def settled(tokens):
    """A function without its argument is only a letter: σ by itself, e by itself."""
    out = []
    for i, token in enumerate(tokens):
        after = [t.kind if t.text != "^" else "^" for t in tokens[i + 1:i + 3] if t.kind != "row"]
        after = after[1:] if after[:1] == ["prime"] else after
        nearest = after[0] if after else ""
        if token.kind == "function" and (
                (token.text == "e" and nearest != "^") or (token.text in ("σ", "ReLU") and nearest not in ("(", "^"))):
            token = token._replace(kind="symbol")
        if token.kind == "name" and nearest != "(":
            token = token._replace(kind="symbol")
        out.append(token)
    return out


def from_ascii(source):
    """Text in ASCII with the signs that it stands in for, every place and line kept."""
    source = source.replace("~=", "≈" + FILLER).replace("...", "…" + 2 * FILLER)
    source = re.sub(r"\bsigma(?='?\()", 4 * FILLER + "σ", source)
    source = re.sub(r"\^(-?\d+)", lambda m: "".join(RAISED[c] for c in m.group(1)) + FILLER, source)
    # What stands below a heading is no relation.
    source = re.sub(r"^(=+|-+|\.+)$", lambda m: " " * len(m.group()), source, flags=re.M)
    source = re.sub(r"-+>", lambda m: "─" * len(m.group()), source)
    # Rows of a matrix, the shape beside it, and names with the neurons in brackets, the example after an @.
    source = re.sub(r"\|([ ]*-?\d[^|\n]*)\|", r"⎛\1⎞", source)
    source = re.sub(r"(?<=   )\[(\d+) x (\d+)\]$", r"[\1 × \2]", source, flags=re.M)
    return re.sub(r"(?<=[A-Za-z0-9])(\[\d+(,\d+)?\]|@\d+)+", lambda m: "_" * len(m.group()), source)


def without_matrices(source):
    """Plain text with every row of a matrix, and the column of ones, as one letter, and without the shapes beside them."""
    source = re.sub(r"(?<=   )\[\d+ × \d+\]$", lambda m: " " * len(m.group()), source, flags=re.M)
    rows = re.compile(r"[⎛⎜⎝][^\n⎞⎟⎠]*[⎞⎟⎠]|\([−-]?\d[^()\n]* {2,}[^()\n]*\)|𝟏")
    return rows.sub(lambda m: "M" + " " * (len(m.group()) - 1), source)


def masked(source):
    """The formula with every matrix and every label of a brace as one letter: the places stay."""
    def letter(match):
        return "M" + " " * (len(match.group()) - 1)
    source = re.sub(r"\\begin\{([bpvBV]?matrix|array|cases)\}.*?\\end\{\1\}", letter, source, flags=re.S)
    source = re.sub(r"\\(begin|end)\{(aligned|split|alignedat|gathered)\}", lambda m: " " * len(m.group()), source)
    label = re.compile(r"(\\underbrace\s*\{(?:[^{}]|\{[^{}]*\})*\})(\s*_\s*\{(?:[^{}]|\{[^{}]*\})*\})")
    return label.sub(lambda m: m.group(1) + " " * len(m.group(2)), source)
