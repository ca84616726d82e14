// A person's derivation gone through line by line, on a supposition, as Run has it: wrong formulas (changes) and other
// values of lines. Where nothing differs from a run before (base), that is kept.
const nothing = { changes: {}, values: {} };
const adding = (one, other) => ({ changes: { ...other.changes, ...one.changes }, values: { ...other.values, ...one.values } });

function makeRun(hand, supposition, base) {
  const { claims, rules, givens } = hand;
  const run = base
    ? { beliefs: [...base.beliefs], meant: [...base.meant], foreseen: [...base.foreseen], states: [...base.states], likelihoods: [...base.likelihoods] }
    : { beliefs: [...rules.map(() => exactly(NaN)), ...givens.map(exactly)], meant: [], foreseen: [], states: [], likelihoods: rules.map(() => 0) };
  run.avoided = 0;
  const [isTouched, isMistaken] = [[], []];
  const isSame = (a, b) => (a && b ? a.point === b.point && a.low === b.low && a.high === b.high : a === b);
  for (const [line, rule] of rules.entries()) {
    const [change, value] = [supposition.changes[line], supposition.values[line]];
    const isOnMistake = rule.formula.needs.some((need) => isMistaken[need]);
    isMistaken[line] = Boolean(change || value || (!claims[line] && isOnMistake));
    const again = (hand.copies[line] ?? []).filter((other) => !supposition.changes[other]);
    const isAsBefore = base && !change && !value && again.length === (hand.copies[line] ?? []).length;
    if (isAsBefore && !rule.needs.some((need) => isTouched[need])) continue;
    const [belief, other] = [run.beliefs[line], run.meant[line]];
    for (const moved of take(run, line, hand, change, value, again, Boolean(rule.shortcut) && isOnMistake)) isTouched[moved] = true;
    isTouched[line] = !base || !isSame(run.beliefs[line], belief) || !isSame(run.meant[line], other);
  }
  run.unexplained = [...rules.keys()].filter((line) => run.states[line] === "unexplained");
  return run;
}

// Goes on by a line; which lines before it are believed to have another value because of its number.
function take(run, line, hand, change, value, again, isLong) {
  const { beliefs, meant, foreseen, states, likelihoods } = run;
  const [rule, claim] = [hand.rules[line], hand.claims[line]];
  const believed = (entry) => beliefs[entry];
  meant[line] = undefined;
  likelihoods[line] = 0;
  const right = settled(value ?? valueOfRule(rule, isLong, run, hand, believed), claim?.value);
  const wrong = change && settled(reach(change, believed), claim?.value);
  foreseen[line] = wrong ?? right;
  const { needs } = change ?? rule.formula;
  const hasMeant = needs.some((need) => meant[need]);
  function onMeant() {
    const belief = (entry) => meant[entry] ?? beliefs[entry];
    return settled(change ? reach(change, belief) : valueOfRule(rule, isLong, run, hand, belief), claim?.value);
  }
  if (!claim) {
    const isCopy = Boolean(value) || (change ?? rule.formula).isCopy;
    const belief = unwritten(hand, wrong ?? right, isCopy);
    beliefs[line] = again.reduce((narrowed, other) => saidAgain(hand, narrowed, hand.claims[other]), belief);
    if (hasMeant) meant[line] = unwritten(hand, onMeant(), isCopy);
    states[line] = "unwritten";
    return [];
  }
  const size = needs.reduce((size, need) => Math.max(size, Math.abs(beliefs[need].point)), 0);
  const fit = (value) => likelihood(hand, claim, value, size);
  function believe(value, state, likelihood) {
    [states[line], likelihoods[line]] = [state, likelihood];
    const [x, { low, high }] = [claim.value, source(hand, claim)];
    if (!value) {
      beliefs[line] = { point: x, low, high };
      return;
    }
    const [least, most] = [Math.max(low, value.low), Math.min(high, value.high)];
    beliefs[line] = least <= most ? { point: x, low: Math.min(x, least), high: Math.max(x, most) } : exactly(x);
  }
  const own = fit(right);
  const asWrong = wrong && fit(wrong);
  const asMeant = () => (hasMeant ? fit(onMeant()) : undefined);
  let other;
  if (asWrong !== undefined && asWrong >= (own ?? -Infinity)) {
    // A number that is right all the same is no mistake.
    believe(wrong, own === undefined ? "mistaken" : "follows", asWrong);
    // Who is wrong in one line may go on with what is right.
    if (own === undefined && Number.isFinite(right.point)) meant[line] = right;
    return settle(run, claim, wrong, change, hand);
  } else if (own !== undefined) {
    if (wrong) run.avoided += 1;
    foreseen[line] = right;
    believe(right, "follows", own);
    return value ? [] : settle(run, claim, right, rule.formula, hand);
  } else if ((other = asMeant()) !== undefined) {
    foreseen[line] = onMeant();
    believe(onMeant(), "fromMeant", other + Math.log(0.3));
  } else if (isTrue(hand, claim, line)) {
    believe(undefined, "fromElsewhere", Math.log(0.02));
  } else {
    const value = wrong ?? right;
    const isKnown = Number.isFinite(value.point);
    believe(undefined, "unexplained", unexplained(claim, isKnown ? value.point : hand.values[line]));
    meant[line] = isKnown ? value : undefined;
  }
  return [];
}

// Where a number lies beside what the points come to, those of lines without a number move within their bounds.
function settle({ beliefs }, claim, value, formula, hand) {
  const miss = middle(hand, claim) - value.point;
  if (!(Math.abs(miss) > claim.unit / 2)) return [];
  const open = formula.needs.filter((need) => need < hand.claims.length && !hand.claims[need] && width(beliefs[need]) > 0);
  const end = (need, end) => formula.value((entry) => (entry === need ? end : beliefs[entry].point));
  const moves = open.map((need) => end(need, beliefs[need].high) - end(need, beliefs[need].low));
  const all = moves.reduce((sum, move) => sum + move * move, 0);
  if (!(all > 0 && Number.isFinite(all))) return [];
  for (const [place, need] of open.entries()) {
    const { point, low, high } = beliefs[need];
    const moved = point + ((high - low) * miss * moves[place]) / all;
    beliefs[need] = { point: Math.min(Math.max(low, moved), high), low, high };
  }
  return open;
}

// What a line's rule gives, by either way; by the long one alone where something on it is mistaken.
function valueOfRule({ formula, shortcut }, isLong, run, hand, belief) {
  if (!shortcut || isLong) return reach(formula, belief);
  const open = formula.needs.filter((need) => need < hand.claims.length && !hand.claims[need]);
  // What numbers on the long way come from moves the short one as well: beside it, only their own roundings move them.
  const long = reach(formula, (entry) => (open.includes(entry) ? roundedOnce(run, entry, belief(entry)) : belief(entry)));
  const short = reach(shortcut, belief);
  if (!Number.isFinite(long.point) || width(long) > 64 * Math.max(width(short), Math.abs(short.point))) return short;
  if (open.length > 0) {
    short.low -= Math.max(0, long.point - long.low);
    short.high += Math.max(0, long.high - long.point);
  }
  return { point: short.point, low: Math.min(long.low, short.low), high: Math.max(long.high, short.high) };
}

// What is believed of a line without a number, with no more room than its own rounding leaves it.
function roundedOnce({ beliefs, foreseen }, line, { point }) {
  const [low, high] = [foreseen[line].low - beliefs[line].low, beliefs[line].high - foreseen[line].high];
  return { point, low: point - Math.max(0, low), high: point + Math.max(0, high) };
}

// The logarithm of how likely all that was written is.
function score(run, skipped = new Set()) {
  const explained = run.likelihoods.reduce((sum, next) => sum + next, 0) + run.avoided * Math.log(0.05);
  if (!run.unexplained.some((line) => !skipped.has(line))) return explained;
  return explained + Math.log(0.1) - Math.log(run.states.filter((state) => state !== "unwritten").length);
}
