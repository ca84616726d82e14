"""Every printed line of mathematics, computed again from its printed numbers.

A chain is split at its relations. Where two sides hold numbers only, `=` must be exact (with functions: to 40 digits), and
the number after `≈` must be within one unit of its own last digit. What stands between them in letters only weakens `=`
to `≈`.
"""
import re
from fractions import Fraction

from calculator import SUPERSCRIPTS, NotUnderstood, value

FUNCTION = re.compile(r"(?:[A-Za-z]{2,}|σ)(?=′? *\()")
SYMBOL = re.compile(r"[A-Za-zΑ-Ωα-ω𝟏∂∇…‖]")
LITERAL = re.compile(r"\(?-?(?:(?:\d+(?:\.(\d+))?)(?: ?· ?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?|10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))\)?")
# A zero shows no digit at all: it only stands for what a double cannot hold.
SMALLEST_DOUBLE = Fraction(1, 10 ** 307)


def findings(pieces):
    """The number of relations between numbers, and what is wrong with some of them."""
    checked, wrong = 0, []
    for chain in chains(pieces):
        count, found = judged(chain)
        checked += count
        wrong += [f"{problem}, in: {''.join(chain)}" for problem in found]
    wrong += [f"not known here: {piece.text}" for piece in pieces if piece.tex and "\\" in piece.text]
    prose = " ".join("¶" if piece.tex else piece.text for piece in pieces if piece.kind != "code")
    wrong += [f"a relation that is no formula: {found}" for found in re.findall(r"\S*\d *[=≈] *[-−]?\d\S*", prose)]
    return checked, wrong


def chains(pieces):
    """Sides and relations by turns; a formula that begins with a relation goes on from the one of its kind before it."""
    open_chains = {}
    for piece in pieces:
        if piece.kind not in ("inline", "display") or is_matrix(piece):
            continue
        for part in split(re.sub(r",(?=[₀-₉₋])", "", piece.text.replace("¶", "·")), ",;\t"):
            chain = [side.strip() for side in split(part, "=≈<>≤≥", keep=True)]
            if not chain[0] and len(chain) > 1 and piece.kind in open_chains:
                open_chains[piece.kind] += chain[1:]
                continue
            if piece.kind in open_chains:
                yield open_chains[piece.kind]
            open_chains[piece.kind] = chain
    yield from open_chains.values()


def is_matrix(piece):
    """Entries in rows, or a line with the shape of what it gives."""
    return "matrix}" in piece.tex or re.search(r"\[\d+ × \d+\]", piece.text)


def split(text, separators, keep=False):
    """The text, split where no parenthesis is open."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign in separators and depth == 0:
            parts += [sign, ""] if keep else [""]
        else:
            parts[-1] += sign
    return parts


def judged(chain):
    """(number of relations checked, what is wrong) of one chain."""
    sides, relations = chain[::2], chain[1::2]
    values, wrong, checked = {}, [], 0
    for place, side in enumerate(sides):
        try:
            if len(sides) > 1 and side and not SYMBOL.search(FUNCTION.sub("", side)):
                values[place] = value(side)
        except NotUnderstood as problem:
            wrong.append(str(problem))
    numeric = list(values)
    for left, right in zip(numeric, numeric[1:]):
        checked += 1
        between = set(relations[left:right])
        printed = next((sides[place] for place in numeric if place >= right and LITERAL.fullmatch(sides[place])), None)
        is_exact = not re.search("[a-zσ√^]", sides[left] + sides[right])
        if not holds(values[left], values[right], between, printed, is_exact):
            wrong.append(f"false: {sides[left]} is {float(values[left]):.17g}")
    return checked, wrong


def holds(left, right, relations, printed, is_exact):
    room = 0 if is_exact else max(abs(left), abs(right)) / 10 ** 40
    if relations == {"="}:
        return abs(left - right) <= room
    if relations <= {"=", "≈"}:
        return printed is not None and abs(left - value(printed)) <= unit(printed)
    return {"<": left < right, ">": left > right, "≤": left <= right + room, "≥": left + room >= right}[min(relations - {"=", "≈"})]


def unit(printed):
    """One unit of the last digit of a printed number."""
    decimals, power, alone = LITERAL.fullmatch(printed).groups()
    exponent = int((power or alone or "0").translate(SUPERSCRIPTS)) - len(decimals or "")
    return Fraction(10) ** exponent if value(printed) else SMALLEST_DOUBLE


# After the number of relations in it; what is false comes after a dash.
CASES = r"""
1 z^{(3)} = w^{(3)} \cdot a^{(2)} + b^{(3)} = 1.5 \cdot 0.484634 + 0.1 = 0.826951
- z = 1.5 \cdot 0.484634 + 0.1 = 0.826952
1 \max (0, -0.25) + 0.1 \cdot \min (0, -0.25) = -0.025
- \mathrm{ReLU}^{\prime} \left( 0 \right) = 1
2 \sigma^{\prime}(0.826951) \approx 0.695710 \left(1 - 0.695710\right) \approx 0.211698
1 \frac{1}{1 + e^{-0.35}} - \ln (0.25) - \tanh(0.5)^{2} \approx 1.75936
1 0.3 \cdot 0.0000012345 \approx 3.70 \cdot 10^{-7}
1 1 - \sigma (700) \approx 9.85967654376 \cdot 10^{-305}
- 1 - \sigma (700) = 0
1 e^{-800} \approx 0
- 0.2 \cdot 0.3 \approx 0
1 -2^{2} = \lvert -4 \rvert \cdot (-1)
2 0.1 + 0.2 = 0.3, \quad 1 + 1 = 2
- x = 0.5, y = 2 \cdot 3 = 7
1 C_{\mathrm{new}} = \frac{1}{3} \left( \left( \frac{3}{8} - 1 \right)^{2} + \left( -\frac{1}{2} \right)^{2} \right) = \frac{41}{192}
- \frac{34028236692093846346}{3} \cdot 3 = 34028236692093846347
1 \hat x_{1,-2} = \sqrt{\mathit{loss_{\mathrm{prev}}} + \beta_{2}} = \sqrt{1.5 + 0.75} = 1.5
1 h_{-1} + W_{1}[1,3] = 0.5 \cdot \left[ 2 > 1.5 \right] - 3 \cdot \left[ -1 \geq 0 \right] = 0.5
- v = \left[ 2 > 2 \right] = 1
- v = 2 \cdot \left[ 2 \geq 2 \right] \left( 1 + 1 \right) = 2
1 \sin \left( 0.5 \right)^{2} + \cos (0.5)^{2} = 1
1 \theta_{\mathrm{new}} = \theta \cdot \sin (100) \approx -0.5063656411 \approx -0.50636564
- \cos (3) = 0.989992
1 x^{n} = 2^{0.5} \approx 1.4142135623730951
- x^{n + 1} = 2^{-0.5} \approx 0.70713
1 x^{n + 1} = 9^{-\frac{1}{2}} - (-2)^{3} = \frac{73}{9} - \left( \sqrt{0} \right)^{2} + 2^{-1} - 2^{-2} - \frac{1}{36}
- \operatorname{step} \left( 0 \right) = 1
1 \operatorname{step} (0.1) - \max (1, 2, 3) = -2
- 0.25 \approx \frac{1}{4}
- 0.3 < 0.25
- x = 2 \cdot -3 = -6
- x = 2 3 = 6
- 1 / 0 = 3
- x = 1 + \odd = 3
- x = \mathrm{foo}(3) = 6
"""


def self_test(read):
    """Which of these lines are not judged as they should be; `read` makes pieces of TeX."""
    for line in CASES.strip().splitlines():
        count, tex = line.split(" ", 1)
        checked, wrong = findings(read(tex))
        if bool(wrong) != (count == "-") or (not wrong and checked != int(count)):
            yield f"judged wrongly: {tex}: {checked}, {wrong}"
