"""What a calculator says to printed numbers: fractions, in which exponentials, logarithms, roots and waves have 60 digits."""
import ast
import decimal
import operator
import re
from decimal import Decimal
from fractions import Fraction

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


class NotUnderstood(Exception):
    """Numbers only, and still no expression that a calculator takes."""


def value(text):
    """The value of an expression in plain text."""
    source = as_python(text)
    try:
        return evaluated(ast.parse(source, mode="eval").body, source)
    except (SyntaxError, ValueError, ArithmeticError) as error:
        raise NotUnderstood(f"{text} has no value: {type(error).__name__}") from error


def as_python(text):
    """The expression in the signs of Python."""
    if found := re.search(r"[-+·×/] *[-+]", text):
        raise NotUnderstood(f"a sign meets an operator: {found[0]}")
    # The innermost condition first: [[2 > 1] ≥ 1].
    while (settled := CONDITION.sub(lambda found: f"{RELATIONS[found[2]]}({found[1]},{found[3]})", text)) != text:
        text = settled
    text = text.replace("√", "sqrt").replace("^", "**")
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text.replace("·", "*").replace("×", "*"))
    text = re.sub(r"([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda power: f"**({power[1].translate(SUPERSCRIPTS)})", text)
    text = text.replace("σ", "sigmoid").replace("′", "_slope")
    return re.sub(r"(?<=[\d)])\s*(?=[(a-zA-Z])", "*", text)


CONDITION, RELATIONS = re.compile(r"\[([^][]*?)(>|≥)([^][]*)\]"), {">": "greater", "≥": "at_least"}
OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def evaluated(node, source):
    match node:
        case ast.Constant():
            return Fraction(source[node.col_offset:node.end_col_offset])
        case ast.UnaryOp(op=ast.USub()):
            return -evaluated(node.operand, source)
        case ast.BinOp(op=ast.Pow()):
            return power(evaluated(node.left, source), evaluated(node.right, source))
        case ast.BinOp(op=sign):
            return OPERATORS[type(sign)](evaluated(node.left, source), evaluated(node.right, source))
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
            return FUNCTIONS[name](*(evaluated(argument, source) for argument in node.args))
    raise ValueError(ast.unparse(node))


def by_decimals(function, x):
    """An exponential or a logarithm; of a small number with more digits, so that 60 are left of its distance from 1."""
    with decimal.localcontext(prec=1000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN) as context:
        x = Decimal(x.numerator) / Decimal(x.denominator)
        context.prec = min(1000, 60 + max(0, -x.adjusted()))
        return Fraction(function(x))


def power(x, y):
    """Exactly for whole exponents, as far as a person would write the result down."""
    if (y.denominator == 1 and abs(y) < 1000) or x == 0:
        return x ** int(y) if y.denominator == 1 else Fraction(0 if y > 0 else 1 / y)
    if x < 0 and y.denominator > 1:
        raise ValueError("a negative number has whole powers only")
    sign = -1 if x < 0 and y.numerator % 2 else 1
    return sign * by_decimals(lambda exponent: (exponent * (Decimal(abs(x).numerator) / Decimal(abs(x).denominator)).ln()).exp(), y)


def sin(x):
    """By the series, after turns of 2π are taken away: Σ (−1)ⁿ x^(2n + 1) / (2n + 1)!."""
    def series(x):
        context = decimal.getcontext()
        context.prec += 20 + max(0, x.adjusted())
        x = x.remainder_near(2 * pi(context.prec))
        term, total, n = x, x, 1
        while term and term.adjusted() > x.adjusted() - context.prec:
            term *= -x * x / ((n + 1) * (n + 2))
            total, n = total + term, n + 2
        return total
    return by_decimals(series, x)


def cos(x):
    return 1 - 2 * sin(x / 2) ** 2


def pi(digits):
    """Machin's 16 arctan 1/5 − 4 arctan 1/239."""
    one = 10 ** (digits + 10)

    def arctan(n):
        power, total, k = one // n, 0, 1
        while power:
            total, power, k = total + (power // k if k % 4 == 1 else -(power // k)), power // (n * n), k + 2
        return total
    return Decimal(16 * arctan(5) - 4 * arctan(239)) / one


def exp(x):
    return by_decimals(Decimal.exp, x)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def tanh(x):
    return 2 * sigmoid(2 * x) - 1


FUNCTIONS = {
    "exp": exp, "ln": lambda x: by_decimals(Decimal.ln, x), "sigmoid": sigmoid, "tanh": tanh, "max": max, "min": min, "abs": abs,
    "sigmoid_slope": lambda x: sigmoid(x) * sigmoid(-x), "tanh_slope": lambda x: 1 - tanh(x) ** 2,
    "sin": sin, "cos": cos, "sqrt": lambda x: by_decimals(Decimal.sqrt, x), "step": lambda x: Fraction(int(x > 0)),
    "greater": lambda x, y: Fraction(int(x > y)), "at_least": lambda x, y: Fraction(int(x >= y)), "ReLU": lambda x: max(Fraction(0), x), "ReLU_slope": lambda x: Fraction(int(x > 0)),
    "sign": lambda x: Fraction((x > 0) - (x < 0)),
}
