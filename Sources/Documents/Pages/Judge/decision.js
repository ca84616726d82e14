// What is said of a number that follows from nothing, as Decision has it: a mistake that explains it, several, or none.
function decide(catalog, search) {
  const { found, values } = search.hypotheses();
  const unknowns = search.unknowns();
  const pen = search.slip();
  const explaining = [...found, ...(pen ? [pen] : [])];
  const best = (all) => all.reduce((best, next) => (next.score > best.score ? next : best), all[0]);
  const top = best([...found, ...unknowns, ...(pen ? [pen] : [])]).score;
  const weight = ({ score }) => Math.exp(score - top);
  const total = (all) => all.reduce((sum, next) => sum + weight(next), 0);
  const sum = total([...found, ...unknowns, ...(pen ? [pen] : [])]);
  const groups = grouped(catalog, search, explaining, weight);
  const unknown = best(unknowns);
  const candidates = [...values, ...search.pens()].sort((one, other) => one.value - other.value);
  const luck = ({ hypotheses: [first] }) => search.luck(candidates, first) * evidence(first, unknown, search);
  // A name says more than a kind of rewriting that comes to the same.
  const mistakeOf = ({ hypotheses }) => (hypotheses.find(({ mistake }) => mistake.evidence >= 0.6) ?? hypotheses[0]).mistake;
  // What gives the same numbers is no rival: it is said together.
  const [first] = groups;
  const isAlike = ({ hypotheses: [best] }) => search.areAlike(first.hypotheses[0], best);
  const together = groups.filter(isAlike).slice(0, 3);
  const said = together.reduce((sum, group) => sum + group.weight, 0);
  const rivals = [...groups.filter((group) => !isAlike(group)).map((group) => group.weight), total(unknowns)];
  // Where hardly anything unknown gives these numbers as well, chance may have a larger part; of a number alone nothing else
  // shows whether it was met by chance.
  const isAlone = search.hand.claims.filter((claim) => claim).length === 1;
  const mostLuck = isAlone ? 1 / 2000 : total(unknowns) < 1e-3 * sum ? 1 / 50 : 1 / 500;
  if (first && said >= 5 * Math.max(...rivals) && said >= 0.9 * sum && luck(first) <= mostLuck) {
    const named = mistakeOf(first);
    const others = together.map(mistakeOf).filter(({ id }) => id !== named.id);
    return { named, alike: [...sameNumbers(first, named), ...others], possible: [], adopted: first.hypotheses[0].supposition };
  }
  const few = groups.filter((group) => group.weight >= 0.05 * sum && luck(group) <= 1 / 10).slice(0, 3);
  const isEnough = few.reduce((sum, group) => sum + group.weight, 0) >= 0.5 * sum;
  return {
    named: isEnough ? undefined : search.ofAnother(), possible: isEnough ? few.map(mistakeOf) : [],
    adopted: (isEnough ? few[0]?.hypotheses[0] : unknown)?.supposition ?? search.known,
  };
}

// Other names for what gives the same numbers always.
function sameNumbers({ hypotheses, signatures }, named) {
  const own = signatures[hypotheses.findIndex(({ mistake }) => mistake.id === named.id)];
  const found = new Map();
  for (const [place, { mistake }] of hypotheses.entries()) {
    if (mistake.evidence >= 0.6 && mistake.id !== named.id && areEqual(signatures[place], own)) found.set(mistake.id, mistake);
  }
  return [...found.values()];
}

// Hypotheses of one title, or with the same value in every exercise of this shape, are one finding.
function grouped(catalog, search, hypotheses, weight) {
  const groups = [];
  for (const hypothesis of [...hypotheses].sort((one, other) => other.score - one.score)) {
    const { mistake, label, source } = hypothesis;
    const key = [mistake.id, mistake.evidence >= 0.6 ? "" : label ?? "", catalog.groupOf[source]].join(" ");
    const signature = catalog.worlds.map((world) =>
      hypothesis.changes ? catalog.derived(hypothesis.supposition.changes, world, search.line)[search.line] : NaN);
    const same = groups.filter((group) => group.keys.has(key) || group.signatures.some((other) => areEqual(other, signature)));
    const own = { keys: new Set([key]), signatures: [signature], hypotheses: [hypothesis], weight: weight(hypothesis) };
    const [first] = same;
    if (!first) {
      groups.push(own);
      continue;
    }
    // What was two is one.
    for (const other of [own, ...same.slice(1).reverse()]) {
      for (const next of other.keys) first.keys.add(next);
      first.signatures.push(...other.signatures);
      first.hypotheses.push(...other.hypotheses);
      first.weight += other.weight;
      if (other !== own) groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.sort((one, other) => other.weight - one.weight);
}

const areEqual = (a, b) => a.some((value) => value !== 0)
  && a.every((value, place) => Math.abs(value - b[place]) <= 1e-10 * Math.max(Math.abs(value), Math.abs(b[place])));

// By how much further lines make luck less likely: those that an unknown value leaves open, two at the most, and the one that
// tells its value most closely.
function evidence(hypothesis, unknown, { run, skipped, line, roomLeft }) {
  const closeness = Math.max(0.1, roomLeft(hypothesis, unknown));
  const without = (run) => run.unexplained.filter((next) => !skipped.has(next));
  const [open, left] = [without(run), without(hypothesis.run)];
  if (left.length * 3 > open.length) return closeness;
  const more = without(unknown.run).filter((next) => !left.includes(next) && next !== line);
  return closeness * 0.02 ** Math.min(2, more.length);
}
