#!/usr/bin/env python3
"""Every printed line of mathematics, evaluated again from its printed numbers.

usage: true_as_printed.py FILE…        Markdown, LaTeX (.tex), plain text (.txt)
       true_as_printed.py --self-test

Each chain is split at its relations. Where two sides hold numbers only, `=` must be exact (with functions:
to 40 digits), and the number after `≈` must be within one unit of its own last digit. What stands between
them in letters only weakens `=` to `≈`. Exit 1 if a line is false, a numeric side cannot be read, or
nothing was found to check.
"""
import sys
from collections import namedtuple
from decimal import Decimal, localcontext
from fractions import Fraction

from arithmetic import AGREED, NotANumber, NotUnderstood, literal, value
from reading import formulas
from tokens import tex_tokens, text_tokens

Chain = namedtuple("Chain", "sides relations")
Side = namedtuple("Side", "tokens value literal problem")
Finding = namedtuple("Finding", "at what")

SMALLEST_DOUBLE = Fraction(10) ** -307


def chains(tokens, prose=False):
    """The chains of one formula; one that begins with a relation goes on from the one before it."""
    found, sides, relations, depth = [], [[]], [], 0

    def close():
        nonlocal sides, relations
        if relations and not sides[0] and found:
            found[-1] = Chain(found[-1].sides + sides[1:], found[-1].relations + relations)
        elif relations or sides[0]:
            found.append(Chain(sides, relations))
        sides, relations = [[]], []

    tokens = opened(unindented(tokens), prose)
    for i, token in enumerate(tokens):
        depth += (token.kind in "({") - (token.kind in ")}")
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        if depth > 0 and token.kind not in ("row", "gap"):
            sides[-1].append(token._replace(kind="symbol") if token.kind == "remark" else token)
        elif token.kind == "relation":
            relations.append(token)
            sides.append([])
        elif token.kind in ("separator", ","):
            close()
        elif token.kind == "remark":
            if sides[-1]:
                close()
            else:
                sides[-1].append(token._replace(kind="symbol"))
        elif token.kind in ("row", "gap"):
            if depth <= 0 and not goes_on(token, sides, relations, following):
                close()
        else:
            sides[-1].append(token)
    close()
    return found


def goes_on(token, sides, relations, following):
    """Whether the chain continues on the next row."""
    if following is None or following.kind == "relation":
        return True
    if not sides[-1]:
        return bool(relations)
    in_sum = following.kind == "operator" and bool(relations)
    return token.kind == "row" and (in_sum or sides[-1][-1].kind == "operator")


def unindented(tokens):
    """Without the space that sets in a continued row."""
    return [t for i, t in enumerate(tokens)
            if not (t.kind == "separator" and not t.text and i and tokens[i - 1].kind == "row")]


def opened(tokens, prose):
    """Parentheses around a whole relation only set it off, and in prose so do those that do not close."""
    out, stack = list(tokens), []
    for i, token in enumerate(tokens):
        if token.kind == "(":
            stack.append([i, False])
        elif token.kind == "relation" and stack:
            stack[-1][1] = True
        elif token.kind == ")" and stack:
            start, holds_relation = stack.pop()
            if holds_relation:
                for j in (start, i):
                    out[j] = tokens[j]._replace(kind="separator")
        elif token.kind == ")" and prose:
            out[i] = token._replace(kind="separator")
    for start, _ in stack if prose else []:
        out[start] = tokens[start]._replace(kind="separator")
    return out


def without_prose(tokens, first, last):
    """The numbers next to the relation, where a sentence leads up to a chain or goes on after it."""
    words = [i for i, t in enumerate(tokens) if t.kind == "word"]
    if words and first:
        rest = tokens[words[-1] + 1:]
        touching = len(rest) > 1 and rest[1].at == rest[0].at + 1
        if rest and (rest[0].kind != "operator" or (rest[0].text == "-" and touching)):
            return rest
    elif words and last and words[0] > 0 and tokens[words[0] - 1].kind != "operator":
        rest = tokens[:words[0]]
        return rest[:-1] if rest[-1].kind == "(" else rest
    return tokens


def side(tokens, first, last):
    """One side of a relation: its value, if it holds numbers only."""
    tokens = without_prose(tokens, first, last)
    while tokens and tokens[-1].kind == "odd" and tokens[-1].text in ".!":
        tokens = tokens[:-1]
    if not tokens or any(t.kind in ("symbol", "word") for t in tokens):
        return Side(tokens, None, None, None)
    if unknown := next((t for t in tokens if t.kind == "name"), None):
        return Side(tokens, None, None, f"what is {unknown.text}?")
    try:
        return Side(tokens, value(tokens), literal(tokens), None)
    except NotANumber:
        return Side(tokens, None, None, None)
    except NotUnderstood as problem:
        return Side(tokens, None, None, str(problem))


def judge(chain):
    """(number of relations checked, what is false, what is not understood) of one chain."""
    last = len(chain.sides) - 1
    sides = [side(tokens, i == 0, i == last) for i, tokens in enumerate(chain.sides)]
    unread = [Finding(place(s, chain), s.problem) for s in sides if s.problem]
    numeric = [i for i, s in enumerate(sides) if s.value is not None]
    checked, false = 0, []
    for i, j in zip(numeric, numeric[1:]):
        between = {r.text for r in chain.relations[i:j]}
        if not between <= {"=", "≈"}:
            if j > i + 1:
                continue
            problem = ordered(sides[i].value, sides[j].value, between.pop())
        elif between == {"="}:
            problem = equal(sides[i].value, sides[j].value)
        else:
            printed = next((sides[k].literal for k in numeric if k >= j and sides[k].literal), None)
            if printed is None:
                unread.append(Finding(place(sides[j], chain), "≈ wants a number on its right"))
                continue
            problem = near(sides[i].value, *printed)
        checked += 1
        if problem:
            false.append(Finding(place(sides[j], chain), problem))
    return checked, false, unread


def place(one, chain):
    return (one.tokens or chain.relations)[0].at


def short(number):
    with localcontext(prec=20):
        number = number if isinstance(number, Decimal) else Decimal(number.numerator) / number.denominator
        return str(+number)


def distance(a, b):
    with localcontext(prec=1000):
        a, b = (x if isinstance(x, Decimal) else Decimal(x.numerator) / x.denominator for x in (a, b))
        return abs(a - b), max(abs(a), abs(b))


def equal(left, right):
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return None if left == right else f"= is not exact: the left is {short(left)}"
    off, size = distance(left, right)
    return None if off <= size.scaleb(-AGREED) else f"= is not exact: the left is {short(left)}"


def near(left, printed, unit):
    # A zero shows no digit at all: it only stands for what a double cannot hold.
    unit = unit if printed else SMALLEST_DOUBLE
    if isinstance(left, Decimal):
        off, _ = distance(left, printed)
        ok = off <= Decimal(unit.numerator) / unit.denominator
    else:
        ok = abs(left - printed) <= unit
    return None if ok else f"≈ is off: the left is {short(left)}"


def ordered(left, right, relation):
    holds = {"<": left < right, ">": left > right, "≤": left <= right, "≥": left >= right, "≠": left != right}
    return None if holds[relation] else f"{relation} does not hold: the left is {short(left)}"


def checked_source(source, kind):
    """(checked, false, not understood) of a whole file."""
    before = {}
    for formula in formulas(source, kind):
        read = text_tokens if formula.kind == "text" else tex_tokens
        found = chains(read(formula.source, formula.at), prose=formula.kind == "text")
        # An inline formula goes on only from one of its own line.
        key = formula.kind if formula.kind != "inline" else ("inline", source.count("\n", 0, formula.at))
        done = before.setdefault(key, [])
        if found and done and not found[0].sides[0] and found[0].relations:
            done[-1] = Chain(done[-1].sides + found[0].sides[1:], done[-1].relations + found[0].relations)
            found = found[1:]
        done += found
    results = [judge(chain) for done in before.values() for chain in done if chain.relations]
    return (sum(r[0] for r in results), *(sorted(f for r in results for f in r[k]) for k in (1, 2)))


def main(arguments):
    if arguments == ["--self-test"]:
        from truth_cases import self_test
        return self_test(checked_source)
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    checked = false = unread = 0
    for path in arguments:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        kind = {"tex": "latex", "txt": "text"}.get(path.rsplit(".", 1)[-1], "markdown")
        count, wrong, unclear = checked_source(source, kind)
        checked, false, unread = checked + count, false + len(wrong), unread + len(unclear)
        if not count:
            print(f"{path}: nothing to check was found")
            unread += 1
        for label, findings in (("false", wrong), ("not understood", unclear)):
            for at, what in findings:
                line = source.count("\n", 0, at) + 1
                print(f"{path}:{line}: {label}: {source[at:].splitlines()[0][:90]}\n    {what}")
    print(f"{checked} relations checked, {false} false, {unread} numeric pieces not understood")
    return 1 if false or unread or not checked else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
