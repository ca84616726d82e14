import Backprop
import Formulas

extension ProductPhrase {
  var chinese: Prose {
    switch self {
    case .whole(let w, let cost):
      "\(cost)对第一个权重的导数写成完整的乘积，从\(w)到\(cost)的每一步对应一个因子："
    case .wholeWithShortForm(let cost, let error):
      "\(cost)对第一个权重的导数写成完整的乘积如下，最后一个因子\(error)用上文的简化式："
    case .slopes(let count, let factors, let activation, let from, let to):
      """
      这\(factors)个因子中有\(count)个是\(Self.kind(activation))；在这里，它们\(Self.range(from, to))。\
      从一个激活值往回到前一个激活值，每一步都要乘以一个斜率和一个权重。
      """
    case .vanishing(let sizes):
      """
      在这个网络中，\(.cost)对激活值的导数的绝对值往回逐层减小\(Self.list(sizes))。如果很多层中斜率与权重之积的绝对值都小于1，对前几层参数的导数就会变得很小。\
      这就是梯度消失：前几层学习得很慢。
      """
    case .sizes: "\(.cost)对各层权重的导数的绝对值，从最后一层到第一层。长度采用对数刻度：两个值相差10倍时，长度之差总是相同的。"
    case .titleOfSizes: "对各层权重的导数的绝对值"
    case .sizeOfLayer(let layer): "第\(layer)层"
    case .paths(let w, let count):
      "从\(w)到\(.cost)有\(Chinese.count(count, "条路径"))。同一条路径上的因子相乘："
    case .sumOverPaths: "导数是各条路径的乘积之和："
    }
  }

  private static func kind(_ activation: Activation?) -> Prose {
    guard let activation, let most = activation.words.steepest else { return "激活函数的斜率" }
    return "\(ActivationPhrase.function(activation).chinese)的斜率，这种斜率不超过\(most.digits)"
  }

  private static func list(_ sizes: [Size]) -> Prose {
    sizes.isEmpty
      ? "" : "：\(Chinese.firstOf(sizes.map { "第\($0.layer)层是\(Formula.number($0.value))" }))"
  }

  private static func range(_ from: Numeral, _ to: Numeral) -> Prose {
    from == to
      ? "是\(Formula.number(from))" : "约在\(Formula.number(from))到\(Formula.number(to))之间"
  }
}
