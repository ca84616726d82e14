import Formulas

extension GradientPhrase {
  var chinese: Prose {
    switch self {
    case .definition(let isWhole):
      """
      \(.gradient)\(.symbol(Symbol(.gradient)))由\(.cost)对所有参数的导数组成。\(isWhole ? "" : "表中列出的是其中一部分。")\
      导数为正时，参数稍微增大，\(.cost)就增大；\
      导数为负时，参数稍微增大，\(.cost)就减小。
      """
    case .ranking(let largest, let smallest, let ratio, let leftOut):
      """
      \(Self.which(leftOut))，\(largest)的导数的绝对值最大，\(smallest)的最小。给\(largest)一个微小的变化，\
      \(.cost)的变化约是给\(smallest)同样变化时的\(Formula.number(ratio))倍（就绝对值而言）。
      """
    case .sharedRanking(let largest, let smallest, let ratio, let leftOut):
      """
      \(Self.which(leftOut))，\(Self.owner(largest, "导数的绝对值", "最大"))，\(Self.owner(smallest, "", "最小"))，\
      前者约是后者的\(Formula.number(ratio))倍。
      """
    }
  }

  private static func which(_ leftOut: LeftOut) -> Prose {
    switch leftOut {
    case .none: "在所有权重中"
    case .zeros: "在导数不为0的权重中"
    case .withinRounding: "在导数大于自身舍入误差的权重中"
    }
  }

  private static func owner(_ owner: Owner, _ noun: Prose, _ rank: Prose) -> Prose {
    switch owner {
    case .one(let weight): "\(weight)的\(noun)\(rank)"
    case .several(let count): "有\(count == 2 ? "两" : "\(count)")个权重的\(noun)同为\(rank)"
    }
  }
}
