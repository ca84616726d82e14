import Backprop
import Formulas

extension OutputPhrase {
  var english: Prose {
    switch self {
    case .kind(let output):
      "\(output.dropout == nil ? "" : ", with dropout")\(output.hasSkip ? ", with a skip" : "")"
    case .dropout(let dropout, let f, let isFirst):
      """
      \(strong: "Dropout.") The value \(f) of each neuron of this layer is multiplied by \(Self.factor(dropout)), where \
      \(Self.mask) is 1 for a neuron that is kept, with the probability \(Formula.number(dropout.keep)), and 0 for one that is \
      dropped. \(Self.list(dropout.masks))\
      \(isFirst ? " The division makes the mean over all masks equal to the activation without dropout." : "")
      """
    case .skip(let isFirst):
      isFirst
        ? "\(strong: "Skip.") The activation of the neuron with the same number in the layer before is added to the value of each neuron of this layer. So a second path leads from that neuron past this one."
        : "\(strong: "Skip.") Each activation of the layer before is added to that of the neuron with the same number."
    case .slope(let dropout):
      "Dropout multiplies the slope by \(Self.factor(dropout)): nothing comes back through a neuron that is dropped."
    case .isDropped(let a): "The neuron is dropped: \(a) does not depend on its \(.weightedInput)."
    case .masks(let masks, let examples):
      "\(masks) contains the mask of a layer\(examples > 1 ? ", a column for each example" : "")."
    case .skips: "A skip adds the activations of the layer before."
    case .skipBack(let upstream): "Through the skip, \(upstream) comes back to the same neurons unchanged."
    }
  }

  private static func list(_ masks: [[Bool]]) -> Prose {
    guard areListed(masks), let first = masks.first else {
      return masks.count == 1
        ? "Here \(masks.first?.count { !$0 } ?? 0) of \(masks.first?.count ?? 0) neurons are dropped."
        : "Each example has its own mask."
    }
    func entries(_ mask: [Bool]) -> Prose {
      Prose(stringLiteral: mask.map { $0 ? "1" : "0" }.joined(separator: ", "))
    }
    if masks.count == 1 { return "From the first neuron to the last it is \(entries(first)) here." }
    let all = masks.enumerated().map { x, mask -> Prose in "\(entries(mask)) in example \(x + 1)" }
    return "From the first neuron to the last it is \(all.dropFirst().reduce(all[0]) { "\($0); \($1)" })."
  }
}
