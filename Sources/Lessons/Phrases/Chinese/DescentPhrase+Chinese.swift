import Formulas

extension DescentPhrase {
  var chinese: Prose {
    switch self {
    case .rule(let changed, let rate):
      """
      梯度下降从每个\(changed.chinese)中减去\(rate.left)与对该\(changed.chinese)的导数的乘积，其中\(rate)是学习率。所有导数都在旧的\
      \(changed.oldInChinese)处求出，所有\(changed.chinese)同时更新。
      """
    case .biasesFixed: "在本课中，偏置不更新。"
    case .rateIsZero: "学习率为0时，所有参数都不变。"
    case .outcome(let before, let after, let outcome):
      "更新前\(before)。用新的参数做前向传播，得到\(after)。\(outcome.chinese)"
    case .notFinite: "用新的参数计算，\(.cost)不是有限数：学习率太大。"
    case .prediction(let change, let squares, let changed, let isShortened, let startsOnKink):
      """
      每个参数的改变量等于它的导数乘以学习率，再取相反数；如果只有一个参数改变，\(.cost)约减小学习率与该导数平方的乘积。所有改变合起来，这些量相加，\(.cost)的变化约为\(change)\(startsOnKink ? "（前提是这一步不经过折点）" : "")，其中\(squares)是\
      \(changed == .weights ? "各权重的导数的平方和，因为只有权重更新" : "所有导数的平方和")\
      \(isShortened ? "（写出了其中几项，最后一项是其余各项之和）" : "")：
      """
    }
  }
}

extension DescentPhrase.Changed {
  fileprivate var chinese: String {
    switch self {
    case .parameters: "参数"
    case .weights: "权重"
    case .quantities: "量"
    }
  }

  fileprivate var oldInChinese: String {
    switch self {
    case .parameters, .weights: "参数"
    case .quantities: "值"
    }
  }
}

extension DescentPhrase.Outcome {
  fileprivate var chinese: Prose {
    switch self {
    case .decreased: "\(.cost)减小了。"
    case .increased(let fromKink):
      fromKink
        ? "\(.cost)增大了。在折点处，所用的导数不一定指明下降的方向。" : "\(.cost)增大了：这一步太大。"
    case .unchanged(let exactly):
      exactly ? "\(.cost)与更新前相同。" : "在双精度下，\(.cost)没有变化。"
    case .withinRounding: "\(.cost)的变化没有超出舍入误差。"
    }
  }
}
