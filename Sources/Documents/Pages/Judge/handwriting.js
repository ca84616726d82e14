// What somebody wrote, and how, as Claim and Handwriting have it.
const powerOfTen = (value) => Math.floor(Math.log(Math.abs(value)) / Math.log(10) + 1e-9);

// One unit of the last of so many significant digits.
function unitOf(value, digits) {
  if (!Number.isFinite(value) || value === 0) return 0;
  const place = powerOfTen(value) - digits + 1;
  return place >= -323 && place <= 308 ? Number("1e" + place) : 0;
}

function digitsOf({ value, unit }) {
  if (value === 0 || !(unit > 0)) return 0;
  const units = Math.round(Math.abs(value) / unit);
  return units >= 1 ? powerOfTen(Math.min(units, 1e17)) + 1 : 0;
}

function isRight(claim, value) {
  const off = Math.abs(claim.value - value);
  return off <= 1e-9 * Math.abs(value) || off <= claim.unit * (1 + 1e-6);
}

// Zeros at the end of a whole number may only fill it up.
function withoutFilling({ value, unit }) {
  if (unit !== 1 || Math.abs(value) < 100 || Math.abs(value) >= 1e15) return { value, unit };
  while ((value / (unit * 10)) % 1 === 0 && Math.abs(value) >= unit * 100) unit *= 10;
  return { value, unit };
}

// The number with two neighbours among its digits in each other's place, every way.
function neighboursExchanged({ value, unit }) {
  if (!(unit > 0) || value === 0 || !(Math.abs(value) / unit < 1e15)) return [];
  const digits = [...String(Math.round(Math.abs(value) / unit))];
  return digits.flatMap((digit, place) => {
    if (place === 0 || digit === digits[place - 1]) return [];
    const other = [...digits];
    [other[place - 1], other[place]] = [digit, digits[place - 1]];
    return [Math.sign(value) * Number(other.join("")) * unit];
  });
}

// So few numbers do not show how somebody rounds, nor that those behind them were rounded.
const fewNumbers = 3;
const singleDigits = 6;
const singlePrecision = 4 / 16777216;

// What a number may have been before its digits were cut.
function source({ ending }, claim) {
  const { value: x, unit } = claim;
  // One digit that may be another says nothing.
  const loose = () => [digitsOf(claim) > 1 || x === 0 ? unit : unit / 2, unit];
  const [inward, outward] =
    ending === "rounds" ? [unit / 2, unit / 2] : ending === "cutsOff" ? [x === 0 ? unit : 0, unit] : loose();
  const ends = unit * 1e-6;
  return x < 0 ? { low: x - outward - ends, high: x + inward + ends } : { low: x - inward - ends, high: x + outward + ends };
}

// Nothing is rounded, or cut off, that has no more digits.
function isWholeIn(unit, { point, low, high }) {
  const units = point / unit;
  return low === high && Math.abs(units - Math.round(units)) <= 1e-9 * Math.abs(units);
}

// The logarithm of how likely a number is for a value; nothing where it does not follow.
function likelihood(hand, claim, value, largestInput) {
  if (!Number.isFinite(value.point)) return undefined;
  const x = claim.value;
  const size = Math.max(largestInput, Math.abs(value.point));
  const isExact = Math.abs(x - value.point) <= Math.max(1e-9 * Math.abs(value.point), 1e-14 * size);
  const isWhole = isWholeIn(claim.unit, value) && digitsOf(claim) <= 8;
  const { low, high } = source(hand, claim);
  const margin = hand.isSingle && digitsOf(claim) >= singleDigits ? singlePrecision * size : 0;
  const meets = low - margin <= value.high && value.low <= high + margin;
  if (!isExact && !(meets && (!isWhole || margin > 0))) return undefined;
  const unit = Math.max(claim.unit, 1e-300);
  const off = isExact ? 0 : Math.abs(middle(hand, claim) - value.point) / unit;
  const reached = Math.min(width(value) / unit / 2, 1e12);
  const deviation = Math.max(0.35, 0.35 * (reached + 0.5));
  const scattered = Math.exp(-((off / deviation) ** 2) / 2) / (2.5066 * deviation);
  return Math.log((off <= 0.5 ? 0.6 : 0) + 0.3 * scattered + 0.1 / (2 * reached + 1));
}

// Where what was written lies on average: what was cut off, half a unit further out.
const middle = ({ ending }, { value, unit }) => (ending === "cutsOff" ? value + (value < 0 ? -unit : unit) / 2 : value);

// Whether a number is the true one of its line, in the digits that it has; one digit is too little to say so.
const isTrue = (hand, claim, line) => digitsOf(claim) > 1 && likelihood(hand, claim, exactly(hand.values[line]), 0) !== undefined;

// What is believed of a line without a number.
function unwritten({ ending, precision, fewest, isSingle, areFew }, value, isCopy) {
  const isSlopeOfKink = value.point === 0 || value.point === 1;
  if (isCopy || !Number.isFinite(value.point) || !(value.low < value.high || !isSlopeOfKink)) return value;
  const size = Math.max(Math.abs(value.low), Math.abs(value.high));
  if (!isSingle && isWholeIn(unitOf(size, fewest), value) && fewest <= 8) return value;
  const unit = precision.unit ?? unitOf(size, precision.digits);
  // What is cut off moves towards 0 only; who does it otherwise has to show it in more numbers.
  if (areFew && ending === "cutsOff" && !isSingle) {
    const { point, low, high } = value;
    return { point, low: high > 0 ? low - unit : low, high: low < 0 ? high + unit : high };
  }
  const rounding = ending === "rounds" ? unit / 2 : unit;
  const margin = isSingle ? Math.max(rounding, singlePrecision * size) : rounding;
  return { point: value.point, low: value.low - margin, high: value.high + margin };
}

// The same, where a line that says it again has a number to which that value may have been rounded.
function saidAgain(hand, value, claim) {
  if (!claim) return value;
  const own = source(hand, claim);
  const [low, high] = [Math.max(own.low, value.low), Math.min(own.high, value.high)];
  return low <= high ? { point: Math.min(Math.max(low, value.point), high), low, high } : value;
}

// How densely numbers that come from nowhere lie at one.
function density(x, value, unit) {
  const size = Math.max(Math.abs(x), unit, 1e-300);
  let density = 0.2 / (2 * size * 13.8155);
  const ratio = value === 0 ? Infinity : x / value;
  if (Math.abs(ratio) >= 0.1 && Math.abs(ratio) <= 10) density += (0.4 * (ratio > 0 ? 0.8 : 0.2)) / (size * 4.6052);
  if (ratio >= 0.5 && ratio <= 1.5) density += 0.4 / Math.abs(value);
  return density;
}

function unexplained(claim, value) {
  const unit = Math.max(claim.unit, exactness * Math.abs(claim.value), 1e-300);
  return Math.log(Math.min(density(claim.value, value, unit) * unit, 0.9));
}
