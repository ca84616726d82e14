/// The one place that rounds a number to be printed.
extension Numeral {
  /// The value to so many significant digits, correctly rounded, trailing zeros kept: `0.695710`.
  ///
  /// Powers of ten are used below 10⁻⁴ and from 10^digits on. The result is `nil` for a value that is not finite.
  public init?(rounding value: Double, digits count: Int) {
    guard value.isFinite else { return nil }
    let count = Swift.min(Swift.max(count, 1), 17)
    guard value != 0 else {
      self.init("0")
      return
    }
    guard let shown = SignificantDigits(value.magnitude, count: count) else { return nil }
    self.init(shown, count: count, isNegative: value < 0, digits: count)
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
    self.init(
      SignificantDigits(figures: shown, power: power + size - 1), count: size,
      isNegative: decimal.figures < 0, digits: count)
  }

  /// Lays out so many significant digits; powers of ten from 10^digits on.
  ///
  /// The result is `nil` where rounding up leaves the doubles.
  private init?(_ shown: SignificantDigits, count: Int, isNegative: Bool, digits: Int) {
    let power = shown.power
    let magnitude = shown.value(count: count)
    guard magnitude.isFinite else { return nil }
    let isPower = power < -4 || power >= digits
    // How many digits stand before the point; where none do, there is a 0.
    let whole = isPower ? 1 : power + 1
    self.init(
      digits: shown.text(count: count, whole: whole), exponent: isPower ? power : nil, isNegative: isNegative,
      magnitude: magnitude)
  }

  /// One unit of the last digit shown; a fraction has no last digit, and leaves nothing open.
  public var unit: Double {
    guard denominator == nil else { return 0 }
    let whole = digits.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    let decimals = Swift.max(0, digits.utf8.count - whole - 1)
    return Double.powerOfTen((exponent ?? 0) - decimals)
  }
}

extension SignificantDigits {
  /// The digits with a point after so many, and zeros where they do not reach.
  fileprivate func text(count: Int, whole: Int) -> String {
    let length = whole <= 0 ? 2 - whole + count : whole < count ? count + 1 : whole
    let (zero, point) = (UInt8(ascii: "0"), UInt8(ascii: "."))
    // From the last character to the first, each once; the buffer has just these.
    return String(unsafeUninitializedCapacity: length) { buffer in
      var rest = figures
      var left = count
      for place in (0..<length).reversed() {
        // What stands here, counted from the first digit; before it, and behind the last, there are zeros.
        let position = whole <= 0 ? place - 2 + whole : place > whole ? place - 1 : place
        if length > whole, place == Swift.max(1, whole) {
          buffer[place] = point
        } else if position >= count || left == 0 {
          buffer[place] = zero
        } else {
          buffer[place] = zero + UInt8(truncatingIfNeeded: rest % 10)
          (rest, left) = (rest / 10, left - 1)
        }
      }
      return length
    }
  }

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
