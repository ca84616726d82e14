import Formulas

extension ChangePhrase {
  var chinese: Prose {
    switch self {
    case .test(let step, let name, let cost):
      "给\(name)加上\(step)，其余都不变，再做一次前向传播。由导数预测，\(cost)的变化约为："
    case .testNotFinite(let step, let name): "\(name)改变\(step)后，\(.cost)不是有限数。"
    case .actual: "实际的变化是："
    case .none(let cost): "\(cost)不变。"
    case .noneInDoubles(let cost): "在双精度下，\(cost)的值不变。"
    case .tooSmallForDoubles(let cost): "实际的变化太小，双精度数无法表示：\(cost)的值不变。"
    case .roundedCost: "（新的\(.cost)写成分数需要超过128位的整数，所以这里取近似值。）"
    case .difference(let closeness, let predictsNothing, let step, let name, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall, .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth:
        "二者之差来自\(.cost)的曲率：把\(name)的微小变化减半，这个差大约变为四分之一，或更小。"
      case .beyondTenth:
        predictsNothing
          ? "导数为0，所以预测的变化是0。实际的变化来自\(.cost)的曲率。"
          : "二者之差超过预测变化的十分之一：变化达到\(step)时，线性近似在这里并不准确。"
      }
    case .differenceOfStep(let closeness, let decreased, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall: "预测的变化太小，双精度数无法表示。"
      case .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth: "二者之差来自\(.cost)沿这一步的曲率。"
      case .beyondTenth:
        decreased
          ? "二者之差超过预测变化的十分之一：\(.cost)的斜率在这一步中变化较大。学习率越小，预测越准确。"
          : "\(.cost)本应减小，但没有减小：这一步太大，线性近似不再适用。"
      }
    }
  }

  private static let exact: Prose = "实际的变化与预测的变化完全相等。"
  private static let withinRounding: Prose = "二者之差在舍入误差范围之内。"

  private static func acrossKinks(_ areCertain: Bool) -> Prose {
    """
    这段变化\(areCertain ? "" : "可能")经过\(.cost)的折点，斜率在那里发生跳变。预测只用到一个斜率，\
    所以二者之差不一定随变化的平方缩小。
    """
  }
}
