import Formulas

extension Numeral {
  /// The number itself, if it is whole and has at most eighteen digits: 20 for `2e1` as for `20.0`.
  ///
  /// It is found from the digits, since a double rounds above 2⁵³.
  package var wholeNumber: Int? {
    let parts = digits.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var significant = parts.flatMap { $0.map { Int($0) - 0x30 } }
    var scale = -(parts.count > 1 ? parts[1].count : 0)
    while significant.last == 0 {
      significant.removeLast()
      scale += 1
    }
    significant = Array(significant.drop { $0 == 0 })
    if significant.isEmpty { return 0 }
    let (power, overflows) = scale.addingReportingOverflow(exponent ?? 0)
    guard !overflows, power >= 0, power <= 18, significant.count + power <= 18 else { return nil }
    let zeros = repeatElement(0, count: power)
    let magnitude = (significant + zeros).reduce(0) { $0 * 10 + $1 }
    return isNegative ? -magnitude : magnitude
  }
}
