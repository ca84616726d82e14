// Numbers with a bound on their rounding error, in units of 2⁻⁵², as Rounded has them.
const unitOfOne = Number.EPSILON;
const leastNormal = 2 ** -1022;
const bounded = (value, error) => ({ value, error: error >= 0 ? error : Infinity });
const roundedTo = (value, error) => bounded(value, error + Math.abs(value));
const underflowing = (error) => error + 4 * leastNormal;
const shift = (x) => x.error * unitOfOne;

function ofFunction(value, error) {
  const all = error + 3 * Math.abs(value);
  return roundedTo(value, Math.abs(value) < leastNormal ? underflowing(all) : all);
}

const multiplied = (x, y) => {
  const error = x.error * Math.abs(y.value) + y.error * Math.abs(x.value) + x.error * y.error * unitOfOne;
  const product = x.value * y.value;
  if (!(Math.abs(product) < leastNormal) || x.value === 0 || y.value === 0) return roundedTo(product, error);
  return roundedTo(product, underflowing(error));
};
const divided = (x, y) => {
  const quotient = x.value / y.value;
  const least = Math.abs(y.value) - shift(y);
  const error = least > 0 ? (x.error + Math.abs(quotient) * y.error) / least : Infinity;
  return roundedTo(quotient, !(Math.abs(quotient) < leastNormal) || x.value === 0 ? error : underflowing(error));
};

// A function that rises between two bounds, and whose slope grows by at most e^rate for each unit.
function rising(x, name, slope, rate) {
  const steep = (slope * Math.expm1(rate * shift(x))) / rate;
  const moved = doubles[name](x.value + shift(x)) - doubles[name](x.value - shift(x));
  return ofFunction(doubles[name](x.value), (steep < moved ? steep : moved) / unitOfOne);
}
function logarithm(x, value, argument) {
  const off = shift(x) < argument ? -Math.log1p(-shift(x) / argument) : Infinity;
  return ofFunction(value, off / unitOfOne);
}
function wave(x, value, slope) {
  const near = shift(x) * Math.abs(slope) + (shift(x) * shift(x)) / 2;
  const far = Math.min(shift(x), 2);
  return ofFunction(value, (near < far ? near : far) / unitOfOne);
}
function oneOf(x, y, isFirst) {
  const choice = isFirst ? x : y;
  const isClear = Math.abs(x.value - y.value) > shift(x) + shift(y);
  return bounded(choice.value, isClear ? choice.error : Math.max(x.error, y.error));
}

// How far xʸ can go while x moves by at most s and y by at most t.
function reachOfPower(x, s, y, t) {
  if (s === 0 && t === 0) return 0;
  const scaled = (power, m) => power * Math.expm1(m);
  if (t === 0 && Number.isInteger(y)) {
    if (y === 0) return 0;
    const far = Math.abs(x);
    if (y > 0 && far === 0) return s ** y;
    if (y < 0 && s >= far) return Infinity;
    return scaled(far ** y, y * Math.log1p(y > 0 ? s / far : -s / far));
  }
  if (!(x > s)) return x === 0 && s === 0 && y > t ? 0 : Infinity;
  const off = -Math.log1p(-s / x);
  return scaled(Math.abs(x ** y), Math.abs(y) * off + t * (Math.abs(Math.log(x)) + off));
}
function power(base, exponent) {
  const value = base.value ** exponent.value;
  const [x, s, y, t] = [base.value, shift(base), exponent.value, shift(exponent)];
  let moved = reachOfPower(x, s, y, t);
  if (!Number.isFinite(moved) && x >= 0 && y > t) moved = Math.max(value, Math.max((x + s) ** (y + t), (x + s) ** (y - t)) - value);
  return x === 0 && value === 0 && moved === 0 ? bounded(0, 0) : ofFunction(value, moved / unitOfOne);
}

function root(x) {
  const value = Math.sqrt(x.value);
  if (shift(x) === 0) return roundedTo(value, 0);
  return roundedTo(value, shift(x) < x.value
    ? x.error / (value + Math.sqrt(x.value - shift(x)))
    : Math.max(value, Math.sqrt(x.value + shift(x)) - value) / unitOfOne);
}

// How steep a function is at most within a distance of a number.
function steepness(name, centre, radius) {
  const [low, high] = [centre - radius, centre + radius];
  const far = Math.max(Math.abs(low), Math.abs(high));
  const near = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  if (name === "tan") {
    const isBetween = high - low < Math.PI && Math.floor(low / Math.PI + 0.5) === Math.floor(high / Math.PI + 0.5);
    return isBetween ? 1 + Math.max(Math.abs(Math.tan(low)), Math.abs(Math.tan(high))) ** 2 : Infinity;
  }
  if (name === "sinh" || name === "cosh") return Math.cosh(far);
  if (name === "arcsin" || name === "arccos") return far < 1 ? 1 / Math.sqrt((1 - far) * (1 + far)) : Infinity;
  if (name === "erf") return 1.13 * Math.exp(radius * radius - near * near);
  const distance = Math.sqrt(1 + centre * centre) - radius;
  return distance > 0 ? 1 / (distance * distance) : Infinity;
}
const steep = (name) => (x) =>
  ofFunction(doubles[name](x.value), x.error === 0 ? 0 : x.error * steepness(name, x.value, shift(x)));

// ln Σ eˣ as x₁ less the logarithm of the first share, which moves by no more than the others' shares of their errors.
function logarithmOfPowers(xs) {
  const values = xs.map(({ value }) => value);
  const total = doubles.logSumExp(...values);
  const shares = values.map((value) => Math.exp(value - total));
  const moved = shares.reduce((sum, share, k) => (k === 0 ? sum : sum + share * (xs[0].error + xs[k].error)), 0);
  const growth = Math.exp(2 * xs.reduce((most, { error }) => Math.max(most, error), 0) * unitOfOne);
  const first = ofFunction(values[0] - total, growth * moved);
  return roundedTo(xs[0].value - first.value, xs[0].error + first.error);
}
const exactValue = (name) => (...x) => bounded(doubles[name](...x.map(({ value }) => value)), 0);
const sigmoid = (x) => rising(x, "sigma", doubles.sigmaPrime(x.value), 1);
const negated = ({ value, error }) => bounded(-value, error);
const doubled = (x) => multiplied(bounded(2, 0), x);

const roundedArithmetic = {
  number(numeral) {
    const isWhole = numeral.exponent === undefined && !numeral.below && !numeral.digits.includes(".") && Math.abs(numeral.value) < 2 ** 53;
    return isWhole ? bounded(numeral.value, 0) : roundedTo(numeral.value, 0);
  },
  whole: (number) => bounded(number, 0),
  "+": (x, y) => roundedTo(x.value + y.value, x.error + y.error), "*": multiplied, "/": divided, "-": negated,
  square: (x) => multiplied(x, x), raised: power,
  max: (x, y) => oneOf(x, y, !(y.value > x.value)), min: (x, y) => oneOf(x, y, !(y.value < x.value)),
  ">": exactValue(">"), ">=": exactValue(">="), step: exactValue("step"), unitStep: exactValue("unitStep"),
  magnitude: (x) => oneOf(x, negated(x), !(-x.value > x.value)), sign: exactValue("sign"),
  exp(x) {
    const value = Math.exp(x.value);
    return ofFunction(value, (value * Math.expm1(shift(x))) / unitOfOne);
  },
  ln: (x) => logarithm(x, Math.log(x.value), x.value), sigma: sigmoid,
  sigmaPrime: (x) => multiplied(sigmoid(x), sigmoid(negated(x))),
  tanh: (x) => rising(x, "tanh", 4 * doubles.sigmaPrime(2 * x.value), 2),
  tanhPrime: (x) => multiplied(bounded(4, 0), multiplied(sigmoid(doubled(x)), sigmoid(negated(doubled(x))))),
  sin: (x) => wave(x, Math.sin(x.value), Math.cos(x.value)), cos: (x) => wave(x, Math.cos(x.value), Math.sin(x.value)), sqrt: root,
  tan: steep("tan"), sinh: steep("sinh"), cosh: steep("cosh"), arcsin: steep("arcsin"), arccos: steep("arccos"),
  arctan: steep("arctan"), erf: steep("erf"), floor: exactValue("floor"), stop: (x) => x, softmax: () => bounded(1, 0),
  softplus: (x) => ofFunction(doubles.softplus(x.value), x.error * doubles.sigma(x.value + shift(x))),
  logSumExp: (...xs) => logarithmOfPowers(xs),
};
