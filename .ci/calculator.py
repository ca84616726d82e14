"""What a calculator says to printed numbers: fractions, in which exponentials and logarithms have 60 digits."""
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
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text.replace("·", "*").replace("×", "*"))
    text = re.sub(r"([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda power: f"**({power[1].translate(SUPERSCRIPTS)})", text)
    text = text.replace("σ", "sigmoid").replace("′", "_slope")
    return re.sub(r"(?<=[\d)])\s*(?=[(a-zA-Z])", "*", text)


OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def evaluated(node, source):
    match node:
        case ast.Constant():
            return Fraction(source[node.col_offset:node.end_col_offset])
        case ast.UnaryOp(op=ast.USub()):
            return -evaluated(node.operand, source)
        case ast.BinOp(op=ast.Pow()):
            return evaluated(node.left, source) ** int(evaluated(node.right, source))
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


def exp(x):
    return by_decimals(Decimal.exp, x)


def sigmoid(x):
    return 1 / (1 + exp(-x))


def tanh(x):
    return 2 * sigmoid(2 * x) - 1


FUNCTIONS = {
    "exp": exp, "ln": lambda x: by_decimals(Decimal.ln, x), "sigmoid": sigmoid, "tanh": tanh, "max": max, "min": min, "abs": abs,
    "sigmoid_slope": lambda x: sigmoid(x) * sigmoid(-x), "tanh_slope": lambda x: 1 - tanh(x) ** 2,
    "ReLU": lambda x: max(Fraction(0), x), "ReLU_slope": lambda x: Fraction(int(x > 0)),
    "sign": lambda x: Fraction((x > 0) - (x < 0)),
}
