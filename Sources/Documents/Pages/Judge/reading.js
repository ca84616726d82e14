// What is typed into a blank: a number as people type it, and one unit of its last digit.
const exactness = 1e-13;
const lastSide = (text) => text.split(/[=≈]/).at(-1);
const tidy = (text) => lastSide(text)
  .replace(/[−–‐‑]/g, "-").replace(/[·×⋅∙•∗]/g, "*").replace(/÷/g, "/").replace(/[*][*]/g, "^").replace(/(\d)\s*[x]\s*(?=[\d.(])/gi, "$1*")
  .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => "^(" + [...raised].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("") + ")")
  .replace(/\s*([-+*/^()])\s*/g, "$1").trim();
const decimals = (digits) => (digits.split(".")[1] ?? "").length;

// With a point before its decimals: 0,66 of a page with commas, and alone on any page. Nothing where it may be thousands: 2,469.
const thousands = /^[-+−]?[1-9]\d{0,2}([.,]\d{3})+$/;
function pointed(text, decimal) {
  const comma = decimal === "comma";
  const alone = lastSide(text).trim();
  if (/^[-+−]?\d+([.,]\d{3})+[.,]\d+$/.test(alone) || comma !== alone.includes(",") && thousands.test(alone)) return undefined;
  if (comma) return text.replace(/(\d),(?=\d)/g, "$1.").replace(/;/g, ",");
  return /^[-+−]?\d+,\d+\s*([%eE·×⋅*].*)?$/.test(alone) ? alone.replace(",", ".") : text;
}

// Words that say how sure somebody is.
const hedges = /^(?:约等于|约为|大约|大概|差不多|近似|约|~|(?:about|approx(?:imately)?|around|roughly|circa|ca|etwa|ungefähr|rund|environ)\b[.]?)\s*|\s*(?:左右|上下|附近)$/gi;

// Two numbers, a range or a day are no single number; 0.2-0.7 is a difference where the true value is below 0.
function isSingle(text, truth) {
  if (/^[-\d.]+(±|[+][/]?-|[.][.]+|…|~|至|到)[\d.]+$/.test(text)) return false;
  const day = text.match(/^(\d+)([-/.])(\d+)(?:\2(\d+))?$/);
  if (day) {
    const parts = [day[1], day[3], day[4]].filter((part) => part !== undefined);
    const hasZero = parts.some((part) => /^0\d$/.test(part));
    if (parts.length === 3 && (hasZero || parts.some((part) => /^(19|20)\d\d$/.test(part)))) return false;
    if (parts.length === 2 && hasZero && (day[2] !== "." || /^0\d[.](0\d|1[0-2])$/.test(text))) return false;
  }
  const range = text.match(/^(-?(?:\d+[.]?\d*|[.]\d+))-((?:\d+[.]?\d*|[.]\d+))$/);
  if (!range) return true;
  const [first, second] = [Number(range[1]), Number(range[2])];
  return first >= second || (first >= 0 && (truth ?? 0) < 0);
}

// A number in digits and nothing else. How exact a 0 alone is, the other numbers say.
function readDecimal(text) {
  text = tidy(text);
  const decimal = text.match(/^[-+]?(\d+[.]?\d*|[.]\d+)(?:e([-+]?\d+)|[*]10\^[(]?([-+]?\d+)[)]?)?$/i);
  if (!decimal) return undefined;
  const power = Number(decimal[2] ?? decimal[3] ?? 0);
  const value = Number(text.replace(/[*]10\^[(]?([-+]?\d+)[)]?$/, "e$1"));
  const unit = Number("1e" + (power - decimals(decimal[1])));
  return Number.isFinite(value) ? { value, unit: value === 0 && unit === 1 ? 0 : unit } : undefined;
}

// Nothing where it can not be read; `known` are the numbers for which decimals in arithmetic may stand.
function read(text, truth, known = []) {
  text = tidy(tidy(text ?? "").replace(hedges, ""));
  if (!isSingle(text, truth)) return undefined;
  const decimal = readDecimal(text);
  if (decimal) return decimal;
  try {
    const literals = [];
    const bounds = reach(entryFormula(parse(text, literals, known)), (number) => literals[number]);
    const unit = Math.max(orZero(width(bounds) / 2), exactness * Math.abs(bounds.point));
    return Number.isFinite(bounds.point) ? { value: bounds.point, unit } : undefined;
  } catch {
    return undefined;
  }
}

// By how much a decimal may differ from what it stands for, as KnownNumbers has it: a number that is given, or found exactly, not
// at all; one that was rounded as much as it does; any other, with digits enough, by a unit.
function slackOf(value, unit, known) {
  if (value === 0) return 0;
  const isSame = (number) => Math.abs(number - value) <= 1e-9 * value;
  const sources = known.map(Math.abs).filter((number) => Math.abs(number - value) < unit && (isSame(number) || !isWholeIn(unit, exactly(number))));
  if (sources.length > 0) return Math.min(unit, 2 * Math.max(...sources.map((number) => (isSame(number) ? 0 : Math.abs(number - value)))));
  return digitsOf({ value, unit }) < 3 ? 0 : unit;
}

// Functions, as they are typed: of one number, and how the others are made of operations.
const plainCalls = ["exp", "ln", "sqrt", "tanh", "sigma", "sin", "cos", "sign", "step", "floor", "tan", "sinh", "cosh", "arcsin",
  "arccos", "arctan", "erf", "softplus"];
const severalCalls = ["max", "min", "sum", "mean", "product", "norm", "logsumexp"];
const calls = {
  σ: (x) => ["sigma", x], sigmoid: (x) => ["sigma", x], log: (x) => ["ln", x], abs: (x) => ["magnitude", x], relu: (x) => ["max", "0", x],
  max: (...x) => ["max", ...x], min: (...x) => ["min", ...x], clip: (x, low, high) => ["min", ["max", x, low], high],
  mod: (x, n) => ["+", x, ["-", ["*", n, ["floor", ["/", x, n]]]]],
  sum: (...x) => ["+", ...x], mean: (...x) => ["/", ["+", ...x], String(x.length)], product: (...x) => ["*", ...x],
  norm: (...x) => ["sqrt", ["+", ...x.map((value) => ["^", value, "2"])]], logsumexp: (...x) => ["logsumexp", ...x],
};

// Arithmetic as a formula over its decimals.
function parse(text, literals, known) {
  const tokens = text.match(/(?:\d+[.]?\d*|[.]\d+)(?:e[-+]?\d+)?|[a-z]+|\S/gi) ?? [];
  let next = 0;
  const take = (sign) => tokens[next] === sign && (next += 1);
  function sum() {
    const terms = [product()];
    for (;;) {
      if (take("+")) terms.push(product());
      else if (take("-")) terms.push(["-", product()]);
      else return ["+", ...terms];
    }
  }
  function product() {
    let left = signed();
    for (;;) {
      if (take("*")) left = ["*", left, signed()];
      else if (take("/")) left = ["/", left, signed()];
      else if (tokens[next] === "(") left = ["*", left, raised()];
      else return left;
    }
  }
  const signed = () => take("-") ? ["-", signed()] : take("+") ? signed() : raised();
  function raised() {
    const base = atom();
    return take("^") ? ["^", base, signed()] : base;
  }
  function atom() {
    if (take("(")) {
      const inside = sum();
      if (!take(")")) throw new SyntaxError();
      return inside;
    }
    const token = tokens[next++] ?? "";
    if (token === "e") return literals.push(exactly(Math.E)) - 1;
    const call = calls[token] ?? (plainCalls.includes(token) ? (x) => [token, x] : undefined);
    if (call && take("(")) {
      const values = [sum()];
      while (take(",")) values.push(sum());
      if (!take(")") || values.length > (severalCalls.includes(token) ? 64 : call.length)) throw new SyntaxError();
      return call(...values);
    }
    if (!/^[.\d]/.test(token)) throw new SyntaxError();
    const [mantissa, power] = token.toLowerCase().split("e");
    const point = Number(token);
    const slack = token.includes(".") ? slackOf(point, 10 ** (Number(power ?? 0) - decimals(mantissa)), known) : 0;
    return literals.push({ point, low: point - slack, high: point + slack }) - 1;
  }
  const formula = sum();
  if (next < tokens.length) throw new SyntaxError();
  return formula;
}
