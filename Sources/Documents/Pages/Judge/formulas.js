// Formulas over the numbers of entries, as EntryFormula and Belief have them: a list of an operation and what it takes; a
// number is that of an entry, a string a number as it is written.
const isStep = ["step", "unitStep", "sign", ">", ">=", "floor"];

// What a formula comes to on numbers of entries, which it needs, and whether nothing is calculated in it.
function entryFormula(formula) {
  const needs = new Set();
  function valueOf(part) {
    if (typeof part === "number") {
      needs.add(part);
      return (of) => of(part);
    }
    if (typeof part === "string") {
      const number = Number(part);
      return () => number;
    }
    const [operation, ...parts] = [operations[part[0]], ...part.slice(1).map(valueOf)];
    if (parts.length === 1) return (of) => operation(parts[0](of));
    if (parts.length === 2) return (of) => operation(parts[0](of), parts[1](of));
    return (of) => operation(...parts.map((next) => next(of)));
  }
  const value = valueOf(formula);
  return { value, needs: [...needs], isCopy: !Array.isArray(formula), isStep: isStep.includes(formula[0]) };
}

const exactly = (value) => ({ point: value, low: value, high: value });
const width = ({ low, high }) => high - low;
// A number between the bounds: the point, unless it is one of them.
const middleOf = ({ point, low, high }) => (low < point && point < high ? point : low + (high - low) / 2);
const isWide = (belief) => width(belief) > 0.1 * Math.abs(belief.point);
const orZero = (value) => (Number.isFinite(value) ? value : 0);

// How far the parabola through 0 and two places on both sides of it goes where it turns, if that is between them.
function turningPoint([x0, y0], [x1, y1]) {
  const bend = (y1 / x1 - y0 / x0) / (x1 - x0);
  const slope = y1 / x1 - bend * x1;
  const place = -slope / (2 * bend);
  return x0 < place && place < x1 ? slope * place / 2 : undefined;
}

// What is left of a number that is not finite, such as ln(1 - a) for an a that was rounded to 1; or of a step.
function among(moves, point, isStep) {
  const finite = [point, ...moves].filter(Number.isFinite);
  return finite.length === 0 ? exactly(point) : { point: finite[0], low: Math.min(...finite), high: Math.max(...finite), isStep };
}

// The step that somebody took who wrote this, if it may be either; else that on the points.
const settled = (belief, written) =>
  belief.isStep ? exactly(written === belief.low || written === belief.high ? written : belief.point) : belief;

// The value on the points, with the bounds to which the entries may move it.
function reach(formula, belief) {
  const point = formula.value((entry) => belief(entry).point);
  let [below, above] = [0, 0];
  const [wide, moves] = [[], []];
  for (const moved of formula.needs) {
    const own = belief(moved);
    if (!(own.low < own.high)) continue;
    if (isWide(own)) wide.push(moved);
    const valueAt = (number) => formula.value((entry) => (entry === moved ? number : belief(entry).point));
    const ends = [valueAt(own.low), valueAt(own.high)];
    moves.push(...ends);
    const middle = middleOf(own);
    const between = middle === own.point ? point : valueAt(middle);
    const turn = turningPoint([own.low - middle, ends[0] - between], [own.high - middle, ends[1] - between]);
    const differences = [0, ends[0] - point, ends[1] - point, between - point + (turn ?? 0)].filter(Number.isFinite);
    below -= Math.min(...differences);
    above += Math.max(...differences);
  }
  if (formula.isStep || !Number.isFinite(point)) return among(moves, point, formula.isStep);
  const bounds = { point, low: point - below, high: point + above };
  if (wide.length < 2) return bounds;
  const tried = wide.slice(0, 5);
  for (let corner = 0; corner < 1 << tried.length; corner += 1) {
    const end = formula.value((entry) => {
      const [own, place] = [belief(entry), tried.indexOf(entry)];
      return place < 0 ? own.point : corner & (1 << place) ? own.high : own.low;
    });
    if (!Number.isFinite(end)) continue;
    bounds.low = Math.min(bounds.low, end);
    bounds.high = Math.max(bounds.high, end);
  }
  return bounds;
}
