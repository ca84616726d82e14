// Exact fractions over 128-bit integers, as Rational has them: { above, below } in lowest terms, or null where a number has no such
// form, and so for all that it enters.
const bound = 1n << 127n;
const fits = (whole) => -bound <= whole && whole < bound;
const size = (whole) => (whole < 0n ? -whole : whole);

function divisor(a, b) {
  [a, b] = [size(a), size(b)];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function fraction(above, below) {
  const common = divisor(above, below);
  if (below === 0n) return null;
  const sign = below < 0n ? -1n : 1n;
  return { above: (sign * above) / common, below: (sign * below) / common };
}
const whole = (number) => ({ above: BigInt(number), below: 1n });
const zero = whole(0);
const one = whole(1);

// What a calculation gives of fractions that are known, where nothing in it overflows.
const known = (calculation) => (...x) => (x.includes(null) ? null : calculation(...x));
const checked = (...wholes) => (wholes.every(fits) ? wholes : null);

const plus = known((a, b) => {
  const common = divisor(a.below, b.below);
  const [d, e] = [a.below / common, b.below / common];
  const parts = checked(a.above * e, b.above * d, a.above * e + b.above * d);
  if (!parts) return null;
  const shared = divisor(parts[2], common);
  const below = checked(d * e, (d * e * common) / shared);
  return below && fraction(parts[2] / shared, below[1]);
});
const times = known((a, b) => {
  const [g, h] = [divisor(a.above, b.below), divisor(b.above, a.below)];
  const parts = checked((a.above / (g || 1n)) * (b.above / (h || 1n)), (a.below / (h || 1n)) * (b.below / (g || 1n)));
  return parts && fraction(...parts);
});
const over = known((a, b) => (b.above === 0n ? null : times(a, fraction(b.below, b.above))));
const minus = known((a) => ({ above: -a.above, below: a.below }));
const signOf = (a) => (a === null ? null : a.above > 0n ? 1 : a.above < 0n ? -1 : 0);
const isEqual = (a, b) => a !== null && b !== null && a.above === b.above && a.below === b.below;
const compare = (a, b) => signOf(plus(a, minus(b)));
const nearest = (a) => Number(a.above) / Number(a.below);

const raise = known((base, exponent) => {
  if (exponent.above === 0n || isEqual(base, one)) return one;
  if (base.above === 0n) return exponent.above > 0n ? base : null;
  if (exponent.below !== 1n) return null;
  let [result, square, rest] = [one, exponent.above < 0n ? over(one, base) : base, size(exponent.above)];
  while (rest > 0n && result) {
    if (rest % 2n === 1n) result = times(result, square);
    rest /= 2n;
    if (rest > 0n) square = times(square, square);
  }
  return result;
});

function rootOf(square) {
  if (square < 0n) return null;
  let root = BigInt(Math.floor(Math.sqrt(Number(square))));
  if (root === 0n) return 0n;
  for (let step = 0; step < 2; step += 1) root = (root + square / root) / 2n;
  return [root - 1n, root, root + 1n].find((next) => next * next === square) ?? null;
}
const rootFraction = known((x) => {
  const [above, below] = [rootOf(x.above), rootOf(x.below)];
  return above === null || below === null ? null : fraction(above, below);
});

// A function that is known at one place only.
const at = (place, value) => (x) => (isEqual(x, place) ? value : null);
const chosen = (isFirst) => known((x, y) => {
  const order = compare(x, y);
  return order === null ? null : isFirst(order) ? x : y;
});
const [largest, smallest] = [chosen((order) => order >= 0), chosen((order) => order < 0)];
const decided = (isTrue) => known((x, y) => {
  const order = compare(x, y);
  return order === null ? null : isTrue(order) ? one : zero;
});
const stepOf = known((x) => (signOf(x) > 0 ? one : zero));

const exactArithmetic = {
  number: (numeral) => fractionOf(numeral), whole,
  "+": plus, "*": times, "/": over, "-": minus, square: (x) => times(x, x), raised: raise,
  max: largest, min: smallest, ">": decided((order) => order > 0), ">=": decided((order) => order >= 0),
  step: stepOf, unitStep: stepOf, magnitude: (x) => largest(x, minus(x)), sign: known((x) => whole(signOf(x))),
  exp: at(zero, one), ln: at(one, zero), sigma: at(zero, fraction(1n, 2n)), sigmaPrime: at(zero, fraction(1n, 4n)),
  tanh: at(zero, zero), tanhPrime: at(zero, one), sin: at(zero, zero), cos: at(zero, one), sqrt: rootFraction,
  tan: at(zero, zero), sinh: at(zero, zero), cosh: at(zero, one), arcsin: at(zero, zero), arctan: at(zero, zero),
  erf: at(zero, zero), arccos: at(one, zero), stop: (x) => x, softmax: () => null, softplus: () => null, logSumExp: () => null,
  floor: known((x) => {
    const cut = x.above / x.below;
    return whole(x.above < 0n && cut * x.below !== x.above ? cut - 1n : cut);
  }),
};
