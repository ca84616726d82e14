// Numbers as they are written: digits, perhaps a power of ten after them, and the double nearest to both.
const powerOfTen = (exponent) => Number("1e" + exponent);
const mostDigits = 17;

// Reads a number as it is typed: -0.30, 1e-3, 3/8; null for anything else.
function numeralOf(typed) {
  const parts = /^(-?)(\d+(?:\.\d+)?)(?:\/(\d+)|e([+-]?\d+))?$/i.exec(typed);
  if (!parts) return null;
  const [, sign, digits, below, exponent] = parts;
  const magnitude = below ? Number(digits) / Number(below) : Number(digits + (exponent ? "e" + exponent : ""));
  if (!Number.isFinite(magnitude)) return null;
  return { digits, below, exponent: exponent && Number(exponent), isNegative: sign !== "", value: sign ? -magnitude : magnitude };
}

// So many figures from the one of a power of ten on, laid out; a power of ten is written below 10⁻⁴ and from 10^digits on.
function laidOut(figures, power, isNegative, digits) {
  const isPower = power < -4 || power >= digits;
  const before = isPower ? 1 : power + 1;
  const text = before <= 0 ? "0." + "0".repeat(-before) + figures
    : before < figures.length ? figures.slice(0, before) + "." + figures.slice(before)
    : figures + "0".repeat(before - figures.length);
  const magnitude = Number(figures + "e" + (power - figures.length + 1));
  return { digits: text, exponent: isPower ? power : undefined, isNegative, value: isNegative ? -magnitude : magnitude };
}

const integer = (value) => ({ digits: String(Math.abs(value)), exponent: undefined, isNegative: value < 0, value });

// A double to so many significant digits; exactly between two, to the even one.
function roundedNumeral(value, digits) {
  const count = Math.min(Math.max(digits, 1), mostDigits);
  if (value === 0) return integer(0);
  if (!Number.isFinite(value)) return null;
  const [all, exponent] = Math.abs(value).toExponential(count + 20).split("e");
  const figures = all.replace(".", "");
  const [kept, rest] = [figures.slice(0, count), figures.slice(count)];
  const isUp = rest[0] > "5" || (rest[0] === "5" && (/[1-9]/.test(rest.slice(1)) || Number(kept.at(-1)) % 2 === 1));
  let shown = isUp ? String(BigInt(kept) + 1n) : kept;
  const isTen = shown.length > count;
  if (isTen) shown = shown.slice(0, count);
  const numeral = laidOut(shown, Number(exponent) + (isTen ? 1 : 0), value < 0, count);
  return Number.isFinite(numeral.value) ? numeral : null;
}

// A fraction as the decimal that it is, if that takes at most so many significant digits.
function decimalOf(exact, digits) {
  if (exact === null) return null;
  let [figures, decimals] = [exact.above, 0];
  while (figures % exact.below !== 0n) {
    figures *= 10n;
    if (!fits(figures) || decimals >= 38) return null;
    decimals += 1;
  }
  figures = size(figures / exact.below);
  if (figures === 0n) return integer(0);
  let power = -decimals;
  while (figures % 10n === 0n) [figures, power] = [figures / 10n, power + 1];
  const text = String(figures);
  if (figures >= 1n << 64n || text.length > digits) return null;
  return laidOut(text, power + text.length - 1, exact.above < 0n, digits);
}

// The fraction that is written.
function fractionOf({ digits, below, exponent = 0, isNegative }) {
  const [before, after = ""] = digits.split(".");
  const figures = BigInt(before + after);
  if (!fits(figures) || Math.abs(exponent) > 60 || after.length > 60) return null;
  const signed = isNegative ? -figures : figures;
  if (below) return fraction(signed, BigInt(below));
  const power = exponent - after.length;
  const scale = 10n ** BigInt(Math.abs(power));
  if (!fits(scale)) return null;
  if (power < 0) return fraction(signed, scale);
  return fits(signed * scale) ? fraction(signed * scale, 1n) : null;
}

// One unit of the last digit shown; a fraction leaves nothing open.
function unitOf({ digits, below, exponent = 0 }) {
  return below ? 0 : powerOfTen(exponent - (digits.split(".")[1] ?? "").length);
}

// The distance from a double to the next.
function ulp(value) {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const exponent = bits.getUint16(0) >> 4;
  return exponent === 0 ? 2 ** -1074 : 2 ** (exponent - 1075);
}
