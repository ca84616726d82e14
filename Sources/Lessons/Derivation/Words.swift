import Backprop
import Documents
import Formulas

/// What the factors measure, in words.
enum Words {
  /// What makes ∂C/∂a large or small.
  static func costSlope(_ cost: Cost) -> Prose {
    switch cost {
    case .squaredError:
      "Twice how far the output is above the target, negative below it: far off, even a small change matters."
    case .halfSquaredError:
      "How far the output is above the target, negative below it: the ½ of the cost cancels the 2 of the square."
    case .meanSquaredError:
      "Twice how far the output is above the target, negative below it (with one output, the mean is over that one alone)."
    case .binaryCrossEntropy:
      "Each half of the cost pulls its own way, and without bound where the output is confident and wrong."
    case .crossEntropy: "The less the output gives to what should be there, the harder it is pulled."
    }
  }

  /// What makes ∂a/∂z large or small.
  static func slope(_ activation: Activation, z: Formula) -> Prose {
    switch activation {
    case .identity: "The neuron hands on what it gets, so every nudge passes as it is."
    case .sigmoid:
      "The slope of the sigmoid: at most ¼, where \(z) is 0, and small once the neuron is nearly on or nearly off."
    case .tanh:
      "The slope of tanh: at most 1, where \(z) is 0, and small once the neuron is close to 1 or −1."
    case .relu: "The slope of ReLU: 1 above 0 and 0 below, so a nudge passes as it is, or not at all."
    case .leakyReLU(let slope):
      "The slope of the leaky ReLU: 1 above 0, and \(Formula.number(slope)) below it."
    case .softmax: "With one neuron alone its share is always 1: no nudge passes."
    }
  }

  /// The same, where it was said of the layer above.
  static func sameSlope(_ activation: Activation, z: Formula) -> Prose {
    switch activation {
    case .identity: "As before, what comes in goes on as it is."
    case .sigmoid, .tanh: "The slope of the same curve, at this neuron's own \(z)."
    case .relu, .leakyReLU: "The sign of this neuron's own \(z) decides."
    case .softmax: "As before, no nudge passes."
    }
  }

  /// Why a line is written from the weighted input.
  static func saturated(_ activation: Activation, a: Formula) -> Prose {
    switch activation {
    case .sigmoid:
      "(So close to its end, \(a) in its own digits says too little of 1 − \(a). That is σ(−z), and nothing is lost.)"
    case .tanh:
      """
      (So close to its end, \(a) in its own digits says too little of 1 − \(a). That is 2 σ(−2z), as 1 + \(a) is \
      2 σ(2z), and nothing is lost.)
      """
    case .identity, .relu, .leakyReLU, .softmax: "(Written from the weighted input, so that nothing is lost.)"
    }
  }

  /// How what a derivative promised compares with what the cost did.
  static func nudge(promised: Double, moved: Double, cost: Double, step: Formula) -> Prose {
    let difference = (moved - promised).magnitude
    // The difference of two costs, each rounded a few times.
    if difference <= 16 * .ulpOfOne * cost.magnitude {
      return "What is left between the two is no more than rounding."
    }
    if promised == 0 {
      return "Nothing was promised: what moves the cost is its bend, or a kink, which no slope sees."
    }
    return difference <= 0.1 * promised.magnitude
      ? "The little that is left between the two is the bend of the curve: it shrinks with the square of the nudge."
      : "The two are not close: a step of \(step) is too long here for a straight line."
  }

  /// How what the gradient promised of a step compares with what became of it.
  static func step(promised: Double, moved: Double, cost: Double) -> Prose {
    let difference = (moved - promised).magnitude
    if difference <= 16 * .ulpOfOne * cost.magnitude {
      return "What is left between the two is no more than rounding."
    }
    if difference <= 0.1 * promised.magnitude {
      return "The little that is left between the two is the bend of the cost along the way."
    }
    return moved < 0 && promised < 0
      ? "The two differ: over a step of this length the cost bends. A smaller learning rate keeps closer to the promise."
      : "The promise was not kept: a step of this length leads beyond the bend. A smaller learning rate keeps closer to it."
  }

  /// What is left where activation and cost cancel.
  static func cancelled(_ cancelled: Cancelled) -> Prose {
    let left: Prose =
      switch cancelled {
      case .logistic: "only the distance from the target is left"
      case .logisticLikelihood: "the target times what the output lacks to 1 is left"
      case .softmax, .binarySoftmax: "only a difference of outputs and targets is left"
      }
    return """
      This activation and this cost are made for each other: multiplied out, the slope of the one cancels what the \
      other divides by, and \(left). It stays right however saturated the neuron is.
      """
  }

  /// What the value of a slope means, once it is known.
  static func remark(_ activation: Activation, slope: Double, z: Double, name: Formula) -> Prose? {
    switch activation {
    case .identity, .softmax: return nil
    case .relu, .leakyReLU:
      if z == 0 {
        return "Here \(name) is 0, right on the kink: the slope from below is taken."
      }
      if z > 0 { return "Here \(name) is above 0: the neuron is on, and passes everything back." }
      return slope == 0
        ? "Here \(name) is below 0: the neuron is off, and nothing passes back, however wrong the output is."
        : "Here \(name) is below 0, where the slope is the other one."
    case .sigmoid, .tanh:
      let part = activation == .sigmoid ? 4 * slope : slope
      if part < 0.01 {
        return "The neuron is saturated: the curve is nearly flat here, and hardly anything passes back."
      }
      if part > 0.98, part < 1 { return "That is nearly as steep as it gets." }
      return nil
    }
  }

  /// How the penalty counts.
  static func penalty(_ penalty: Lesson.Penalty?, examples: Int) -> Prose {
    let squares = penalty?.l2.map { "half of \(Formula.number($0)) (l2) for their squares" as Prose }
    let sizes = penalty?.l1.map { "\(Formula.number($0)) (l1) for their absolute values" as Prose }
    let both: Prose =
      squares.map { squares in sizes.map { "\(squares) and \($0)" } ?? squares } ?? sizes ?? ""
    return "It is \(both)\(examples > 1 ? ", divided by the number of examples as the cost is" : "")."
  }

  /// What the penalty does to a weight.
  static func penaltySlope(_ penalty: Lesson.Penalty?) -> Prose {
    guard let penalty else { return "" }
    if penalty.l1 == nil {
      return "In proportion to the weight itself: a step downhill shrinks all of them alike."
    }
    let even: Prose = "By the same amount whatever the weight's size, towards 0 from either side"
    return penalty.l2 == nil
      ? "\(even)."
      : "In proportion to the weight itself, and on top of that by the same amount for all, towards 0 from either side."
  }

  /// What the cost is made of.
  static func wholeCost(_ hasExamples: Bool, hasPenalty: Bool) -> Prose {
    guard hasExamples else { return "What the example costs, and what the weights do." }
    return hasPenalty
      ? "The mean of what the examples cost, and the penalty." : "The mean of what the examples cost."
  }

  /// Why the derivatives of the parts are added up.
  static func oneMoreStep(_ hasExamples: Bool) -> Prose {
    hasExamples
      ? "One more step of the chain rule: a parameter reaches the cost through every example, and paths add up."
      : "One more step of the chain rule: a weight reaches the cost by both ways, and paths add up."
  }

  /// An activation's name in running text.
  static func name(_ activation: Activation) -> Prose {
    switch activation {
    case .identity: "identity"
    case .sigmoid: "sigmoid"
    case .tanh: "tanh"
    case .relu: "ReLU"
    case .leakyReLU(let slope): "leaky ReLU, slope \(Formula.number(slope))"
    case .softmax: "softmax"
    }
  }

  /// A cost's name in running text.
  static func name(_ cost: Cost) -> Prose {
    switch cost {
    case .squaredError: "the squared error"
    case .halfSquaredError: "half the squared error"
    case .meanSquaredError: "the mean squared error"
    case .binaryCrossEntropy: "the binary cross-entropy"
    case .crossEntropy: "the cross-entropy"
    }
  }
}
