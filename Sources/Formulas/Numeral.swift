/// A number as it is written: its decimal digits are kept, so that a given prints as it was given.
public struct Numeral: Hashable, Sendable {
  /// The digits before the exponent, without a sign, with at most one point: `0.20`.
  public let digits: String
  /// The power of ten after the digits, where one is written: −3 in `1e-3`.
  public let exponent: Int?
  /// Whether a minus sign is written.
  public let isNegative: Bool
  /// Whether the digits are the number itself, and not a rounded form of it.
  public let isExact: Bool
  /// The double nearest to what is written.
  public let value: Double

  /// Reads a decimal number as JSON writes one: `-0.30`, `1e-3`.
  ///
  /// The result is `nil` for anything else, and for numbers that overflow a double.
  public init?(_ text: some StringProtocol, isExact: Bool = true) {
    guard let value = Double(text), value.isFinite else { return nil }
    var rest = Substring(text)
    isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first, mantissa.first?.isASCII == true, mantissa.first?.isNumber == true,
      mantissa.allSatisfy({ $0 == "." || ("0"..."9").contains($0) })
    else { return nil }
    digits = String(mantissa)
    if parts.count == 2 {
      guard let power = Int(parts[1]) else { return nil }
      exponent = power
    } else {
      exponent = nil
    }
    self.isExact = isExact
    self.value = value
  }

  /// A whole number.
  public init(integer: Int) {
    digits = String(integer.magnitude)
    exponent = nil
    isNegative = integer < 0
    isExact = true
    value = Double(integer)
  }
}
