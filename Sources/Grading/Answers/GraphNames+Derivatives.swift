import Formulas
import Texts

/// The derivatives of a graph by their names.
extension GraphNames {
  /// Whether it is a letter for the cost, where the lesson has no quantity of that name.
  func isCostAlias(_ token: NameToken) -> Bool {
    token.indices.isEmpty && known.contains(.symbol(result))
      && ["C", "L", "E", "J", "loss", "Loss", "cost", "Cost", "err", "Err"].contains(token.base)
  }

  /// ∂ of one by another; names of the lesson that look like it go before, where there is a choice.
  func derivative(_ cursor: inout Cursor, before plain: NameMatch?, isLeft: Bool) -> NameMatch? {
    guard let (of, by) = cursor.takeRatio() else { return nil }
    let isOwn = if case .quantity(.symbol)? = plain { true } else { false }
    var above = entry(of)
    if above == nil, isCostAlias(of) { above = .symbol(result) }
    guard case .symbol(let above)? = above, case .symbol(let below)? = entry(by) else {
      if case .symbol? = above, let array = arrays["d/" + by.base], by.indices.isEmpty, isLeft {
        return .array(array)
      }
      return isOwn ? nil : .unknown("d\(of.exact)/d\(by.exact)")
    }
    // dw / dx may be one given divided by another; an answer is no quotient.
    if isOwn, !isLeft, entries["d" + by.exact].map(\.isSymbol) ?? false { return nil }
    if let known = derivative(of: above, by: below) { return known }
    return isOwn ? nil : .unknown("d\(above.name)/d\(below.name)")
  }

  func derivative(of above: Symbol, by below: Symbol) -> NameMatch? {
    let derivative = Formula.partial(above, by: below)
    if known.contains(derivative) { return .quantity(derivative) }
    // Along all paths: of what is computed, by what comes before it.
    guard let places = order[above].flatMap({ of in order[below].map { (of, $0) } }), places.0 > places.1
    else {
      return nil
    }
    return .quantity(derivative)
  }
}

extension Formula {
  fileprivate var isSymbol: Bool { if case .symbol = self { true } else { false } }
  /// Whether it is a letter of an optimizer.
  var isOfOptimizer: Bool { if case .symbol(let symbol) = self { symbol.isOfOptimizer } else { false } }
}
