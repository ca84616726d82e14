// Formulas over the numbers of entries, as EntryFormula and Belief have them: a list of an operation and what it takes; a
// number is that of an entry, a string a number as it is written.
const sigma = (z) => 1 / (1 + Math.exp(-z));
const operations = {
  "+": (...x) => x.reduce((sum, next) => sum + next), "*": (...x) => x.reduce((product, next) => product * next),
  "-": (x) => -x, "/": (x, y) => x / y, "^": (x, y) => x ** y, max: Math.max, min: Math.min,
  ln: Math.log, exp: Math.exp, sqrt: Math.sqrt, tanh: Math.tanh, sin: Math.sin, cos: Math.cos, magnitude: Math.abs, sign: Math.sign,
  softmax: () => 1, sigma, sigmaPrime: (z) => sigma(z) * sigma(-z), tanhPrime: (z) => 4 * sigma(2 * z) * sigma(-2 * z),
  step: (z) => (z > 0 ? 1 : 0), ">": (x, y) => (x > y ? 1 : 0), ">=": (x, y) => (x >= y ? 1 : 0),
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
};
const isStep = ["step", "sign", ">", ">="];

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
const isWide = (belief) => width(belief) > 0.1 * Math.abs(belief.point);
const orZero = (value) => (Number.isFinite(value) ? value : 0);

// The value on the points, with the bounds to which the entries may move it.
function reach(formula, belief) {
  const point = formula.value((entry) => belief(entry).point);
  if (!Number.isFinite(point) || formula.isStep) return exactly(point);
  let [below, above] = [0, 0];
  const wide = [];
  for (const moved of formula.needs) {
    const own = belief(moved);
    if (!(own.low < own.high)) continue;
    if (isWide(own)) wide.push(moved);
    const ends = [own.low, own.high].map((end) => formula.value((entry) => (entry === moved ? end : belief(entry).point)) - point);
    below += Math.max(0, orZero(-Math.min(...ends)));
    above += Math.max(0, orZero(Math.max(...ends)));
  }
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
