// All numbers of a page, computed from those that are given.
function makeSheet({ digits, decimal, isCleaned, givens, lines }) {
  const write = makeTypesetter(decimal);
  const read = (formula) => (typeof formula === "string" ? numeralOf(formula) : Array.isArray(formula) ? [formula[0], ...formula.slice(1).map(read)] : formula);
  const all = lines.map(([name, formula, other, kind, isZeroWithinRounding, ...symbols]) => ({
    symbols,
    name, formula: read(formula), inOrder: inOrder(read(formula), other === 0 ? null : read(other), kind === 1), other: other === 0 ? null : read(other), isRest: kind === 2, isHidden: kind === 3, isKept: kind === 4, showsTerms: kind === 1, isZeroWithinRounding,
  }));
  // Each step of an optimizer begins with what the one before has left.
  const steps = [];
  all.forEach((line, place) => {
    if (place === 0 || (line.isKept && !all[place - 1].isKept)) steps.push([]);
    steps.at(-1).push(line);
  });
  // What comes along several ways is added as on the way back, from the last to the first.
  function inOrder(formula, other, showsTerms) {
    return showsTerms ? ["+", integer(0), ...partsOf(formula).reverse()] : other ?? formula;
  }
  const given = givens.map(([name, typed, isExact, isPositive]) => ({ name, numeral: numeralOf(typed), isExact, isPositive }));

  // What is left of terms that is no more than their rounding counts as 0.
  function valueOf({ formula, inOrder, isZeroWithinRounding }, values) {
    const value = evaluate(inOrder, doubles, (need) => values[need]);
    if (!isZeroWithinRounding || !Number.isFinite(value)) return value;
    const terms = (isOperation(formula, "+") ? partsOf(formula) : [formula]).map((term) => evaluate(term, doubles, (need) => values[need]));
    return Math.abs(value) <= terms.reduce((sum, term) => sum + 8 * unitOfOne * Math.abs(term), 0) ? 0 : value;
  }

  // The same where every sum is bounded, as CleanTrace does it: a fraction decides, or a bound on the rounding.
  function cleaned(value, { error }, exact) {
    if (!Number.isFinite(value)) return value;
    if (exact) return isZero(exact) && Math.abs(value) < 1e-9 ? 0 : value;
    return Math.abs(value) <= error * unitOfOne ? 0 : value;
  }

  // Whether one number alone is the largest, or the smallest.
  function isSettled(numbers, operation) {
    const most = doubles[operation](...numbers);
    return numbers.filter((number) => number === most).length === 1;
  }

  // The numbers with some of the givens changed, by their numbers.
  function compute(changes = new Map()) {
    const ledger = makeLedger(digits);
    const [fractions, bounds] = [[], []];
    // Lines are computed from what nothing has been cleaned of.
    const values = isCleaned ? [] : ledger.values;
    given.forEach(({ numeral, isExact }, name) => {
      const own = changes.get(name) ?? numeral;
      ledger.values[name] = values[name] = own.value;
      bounds[name] = roundedArithmetic.number(own);
      if (!isExact && !changes.has(name)) return;
      ledger.exact[name] = own;
      fractions[name] = fractionOf(own);
    });
    // What is kept is a number by itself: its digits, or where they are not its own those that give the same double.
    function keep({ name, formula }) {
      const exact = ledger.exact[formula];
      const numeral = exact ?? numeralOf(String(ledger.values[formula]));
      ledger.values[name] = values[name] = numeral ? numeral.value : NaN;
      bounds[name] = numeral ? roundedArithmetic.number(numeral) : bounded(NaN, Infinity);
      if (!exact) return;
      ledger.exact[name] = exact;
      fractions[name] = fractionOf(exact);
    }
    function find(line) {
      if (line.isKept) {
        keep(line);
        return;
      }
      const value = valueOf(line, values);
      const exact = evaluate(line.formula, exactArithmetic, (need) => fractions[need] ?? null);
      fractions[line.name] = exact ?? fractions[line.name];
      if (isCleaned) bounds[line.name] = evaluate(line.inOrder, roundedArithmetic, (need) => bounds[need]);
      if (!Number.isFinite(value) && Number.isFinite(values[line.name])) return;
      values[line.name] = value;
      ledger.values[line.name] = isCleaned ? cleaned(value, bounds[line.name], exact) : isZero(exact) ? 0 : value;
    }
    function make({ name, formula, other, isRest, isHidden, isKept, showsTerms }) {
      if (isHidden || isKept) return null;
      if (!isRest) return ledger.line(name, formula, other, showsTerms);
      // Exact where all that it has is printed as such.
      const printed = (need) => (ledger.exact[need] ? fractionOf(ledger.exact[need]) : null);
      const exact = decimalOf(evaluate(formula, exactArithmetic, printed), mostDigits);
      if (exact) ledger.exact[name] = exact;
      return null;
    }
    const made = [];
    for (const step of steps) {
      step.forEach(find);
      made.push(...step.map(make));
    }
    // Of three or more that are equal another is chosen than the slopes as they are written say.
    const isTied = (formula) => {
      if (isCondition(formula)) return false;
      const choices = compared(formula);
      if (choices.length < 3) return partsOf(formula).some(isTied);
      return !isSettled(choices.map((choice) => evaluate(choice, doubles, (need) => values[need])), formula[0]) || choices.some(isTied);
    };
    return {
      isFinite: ledger.values.every(Number.isFinite), isTied: all.some(({ formula }) => isTied(formula)),
      // The sides of a line, each in pieces of MathML, and where it has two formulas, the one that they are of; nothing of a line
      // without a finite number.
      line: (place) => made[place] && { symbols: all[place].symbols[made[place].usesOther ? 1 : 0], usesOther: made[place].usesOther, sides: made[place].sides.map(({ relation, formula }) => write.chunks(relation, formula)) },
      // A product of names, as a line.
      product: (names) => ledger.sides(["*", ...names], names.reduce((product, name) => product * ledger.values[name], 1)).map(({ relation, formula }) => write.chunks(relation, formula)),
      // A number as a picture shows it: shorter, and of a graph exactly where few digits are enough.
      figure(name, isGraph) {
        const own = name < given.length && ledger.exact[name];
        const short = (isGraph && decimalOf(fractions[name] ?? null, 4)) || (own && (isGraph || own.digits.length <= 8) && own);
        return { relation: short ? "=" : "≈", numeral: short || roundedNumeral(ledger.values[name], 3) };
      },
      // A number, and how it stands behind its name.
      number: (name, most) => {
        const numeral = ledger.printed(name, most);
        return numeral && { relation: ledger.isExact(name) ? "=" : "≈", text: write.piece(numeral), numeral };
      },
    };
  }
  return { givens: given, compute };
}
