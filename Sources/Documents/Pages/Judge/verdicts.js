// The verdicts on all numbers, taken from the run of what explains them best, as Verdicts has it. What a number is worth the
// page does not say.
function makeVerdicts(catalog, run, hand, known, owners, asked) {
  const { claims, rules, values } = hand;
  const verdicts = [];
  const [causes, hidden] = [values.map(() => new Set()), values.map(() => new Set())];
  const shown = new Set();
  const ofItsOwn = new Map();
  const unite = (set, others) => others.forEach((other) => other.forEach((line) => set.add(line)));

  const isExactly = (claim, value) => Math.abs(claim.value - value) <= 1e-9 * Math.abs(value);
  // What follows: whether it has the digits that are asked for.
  function right(claim, line) {
    const truth = values[line];
    // Few numbers have no excuse in the rounding of those that are not there: only in that of the numbers before them.
    const { point } = run.foreseen[line];
    // What this number only says again was narrowed by it.
    const before = rules[line].formula.needs.find((need) => hand.copies[need]?.includes(line)) ?? line;
    const behind = run.foreseen[before].point;
    const isOpen = (need) => need < claims.length && !claims[need] && width(run.beliefs[need]) > 0;
    if (hand.areFew && rules[line].formula.needs.some(isOpen)
      && Math.abs(claim.value - behind) > Math.max(claim.unit, unitOf(behind, asked)) * (1 + 1e-6)) return "too-few-digits";
    if (digitsOf(claim) >= asked || isExactly(claim, truth) || isExactly(claim, point)) return "correct";
    // A number that is given, such as the weight before a step, is not what the step comes to.
    const isGiven = rules[line].formula.needs.some((need) => need >= claims.length && values[need] === claim.value);
    const unit = unitOf(truth, asked);
    return !isGiven && unit > 0 && Math.abs(claim.value - truth) <= (unit / 2) * (1 + 1e-6) ? "correct" : "too-few-digits";
  }

  for (const line of catalog.order) {
    const claim = claims[line];
    const formula = rules[line].formula;
    // Where the right formula gives the number as well, it may come from what is wrong before it.
    const asRight = known.changes[line] && run.states[line] === "follows" ? formula.needs : [];
    const needs = [...(known.changes[line] ?? formula).needs, ...asRight];
    if (!claim) {
      for (const need of needs) {
        unite(causes[line], [causes[need]]);
        unite(hidden[line], [hidden[need]]);
      }
      if (known.changes[line] || known.values[line]) {
        hidden[line].add(line);
        if (owners.has(line)) causes[line].add(owners.get(line));
      }
      continue;
    }
    const [value, truth] = [run.foreseen[line].point, values[line]];
    const isSame = Math.abs(value - truth) <= 1e-12 * Math.abs(truth);
    const news = needs.flatMap((need) => [...hidden[need]]).filter((other) => !shown.has(other));
    const own = owners.get(line) ?? line;
    const state = known.values[line] ? "unexplained" : run.states[line];
    if (state === "unexplained") {
      verdicts[line] = "wrong";
      causes[line] = new Set([own]);
    } else if (state === "mistaken" || state === "fromMeant") {
      const { low, high } = run.foreseen[line];
      unite(causes[line], needs.map((need) => causes[need]));
      // A number that is right all the same is no mistake.
      if (isTrue(hand, claim, line)) {
        causes[line] = new Set();
        verdicts[line] = right(claim, line);
      } else if (state === "mistaken" || known.changes[line]) {
        // A wrong formula is one on what was meant, too.
        verdicts[line] = "wrong";
        ofItsOwn.set(line, own);
        causes[line].add(own);
      } else if (causes[line].size === 0 || (low - claim.unit <= truth && truth <= high + claim.unit)) {
        causes[line] = new Set();
        verdicts[line] = right(claim, line);
      } else verdicts[line] = "carried-forward";
    } else if (state === "follows") {
      unite(causes[line], needs.map((need) => causes[need]));
      if (causes[line].size === 0 || isSame) {
        causes[line] = new Set();
        verdicts[line] = right(claim, line);
      } else if (news.length === 0) {
        verdicts[line] = "carried-forward";
        // What goes on from a number that is right in all its digits is no worse for the way to it.
        if (digitsOf(claim) >= asked && isTrue(hand, claim, line)) causes[line] = new Set();
      } else {
        verdicts[line] = "wrong";
        news.forEach((other) => shown.add(other));
      }
    } else verdicts[line] = right(claim, line);
  }
  return { verdicts, causes, ofItsOwn };
}
