"""What a calculator says to printed numbers: exact fractions as far as they go, then 60 digits and more."""
import decimal
import re
from decimal import Decimal
from fractions import Fraction

DIGITS, MOST_DIGITS, AGREED = 60, 1000, 40


class NotUnderstood(Exception):
    """Numbers only, and still no expression that a calculator takes."""


class NotANumber(Exception):
    """A list in parentheses: a vector."""


class Cancelled(Exception):
    """A difference took so many digits that the rest proves nothing."""


def value(tokens):
    """The value of an expression, a Fraction where it is exact, otherwise a Decimal of 40 sure digits."""
    for digits in (DIGITS, MOST_DIGITS):
        with decimal.localcontext(prec=digits, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN):
            try:
                return Expression(tokens, digits == MOST_DIGITS).whole()
            except Cancelled:
                continue
            except (ZeroDivisionError, decimal.DecimalException, OverflowError) as error:
                raise NotUnderstood(f"no value: {type(error).__name__}") from error
    raise NotUnderstood("no value")


def literal(tokens):
    """(value, unit of the last digit) of one printed number such as −1.5 · 10^{−7}; None for anything else."""
    kinds = "".join({"number": "n", "(": "(", ")": ")", "{": "{", "}": "}"}.get(t.kind, t.text) for t in tokens)
    if kinds.startswith("(") and kinds.endswith(")") and kinds.count("(") == 1:
        tokens, kinds = tokens[1:-1], kinds[1:-1]
    shape = re.fullmatch(r"-?n(\*n\^(\{-?n\}|n))?|-?n\^(\{-?n\}|n)", kinds)
    numbers = [t.text for t in tokens if t.kind == "number"]
    if not shape or (len(numbers) > 1 and numbers[-2] != "10"):
        return None
    with_power = len(numbers) > 1
    mantissa = numbers[0] if len(numbers) != 2 else "1"
    power = int(numbers[-1]) * (-1 if "-n" in kinds[1:] else 1) if with_power else 0
    decimals = -Decimal(mantissa.replace("−", "-")).as_tuple().exponent
    number = Fraction(mantissa.replace("−", "-")) * Fraction(10) ** power
    return (-number if kinds[0] == "-" else number), Fraction(10) ** (power - decimals)


class Expression:
    """Recursive descent over the tokens; every rule gives the value of what it has read."""

    def __init__(self, tokens, final):
        self.tokens, self.i, self.final = [t for t in tokens if t.kind not in ("row", "gap")], 0, final

    def whole(self):
        result = self.sum()
        if self.i < len(self.tokens):
            raise NotUnderstood(f"what is '{self.tokens[self.i].text}' here?")
        return result

    def peek(self, kind, *texts):
        if self.i >= len(self.tokens):
            return False
        token = self.tokens[self.i]
        return token.kind == kind and (not texts or token.text in texts)

    def take(self, kind, *texts):
        if not self.peek(kind, *texts):
            return None
        self.i += 1
        return self.tokens[self.i - 1]

    def need(self, kind):
        if not self.take(kind):
            found = self.tokens[self.i].text if self.i < len(self.tokens) else "the end"
            raise NotUnderstood(f"'{kind}' is missing before {found}")

    def sum(self):
        # A sign stands only where an expression begins: `2 + -3` and `2 \cdot -3` want parentheses.
        sign = self.take("operator", "-", "+")
        total = self.product()
        total = -total if sign and sign.text == "-" else total
        while step := self.take("operator", "+", "-"):
            term = self.product()
            total = self.add(total, term if step.text == "+" else -term)
        return total

    def product(self):
        result = self.power()
        while True:
            if step := self.take("operator", "*", "/"):
                factor = self.power()
                if step.text == "/":
                    factor = 1 / factor
                result = self.multiply(result, factor)
            elif self.i < len(self.tokens) and self.tokens[self.i].kind in ("(", "{", "function", "fraction", "root"):
                result = self.multiply(result, self.power())
            else:
                return result

    def power(self):
        base = self.primary()
        while self.take("operator", "^"):
            base = self.raised(base, self.argument())
        return base

    def argument(self):
        """What stands in braces or parentheses, or the one number that follows."""
        if self.peek("{") or self.peek("("):
            return self.group()
        if token := self.take("number"):
            return Fraction(token.text.replace("−", "-"))
        raise NotUnderstood("an argument is missing")

    def group(self):
        opened = self.take("{") or self.take("(")
        inner = self.sum()
        if self.peek(","):
            raise NotANumber
        self.need("}" if opened.kind == "{" else ")")
        return abs(inner) if opened.text == "|" else inner

    def primary(self):
        if token := self.take("number"):
            return Fraction(token.text.replace("−", "-"))
        if self.peek("(") or self.peek("{"):
            return self.group()
        if self.take("|"):
            inner = self.sum()
            self.need("|")
            return abs(inner)
        if self.take("fraction"):
            above = self.argument()
            return self.multiply(above, 1 / self.argument())
        if self.take("root"):
            return self.root(self.argument())
        if token := self.take("function"):
            return self.called(token.text)
        found = self.tokens[self.i].text if self.i < len(self.tokens) else "the end"
        raise NotUnderstood(f"a number is missing before {found}")

    def called(self, name):
        if name == "e":
            self.need("operator")
            return self.exp(self.argument())
        prime = bool(self.take("prime"))
        exponent = self.argument() if self.take("operator", "^") else Fraction(1)
        if name in ("max", "min"):
            result = self.extreme(max if name == "max" else min)
        else:
            x = self.group() if self.peek("(") or self.peek("{") else self.power()
            result = self.apply(name, prime, x)
        return self.raised(result, exponent) if exponent != 1 else result

    def extreme(self, choose):
        self.need("(")
        values = [self.sum()]
        while self.take(","):
            values.append(self.sum())
        self.need(")")
        return choose(values, key=self.as_decimal)

    def apply(self, name, prime, x):
        if name == "ReLU":
            return Fraction(1 if x > 0 else 0) if prime else max(x, x * 0)
        if name == "abs":
            return abs(x)
        if name == "sign":
            return Fraction((x > 0) - (x < 0))
        if name == "σ":
            s = 1 / self.add(Fraction(1), self.exp(-x))
            return self.multiply(s, self.add(Fraction(1), -s)) if prime else s
        if name == "tanh":
            double = self.exp(2 * x)
            t = self.multiply(self.add(double, Fraction(-1)), 1 / self.add(double, Fraction(1)))
            return self.add(Fraction(1), -self.multiply(t, t)) if prime else t
        if prime:
            raise NotUnderstood(f"{name}′")
        return self.exp(x) if name == "exp" else self.ln(x)

    def exp(self, x):
        return Fraction(1) if x == 0 else self.as_decimal(x).exp()

    def ln(self, x):
        if x <= 0:
            raise NotUnderstood("the logarithm of a number that is not positive")
        return Fraction(0) if x == 1 else self.as_decimal(x).ln()

    def root(self, x):
        if isinstance(x, Fraction) and x >= 0:
            exact = [int(Decimal(n).sqrt()) for n in (x.numerator, x.denominator)]
            if exact[0] ** 2 == x.numerator and exact[1] ** 2 == x.denominator:
                return Fraction(*exact)
        return self.as_decimal(x).sqrt()

    def raised(self, base, exponent):
        if isinstance(exponent, Fraction) and exponent.denominator == 1 and abs(exponent) <= 5000:
            return base ** int(exponent)
        return (self.as_decimal(exponent) * self.ln(base)).exp()

    def as_decimal(self, x):
        return x if isinstance(x, Decimal) else Decimal(x.numerator) / Decimal(x.denominator)

    def multiply(self, a, b):
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return a * b
        return self.as_decimal(a) * self.as_decimal(b)

    def add(self, a, b):
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return a + b
        a, b = self.as_decimal(a), self.as_decimal(b)
        total = a + b
        largest = max(a.adjusted(), b.adjusted())
        left = decimal.getcontext().prec - (largest - total.adjusted() if total else largest + MOST_DIGITS)
        if a and b and left < AGREED + 5 and not self.final:
            raise Cancelled
        return total
