import Formulas

/// Given numbers of many digits, such as weights that a program has learnt: nobody calculates with all of these.
extension Numeral {
  /// A given with more digits than these is shown rounded.
  private static let mostShown = 10

  /// How many digits a given may have and is shown whole, where results have so many.
  static func mostShown(besides digits: Int) -> Int { Swift.max(digits, mostShown) }

  /// Whether all of its digits are shown, where results have so many; zeros before the first other digit do not count.
  func isShownWhole(digits count: Int) -> Bool {
    denominator != nil
      || digits.utf8.drop { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }.count {
        $0 != UInt8(ascii: ".")
      }
        <= Self.mostShown(besides: count)
  }
}

extension Ledger {
  /// A name has a given value: what is written, or one of too many digits to be shown.
  mutating func define(_ name: Formula, asGiven numeral: Numeral, digits: Int) {
    if isInFractions || numeral.isShownWhole(digits: digits) {
      define(name, as: numeral)
    } else {
      self[name] = numeral.value
    }
  }
}
