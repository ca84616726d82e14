// What is typed into a blank: a number as people type it, and one unit of its last digit.
const exactness = 1e-13;
const lastSide = (text) => text.split(/[=≈]/).at(-1);
const tidy = (text) => lastSide(text)
  .replace(/[−–‐‑]/g, "-").replace(/[·×⋅∙•∗]/g, "*").replace(/÷/g, "/").replace(/[*][*]/g, "^").replace(/(\d)\s*[x]\s*(?=[\d.(])/gi, "$1*")
  .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => "^(" + [...raised].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("") + ")")
  .replace(/\s*([-+*/^()])\s*/g, "$1").trim();
const decimals = (digits) => (digits.split(".")[1] ?? "").length;

// Nothing where it can not be read. How exact a 0 alone is, the other numbers say.
function read(text) {
  text = tidy(text);
  const decimal = text.match(/^[-+]?(\d+[.]?\d*|[.]\d+)(?:e([-+]?\d+)|[*]10\^[(]?([-+]?\d+)[)]?)?$/i);
  if (decimal) {
    const power = Number(decimal[2] ?? decimal[3] ?? 0);
    const value = Number(text.replace(/[*]10\^[(]?([-+]?\d+)[)]?$/, "e$1"));
    const unit = Number("1e" + (power - decimals(decimal[1])));
    return Number.isFinite(value) ? { value, unit: value === 0 && unit === 1 ? 0 : unit } : undefined;
  }
  try {
    const literals = [];
    const bounds = reach(entryFormula(parse(text, literals)), (number) => literals[number]);
    const unit = Math.max(orZero(width(bounds) / 2), exactness * Math.abs(bounds.point));
    return Number.isFinite(bounds.point) ? { value: bounds.point, unit } : undefined;
  } catch {
    return undefined;
  }
}

// Arithmetic as a formula over its decimals, any of which may be off by one unit of its last digit.
function parse(text, literals) {
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
    const name = token === "σ" ? "sigma" : token;
    if (["exp", "ln", "sqrt", "tanh", "sigma", "max", "min"].includes(name) && take("(")) {
      const call = [name, sum()];
      while (take(",")) call.push(sum());
      if (!take(")")) throw new SyntaxError();
      return call;
    }
    if (!/^[.\d]/.test(token)) throw new SyntaxError();
    const [mantissa, power] = token.toLowerCase().split("e");
    const slack = token.includes(".") ? 10 ** (Number(power ?? 0) - decimals(mantissa)) : 0;
    const point = Number(token);
    return literals.push({ point, low: point - slack, high: point + slack }) - 1;
  }
  const formula = sum();
  if (next < tokens.length) throw new SyntaxError();
  return formula;
}
