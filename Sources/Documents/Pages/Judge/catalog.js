// The wrong formulas of an exercise's lines, and where a way of thinking may make them, as Catalog has it.
function makeCatalog({ lines, givens, wrong, mistakes, groups, joint, layers, places, order }) {
  const rules = lines.map(([formula, shortcut]) => {
    const rule = { formula: entryFormula(formula), shortcut: shortcut === undefined ? undefined : entryFormula(shortcut) };
    return { ...rule, needs: [...rule.formula.needs, ...(rule.shortcut?.needs ?? [])] };
  });
  const groupOf = [];
  for (const [number, group] of groups.entries()) for (const line of group) groupOf[line] = number;
  // Made when they are first looked at.
  const made = [];
  const wrongOf = (line) => (made[line] ??= new Map(wrong[line].map(([label, mistake, formula]) => {
    const change = entryFormula(formula);
    return [label, { label, change, mistake: mistakes[mistake], text: JSON.stringify(formula) }];
  })));
  const wrongBy = (label, line) => wrongOf(line).get(label);
  const known = new Map();

  // Where a rewriting of a line may have been made.
  function leads(label, line) {
    const own = groupOf[line];
    const families = [[own]];
    for (const together of joint.filter((numbers) => numbers.includes(own))) {
      const others = together.filter((group) => group === own || groups[group].slice(0, 3).some((next) => wrongBy(label, next)));
      if (others.length > 1) families.push(others);
    }
    const scopes = ["everywhere", ...(layers[line] === null ? [] : ["layer " + layers[line]]),
      ...(places[line] === null ? [] : ["place " + places[line]]), "line " + line];
    return families.flatMap((family) => scopes.filter((scope) => family.length === 1 || !scope.startsWith("line")).map((scope) => {
      const key = label + " in " + family + " " + scope;
      if (!known.has(key)) known.set(key, { key, label, groups: family, scope });
      return known.get(key);
    }));
  }
  const all = (lead) => lead.groups.flatMap((group) => groups[group]);
  function linesOf(lead) {
    const [scope, number] = lead.scope.split(" ");
    if (scope === "line") return [Number(number)];
    return all(lead).filter((line) => scope === "everywhere" || String((scope === "layer" ? layers : places)[line]) === number);
  }
  const linesOfLead = (lead) => (lead.lines ??= new Set(linesOf(lead)));
  function changesOf(lead, among = [...linesOfLead(lead)]) {
    const changes = among.filter((line) => linesOfLead(lead).has(line)).map((line) => [line, wrongBy(lead.label, line)?.change]);
    return Object.fromEntries(changes.filter(([, change]) => change));
  }
  // The same for all that write the same formulas in the same lines.
  const textOf = (lead) => (lead.text ??= [...linesOfLead(lead)].sort((one, other) => one - other)
    .map((line) => [line, wrongBy(lead.label, line)?.text]).filter(([, text]) => text).join(";"));
  // The leads of a line, those that write the same once, by the likelier name.
  const met = [];
  function candidates(line) {
    if (met[line]) return met[line];
    const found = new Map();
    for (const { label, mistake } of wrongOf(line).values()) {
      for (const lead of leads(label, line)) {
        const own = { lead, mistake, text: textOf(lead), prior: prior(lead, mistake) };
        if (!(own.prior <= found.get(own.text)?.prior)) found.set(own.text, own);
      }
    }
    return (met[line] = [...found.values()]);
  }

  function prior(lead, { evidence }) {
    const count = (key) => Math.max(1, new Set(all(lead).map((line) => key[line])).size);
    const [scope] = lead.scope.split(" ");
    const share = scope === "everywhere" ? 0.45 : scope === "layer" ? 0.2 / count(layers)
      : scope === "place" ? 0.35 / count(places) : 0.14 / all(lead).length;
    return Math.log(0.008 * evidence * share);
  }

  // A derivation from the beginning; it ends after a line.
  function derived(changes, start, end = lines.length - 1) {
    const [values, isTouched] = [[...start], []];
    for (let line = 0; line <= end; line += 1) {
      const rule = rules[line];
      isTouched[line] = line in changes || rule.formula.needs.some((need) => isTouched[need]);
      const formula = changes[line] ?? (isTouched[line] ? rule.formula : rule.shortcut ?? rule.formula);
      values[line] = formula.value((entry) => values[entry]);
    }
    return values;
  }
  const start = (numbers) => [...lines.map(() => 0), ...numbers];
  const rank = [];
  for (const [place, line] of order.entries()) rank[line] = place;

  // The whole derivation of somebody who makes a mistake wherever it can be made, for each that has a name.
  let wholes;
  function derivations(values) {
    if (wholes) return wholes;
    const seen = new Set();
    wholes = [];
    for (const line of lines.keys()) {
      for (const { label, mistake } of wrongOf(line).values()) {
        for (const lead of mistake.evidence >= 0.6 ? leads(label, line) : []) {
          if (lead.scope !== "everywhere" || seen.has(textOf(lead))) continue;
          seen.add(textOf(lead));
          wholes.push({ mistake, values: derived(changesOf(lead), values) });
        }
      }
    }
    return wholes;
  }
  return {
    rules, givens, groupOf, candidates, changes: changesOf, prior, derived, start,
    order, rank, derivations,
  };
}
