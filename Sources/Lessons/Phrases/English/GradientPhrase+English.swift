import Formulas

extension GradientPhrase {
  var english: Prose {
    switch self {
    case .definition(let isWhole):
      """
      The \(.gradient) \(.symbol(Symbol(.gradient))) contains the derivatives of the \(.cost) with respect to all \
      parameters.\(isWhole ? "" : " The table shows a part of it.") If a derivative is positive, a small increase in its parameter increases the \(.cost); if it \
      is negative, a small increase decreases the \(.cost).
      """
    case .ranking(let largest, let smallest, let ratio, let leftOut):
      """
      Of the weights\(Self.which(leftOut)), \(largest) has the largest derivative in absolute value and \(smallest) the \
      smallest. A small change in \(largest) changes the \(.cost) about \(Formula.number(ratio)) times as much as the same change in \(smallest), in absolute value.
      """
    case .sharedRanking(let largest, let smallest, let ratio, let leftOut):
      """
      Of the weights\(Self.which(leftOut)), the largest derivative in absolute value, \(Self.owner(largest)), is about \
      \(Formula.number(ratio)) times the smallest, \(Self.owner(smallest)).
      """
    }
  }

  private static func which(_ leftOut: LeftOut) -> Prose {
    switch leftOut {
    case .none: ""
    case .zeros: " with a derivative other than 0"
    case .withinRounding: " whose derivative is larger than its rounding error"
    }
  }

  private static func owner(_ owner: Owner) -> Prose {
    switch owner {
    case .one(let weight): "that of \(weight)"
    case .several(let count): "shared by \(count == 2 ? "two" : "\(count)") weights"
    }
  }
}
