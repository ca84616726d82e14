/// The rules of a derivation, worked out on what was typed.
extension HTMLScript {
  /// Formulas are lists of an operation and what it takes; a number is that of an entry, a string a number as it is written.
  static let arithmetic = """
      const { lines, layers, givens, mistakes, digits } = JSON.parse(document.querySelector(".rules").textContent);
      const sigma = (z) => 1 / (1 + Math.exp(-z));
      const operations = {
        "+": (...x) => x.reduce((sum, next) => sum + next), "*": (...x) => x.reduce((product, next) => product * next),
        "-": (x) => -x, "/": (x, y) => x / y, "^": (x, y) => x ** y, max: Math.max, min: Math.min,
        ln: Math.log, exp: Math.exp, sqrt: Math.sqrt, tanh: Math.tanh, magnitude: Math.abs, sign: Math.sign,
        softmax: () => 1, sigma, sigmaPrime: (z) => sigma(z) * sigma(-z), tanhPrime: (z) => 1 - Math.tanh(z) ** 2,
        step: (z) => (z > 0 ? 1 : 0), softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
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

    """
}
