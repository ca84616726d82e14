import Backprop
import Formulas

extension NetworkPhrase {
  var english: Prose {
    switch self {
    case .notationOfNielsen(let hasExamples):
      """
      The notation is that of Nielsen's book: a raised number is the layer, not a power. One difference: the input is \
      layer 0 here and layer 1 in the \
      book.\(hasExamples ? " With several examples, each error is that of a single example, without the factor 1/n." : "")
      """
    case .notationOfSlides(let z, let a):
      "The \(.weightedInput) of a neuron is called \(z) here, and its activation \(a)."
    case .summary(let count):
      """
      The network has \(count) parameters. All derivatives are computed and checked. For each layer, only one weight whose \
      derivative has the largest absolute value is derived here; the option --only NAME derives another one.
      """
    case .shape(let widths):
      """
      This is a \(widths.map(String.init).joined(separator: "-")) network: \(English.count(widths.first ?? 0, "input", "inputs")), \
      then \(widths.count == 2 ? "one layer" : "layers") of \(English.list(widths.dropFirst().map { "\($0)" })) \
      \(widths.last == 1 && widths.count == 2 ? "neuron" : "neurons"). The first index of a weight names the neuron that it \
      leads to, the second the neuron that it comes from.
      """
    case .layer(let layer, let activation, let output, let isDrawn):
      "\(strong: "Layer \(layer)"), \(Self.name(activation, output))\(Self.drawn(isDrawn)):"
    case .largeLayer(let layer, let activation, let output, let neurons, let inputs, let isDrawn):
      """
      \(strong: "Layer \(layer)"), \(Self.name(activation, output)): \(English.count(neurons, "neuron", "neurons")), with \
      \(English.count(inputs, "weight", "weights")) into each\(Self.drawn(isDrawn)).
      """
    case .noBias: "none"
    case .examples(let shown, let count):
      shown < count
        ? "\(strong: "The first \(shown) of the \(count) examples"):" : "\(strong: "The examples"):"
    case .givens(let givens): "\(Self.inputs(givens)), and \(Self.targets(givens))."
    case .roundedGivens(let most):
      "Given numbers with more than \(most) digits are shown rounded; the calculation uses all of their digits."
    case .givensAndCost(let givens, let cost, let total):
      """
      \(Self.inputs(givens)), \(Self.targets(givens)), and the \(.cost)\(total == nil ? "" : " of this example, \(cost.name),") \
      is \(Self.words(cost)).\(total.map { " The total \(.cost) \($0.name) is \(cost.name)\(Self.penalty($0))." } ?? "")
      """
    case .cost(let cost, let total, let letters):
      """
      The \(.cost) of one example is \(Self.words(cost)). The total \(.cost) \(total.name) is the \
      \(total.isSum ? "sum" : "mean") over \
      \(English.all(total.examples, "example", "examples"))\(Self.penalty(total)). In the sections of an example, \
      \(English.list(letters.map { "\($0)" })) belong to that example.
      """
    case .onlyExample(let number, let count):
      "Only example \(number) of \(count) is derived here. The option --example N derives another one."
    case .onlyExamples(let derived, let count):
      "Only \(derived) of the \(count) examples are derived here. The option --example N derives another one."
    }
  }

  private static func name(_ activation: Activation, _ output: LayerOutput) -> Prose {
    "\(ActivationPhrase.name(activation).english)\(OutputPhrase.kind(output).english)"
  }

  private static func drawn(_ isDrawn: Bool) -> Prose {
    isDrawn ? ", drawn at random from the lesson's seed" : ""
  }

  private static func inputs(_ givens: Givens) -> Prose {
    let isOne = givens.inputs.count + givens.otherInputs == 1
    let list = English.commas(givens.inputs.map { "\($0)" }, more: givens.otherInputs)
    return "The \(isOne ? "input is" : "inputs are") \(list)"
  }

  private static func targets(_ givens: Givens) -> Prose {
    let isOne = givens.targets.count + givens.otherTargets == 1
    let list = English.commas(givens.targets.map { "\($0)" }, more: givens.otherTargets)
    return "the \(isOne ? "target is" : "targets are") \(list)"
  }

  private static func penalty(_ total: TotalCost) -> Prose {
    total.penalty.map { " plus a penalty \($0) on the weights" } ?? ""
  }

  private static func words(_ cost: CostOfExample) -> Prose {
    let formula: Prose =
      cost.formula.map { formula in
        let example: Prose = cost.example.map { " for example \($0)" } ?? ""
        return ", \(Equation(cost.name, [.init(.equals, formula)]))\(example)"
      } ?? ""
    return "\(CostPhrase.name(cost.kind).english)\(cost.targets.inEnglish)\(formula)"
  }
}

extension Lesson.Targets {
  /// What was done to them, after the name of the cost.
  fileprivate var inEnglish: Prose {
    let smoothed: Prose? = smoothing.map {
      "smoothed: \(Formula.number($0)) of each is shared out evenly over all outputs"
    }
    let weighted: Prose? = classWeights.map { weights in
      "multiplied by the class weights \(English.commas(weights.map { "\(Formula.number($0))" }))"
    }
    return switch (smoothed, weighted) {
    case (let one?, let other?): " (the targets are \(one); then they are \(other))"
    case (let one?, nil), (nil, let one?): " (the targets are \(one))"
    case (nil, nil): ""
    }
  }
}
