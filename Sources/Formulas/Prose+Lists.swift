/// Lists of numbers.
extension Prose {
  /// The pieces, with a semicolon between the numbers of a list where a comma belongs to a number: 0,5; 0,25.
  package func pieces(for decimal: DecimalSign) -> [Inline] {
    switch decimal {
    case .point: return pieces
    case .comma: break
    }
    var pieces = pieces
    var list: [Int] = []
    func isDecimal(_ place: Int) -> Bool { pieces.indices.contains(place) && pieces[place].isDecimal }
    for place in pieces.indices {
      guard pieces[place] == Self.comma else { continue }
      if list.last.map({ $0 + 2 < place }) ?? false { list = [] }
      list.append(place)
      if isDecimal(place - 1) || isDecimal(place + 1)
        || list.dropLast().last.map({ pieces[$0] != Self.comma }) ?? false
      {
        for place in list { pieces[place] = .text("; ") }
      }
    }
    return pieces
  }

  private static let comma = Inline.text(", ")
}

extension Prose.Inline {
  /// Whether it ends in a number with decimals.
  fileprivate var isDecimal: Bool {
    guard case .math(let equation) = self else { return false }
    return switch equation.sides.last?.formula ?? equation.left {
    case .number(let numeral), .negative(.number(let numeral)): numeral.digits.contains(".")
    case .negative, .symbol, .partial, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth,
      .nabla, .transpose, .matrixProduct, .elementwise:
      false
    }
  }
}
