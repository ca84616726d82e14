import Backprop
import Formulas

extension OutputPhrase {
  var chinese: Prose {
    switch self {
    case .kind(let output):
      "\(output.dropout == nil ? "" : "，带dropout")\(output.hasSkip ? "，带跳跃连接" : "")"
    case .dropout(let dropout, let f, let isFirst):
      """
      \(strong: "dropout（暂退法）。")本层每个神经元的值\(f)都乘以\(Self.factor(dropout))，其中\(Self.mask)对保留的神经元是1\
      （保留的概率是\(Formula.number(dropout.keep))），对丢弃的神经元是0。\(Self.list(dropout.masks))\
      \(isFirst ? "做这个除法，是为了使激活值对随机掩码的期望等于没有dropout时的激活值。" : "")
      """
    case .skip(let isFirst):
      isFirst
        ? "\(strong: "跳跃连接。")本层每个神经元的值都加上前一层编号相同的神经元的激活值。所以，从那个神经元出发还有第二条路径，它绕过本层的这个神经元。"
        : "\(strong: "跳跃连接。")前一层的每个激活值都加到编号相同的神经元的激活值上。"
    case .slope(let dropout):
      "dropout使斜率乘以\(Self.factor(dropout))：没有梯度经过丢弃的神经元往回传。"
    case .isDropped(let a): "这个神经元被丢弃：\(a)不依赖于它的\(.weightedInput)。"
    case .masks(let masks, let examples):
      "\(masks)由一层的掩码组成\(examples > 1 ? "，每个样本一列" : "")。"
    case .skips: "跳跃连接加上前一层的激活值。"
    case .skipBack(let upstream): "\(upstream)经过跳跃连接，原样传回编号相同的神经元。"
    }
  }

  private static func list(_ masks: [[Bool]]) -> Prose {
    guard areListed(masks), let first = masks.first else {
      return masks.count == 1
        ? "这里\(masks.first?.count ?? 0)个神经元中丢弃了\(masks.first?.count { !$0 } ?? 0)个。"
        : "每个样本有自己的掩码。"
    }
    func entries(_ mask: [Bool]) -> Prose {
      Prose(stringLiteral: mask.map { $0 ? "1" : "0" }.joined(separator: "，"))
    }
    if masks.count == 1 { return "从第一个神经元到最后一个，\(Self.mask)在这里依次是\(entries(first))。" }
    let all = masks.enumerated().map { x, mask -> Prose in "在样本\(x + 1)中依次是\(entries(mask))" }
    return "从第一个神经元到最后一个，\(Self.mask)\(Chinese.joined(all, by: "；"))。"
  }
}
