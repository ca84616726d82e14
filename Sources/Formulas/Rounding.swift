#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    guard let (figures, power) = Self.scientific(value.magnitude, digits: count) else { return nil }
    self.init(figures: figures, power: power, isNegative: value < 0, digits: count)
  }

  /// An exact fraction as the decimal that it is, if that takes at most so many significant digits.
  public init?(_ exact: Rational, digits count: Int) {
    guard let decimal = exact.decimal else { return nil }
    let figures = String(decimal.figures.magnitude)
    let significant = figures.dropLast(figures.reversed().prefix { $0 == "0" }.count)
    guard significant.count <= count else { return nil }
    guard !significant.isEmpty else {
      self.init("0")
      return
    }
    let power = figures.count - 1 - decimal.decimals
    self.init(
      figures: String(significant), power: power, isNegative: decimal.figures < 0, digits: count)
  }

  /// Lays out significant figures, the first of which stands for `power` of ten.
  private init?(figures: String, power: Int, isNegative: Bool, digits: Int) {
    let text: String
    if power < -4 || power >= digits {
      text = Self.pointed(figures, after: 1) + "e\(power)"
    } else if power < 0 {
      text = "0." + String(repeating: "0", count: -power - 1) + figures
    } else {
      text = Self.pointed(figures, after: power + 1)
    }
    self.init((isNegative ? "-" : "") + text)
  }

  /// One unit of the last digit shown; a fraction has no last digit, and leaves nothing open.
  public var unit: Double {
    guard denominator == nil else { return 0 }
    let decimals =
      digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    return Double("1e\((exponent ?? 0) - decimals)") ?? 0
  }

  private static func pointed(_ figures: String, after place: Int) -> String {
    place < figures.count
      ? figures.prefix(place) + "." + figures.dropFirst(place)
      : figures + String(repeating: "0", count: place - figures.count)
  }

  /// The significant digits and the power of ten of the first.
  ///
  /// The platform's `%e` rounds correctly, which rounding the shortest form a second time would not.
  private static func scientific(_ value: Double, digits: Int) -> (figures: String, power: Int)? {
    var buffer = [CChar](repeating: 0, count: 40)
    let length = withVaList([Int32(digits - 1), value]) { arguments in
      buffer.withUnsafeMutableBufferPointer { vsnprintf($0.baseAddress, $0.count, "%.*e", arguments) }
    }
    guard length > 0, length < buffer.count else { return nil }
    let text = String(decoding: buffer.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let parts = text.split(separator: "e")
    guard parts.count == 2, let power = Int(parts[1]) else { return nil }
    return (parts[0].filter { $0 != "." }, power)
  }
}
