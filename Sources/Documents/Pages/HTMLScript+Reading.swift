/// What a person types into a blank, as a number and one unit of its last digit.
extension HTMLScript {
  /// A number as people type it, and one unit of its last digit.
  static let reading = """
      const lastSide = (text) => text.split(/[=≈]/).at(-1);
      const tidy = (text) => lastSide(text)
        .replace(/[−–‐‑]/g, "-").replace(/[·×⋅∙•∗]/g, "*").replace(/÷/g, "/").replace(/[*][*]/g, "^").replace(/(\\d)\\s*[x]\\s*(?=[\\d.(])/gi, "$1*")
        .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (raised) => "^(" + [...raised].map((digit) => "-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)]).join("") + ")")
        .replace(/\\s*([-+*/^()])\\s*/g, "$1").trim();
      const decimals = (digits) => (digits.split(".")[1] ?? "").length;

      // Nothing where it can not be read.
      function read(text) {
        text = tidy(text);
        const decimal = text.match(/^[-+]?(\\d+[.]?\\d*|[.]\\d+)(?:e([-+]?\\d+)|[*]10\\^[(]?([-+]?\\d+)[)]?)?$/i);
        if (decimal) {
          const power = Number(decimal[2] ?? decimal[3] ?? 0);
          const value = Number(text.replace(/[*]10\\^[(]?([-+]?\\d+)[)]?$/, "e$1"));
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
        const tokens = text.match(/(?:\\d+[.]?\\d*|[.]\\d+)(?:e[-+]?\\d+)?|[a-z]+|\\S/gi) ?? [];
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
          if (!/^[.\\d]/.test(token)) throw new SyntaxError();
          const [mantissa, power] = token.toLowerCase().split("e");
          const slack = token.includes(".") ? 10 ** (Number(power ?? 0) - decimals(mantissa)) : 0;
          return literals.push({ value: Number(token), slack }) - 1;
        }
        const formula = sum();
        if (next < tokens.length) throw new SyntaxError();
        return formula;
      }

    """
}
