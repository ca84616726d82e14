// The functions of formulas, by the names that these have in a page.
const sigma = (z) => 1 / (1 + Math.exp(-z));

// The series of 2/√π e^(−x²) x (1 + 2x²/3 + (2x²)²/(3·5) + …), and ±1 beyond the last digit.
function erf(x) {
  if (Math.abs(x) > 6) return Math.sign(x);
  let [term, sum] = [x, 0];
  for (let n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
    sum += term;
    term *= (2 * x * x) / n;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

const operations = {
  "+": (...x) => x.reduce((sum, next) => sum + next), "*": (...x) => x.reduce((product, next) => product * next),
  "-": (x) => -x, "/": (x, y) => x / y, "^": (x, y) => x ** y, max: Math.max, min: Math.min,
  ln: Math.log, exp: Math.exp, sqrt: Math.sqrt, tanh: Math.tanh, sin: Math.sin, cos: Math.cos, magnitude: Math.abs, sign: Math.sign,
  softmax: () => 1, sigma, sigmaPrime: (z) => sigma(z) * sigma(-z), tanhPrime: (z) => 4 * sigma(2 * z) * sigma(-2 * z),
  step: (z) => (z > 0 ? 1 : 0), unitStep: (z) => (z > 0 ? 1 : 0), ">": (x, y) => (x > y ? 1 : 0), ">=": (x, y) => (x >= y ? 1 : 0),
  tan: Math.tan, sinh: Math.sinh, cosh: Math.cosh, arcsin: Math.asin, arccos: Math.acos, arctan: Math.atan, erf,
  // 0.29 · 100 is 29, and 28.999999999999996 in doubles.
  floor: (x) => (Math.abs(x - Math.round(x)) <= 32 * Number.EPSILON * Math.max(1, Math.abs(x)) ? Math.round(x) : Math.floor(x)), stop: (x) => x,
  logsumexp: (...x) => Math.max(...x) + Math.log(x.reduce((sum, next) => sum + Math.exp(next - Math.max(...x)), 0)),
  softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
};
