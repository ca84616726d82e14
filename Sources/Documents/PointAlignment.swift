import Formulas

/// A column of plain numbers, whose decimal points stand below each other in TeX.
struct PointAlignment {
  /// The most decimals of a number.
  private let decimals: Int

  /// `nil` where something in the column is not a number, or has a power of ten or a stroke.
  init?(_ cells: [Prose]) {
    let counts = cells.map(Self.decimals)
    guard counts.allSatisfy({ $0 != nil }), let most = counts.compactMap(\.self).max(), most > 0 else {
      return nil
    }
    decimals = most
  }

  /// What follows a number so that it takes as much room behind its point as the longest.
  func filling(_ cell: Prose) -> String {
    let own = Self.decimals(cell) ?? 0
    guard own < decimals else { return "" }
    return "\\hphantom{" + (own == 0 ? "." : "") + String(repeating: "0", count: decimals - own) + "}"
  }

  private static func decimals(_ cell: Prose) -> Int? {
    guard cell.pieces.count == 1, case .math(let equation) = cell.pieces.first, equation.sides.isEmpty,
      case .number(let numeral) = equation.left, numeral.exponent == nil, numeral.denominator == nil
    else { return nil }
    let digits = numeral.digits.utf8
    return digits.firstIndex(of: UInt8(ascii: ".")).map { digits.distance(from: $0, to: digits.endIndex) - 1 }
      ?? 0
  }
}
