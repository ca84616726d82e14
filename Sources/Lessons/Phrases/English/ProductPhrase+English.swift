import Backprop
import Formulas

extension ProductPhrase {
  var english: Prose {
    switch self {
    case .whole(let w, let cost):
      """
      Written out in full, the derivative of \(cost) with respect to the first weight has one factor for each step from \
      \(w) to \(cost):
      """
    case .wholeWithShortForm(let cost, let error):
      """
      Written out in full, the derivative of \(cost) with respect to the first weight is this product, whose last factor \
      \(error) is the short form from above:
      """
    case .slopes(let count, let factors, let activation, let from, let to):
      """
      Of these \(factors) factors, \(count) are slopes of \(Self.kind(activation)); here they \(Self.range(from, to)). \
      Each step back from one activation to the previous one multiplies by one slope and one weight.
      """
    case .vanishing(let sizes):
      """
      In this network the derivative of the \(.cost) with respect to the activation becomes smaller in absolute value from \
      layer to layer\(Self.list(sizes)). If slope times weight is below 1 in absolute value in many layers, the derivatives \
      with respect to the first parameters become very small. This is the vanishing gradient: the first layers learn slowly.
      """
    case .sizes:
      """
      The absolute value of the derivative with respect to the weight of each layer, from the last layer to the first. The \
      scale is logarithmic: a factor of 10 always has the same length.
      """
    case .titleOfSizes: "The absolute value of the derivative with respect to the weight of each layer"
    case .sizeOfLayer(let layer): "layer \(layer)"
    case .paths(let w, let count):
      """
      There \(count == 1 ? "is one path" : "are \(count) paths") from \(w) to the \(.cost). Along each path the factors are \
      multiplied:
      """
    case .sumOverPaths: "The derivative is the sum over the paths:"
    }
  }

  private static func kind(_ activation: Activation?) -> Prose {
    guard let activation, let most = activation.words.steepest else { return "activation functions" }
    return "\(ActivationPhrase.function(activation).english), which are at most \(most.digits)"
  }

  private static func list(_ sizes: [Size]) -> Prose {
    sizes.isEmpty
      ? "" : ": \(Prose.list(sizes.map { "\(Formula.number($0.value)) in layer \($0.layer)" }))"
  }

  private static func range(_ from: Numeral, _ to: Numeral) -> Prose {
    from == to
      ? "are \(Formula.number(from))" : "lie between \(Formula.number(from)) and \(Formula.number(to))"
  }
}
