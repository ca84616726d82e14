// Formulas of numbers in MathML, as Typesetter and MathMLMarkup write them.
const sign = (text) => "<mo>" + text + "</mo>";
const low = (text) => '<mo stretchy="false">' + text + "</mo>";
const word = (text) => "<mi>" + text + "</mi>";
const row = (...elements) => (elements.length === 1 ? elements[0] : "<mrow>" + elements.join("") + "</mrow>");
const beside = sign("&#x2062;");
const scripted = (base, above) => "<msup>" + base + above + "</msup>";
// Only a fraction is so high that the signs have to grow.
const fenced = (content, left, right) =>
  content.includes("<mfrac") ? row(sign(left), content, sign(right)) : row(low(left), content, low(right));
const functionNames = {
  sigma: word("σ"), sigmaPrime: scripted(word("σ"), sign("′")), tanh: word("tanh"), tanhPrime: scripted(word("tanh"), sign("′")),
  step: scripted(word("ReLU"), sign("′")), unitStep: word("step"),
};

// How tightly a formula holds together: sum 0, product 1, power 3, atom 4.
function binding(formula) {
  if (isNumber(formula)) return formula.below ? 3 : formula.exponent === undefined ? 4 : 1;
  const tightness = { "-": 0, "+": 0, "*": 1, "/": 3, "^": 3, raised: 3 };
  return tightness[formula[0]] ?? 4;
}
const beginsWithSign = (formula) => (isNumber(formula) ? formula.isNegative : isOperation(formula, "-"));
const isSetOff = (factor) => isOperation(factor, "+") || (isOperation(factor, "^", "raised") && isSetOff(factor[1]));

function makeTypesetter(decimal) {
  const digitsOf = (text) => "<mn>" + (decimal === "comma" ? text.replace(".", ",") : text) + "</mn>";
  const exponentOf = (exponent) => (exponent < 0 ? row(sign("−"), digitsOf(String(-exponent))) : digitsOf(String(exponent)));

  function number({ digits, below, exponent, isNegative }) {
    const quantity = below ? "<mfrac>" + digitsOf(digits) + digitsOf(below) + "</mfrac>" : digitsOf(digits);
    const power = exponent === undefined ? [] : [sign("⋅"), scripted(digitsOf("10"), exponentOf(exponent))];
    return row(...(isNegative ? [sign("−")] : []), quantity, ...power);
  }

  function set(formula, context, afterOperator) {
    const needsThem = binding(formula) < context || (afterOperator && beginsWithSign(formula));
    const content = bare(formula, afterOperator && !needsThem);
    return needsThem ? fenced(content, "(", ")") : content;
  }

  function basis(formula) {
    const content = set(formula, 4, true);
    return isOperation(formula, "exp", "sqrt") ? fenced(content, "(", ")") : content;
  }

  function call(name, parts) {
    const list = parts.map((part) => set(part, 0, false)).flatMap((part, place) => (place > 0 ? [sign(decimal === "comma" ? ";" : ","), part] : [part]));
    return row(functionNames[name] ?? word(name), sign("&#x2061;"), fenced(row(...list), "(", ")"));
  }

  function bare(formula, afterOperator) {
    if (isNumber(formula)) return number(formula);
    const [operation, ...parts] = formula;
    switch (operation) {
      case "-": return row(sign("−"), set(parts[0], 1, true));
      case "+": return row(...termsOf(parts));
      case "*": return row(...factorsOf(parts, afterOperator));
      case "/": return "<mfrac>" + set(parts[0], 0, false) + set(parts[1], 0, false) + "</mfrac>";
      case "^": return scripted(basis(parts[0]), exponentOf(parts[1].value));
      case "raised": return scripted(basis(parts[0]), set(parts[1], 0, false));
      case "exp": return scripted(word("e"), set(parts[0], 0, false));
      case "sqrt": return "<msqrt>" + set(parts[0], 0, false) + "</msqrt>";
      case "magnitude": return row(sign("|"), set(parts[0], 0, false), sign("|"));
      case ">": return fenced(row(set(parts[0], 0, false), sign("&gt;"), set(parts[1], 0, false)), "[", "]");
      case ">=": return fenced(row(set(parts[0], 0, false), sign("≥"), set(parts[1], 0, false)), "[", "]");
      case "max": case "min": return call(operation, compared(formula));
      default: return call(operation, parts);
    }
  }

  function termsOf(terms) {
    return terms.flatMap((term, place) => {
      if (place === 0) return [set(term, 0, false)];
      return isOperation(term, "-") ? [sign("−"), set(term[1], 1, true)] : [sign("+"), set(term, 1, true)];
    });
  }

  function factorsOf(factors, afterOperator) {
    return factors.flatMap((factor, place) =>
      [...(place > 0 ? [isSetOff(factor) ? beside : sign("⋅")] : []), set(factor, 1, place > 0 || afterOperator)]);
  }

  // Terms and factors with their signs, each a place where a line may begin; factors side by side stay together.
  function chunksOf(relation, formula) {
    if (!isOperation(formula, "+", "*")) return [row(sign(relation), set(formula, 0, false))];
    const parts = isOperation(formula, "+") ? termsOf(partsOf(formula)) : factorsOf(partsOf(formula), false);
    const chunks = [[sign(relation), parts[0]]];
    for (let place = 1; place < parts.length; place += 2) {
      const [between, part] = [parts[place], parts[place + 1]];
      if (between === beside) chunks.at(-1).push(row(chunks.at(-1).pop(), between, part));
      else chunks.push([between.replace(/^<mo>(?=[+−]<)/, '<mo form="infix">'), part]);
    }
    return chunks.map((chunk) => row(...chunk));
  }

  return { piece: (formula) => set(formula, 0, false), chunks: chunksOf };
}
