/// The one place that rounds a number to be printed.
extension Numeral {
  /// The value to so many significant digits, correctly rounded, trailing zeros kept: `0.695710`.
  ///
  /// Powers of ten are used below 10⁻⁴ and from 10^digits on. The result is `nil` for a value that is not finite.
  public init?(rounding value: Double, digits count: Int) {
    guard let shown = RoundedNumber(value, digits: count) else { return nil }
    self.init(shown)
  }

  /// An exact fraction as the decimal that it is, if that takes at most so many significant digits.
  public init?(_ exact: Rational, digits count: Int) {
    guard let decimal = exact.decimal else { return nil }
    var (figures, power) = (decimal.figures.magnitude, -decimal.decimals)
    guard figures != 0 else {
      self.init("0")
      return
    }
    while figures % 10 == 0 { (figures, power) = (figures / 10, power + 1) }
    guard let shown = UInt64(exactly: figures), let size = shown.decimalCount, size <= count else {
      return nil
    }
    guard
      let number = RoundedNumber(
        SignificantDigits(figures: shown, power: power + size - 1), count: size,
        isNegative: decimal.figures < 0, digits: count)
    else { return nil }
    self.init(number)
  }

  private init(_ number: RoundedNumber) {
    self.init(
      digits: number.text, exponent: number.exponent, isNegative: number.isNegative,
      magnitude: number.value.magnitude)
  }

  /// One unit of the last digit shown; a fraction has no last digit, and leaves nothing open.
  public var unit: Double {
    guard denominator == nil else { return 0 }
    let whole = digits.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    let decimals = Swift.max(0, digits.utf8.count - whole - 1)
    return Double.powerOfTen((exponent ?? 0) - decimals)
  }
}

/// A number that is rounded and laid out, but not written yet.
package struct RoundedNumber: Sendable {
  private let shown: SignificantDigits
  private let count: Int
  /// How many digits stand before the point; where none do, there is a 0.
  private let whole: Int
  /// The power of ten after the digits, where one is written.
  package let exponent: Int?
  /// Whether a minus sign stands before it.
  package let isNegative: Bool

  /// As `Numeral(rounding:digits:)` has it.
  package init?(_ value: Double, digits count: Int) {
    let count = Swift.min(Swift.max(count, 1), 17)
    guard value != 0 else {
      self.init(SignificantDigits(figures: 0, power: 0), count: 1, isNegative: false, digits: count)
      return
    }
    guard value.isFinite, let shown = SignificantDigits(value.magnitude, count: count) else { return nil }
    self.init(shown, count: count, isNegative: value < 0, digits: count)
  }

  /// Lays out so many significant digits; powers of ten from 10^digits on.
  ///
  /// The result is `nil` where rounding up leaves the doubles.
  fileprivate init?(_ shown: SignificantDigits, count: Int, isNegative: Bool, digits: Int) {
    // The largest double is 1.8 · 10³⁰⁸.
    guard shown.power < 308 || shown.value(count: count).isFinite else { return nil }
    let isPower = shown.power < -4 || shown.power >= digits
    (self.shown, self.count, self.isNegative) = (shown, count, isNegative)
    whole = isPower ? 1 : shown.power + 1
    exponent = isPower ? shown.power : nil
  }

  /// The double nearest to what is written.
  package var value: Double { isNegative ? -shown.value(count: count) : shown.value(count: count) }

  /// Whether there is no point.
  package var isWhole: Bool { exponent == nil && length == whole }

  /// One unit of the last digit.
  package var unit: Double {
    Double.powerOfTen((exponent ?? 0) - (length > whole ? length - Swift.max(whole, 1) - 1 : 0))
  }

  /// How many characters its digits are.
  package var length: Int { whole <= 0 ? 2 - whole + count : whole < count ? count + 1 : whole }

  /// The digits with a point among them, and zeros where they do not reach; without the sign.
  package var text: String {
    // The buffer has just these.
    String(unsafeUninitializedCapacity: length) { buffer in
      forEachCharacter { buffer[$0] = $1 }
      return length
    }
  }

  /// Writes the same behind other text.
  package func write(to text: inout [UInt8]) {
    let start = text.count
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: length))
    var text = text.mutableSpan
    forEachCharacter { text[start + $0] = $1 }
  }

  /// From the last character to the first, each once.
  @inline(__always)
  private func forEachCharacter(_ body: (Int, UInt8) -> Void) {
    let (zero, point, length) = (UInt8(ascii: "0"), UInt8(ascii: "."), length)
    var rest = shown.figures
    var left = count
    for place in (0..<length).reversed() {
      // What stands here, counted from the first digit; before it, and behind the last, there are zeros.
      let position = whole <= 0 ? place - 2 + whole : place > whole ? place - 1 : place
      if length > whole, place == Swift.max(1, whole) {
        body(place, point)
      } else if position >= count || left == 0 {
        body(place, zero)
      } else {
        body(place, zero + UInt8(truncatingIfNeeded: rest % 10))
        (rest, left) = (rest / 10, left - 1)
      }
    }
  }
}

extension SignificantDigits {
  /// The double nearest to the digits.
  fileprivate func value(count: Int) -> Double {
    let power = power - count + 1
    // Both are exact, and so the one operation rounds but once (W. Clinger, How to Read Floating Point Numbers
    // Accurately, 1990).
    if figures < 1 << 53, power.magnitude < Double.exactPowersOfTen.count {
      let scale = Double.exactPowersOfTen[Int(power.magnitude)]
      return power < 0 ? Double(figures) / scale : Double(figures) * scale
    }
    return Double("\(figures)e\(power)") ?? 0
  }
}

extension UInt64 {
  /// How many decimal digits it has; `nil` for 0.
  fileprivate var decimalCount: Int? {
    var (rest, count) = (self, 0)
    while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    return count == 0 ? nil : count
  }
}

extension Double {
  /// Those that a double has without rounding.
  fileprivate static let exactPowersOfTen: [Double] = (0...22).map { power in
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// 10^power, correctly rounded.
  fileprivate static func powerOfTen(_ power: Int) -> Double {
    guard power.magnitude < exactPowersOfTen.count else { return Double("1e\(power)") ?? 0 }
    return power < 0 ? 1 / exactPowersOfTen[-power] : exactPowersOfTen[power]
  }
}
