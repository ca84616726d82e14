// What judges the numbers that are typed into a page, as `trace check` does, but one number at a time.
//
// It has no answers, only the rules that lead to them: each line is worked out on the numbers that were typed before it,
// with the room that their digits leave, by the right formula and by the wrong ones. Formulas are lists of an operation
// and what it takes; a number is that of an entry, a string a number as it is written. Nothing here needs a page.
function marker({ lines, layers, givens, mistakes, digits }) {
  // A number as people type it, and one unit of its last digit.
  const lastSide = (text) => text.split(/[=≈]/).at(-1);
  const tidy = (text) => lastSide(text)
    .replace(/[−–‐‑]/g, "-").replace(/[·×⋅∙•∗]/g, "*").replace(/÷/g, "/").replace(/[*][*]/g, "^").replace(/(\d)\s*[x]\s*(?=[\d.(])/gi, "$1*")
    .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => "^(" + [...raised].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("") + ")")
    .replace(/\s*([-+*/^()])\s*/g, "$1").trim();
  const decimals = (digits) => (digits.split(".")[1] ?? "").length;

  // Nothing where it can not be read.
  function read(text) {
    text = tidy(text);
    const decimal = text.match(/^[-+]?(\d+[.]?\d*|[.]\d+)(?:e([-+]?\d+)|[*]10\^[(]?([-+]?\d+)[)]?)?$/i);
    if (decimal) {
      const power = Number(decimal[2] ?? decimal[3] ?? 0);
      const value = Number(text.replace(/[*]10\^[(]?([-+]?\d+)[)]?$/, "e$1"));
      const unit = 10 ** (power - decimals(decimal[1]));
      // 0 alone is what is left of less than the digits that are asked for.
      return Number.isFinite(value) ? { value, unit: value === 0 && unit === 1 ? 10 ** -digits : unit } : undefined;
    }
    try {
      const literals = [];
      const { value, slack } = spread(parse(text, literals), (number) => literals[number]);
      return Number.isFinite(value + slack) ? { value, unit: Math.max(slack, 1e-13 * Math.abs(value)) } : undefined;
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
      if (token === "e") return literals.push({ value: Math.E, slack: 0 }) - 1;
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
      return literals.push({ value: Number(token), slack }) - 1;
    }
    const formula = sum();
    if (next < tokens.length) throw new SyntaxError();
    return formula;
  }

  const sigma = (z) => 1 / (1 + Math.exp(-z));
  const operations = {
    "+": (...x) => x.reduce((sum, next) => sum + next), "*": (...x) => x.reduce((product, next) => product * next),
    "-": (x) => -x, "/": (x, y) => x / y, "^": (x, y) => x ** y, max: Math.max, min: Math.min,
    ln: Math.log, exp: Math.exp, sqrt: Math.sqrt, tanh: Math.tanh, sin: Math.sin, cos: Math.cos, magnitude: Math.abs, sign: Math.sign,
    softmax: () => 1, sigma, sigmaPrime: (z) => sigma(z) * sigma(-z), tanhPrime: (z) => 1 - Math.tanh(z) ** 2,
    step: (z) => (z > 0 ? 1 : 0), ">": (x, y) => (x > y ? 1 : 0), ">=": (x, y) => (x >= y ? 1 : 0),
    softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  };

  function value(formula, of) {
    if (typeof formula === "number") return of(formula);
    if (typeof formula === "string") return Number(formula);
    return operations[formula[0]](...formula.slice(1).map((part) => value(part, of)));
  }

  function needs(formula) {
    if (typeof formula === "number") return [formula];
    return Array.isArray(formula) ? [...new Set(formula.slice(1).flatMap(needs))] : [];
  }

  // How far a number may be off: what was rounded, or cut off, to it is one unit away, towards 0 less of a small one.
  function reach({ value, slack }) {
    const inward = value === 0 ? slack : Math.max(slack / 2, Math.min(slack, 0.3 * Math.abs(value)));
    return value < 0 ? [-slack, inward] : [-inward, slack];
  }

  // A value, and how far it moves while its entries move as far as they may.
  function spread(formula, entry) {
    const middle = value(formula, (number) => entry(number).value);
    let slack = 0;
    for (const moved of needs(formula)) {
      const [below, above] = reach(entry(moved));
      const off = (step) =>
        Math.abs(value(formula, (number) => entry(number).value + (number === moved ? step : 0)) - middle);
      if (below < above) slack += Math.max(off(below), off(above));
    }
    return { value: middle, slack };
  }

  const truth = [];
  for (const [formula] of lines) {
    truth.push(value(formula, (number) => truth[number] ?? givens[number - lines.length]));
  }

  const powerOfTen = (value) => Math.floor(Math.log10(Math.abs(value)) + 1e-9);

  // The middle one of how many digits were typed: a zero that was left out at the end is no lack of care.
  function typical(claims) {
    const counts = [...claims.values()].filter(({ value, unit }) => unit > 0 && Math.abs(value) >= unit)
      .map(({ value, unit }) => powerOfTen(value / unit) + 1)
      .filter((count) => count >= 2 && count <= 12).sort((one, other) => one - other);
    return counts[Math.floor(counts.length / 2)] ?? digits;
  }

  // What formulas come to on the numbers that were typed, and where there is none, on what follows from others.
  function follower(claims, changes = {}) {
    const known = new Map();
    const entry = (number) => {
      if (number >= lines.length) return { value: givens[number - lines.length], slack: 0 };
      const claim = claims.get(number);
      if (claim) return claim;
      if (!known.has(number)) {
        const formula = changes[number] ?? lines[number][0];
        const { value, slack } = spread(formula, entry);
        // What was calculated was rounded, too.
        const rounding = Array.isArray(formula) && value !== 0 ? 10 ** (powerOfTen(value) + 1 - claims.digits) : 0;
        known.set(number, { value, slack: slack + rounding });
      }
      return known.get(number);
    };
    return (formula) => spread(formula, entry);
  }

  function holds(claim, value, slack = 0) {
    const [below, above] = reach({ value: claim.value, slack: claim.unit * (1 - 1e-6) });
    const room = 4 * Number.EPSILON * Math.abs(claim.value) + slack;
    const off = value - claim.value;
    return Number.isFinite(room) && off >= below - room && off <= above + room;
  }

  function isRight(claim, value) {
    const off = Math.abs(claim.value - value);
    if (off <= 1e-9 * Math.max(Math.abs(value), Math.abs(claim.value))) return true;
    return holds(claim, value) && (off <= 0.05 * Math.abs(value) || value === 0);
  }

  const isNearly = (claim, value) =>
    Math.abs(claim.value - value) <= Math.min(3 * claim.unit, 0.05 * Math.abs(value));

  // A line with those before it for which nothing was typed, and what was typed before these.
  function origins(line, claims) {
    const [open, typed] = [new Set([line]), new Set()];
    for (const next of open) {
      for (const need of lines[next].flatMap(needs)) {
        if (need < lines.length) (claims.has(need) ? typed : open).add(need);
      }
    }
    return { open, typed };
  }

  function judge(line, claim, claims, misled) {
    if (isRight(claim, truth[line])) return { verdict: "right" };
    if (holds(claim, truth[line])) return { verdict: "rounded", isCoarse: true };
    const { open, typed } = origins(line, claims);
    const isMisled = [...typed].some((before) => misled.has(before));
    const isNear = (value) =>
      Math.abs(claim.value - value) <= Math.min(10 * claim.unit, 0.05 * Math.abs(claim.value));
    const ways = lines[line].map(follower(claims));
    const fitting = ways.filter(({ value, slack }) => holds(claim, value, slack) || isNear(value));
    // Whoever made a mistake before, and not here, has it right here.
    if (isNearly(claim, truth[line])) return { verdict: "rounded" };
    if (fitting.some(({ value, slack }) => slack <= 0.05 * Math.abs(value))) {
      return { verdict: isMisled ? "carried" : "rounded" };
    }
    if (isNear(truth[line])) return { verdict: "rounded" };
    // Where roundings may have moved it so far that it says little, a mistake has to give the very number.
    const { exact, near } = found(line, claim, claims, open);
    if (exact.length === 0 && fitting.length > 0) {
      const isTold = fitting.some(({ value, slack }) => slack <= Math.abs(value));
      return { verdict: !isTold ? "open" : isMisled ? "carried" : "rounded" };
    }
    return { verdict: "again", hints: [...new Set([...exact, ...near])].slice(0, 2) };
  }

  // Some mistakes are made in one layer only.
  function inOneLayer(mistake) {
    const layerOf = (line) => layers[line];
    const changed = new Set(Object.keys(mistake.changes).map(layerOf).filter((layer) => layer !== null));
    if (changed.size < 2 || changed.size > 8 || mistake.isLastResort) return [];
    return [...changed].map((layer) => {
      const changes = Object.entries(mistake.changes).filter(([line]) => layerOf(line) === layer);
      return { ...mistake, isRare: true, changes: Object.fromEntries(changes) };
    });
  }
  const rank = ({ isRare, isLastResort }) => (isLastResort ? 2 : isRare ? 1 : 0);
  const suspects = [...mistakes, ...mistakes.flatMap(inOneLayer)].sort((one, other) => rank(one) - rank(other));

  // What a tutor says to the mistakes that give this number, to its last digit or nearly; the most frequent first.
  function found(line, claim, claims, open) {
    const [exact, near] = [[], []];
    for (const suspect of suspects) {
      const { hint, changes } = suspect;
      if (suspect.isLastResort && exact.length > 0) continue;
      if (!Object.keys(changes).some((changed) => open.has(Number(changed)))) continue;
      const { value, slack } = follower(claims, changes)(changes[line] ?? lines[line][0]);
      if (holds(claim, value)) exact.push(hint);
      else if (rank(suspect) === 0 && holds(claim, value, slack)) near.push(hint);
    }
    return { exact, near };
  }

  // What each line is told, of a map from lines to what was typed for them; nothing else was.
  function judgeSheet(typed) {
    const claims = new Map();
    for (const [line, text] of typed) {
      const claim = read(text);
      if (claim) claims.set(line, claim);
    }
    claims.digits = typical(claims);
    for (const [line, claim] of claims) {
      // What is right is what it was rounded from.
      claim.slack = isRight(claim, truth[line]) ? Math.min(claim.unit, Math.abs(claim.value - truth[line])) : claim.unit;
    }
    const [verdicts, misled] = [new Map(), new Set()];
    for (const line of typed.keys()) {
      const claim = claims.get(line);
      const said = claim ? judge(line, claim, claims, misled) : { verdict: "unread" };
      if (said.verdict === "carried" || said.verdict === "again") misled.add(line);
      verdicts.set(line, said);
    }
    return verdicts;
  }

  return { read, lastSide, judgeSheet };
}
