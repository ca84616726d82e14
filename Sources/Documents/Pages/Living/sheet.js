// All numbers of a page, computed from those that are given.
function makeSheet({ digits, decimal, givens, lines }) {
  const write = makeTypesetter(decimal);
  const read = (formula) => (typeof formula === "string" ? numeralOf(formula) : Array.isArray(formula) ? [formula[0], ...formula.slice(1).map(read)] : formula);
  const all = lines.map(([name, formula, other, kind, isZeroWithinRounding, ...symbols]) => ({
    symbols,
    name, formula: read(formula), other: other === 0 ? null : read(other), isRest: kind === 2, showsTerms: kind === 1, isZeroWithinRounding,
  }));
  const given = givens.map(([name, typed, isExact, isPositive]) => ({ name, numeral: numeralOf(typed), isExact, isPositive }));

  // What is left of terms that is no more than their rounding counts as 0.
  function valueOf({ formula, other, showsTerms, isZeroWithinRounding }, values) {
    // What comes along several ways is added as on the way back, from the last to the first.
    const inOrder = showsTerms ? ["+", ...partsOf(formula).reverse()] : other ?? formula;
    const value = evaluate(inOrder, doubles, (need) => values[need]);
    if (!isZeroWithinRounding || !Number.isFinite(value)) return value;
    const terms = (isOperation(formula, "+") ? partsOf(formula) : [formula]).map((term) => evaluate(term, doubles, (need) => values[need]));
    return Math.abs(value) <= terms.reduce((sum, term) => sum + 8 * unitOfOne * Math.abs(term), 0) ? 0 : value;
  }

  // The numbers with some of the givens changed, by their numbers.
  function compute(changes = new Map()) {
    const ledger = makeLedger(digits);
    const fractions = [];
    given.forEach(({ numeral, isExact }, name) => {
      const own = changes.get(name) ?? numeral;
      ledger.values[name] = own.value;
      if (!isExact && !changes.has(name)) return;
      ledger.exact[name] = own;
      fractions[name] = fractionOf(own);
    });
    for (const line of all) {
      const value = valueOf(line, ledger.values);
      const exact = evaluate(line.formula, exactArithmetic, (need) => fractions[need] ?? null);
      fractions[line.name] = exact ?? fractions[line.name];
      if (Number.isFinite(value) || !Number.isFinite(ledger.values[line.name])) ledger.values[line.name] = isZero(exact) ? 0 : value;
    }
    const made = all.map(({ name, formula, other, isRest, showsTerms }) => {
      if (!isRest) return ledger.line(name, formula, other, showsTerms);
      const exact = decimalOf(fractions[name] ?? null, mostDigits);
      if (exact) ledger.exact[name] = exact;
      return null;
    });
    return {
      isFinite: ledger.values.every(Number.isFinite),
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
