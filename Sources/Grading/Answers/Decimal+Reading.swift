import Formulas
import Texts

extension Decimal {
  /// Reads a decimal that is all there is, with the number that it stands for; `nil` for anything else.
  static func read(_ whole: Cursor) -> (decimal: Decimal, numeral: Numeral)? {
    var cursor = whole
    cursor.skipBlanks()
    var sign = ""
    if cursor.takeMinus() { sign = "-" } else { _ = cursor.take("+") }
    cursor.skipBlanks()
    let (mantissa, power): (String, String?)
    if let bare = powerOfTen(&cursor) {
      (mantissa, power) = ("1", bare)
    } else {
      guard let digits = cursor.takeGroupedMantissa() ?? cursor.takeMantissa() else { return nil }
      mantissa = digits
      // -9.8 e-3: what stands between is a blank, and e no name.
      var beyond = cursor
      beyond.skipBlanks()
      if let exponent = beyond.takeExponent() {
        cursor = beyond
        power = exponent
      } else {
        var ahead = cursor
        ahead.skipBlanks()
        if ahead.takeTimes() {
          ahead.skipBlanks()
          guard let exponent = powerOfTen(&ahead) else { return nil }
          cursor = ahead
          power = exponent
        } else {
          power = nil
        }
      }
    }
    cursor.skipBlanks()
    var exponent = power
    // A percentage is a number of hundredths.
    if cursor.take("%") || cursor.take("\\%") {
      exponent = String(max(-100_000, power.flatMap { Int($0) } ?? 0) - 2)
      cursor.skipBlanks()
    }
    guard cursor.isAtEnd,
      let numeral = try? Cursor.numeral(sign + mantissa, exponent, at: 0..<0, written: "")
    else { return nil }
    return (Decimal(mantissa, exponent, value: numeral.value), numeral)
  }

  /// A value that is known to one unit of a place.
  init(_ value: Double, unit: Double) {
    let ratio = (value / unit).magnitude
    let digits = ratio.isFinite && ratio >= 1 ? String(UInt64(min(ratio.rounded(), 1e18))).utf8.count : 0
    self.init(value: value, significantDigits: digits, unit: unit)
  }

  private init(_ mantissa: String, _ power: String?, value: Double) {
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].utf8.count : 0
    let significant = mantissa.utf8.drop { !Cursor.isDigit($0) || $0 == UInt8(ascii: "0") }
    let unit = Double("1e\((power.flatMap { Int($0) } ?? 0) - decimals)") ?? 0
    self.init(
      value: value, significantDigits: significant.count { Cursor.isDigit($0) },
      unit: min(max(unit, .leastNonzeroMagnitude), .greatestFiniteMagnitude))
  }

  /// The exponent in 10^-3, 10^{-3}, 10^(-3), 10**-3 and 10⁻³.
  private static func powerOfTen(_ cursor: inout Cursor) -> String? {
    var ahead = cursor
    guard ahead.digits() == "10" else { return nil }
    let exponent: String
    if let raised = ahead.takeRaised() {
      exponent = raised
    } else {
      guard ahead.take("^") || ahead.take("**") else { return nil }
      let closer: Unicode.Scalar? = ahead.take("{") ? "}" : ahead.take("(") ? ")" : nil
      let sign = ahead.takeMinus() ? "-" : ""
      let digits = ahead.digits()
      guard !digits.isEmpty else { return nil }
      if let closer, !ahead.take(closer) { return nil }
      exponent = sign + digits
    }
    cursor = ahead
    return exponent
  }
}

extension Cursor {
  /// Takes digits in groups of three with a blank between them, as tables of numbers have them: 12 345.678, 0.009 891 50.
  fileprivate mutating func takeGroupedMantissa() -> String? {
    var ahead = self
    var whole = ahead.digits()
    guard !whole.isEmpty else { return nil }
    var isGrouped = false
    while whole.utf8.count <= 3 || isGrouped, let group = ahead.takeGroup(), group.utf8.count == 3 {
      whole += group
      isGrouped = true
    }
    guard ahead.take(".") else {
      guard isGrouped, ahead.isAtEnd else { return nil }
      self = ahead
      return whole
    }
    var fraction = ahead.digits()
    while fraction.utf8.count % 3 == 0, !fraction.isEmpty, let group = ahead.takeGroup() {
      fraction += group
      isGrouped = true
    }
    guard isGrouped, !fraction.isEmpty else { return nil }
    self = ahead
    return whole + "." + fraction
  }

  /// Takes a blank and at most three digits behind it.
  private mutating func takeGroup() -> String? {
    var ahead = self
    // What a tab keeps apart are two columns.
    guard let blank = ahead.next, Self.isBlank(blank), blank != "\t" else { return nil }
    ahead.skip()
    let digits = ahead.digits()
    guard (1...3).contains(digits.utf8.count) else { return nil }
    self = ahead
    return digits
  }
}
