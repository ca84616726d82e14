// Looks for what explains the first number that follows from nothing, as Search has it.
function makeSearch(catalog, hand, known, skipped, run, line) {
  const { claims, rules } = hand;
  const [claim, right] = [claims[line], run.foreseen[line]];
  // The line, and those without a number that have a say in it.
  const reached = new Set([line]);
  for (const next of reached) {
    for (const need of [...rules[next].needs, ...(known.changes[next]?.needs ?? [])]) {
      if (need < rules.length && !claims[need]) reached.add(need);
    }
  }
  const cone = [...reached].sort((one, other) => one - other);
  const backwards = [...cone].reverse();

  function value(changes, fixed) {
    const points = new Map();
    for (const next of cone) {
      const formula = changes[next] ?? known.changes[next] ?? rules[next].formula;
      if (fixed?.line === next) points.set(next, fixed.value);
      else if (changes[next] || formula.needs.some((need) => points.has(need))) {
        points.set(next, formula.value((entry) => points.get(entry) ?? run.beliefs[entry].point));
      }
    }
    return points.get(line) ?? right.point;
  }

  // How far from the point a number may lie that still follows.
  function room(value) {
    const scale = right.point === 0 || !Number.isFinite(right.point) ? 1 : Math.abs(value / right.point);
    return orZero(width(right)) * Math.max(1, Math.min(scale, 1e3));
  }

  const supposing = (other) => {
    const supposition = adding(known, other);
    return { supposition, run: makeRun(hand, supposition, run) };
  };
  const scored = (prior, hypothesis) => ({ ...hypothesis, prior, score: prior + score(hypothesis.run, skipped) });

  function hypothesis(lead, mistake, source, value) {
    const changes = catalog.changes(lead);
    const supposed = supposing({ changes, values: {} });
    const { states, foreseen } = supposed.run;
    if (["unexplained", "fromElsewhere"].includes(states[line])) return undefined;
    for (let before = 0; before < line; before += 1) {
      if (states[before] === "unexplained" && run.states[before] !== "unexplained") return undefined;
    }
    // What goes on with what was meant does not come from the number before it.
    const own = states[line] === "fromMeant" ? foreseen[line].point : value;
    return scored(catalog.prior(lead, mistake), { ...supposed, mistake, changes, label: lead.label, source, value: own });
  }

  // Every value that a mistake could give the line, with how likely it is before; and those that explain the number.
  function hypotheses() {
    const [seen, values, found] = [new Set(), [], []];
    for (const source of backwards) {
      if (known.changes[source] || known.values[source]) continue;
      for (const { lead, mistake, text, prior } of catalog.candidates(source)) {
        if (seen.size >= 20_000 || seen.has(text)) continue;
        seen.add(text);
        const own = value(catalog.changes(lead, cone));
        if (!Number.isFinite(own)) continue;
        values.push({ value: own, prior });
        if (!(Math.abs(own - claim.value) <= 2 * room(own) + 2 * claim.unit)) continue;
        const explained = hypothesis(lead, mistake, source, own);
        if (explained) found.push(explained);
      }
    }
    return { found, values };
  }

  const exchanged = neighboursExchanged(claim);
  function pens() {
    const v = right.point;
    if (!Number.isFinite(v) || v === 0) return [];
    const pen = (value, share) => ({ value, prior: Math.log(0.004) + Math.log(share) });
    return [pen(-v, 0.25), pen(v * 10, 0.1), pen(v / 10, 0.1), ...exchanged.map((other) => pen(other, 0.3))];
  }

  // The number as a slip of the pen.
  function slip() {
    const pen = pens().find(({ value }) =>
      Math.abs(value - (exchanged.includes(value) ? right.point : claim.value)) <= claim.unit * 0.51 + width(right));
    return pen && scored(pen.prior, {
      ...supposing({ changes: {}, values: { [line]: exactly(claim.value) } }), mistake: catalog.pen, source: line, value: pen.value,
    });
  }

  // Whether two give the same numbers in all lines that are there.
  const isNear = (a, b, margin) => Math.abs(a - b) <= Math.max(margin, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
  const areAlike = (one, other) => isNear(one.value, other.value, claims[line].unit / 2) && claims.every((claim, next) => next === line || !claim
    || ((one.run.states[next] === "unexplained") === (other.run.states[next] === "unexplained")
      && isNear(one.run.foreseen[next].point, other.run.foreseen[next].point, claim.unit / 2)));

  // The value of a line without a number that would make this one right, and to what it is known.
  function solved(need) {
    const start = run.beliefs[need].point;
    if (!Number.isFinite(start) || !Number.isFinite(right.point)) return undefined;
    let [x0, y0, x1] = [start, right.point, start === 0 ? 0.01 : start * 1.01];
    for (let step = 0; step < 12; step += 1) {
      const y1 = value({}, { line: need, value: x1 });
      if (!Number.isFinite(y1) || y1 === y0) return undefined;
      const slope = (y1 - y0) / (x1 - x0);
      if (Math.abs(y1 - claim.value) <= claim.unit / 4) {
        const known = (claim.unit + width(right)) / Math.abs(slope);
        return Number.isFinite(known) && known > 0 ? { value: x1, width: known } : undefined;
      }
      const next = x1 + (claim.value - y1) / slope;
      if (!Number.isFinite(next)) return undefined;
      [x0, y0, x1] = [x1, y1, next];
    }
    return undefined;
  }

  // What is not known: that the number comes from nowhere, or one without which it would be right.
  function unknowns() {
    const found = [scored(0, { supposition: known, run })];
    for (const need of backwards.slice(1, 61)) {
      const solution = known.values[need] ? undefined : solved(need);
      if (!solution) continue;
      const { value, width } = solution;
      const prior = Math.log(0.005 * Math.min(0.9, density(value, run.beliefs[need].point, width) * width));
      const supposed = supposing({ changes: {}, values: { [need]: { point: value, low: value - width / 2, high: value + width / 2 } } });
      if (supposed.run.states[line] !== "unexplained") found.push(scored(prior, supposed));
    }
    return found;
  }

  // How likely a random number would come as near to one of the values that say as much.
  function luck(values, hypothesis) {
    const near = 2 * Math.abs(hypothesis.value - claim.value) + claim.unit;
    const met = [];
    let [own, least, last] = [undefined, Infinity, -Infinity];
    for (const { value, prior } of values) {
      const width = Math.min(near, claim.unit + Math.min(room(value), Math.abs(value)));
      if (value - last > width / 2) {
        last = value;
        met.push({ prior: 0, chance: Math.min(1, density(value, right.point, claim.unit) * width) });
      }
      met.at(-1).prior += Math.exp(prior);
      const off = Math.abs(value - hypothesis.value);
      if (off < least) [own, least] = [met.at(-1), off];
    }
    const says = own ? (own.prior / own.chance) * (1 - 1e-9) : Infinity;
    return met.reduce((luck, { prior, chance }) => (prior >= says * chance ? luck + chance : luck), 0);
  }

  // How much less room the line that tells it most closely leaves a hypothesis than an unknown value.
  const roomLeft = (by, unknown) => claims.reduce((least, claim, next) => {
    if (next === line || !(claim?.unit > 0) || [by, unknown].some(({ run }) => run.states[next] === "unexplained")) return least;
    const part = (width(by.run.foreseen[next]) + claim.unit) / (width(unknown.run.foreseen[next]) + claim.unit);
    return Number.isFinite(part) ? Math.min(least, part) : least;
  }, 1);

  // The mistake with which a whole derivation, from the beginning, gives this number.
  function ofAnother() {
    if (digitsOf(claim) < 6) return undefined;
    const fitting = catalog.derivations().filter(({ values }) =>
      Math.abs(values[line] - claim.value) <= claim.unit * 0.51 && Math.abs(values[line] - hand.values[line]) > claim.unit);
    return fitting.length > 0 && fitting.every(({ mistake }) => mistake.id === fitting[0].mistake.id) ? fitting[0].mistake : undefined;
  }

  return { hand, known, skipped, run, line, hypotheses, pens, slip, unknowns, luck, roomLeft, areAlike, ofAnother };
}
