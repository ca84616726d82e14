// Lines that are true as printed, as TrueLine and Ledger make them. A formula is a list of an operation and its parts; a part is a
// name, which is a JSON number, or a numeral.
const doubles = {
  ...operations,
  number: (numeral) => numeral.value, whole: (number) => number, square: (x) => x * x, raised: (x, y) => x ** y,
  sigma: (z) => (z >= 0 ? 1 : Math.exp(z)) / (1 + Math.exp(-Math.abs(z))),
  sigmaPrime(z) {
    const e = Math.exp(-Math.abs(z));
    return e / (1 + e * (2 + e));
  },
  logSumExp(...x) {
    const most = Math.max(...x);
    const place = x.indexOf(most);
    return most + Math.log1p(x.reduce((sum, next, k) => (k === place ? sum : sum + Math.exp(next - most)), 0));
  },
};
const isName = (formula) => typeof formula === "number";
const isNumber = (formula) => typeof formula === "object" && !Array.isArray(formula);
const isOperation = (formula, ...names) => Array.isArray(formula) && names.includes(formula[0]);
const partsOf = (formula) => (Array.isArray(formula) ? formula.slice(1) : []);
const conditions = [">", ">=", "unitStep", "sign", "floor"];

// x, of ln (1 + eˣ), and all x, of ln Σ eˣ, which are each computed at once.
function argumentOfSoftplus(formula) {
  if (!isOperation(formula, "ln") || !isOperation(formula[1], "+") || formula[1].length !== 3) return undefined;
  const [first, last] = formula[1].slice(1);
  return isNumber(first) && first.digits === "1" && !first.isNegative && isOperation(last, "exp") ? last[1] : undefined;
}
function argumentsOfPowers(formula) {
  if (!isOperation(formula, "ln") || !isOperation(formula[1], "+")) return undefined;
  const powers = formula[1].slice(1);
  return powers.every((power) => isOperation(power, "exp")) ? powers.map((power) => power[1]) : undefined;
}

// The value of a formula in an arithmetic; nameless says what its names stand for.
function evaluate(formula, arithmetic, valueOf) {
  if (isName(formula)) return valueOf(formula);
  if (isNumber(formula)) return arithmetic.number(formula);
  const value = (part) => evaluate(part, arithmetic, valueOf);
  const single = argumentOfSoftplus(formula);
  if (single !== undefined) {
    const x = value(single);
    const isTiny = (typeof x === "number" ? x : x?.value) < -30;
    return isTiny ? arithmetic.ln(arithmetic["+"](arithmetic.whole(1), arithmetic.exp(x))) : arithmetic.softplus(x);
  }
  const several = argumentsOfPowers(formula);
  if (several) return arithmetic.logSumExp(...several.map(value));
  const [operation, ...parts] = formula;
  if (operation === "+" || operation === "*") return parts.map(value).reduce((result, next) => arithmetic[operation](result, next));
  if (operation === "^") {
    const [base, exponent] = [value(parts[0]), parts[1].value];
    if (exponent === 2) return arithmetic.square(base);
    if (exponent < 0 || exponent > 16) return arithmetic.raised(base, arithmetic.whole(exponent));
    return Array.from({ length: exponent }, () => base).reduce((result, next) => arithmetic["*"](result, next), arithmetic.whole(1));
  }
  return arithmetic[operation](...parts.map(value));
}
const computed = (formula, arithmetic) => evaluate(formula, arithmetic, () => arithmetic["/"](arithmetic.whole(0), arithmetic.whole(0)));
const exactly = (formula) => computed(formula, exactArithmetic);
const isZero = (exact) => isEqual(exact, zero);

const contains = (formula, isMeant) => isMeant(formula) || partsOf(formula).some((part) => contains(part, isMeant));
const isCondition = (formula) => isOperation(formula, ...conditions);
const asksForSign = (formula) => contains(formula, (part) => isOperation(part, "step"));

// The names of a formula, and those whose size counts: not those that only decide which of two cases holds.
function namesOf(formula, isLeftOut = () => false) {
  if (isName(formula)) return [formula];
  return isLeftOut(formula) ? [] : partsOf(formula).flatMap((part) => namesOf(part, isLeftOut));
}
// What the larger or the smaller of several is chosen from.
function compared(formula) {
  if (!isOperation(formula, "max", "min")) return [formula];
  return partsOf(formula).flatMap((part) => (isOperation(part, formula[0]) ? compared(part) : [part]));
}

function substitute(formula, printed) {
  if (isName(formula)) return printed(formula);
  if (isNumber(formula)) return formula;
  const parts = partsOf(formula).map((part) => substitute(part, printed));
  return parts.includes(null) ? null : [formula[0], ...parts];
}
// 0 · ln 0 and 0/0 count as 0, as a term does whose coefficient is 0.
function withoutVoids(formula) {
  if (!Array.isArray(formula)) return formula;
  const isVoid = isOperation(formula, "*", "/") && computed(formula[1], doubles) === 0 && !Number.isFinite(computed(formula, doubles));
  return isVoid ? integer(0) : [formula[0], ...partsOf(formula).map(withoutVoids)];
}

const side = (relation, formula) => ({ relation, formula });
const total = (numbers) => (numbers.length > 1 ? ["+", ...numbers] : numbers[0]);

// The ledger of a page's names: their values, and their digits where these are the number itself.
function makeLedger(mostShown) {
  const [values, exact] = [[], []];
  const isExact = (name) => Boolean(exact[name]);
  const printed = (name, digits = mostShown) => exact[name] ?? roundedNumeral(values[name] ?? NaN, digits);
  const numbersOf = (formula, digits) => {
    const numbers = substitute(formula, (name) => printed(name, digits));
    return numbers && withoutVoids(numbers);
  };

  function isTrue(numbers, result) {
    if (result.value === 0) return isZero(exactly(numbers));
    const { value, error } = computed(numbers, roundedArithmetic);
    return Math.abs(value - result.value) + error * unitOfOne + ulp(result.value) <= unitOf(result);
  }

  const termsToShow = (numbers, showsTerms) => (showsTerms && isOperation(numbers, "+") && numbers.length > 2 ? partsOf(numbers) : null);

  // The sum of products as the sum of their values, in the fewest digits that still add up to the result.
  function valuesOfTerms(numbers, result, formula) {
    const terms = partsOf(numbers);
    const named = isOperation(formula, "+") && formula.length === numbers.length ? partsOf(formula) : null;
    const own = terms.map((term, place) => (named && namesOf(named[place]).every(isExact) ? decimalOf(exactly(term), mostShown) : null));
    for (let count = mostShown; count <= Math.max(mostShown, mostDigits); count += 1) {
      const shown = terms.map((term, place) => own[place] ?? roundedNumeral(computed(term, doubles), count));
      if (!shown.includes(null) && isTrue(total(shown), result)) return total(shown);
    }
    return null;
  }

  // A line that needs no rounding.
  function withoutRounding(formula, value, showsTerms) {
    const decides = namesOf(formula, isCondition).every(isExact);
    const numbers = decides || value === 0 ? numbersOf(formula, mostShown) : null;
    if (!numbers) return null;
    const result = exactly(numbers);
    const zeroAfter = () => ({ sides: [side("=", numbers), side("=", integer(0))], exact: integer(0) });
    const factors = isOperation(formula, "*") ? partsOf(formula) : [formula];
    if (value === 0 && !result && factors.some((factor) => namesOf(factor).length === 0 && isZero(exactly(factor)))) return zeroAfter();
    if (contains(formula, isCondition)) {
      const near = result ? nearest(result) : NaN;
      if (!(Math.abs(near - value) <= 1e-12 * Math.max(Math.abs(near), 1e-300))) return null;
    }
    if (isNumber(numbers)) return decides ? { sides: [side("=", numbers)], exact: numbers } : null;
    if (decides && isOperation(numbers, "-") && isNumber(numbers[1])) {
      const negated = decimalOf(result, mostDigits);
      if (negated) return { sides: [side("=", negated)], exact: negated };
    }
    if (decides && value === 0 && !result) {
      const rounded = computed(numbers, roundedArithmetic);
      if (rounded.value === 0 && rounded.error === 0) return zeroAfter();
    }
    const shown = decides || (value === 0 && isZero(result)) ? decimalOf(result, mostShown) : null;
    if (!shown) return null;
    const terms = termsToShow(numbers, showsTerms)?.map((term) => decimalOf(exactly(term), mostDigits)) ?? [null];
    const between = terms.includes(null) ? [] : [side("=", total(terms))];
    return { sides: [side("=", numbers), ...between, side("=", shown)], exact: shown };
  }

  // The largest or the smallest of several names, where the one that is chosen has digits that are the number itself.
  function choice(formula, value) {
    const all = compared(formula);
    const name = all.find((part) => isName(part) && values[part] === value);
    const shown = all.length > 1 && name !== undefined ? exact[name] : undefined;
    const numbers = shown && numbersOf(formula, mostShown);
    if (!numbers || !isEqual(exactly(numbers), fractionOf(shown))) return null;
    return { sides: [side("=", numbers), side("=", shown)], exact: shown };
  }

  function numbersAndResult(formula, value, showsTerms, resultDigits = mostShown) {
    const exactLine = withoutRounding(formula, value, showsTerms) ?? choice(formula, value);
    if (exactLine) return exactLine;
    // What is rounded down is a whole number, and no other near it.
    const isWhole = isOperation(formula, "floor") && Number.isSafeInteger(value);
    const result = isWhole ? integer(value) : roundedNumeral(value, resultDigits);
    if (!result) return null;
    for (let digits = mostShown; digits <= Math.max(mostShown, mostDigits); digits += 1) {
      const numbers = numbersOf(formula, digits);
      if (!numbers) return null;
      if (isNumber(numbers) || (isOperation(numbers, "-") && isNumber(numbers[1]))) return { sides: [side("≈", result)] };
      const isFloor = isOperation(numbers, "floor") && computed(numbers, doubles) === result.value;
      if (!isTrue(numbers, result) || (isWhole && !isFloor)) continue;
      const terms = termsToShow(numbers, showsTerms) ? valuesOfTerms(numbers, result, formula) : null;
      // Choosing one of two numbers rounds nothing.
      const isChoice = isFloor || isOperation(numbers, "max", "min", ">", ">=") && isEqual(exactly(numbers), fractionOf(result));
      return { sides: [side("=", numbers), ...(terms ? [side("≈", terms)] : []), side(isChoice ? "=" : "≈", result)], exact: isWhole ? result : undefined };
    }
    return null;
  }

  function withFewerDigits(formula, value, showsTerms) {
    for (let count = Math.max(2, mostShown) - 1; count >= 1; count -= 1) {
      const found = numbersAndResult(formula, value, showsTerms, count);
      if (found) return found;
    }
    return null;
  }

  const written = (value) => decimalOf(fractionOf(numeralOf(String(value)) ?? integer(0)), mostDigits);

  // A slope that the sign of z decides: there is nothing to calculate.
  function bySign(name, formula) {
    const result = asksForSign(formula) ? written(values[name]) : null;
    if (!result) return null;
    exact[name] = result;
    const sides = [side("=", result)];
    const factors = isOperation(formula, "*") ? partsOf(formula) : [];
    const last = factors.at(-1);
    if (!last || !asksForSign(last) || !factors.slice(0, -1).every((factor) => namesOf(factor).length === 0)) return { sides };
    const slope = written(evaluate(last, doubles, (need) => values[need]));
    return slope ? { sides: [side("=", ["*", ...factors.slice(0, -1), slope]), ...sides] } : { sides };
  }

  return {
    values, exact, isExact, printed,
    // The sides of something that has no name; none if no digits make them true.
    sides: (formula, value) => (numbersAndResult(formula, value, false) ?? withFewerDigits(formula, value, false))?.sides ?? [],
    // The sides of a line after its symbols, and whether it had to be written in the other way; what it finds to be exact is kept.
    line(name, formula, other, showsTerms) {
      const byItsSign = bySign(name, formula);
      if (byItsSign) return { ...byItsSign, usesOther: false };
      const value = values[name];
      if (!Number.isFinite(value)) return null;
      const full = numbersAndResult(formula, value, showsTerms);
      const otherwise = full || !other ? null : numbersAndResult(other, value, showsTerms);
      const found = full ?? otherwise ?? withFewerDigits(formula, value, showsTerms);
      if (found?.exact && (value !== 0 || found.exact.value === 0)) exact[name] = found.exact;
      return { sides: found?.sides ?? [side("≈", printed(name))], usesOther: Boolean(otherwise) };
    },
  };
}
