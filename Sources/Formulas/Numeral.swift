/// A number as it is written, a decimal or a fraction: its digits are kept, so that a given prints as it was given.
public struct Numeral: Hashable, Sendable {
  /// The digits before the exponent, without a sign, with at most one point: `0.20`; above the stroke of a fraction.
  public let digits: String
  /// The digits below the stroke, where a fraction is written.
  public let denominator: String?
  /// The power of ten after the digits, where one is written: −3 in `1e-3`.
  public let exponent: Int?
  /// Whether a minus sign is written.
  public let isNegative: Bool
  /// The double nearest to what is written; that of a fraction may be the one beside it.
  public let value: Double

  /// Reads a decimal number as JSON writes one: `-0.30`, `1e-3`.
  ///
  /// The result is `nil` for anything else, and for numbers that overflow a double.
  public init?(_ text: some StringProtocol) {
    self.init(decimal: String(text))
  }

  // Not generic: another module cannot specialize the above, and a lesson has a million of these.
  private init?(decimal text: String) {
    guard let value = Double(text), value.isFinite else { return nil }
    isNegative = text.utf8.first == UInt8(ascii: "-")
    let unsigned = text.utf8.dropFirst(isNegative ? 1 : 0)
    let mantissa = unsigned.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let zeroToNine = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = mantissa.first, zeroToNine.contains(first),
      mantissa.allSatisfy({ zeroToNine.contains($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    digits = String(decoding: mantissa, as: UTF8.self)
    denominator = nil
    if mantissa.endIndex == unsigned.endIndex {
      exponent = nil
    } else {
      guard let power = Int(String(decoding: unsigned[mantissa.endIndex...].dropFirst(), as: UTF8.self))
      else {
        return nil
      }
      exponent = power
    }
    self.value = value
  }

  /// A whole number.
  public init(integer: Int) {
    digits = String(integer.magnitude)
    denominator = nil
    exponent = nil
    isNegative = integer < 0
    value = Double(integer)
  }

  /// As it is typed: `-0.354`, `2.1e-7`, `3/8`.
  public var typed: String {
    (isNegative ? "-" : "") + digits + (denominator.map { "/" + $0 } ?? "")
      + (exponent.map { "e\($0)" } ?? "")
  }

  /// What was rounded: its digits, the power of ten after them if there is one, and the double nearest to both.
  init(digits: String, exponent: Int?, isNegative: Bool, magnitude: Double) {
    self.digits = digits
    self.exponent = exponent
    self.isNegative = isNegative
    denominator = nil
    value = isNegative ? -magnitude : magnitude
  }

  /// The same sign and power of ten with other digits, its value aside: to see where digits are printed.
  package func with(digits: String) -> Numeral {
    Numeral(digits: digits, exponent: exponent, isNegative: isNegative, magnitude: value.magnitude)
  }

  /// 0.01.
  public static let hundredth = Numeral(digits: "0.01", isNegative: false, value: 0.01)

  /// A fraction of whole numbers, or where there is no denominator, a number without an exponent.
  package init(digits: String, denominator: String? = nil, isNegative: Bool = false, value: Double) {
    self.digits = digits
    self.denominator = denominator
    self.isNegative = isNegative
    self.value = value
    exponent = nil
  }
}
