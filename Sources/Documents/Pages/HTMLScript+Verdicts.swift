/// How a number is judged, and what a tutor says of it.
extension HTMLScript {
  /// The bounds are those of `trace check`.
  static let verdicts = """
      function holds(claim, value, slack = 0) {
        const [below, above] = reach({ value: claim.value, slack: claim.unit * (1 - 1e-6) });
        const room = 4 * Number.EPSILON * Math.abs(claim.value) + slack;
        const off = value - claim.value;
        return Number.isFinite(room) && off >= below - room && off <= above + room;
      }

      function isRight(claim, value) {
        const off = Math.abs(claim.value - value);
        if (off <= 1e-9 * Math.max(Math.abs(value), Math.abs(claim.value))) return true;
        return holds(claim, value) && (off <= 0.05 * Math.abs(value) || value === 0);
      }

      const isNearly = (claim, value) =>
        Math.abs(claim.value - value) <= Math.min(3 * claim.unit, 0.05 * Math.abs(value));

      // A line with those before it for which nothing was typed, and what was typed before these.
      function origins(line, claims) {
        const [open, typed] = [new Set([line]), new Set()];
        for (const next of open) {
          for (const need of lines[next].flatMap(needs)) {
            if (need < lines.length) (claims.has(need) ? typed : open).add(need);
          }
        }
        return { open, typed };
      }

      function judge(line, claim, claims, misled) {
        if (isRight(claim, truth[line])) return { verdict: "right" };
        if (holds(claim, truth[line])) return { verdict: "rounded", isCoarse: true };
        const { open, typed } = origins(line, claims);
        const isMisled = [...typed].some((before) => misled.has(before));
        const isNear = (value) =>
          Math.abs(claim.value - value) <= Math.min(10 * claim.unit, 0.05 * Math.abs(claim.value));
        const ways = lines[line].map(follower(claims));
        const fitting = ways.filter(({ value, slack }) => holds(claim, value, slack) || isNear(value));
        // Whoever made a mistake before, and not here, has it right here.
        if (isNearly(claim, truth[line])) return { verdict: "rounded" };
        if (fitting.some(({ value, slack }) => slack <= 0.05 * Math.abs(value))) {
          return { verdict: isMisled ? "carried" : "rounded" };
        }
        if (isNear(truth[line])) return { verdict: "rounded" };
        // Where roundings may have moved it so far that it says little, a mistake has to give the very number.
        const { exact, near } = found(line, claim, claims, open);
        if (exact.length === 0 && fitting.length > 0) {
          const isTold = fitting.some(({ value, slack }) => slack <= Math.abs(value));
          return { verdict: !isTold ? "open" : isMisled ? "carried" : "rounded" };
        }
        return { verdict: "again", hints: [...new Set([...exact, ...near])].slice(0, 2) };
      }

      // Some mistakes are made in one layer only.
      function inOneLayer(mistake) {
        const layerOf = (line) => layers[line];
        const changed = new Set(Object.keys(mistake.changes).map(layerOf).filter((layer) => layer !== null));
        if (changed.size < 2 || changed.size > 8 || mistake.isLastResort) return [];
        return [...changed].map((layer) => {
          const changes = Object.entries(mistake.changes).filter(([line]) => layerOf(line) === layer);
          return { ...mistake, isRare: true, changes: Object.fromEntries(changes) };
        });
      }
      const rank = ({ isRare, isLastResort }) => (isLastResort ? 2 : isRare ? 1 : 0);
      const suspects = [...mistakes, ...mistakes.flatMap(inOneLayer)].sort((one, other) => rank(one) - rank(other));

      // What a tutor says to the mistakes that give this number, to its last digit or nearly; the most frequent first.
      function found(line, claim, claims, open) {
        const [exact, near] = [[], []];
        for (const suspect of suspects) {
          const { hint, changes } = suspect;
          if (suspect.isLastResort && exact.length > 0) continue;
          if (!Object.keys(changes).some((changed) => open.has(Number(changed)))) continue;
          const { value, slack } = follower(claims, changes)(changes[line] ?? lines[line][0]);
          if (holds(claim, value)) exact.push(hint);
          else if (rank(suspect) === 0 && holds(claim, value, slack)) near.push(hint);
        }
        return { exact, near };
      }

    """
}
