import Backprop
import Formulas

extension NetworkPhrase {
  var chinese: Prose {
    switch self {
    case .notationOfNielsen(let hasExamples):
      """
      记号与Nielsen的书一致：上标的数字表示层，不表示幂。有一处不同：输入在这里是第0层，在书中是第1层。\
      \(hasExamples ? "有多个样本时，每个误差都是单个样本的误差，不带因子1/n。" : "")
      """
    case .notationOfSlides(let z, let a): "这里用\(z)表示神经元的\(.weightedInput)，用\(a)表示它的激活值。"
    case .summary(let count):
      """
      这个网络有\(count)个参数。所有导数都已计算并检验。这里对每一层只推导一个权重，它的导数的绝对值在该层最大；\
      选项--only NAME推导另一个参数。
      """
    case .shape(let widths):
      """
      这是一个\(widths.map(String.init).joined(separator: "-"))网络：\(Chinese.count(widths.first ?? 0, "个输入"))，\
      后面\(widths.count == 2 ? "一层有" : "各层依次有")\(Chinese.joined(widths.dropFirst().map { "\($0)" }, by: "、"))个神经元。权重的第一个下标是它所指向的神经元，第二个下标是它所来自的神经元。
      """
    case .layer(let layer, let activation, let output, let isDrawn):
      "\(strong: "第\(layer)层")，\(Self.name(activation, output))\(Self.drawn(isDrawn))："
    case .largeLayer(let layer, let activation, let output, let neurons, let inputs, let isDrawn):
      """
      \(strong: "第\(layer)层")，\(Self.name(activation, output))：\(Chinese.count(neurons, "个神经元"))，\
      每个神经元有\(Chinese.count(inputs, "个输入权重"))\(Self.drawn(isDrawn))。
      """
    case .noBias: "无"
    case .examples(let shown, let count):
      shown < count ? "\(strong: "\(count)个样本中的前\(shown)个")：" : "\(strong: "样本")："
    case .givens(let givens): "\(Self.inputs(givens))；\(Self.targets(givens))。"
    case .roundedGivens(let most): "超过\(most)位数字的已知数经舍入后给出；计算时使用它们的全部数字。"
    case .givensAndCost(let givens, let cost, let total):
      """
      \(Self.inputs(givens))；\(Self.targets(givens))；\(total == nil ? "" : "这个样本的")\(.cost)\
      \(total == nil ? "" : "\(cost.name)")是\(Self.words(cost))。\
      \(total.map { "总\(.cost)\($0.name)是\(cost.name)\(Self.penalty($0))。" } ?? "")
      """
    case .cost(let cost, let total, let letters):
      """
      一个样本的\(.cost)是\(Self.words(cost))。总\(.cost)\(total.name)是\(Chinese.all(total.examples, "样本"))的\(.cost)的\(total.isSum ? "总和" : "平均值")\
      \(Self.penalty(total))。在某个样本的各节中，\(Chinese.list(letters.map { "\($0)" }))都属于该样本。
      """
    case .onlyExample(let number, let count):
      "这里只推导\(count)个样本中的样本\(number)。选项--example N推导另一个样本。"
    case .onlyExamples(let derived, let count):
      "这里只推导\(count)个样本中的\(derived)个。选项--example N推导另一个样本。"
    }
  }

  private static func name(_ activation: Activation, _ output: LayerOutput) -> Prose {
    "\(ActivationPhrase.name(activation).chinese)\(OutputPhrase.kind(output).chinese)"
  }

  private static func drawn(_ isDrawn: Bool) -> Prose { isDrawn ? "，由本课的随机种子抽取" : "" }

  private static func inputs(_ givens: Givens) -> Prose {
    "输入是\(Chinese.commas(givens.inputs.map { "\($0)" }, more: givens.otherInputs))"
  }

  private static func targets(_ givens: Givens) -> Prose {
    "目标输出是\(Chinese.commas(givens.targets.map { "\($0)" }, more: givens.otherTargets))"
  }

  private static func penalty(_ total: TotalCost) -> Prose {
    total.penalty.map { "加上权重的惩罚项\($0)" } ?? ""
  }

  private static func words(_ cost: CostOfExample) -> Prose {
    let formula: Prose =
      cost.formula.map { formula in
        let example: Prose = cost.example.map { "（以样本\($0)为例）" } ?? ""
        return "，\(Equation(cost.name, [.init(.equals, formula)]))\(example)"
      } ?? ""
    return "\(CostPhrase.name(cost.kind).chinese)\(cost.targets.inChinese)\(formula)"
  }
}

extension Lesson.Targets {
  /// What was done to them, after the name of the cost.
  fileprivate var inChinese: Prose {
    let smoothed: Prose? = smoothing.map {
      "做了平滑：每个目标输出的\(Formula.number($0))平均分给所有输出"
    }
    let weighted: Prose? = classWeights.map { weights in
      "乘以类别权重\(Chinese.commas(weights.map { "\(Formula.number($0))" }))"
    }
    return switch (smoothed, weighted) {
    case (let one?, let other?): "（目标输出\(one)；然后\(other)）"
    case (let one?, nil), (nil, let one?): "（目标输出\(one)）"
    case (nil, nil): ""
    }
  }
}
