import Formulas

extension ForwardPhrase {
  var chinese: Prose {
    switch self {
    case .chain(let biases): "每个神经元把输入乘以权重\(Self.ofChain(biases))，得到\(.weightedInput)，再代入激活函数。"
    case .layers(let biases):
      "每个神经元把前一层的各个激活值分别乘以权重，\(Self.ofLayers(biases))，得到\(.weightedInput)；再代入本层的激活函数，就得到激活值。"
    case .definitions(let equations):
      equations.isEmpty ? "" : "这里\(Chinese.commas(equations.map { "\($0)" }))。"
    case .rounding(let digits):
      "结果四舍五入到\(digits)位有效数字。精确的数位数可能较少；如果舍入后的数不足以得到某一行的结果，该行就写出更多位。用写出的数在计算器上验算，得到的结果与写出的结果最多相差末位的一个单位。"
    case .fractions: "从输入到\(.gradient)，所有的数都是分数：没有舍入，每一行都精确成立。"
    case .layer(let layer): "第\(layer)层。"
    case .valuesOfLayer(let hasActivation):
      hasActivation ? "\(.weightedInput)和激活值：" : "\(.weightedInput)："
    case .cost: "\(.cost)。"
    case .costCompares: "它用一个数衡量输出与目标输出的差别。"
    case .inputs: "\(strong: "输入。")输入由本课给定，不需要推导。"
    case .printedAsEnd(let a, let end, let isSaturated):
      """
      \(isSaturated ? "神经元已经饱和：" : "")\(a)显示为\(end)，但它的精确值略\(end == .integer(1) ? "小" : "大")于\(end)。
      """
    case .roundingErrorOnly: "这个值只是舍入误差，因此当作0处理；激活函数在0处有折点。"
    case .softmax: "softmax把本层的\(.weightedInputs)变成总和为1的正数。"
    case .otherTerms(let count, let hasBias):
      "（较长的和式有省略：最后一个数是其余\(count)项之和\(hasBias ? "，其中包括偏置" : "")。）"
    case .otherTermsInParentheses: "（较长的和式有省略：括号中最后一个数是其余各项之和。）"
    }
  }

  private static func ofChain(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: "，加上偏置"
    case .ofSomeLayers: "，有偏置的再加上偏置"
    case .none: ""
    }
  }

  private static func ofLayers(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: "把这些乘积与偏置相加"
    case .ofSomeLayers: "把这些乘积相加，有偏置的再加上偏置"
    case .none: "把这些乘积相加"
    }
  }
}
