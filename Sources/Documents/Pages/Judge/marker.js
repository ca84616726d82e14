// Judges the numbers that are typed into a page as `trace check` does: the rules of Marking and Mistakes in JavaScript, with
// the same names. It has no answers, only formulas that lead to them, right and wrong ones. Nothing here needs a page.
//
// It leaves out what the numbers are worth, other names for the same mistake, and where a wrong formula stands.
// Other numbers for what is given, three times, always the same and each with its sign, from the generator SplitMix64.
function otherGivens(givens) {
  let state = 1n;
  const bits = (number) => BigInt.asUintN(64, number);
  function next() {
    state = bits(state + 0x9E3779B97F4A7C15n);
    let z = bits((state ^ (state >> 30n)) * 0xBF58476D1CE4E5B9n);
    z = bits((z ^ (z >> 27n)) * 0x94D049BB133111EBn);
    return z ^ (z >> 31n);
  }
  const size = () => 0.3 + (1.4 * Number(next() >> 11n)) / 9007199254740992;
  return [1, 2, 3].map(() => givens.map((given) => (given < 0 ? -size() : size())));
}

function marker(exercise) {
  const { asked, givens, conventions: linesOfConventions, mistakes, pen, layers } = exercise;
  const catalog = makeCatalog(exercise);
  const truth = catalog.derived({}, catalog.start(givens));
  Object.assign(catalog, {
    worlds: otherGivens(givens).map((numbers) => catalog.derived({}, catalog.start(numbers))), pen: mistakes[pen], layers,
    derivations: catalog.derivations.bind(undefined, truth),
  });

  const withPoints = (text) => pointed(text, exercise.decimal) ?? "";
  const claimOf = (text, line) => read(withPoints(text), truth[line]);

  // A bare 0 is what is left of less than the last place that is written elsewhere.
  function readClaims(typed) {
    const claims = catalog.rules.map((_, line) => {
      const claim = typed.get(line);
      if (!claim || !Number.isFinite(claim.value)) return undefined;
      return withoutFilling({ value: claim.value, unit: orZero(Math.max(claim.unit, exactness * Math.abs(claim.value))) });
    });
    const finest = claims.reduce((least, claim) => (claim && claim.value !== 0 && claim.unit < 1 ? Math.min(least, claim.unit) : least), Infinity);
    const unit = finest === Infinity ? 1e-3 : finest;
    return claims.map((claim) => (claim?.value === 0 && [0, 1].includes(claim.unit) ? { value: 0, unit } : claim));
  }

  // The first way of writing that explains all, or that which leaves the fewest open.
  function bestHand(sheet) {
    const exact = bestInAnyPrecision(sheet);
    const shorter = exact.run.unexplained.length > 0 && shortened(sheet);
    const other = shorter && bestOf(shorter, false);
    return other && other.run.unexplained.length < exact.run.unexplained.length ? other : exact;
  }
  function bestInAnyPrecision(sheet) {
    const plain = bestOf(sheet, false);
    const count = (digits) => sheet.claims.filter((claim) => claim && digitsOf(claim) >= digits).length;
    if (plain.run.unexplained.length === 0 || count(singleDigits) === 0) return plain;
    const single = bestOf(sheet, true);
    const explained = plain.run.unexplained.length - single.run.unexplained.length;
    // What ends in zeros is the same in both.
    const long = sheet.claims.filter((claim) => claim && digitsOf(claim) >= 9
      && !isWholeIn(unitOf(claim.value, singleDigits), exactly(claim.value))).length;
    return explained > 0 && explained * 10 >= long ? single : plain;
  }
  // Digits that are not needed: what is filled up with zeros, and any of few numbers, counts as written without them.
  function shortened(sheet) {
    const needed = Math.max(asked, 4);
    const areFew = sheet.claims.filter((claim) => claim).length <= fewNumbers;
    const claims = sheet.claims.map((claim) => {
      const unit = claim && digitsOf(claim) > needed ? unitOf(claim.value, needed) : 0;
      const rest = unit && Math.abs(Math.round(claim.value / unit) * unit - claim.value);
      return unit && (areFew || rest <= 1e-9 * Math.abs(claim.value)) ? { value: claim.value, unit } : claim;
    });
    return claims.some((claim, line) => claim !== sheet.claims[line]) ? { ...sheet, claims } : undefined;
  }
  function bestOf(sheet, isSingle) {
    const fewest = Math.max(2, Math.min(Infinity, ...sheet.claims.filter((claim) => claim).map(digitsOf).filter((count) => count > 0)));
    const written = sheet.claims.filter((claim) => claim).length;
    let best;
    for (const ending of ["rounds", "cutsOff", "isLoose"]) {
      for (const precision of precisions(sheet.claims)) {
        const hand = { ...sheet, givens, ending, precision, fewest: Number.isFinite(fewest) ? fewest : 3, isSingle, areFew: written <= fewNumbers };
        const next = { hand, run: makeRun(hand, nothing) };
        const count = next.run.unexplained.length;
        const least = best?.run.unexplained.length ?? Infinity;
        // One number that is off by a unit shows no way of writing where there are few.
        if (ending === "isLoose" && (count === least || written <= fewNumbers)) continue;
        if (count === 0) return next;
        if (count < least || (count === least && score(next.run) > score(best.run))) best = next;
      }
    }
    return best;
  }

  // The fewest digits that occur; or the decimals, where half of the numbers have the most of them.
  function precisions(claims) {
    const written = claims.filter((claim) => claim);
    const counts = written.map(digitsOf).filter((count) => count > 0);
    // Nothing shows that what a number alone comes from was rounded as it is.
    const least = written.length > fewNumbers ? Math.max(2, Math.min(3, Math.max(0, ...counts))) : written.length === 1 ? 4 : 3;
    const usual = counts.filter((count) => count >= least && count <= 12).sort((one, other) => one - other);
    const found = [{ digits: usual[Math.floor(usual.length / 10)] ?? least }];
    const units = written.map(({ unit }) => unit).filter((unit) => unit > 1e-12 && unit <= 0.0100001);
    const unit = Math.min(...units);
    const isUsual = units.length > 0 && units.filter((other) => other === unit).length * 2 >= written.length;
    return isUsual && written.length < claims.length && written.length > fewNumbers ? [...found, { unit }] : found;
  }

  // The verdicts, and what is said of each line that shows a mistake; of a map from lines to numbers with their units.
  function mark(typed) {
    const sheet = { claims: readClaims(typed), rules: catalog.rules, values: truth, copies: exercise.copies };
    const found = findConventions(catalog, linesOfConventions, sheet, bestHand);
    const { hand, run: plain } = bestHand(found.sheet);
    let [known, run] = [nothing, plain];
    const [skipped, owners, diagnoses] = [new Set(), new Map(), new Map()];
    for (;;) {
      const line = catalog.order.find((line) => run.states[line] === "unexplained" && !skipped.has(line));
      if (line === undefined) break;
      const search = diagnoses.size < 8 && makeSearch(catalog, hand, known, new Set(skipped), run, line);
      skipped.add(line);
      diagnoses.set(line, { possible: [] });
      if (!search) continue;
      const decision = decide(catalog, search);
      diagnoses.set(line, { ...decision, facts: facts(line, hand, run.foreseen[line]) });
      for (const changed of [...Object.keys(decision.adopted.changes), ...Object.keys(decision.adopted.values)].map(Number)) {
        if (!owners.has(changed)) owners.set(changed, line);
      }
      known = decision.adopted;
      run = makeRun(hand, known, run);
    }
    return { ...makeVerdicts(catalog, run, hand, known, owners, asked), diagnoses, conventions: found.conventions };
  }

  // Facts about a wrong number that do not depend on any mistake.
  function facts(line, { claims }, foreseen) {
    const claim = claims[line];
    if (claim.value === 0) return [{ zero: true }];
    const copied = claims.findIndex((other, place) => place !== line && other?.value === claim.value && digitsOf(claim) > 1);
    if (copied >= 0) return [{ copied }];
    const factors = [[-1, "-1"], [2, "2"], [1 / 2, "1/2"], [3, "3"], [1 / 3, "1/3"], [4, "4"], [1 / 4, "1/4"], [10, "10"], [1 / 10, "1/10"]];
    const found = factors.find(([factor]) =>
      Math.abs(claim.value - foreseen.point * factor) <= claim.unit * 0.51 + (width(foreseen) / 2) * Math.abs(factor));
    if (digitsOf(claim) <= 2 || !(width(foreseen) <= 0.005 * Math.abs(foreseen.point)) || !found) return [];
    return [found[0] === -1 ? { otherSign: true } : { times: found[1] }];
  }

  // The verdict and the explanation for each line; `typed` is a map from lines to what was typed for them.
  function judgeSheet(typed) {
    const own = [...truth];
    for (const [line, text] of typed) own[line] = readDecimal(withPoints(text))?.value ?? own[line];
    // What a line may be worked out from: the numbers of the lesson before it, and the person's.
    const before = (line) => [truth, own].flatMap((values) => values.filter((_, entry) => entry < line || entry >= catalog.rules.length));
    const numbers = [...typed].map(([line, text]) => [line, read(withPoints(text), truth[line], before(line))]).filter(([, claim]) => claim);
    const { verdicts, causes, ofItsOwn, diagnoses, conventions } = mark(new Map(numbers));
    const said = new Map();
    for (const line of typed.keys()) {
      const verdict = verdicts[line] ?? "unread";
      // A line with a mistake of its own shows no other.
      const before = ofItsOwn.has(line) ? [ofItsOwn.get(line)] : [...causes[line]].filter((cause) => cause !== line);
      said.set(line, { verdict, ...(verdict === "wrong" ? diagnoses.get(line) ?? { again: before } : {}) });
    }
    return { said, conventions };
  }

  return { mark, judgeSheet, claimOf };
}
