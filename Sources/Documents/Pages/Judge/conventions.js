// What somebody writes otherwise than the lesson, as Conventions has it: tested before mistakes are.
function findConventions(catalog, lines, sheet, best) {
  const { derived } = catalog;
  const written = ({ claims }, numbers) => numbers.filter((line) => claims[line]);
  function following(sheet, changes) {
    const isTouched = [];
    const rules = sheet.rules.map((rule, line) => {
      isTouched[line] = line in changes || rule.formula.needs.some((need) => isTouched[need]);
      // The way round is that of the lesson's cost.
      const formula = changes[line] ?? rule.formula;
      return isTouched[line] ? { formula, needs: formula.needs } : rule;
    });
    return { ...sheet, values: derived(changes, sheet.values), rules };
  }
  const compiled = (changes) => Object.fromEntries(Object.entries(changes).map(([line, formula]) => [line, entryFormula(formula)]));

  function turnErrors(sheet) {
    const { claims, values } = sheet;
    const errors = written(sheet, lines.errors);
    const isShown = errors.length > 1 || written(sheet, lines.afterErrors).some((line) => isRight(claims[line], values[line]));
    if (!isShown || written(sheet, lines.slopesOfCost).length > 0 || errors.some((line) => claims[line].value * values[line] > 0)
      || errors.every((line) => claims[line].value === 0)) return undefined;
    return { ...sheet, claims: claims.map((claim, line) => (claim && errors.includes(line) ? { value: -claim.value, unit: claim.unit } : claim)) };
  }

  function transposeWeights(sheet) {
    const old = sheet.claims;
    const weights = written(sheet, lines.weights);
    const layers = new Set(weights.map((line) => catalog.layers[line]));
    if (written(sheet, lines.newWeights).length === 0 && layers.size < 2) return undefined;
    const claims = [...old];
    for (const [line, other] of Object.entries(lines.transposed)) {
      if (other !== null) claims[line] = old[other];
      else if (old[line]) return undefined;
    }
    return claims.filter((claim, line) => !sameClaim(claim, old[line])).length >= 4 ? { ...sheet, claims } : undefined;
  }
  const sameClaim = (a, b) => (a && b ? a.value === b.value && a.unit === b.unit : a === b);

  // v' = mu v - eta g, or mu v + eta g: the learning rate is taken out again.
  function takeRateOut(sheet) {
    const { claims, values } = sheet;
    const velocities = written(sheet, lines.velocities);
    const signs = new Set(velocities.map((line) => claims[line].value * values[line]).filter((product) => product !== 0).map((product) => product > 0));
    if (lines.rate === 0 || signs.size !== 1) return undefined;
    const factor = signs.has(true) ? lines.rate : -lines.rate;
    return { ...sheet, claims: claims.map((claim, line) => (claim && velocities.includes(line)
      ? { value: claim.value / factor, unit: Math.abs(claim.unit / factor) } : claim)) };
  }

  // Takes a rewriting for right, if that changes what the cost comes to.
  function rewrite(sheet, changes) {
    const { claims, values } = sheet;
    const isShown = written(sheet, lines.costs).some((line) => changes[line] && !isRight(claims[line], values[line]));
    return isShown ? following(sheet, compiled(changes)) : undefined;
  }
  const tests = [
    ["otherSideOfKink", (sheet) => Object.keys(lines.otherSlopes).length > 0 ? following(sheet, compiled(lines.otherSlopes)) : undefined],
    ["negativeErrors", turnErrors], ["transposedWeights", transposeWeights],
    ["otherHalf", (sheet) => lines.otherHalves.reduce((found, changes) => found ?? rewrite(sheet, changes), undefined)],
    [lines.areAdded ? "meanOverExamples" : "sumOverExamples", (sheet) => written(sheet, lines.totalCosts).length > 0 ? rewrite(sheet, lines.sums) : undefined],
    ["rateInVelocity", takeRateOut],
    ...["beforeDropout", "derivativesBeforeDropout"].map((convention) => [convention, (sheet) =>
      written(sheet, lines.masked).some((line) => lines[convention][line]) ? following(sheet, compiled(lines[convention])) : undefined]),
  ];
  let run = best(sheet).run;
  const conventions = [];
  for (const [convention, test] of tests) {
    if (run.unexplained.length === 0) break;
    const other = test(sheet);
    if (!other) continue;
    const tried = best(other).run;
    const isBetter = ["negativeErrors", "otherSideOfKink", "rateInVelocity", "beforeDropout", "derivativesBeforeDropout"].includes(convention)
      ? tried.unexplained.length < run.unexplained.length && tried.unexplained.every((line) => run.unexplained.includes(line))
      : tried.unexplained.length === 0
        // A cost alone is a wrong cost: what else is not the lesson's has to agree with it.
        && (convention === "transposedWeights" || run.unexplained.some((line) => !lines.costs.includes(line)));
    if (!isBetter) continue;
    conventions.push(convention);
    [sheet, run] = [other, tried];
  }
  return { sheet, conventions };
}
