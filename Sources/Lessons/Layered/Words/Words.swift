import Backprop
import Documents
import Formulas

/// What a derivation says of its numbers.
enum Words {
  /// What a neuron of a chain does.
  static func chainForward(_ biases: Lesson.Biases) -> Prose {
    let what: Prose =
      switch biases {
      case .ofAllLayers: " by its weight, adds its bias,"
      case .ofSomeLayers: " by its weight, adds its bias if it has one,"
      case .none: " by its weight"
      }
    return "Each neuron multiplies its input\(what) and applies its activation function."
  }

  /// What a neuron of a layer does.
  static func layersForward(_ biases: Lesson.Biases) -> Prose {
    let what: Prose =
      switch biases {
      case .ofAllLayers: " and its bias"
      case .ofSomeLayers: ", with its bias if it has one"
      case .none: ""
      }
    return """
      Each neuron multiplies every activation of the layer before by the weight between them, adds up the products\(what), \
      and applies the activation function of its layer.
      """
  }

  /// What is left of the product of the slopes if activation and cost cancel: of an output `a` with the target `y`.
  static func cancelled(_ cancelled: Cancelled, _ a: Formula, _ y: Formula) -> Prose {
    let rest = .integer(1) - a
    let what: Prose =
      switch cancelled {
      case .logistic:
        "For the sigmoid with the binary cross-entropy most of this product cancels: the difference \(a - y) is left."
      case .meanLogistic:
        "For the sigmoid with the mean of binary cross-entropies most of this product cancels: the difference \(a - y) is left, divided by the number of outputs."
      case .logisticLikelihood:
        "For the sigmoid with the cross-entropy most of this product cancels: \(-(y * rest)) is left."
      case .softmax:
        "For softmax with the cross-entropy most of this product cancels: \(a) times the sum of the targets, minus \(y), is left."
      case .binarySoftmax:
        "For softmax with the binary cross-entropy the divisions by \(a) cancel; those by \(rest) remain."
      }
    return "\(what) This short form stays accurate even if the neuron is saturated."
  }

  /// How the penalty counts.
  static func penalty(_ penalty: Lesson.Penalty?, examples: Int) -> Prose {
    let squares = penalty?.l2.map { "half of \(Formula.number($0)) (l2) for their squares" as Prose }
    let sizes = penalty?.l1.map { "\(Formula.number($0)) (l1) for their absolute values" as Prose }
    let both: Prose =
      squares.map { squares in sizes.map { "\(squares) and \($0)" } ?? squares } ?? sizes ?? ""
    return "It is \(both)\(examples > 1 ? ", divided by the number of examples as the \(.cost) is" : "")."
  }

  /// What the penalty does to a weight.
  static func penaltySlope(_ penalty: Lesson.Penalty?, examples: Int) -> Prose {
    let squares = penalty?.l2.map { l2 -> Formula in
      let share = Formula.symbol(Symbol(.learningRate)) * .number(l2)
      return .integer(1) - (examples > 1 ? share / .integer(examples) : share)
    }
    let sizes: Prose =
      "has the sign of the weight and the same absolute value for all weights other than 0."
    guard let squares else { return penalty?.l1 == nil ? "" : "The derivative \(sizes)" }
    return penalty?.l1 == nil
      ? "The derivative is proportional to the weight: by itself, it multiplies every weight by the same factor in a step, \(squares)."
      : "The first term is proportional to the weight; the second \(sizes)"
  }

  /// What the cost is made of.
  static func wholeCost(_ hasExamples: Bool, hasPenalty: Bool) -> Prose {
    guard hasExamples else { return "\(.costAndPenalty)" }
    return hasPenalty
      ? "The mean of \(.costOfExamples), and the penalty." : "The mean of \(.costOfExamples)."
  }

  /// Why the derivatives of the parts are added up.
  static func oneMoreStep(_ hasExamples: Bool, hasPenalty: Bool) -> Prose {
    let weights: Prose = hasPenalty ? ", a weight through the penalty as well" : ""
    return hasExamples
      ? "One more step of the chain rule: a parameter reaches the \(.cost) through every example\(weights), and paths add up."
      : "One more step of the chain rule: a weight reaches the \(.cost) by both ways, and paths add up."
  }
}
