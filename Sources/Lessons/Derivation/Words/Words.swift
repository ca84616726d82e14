import Backprop
import Documents
import Formulas

/// What a derivation says of its numbers.
enum Words {
  /// How what a derivative promised compares with what the cost did.
  static func nudge(
    promised: Double, moved: Double, cost: Double, step: Formula, crossesKink: Bool
  ) -> Prose {
    let difference = (moved - promised).magnitude
    // The difference of two costs, each rounded a few times.
    if difference <= 16 * .ulpOfOne * cost.magnitude {
      return "What is left between the two is no more than rounding."
    }
    if crossesKink { return corner }
    if promised == 0 {
      return "Nothing was promised: what moves the \(.cost) is its bend, which no slope sees."
    }
    return difference <= 0.1 * promised.magnitude
      ? "The little that is left between the two is the bend of the curve: it shrinks with the square of the nudge."
      : "The two are not close: a step of \(step) is too long here for a straight line."
  }

  /// Where the way leads across a kink.
  private static let corner: Prose =
    "On the way the \(.cost) turns a corner, at a kink: the slope that promised is that of this side only."

  /// How what the gradient promised of a step compares with what became of it.
  static func step(promised: Double, moved: Double, cost: Double, crossesKink: Bool) -> Prose {
    let difference = (moved - promised).magnitude
    if difference <= 16 * .ulpOfOne * cost.magnitude {
      return "What is left between the two is no more than rounding."
    }
    if crossesKink { return corner }
    if difference <= 0.1 * promised.magnitude {
      return "The little that is left between the two is the bend of the \(.cost) along the way."
    }
    return moved < 0 && promised < 0
      ? "The two differ: over a step of this length the \(.cost) bends. A smaller learning rate keeps closer to the promise."
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
      This activation and this \(.cost) are made for each other: multiplied out, the slope of the one cancels what the \
      other divides by, and \(left). It stays right however saturated the neuron is.
      """
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
  static func penaltySlope(_ penalty: Lesson.Penalty?) -> Prose {
    guard let penalty else { return "" }
    if penalty.l1 == nil {
      return
        "In proportion to the weight itself: on its own, it would shrink each of them by the same share in a step."
    }
    let even: Prose = "By the same amount whatever the weight's size, so that a step pushes it towards 0"
    return penalty.l2 == nil
      ? "\(even)."
      : "In proportion to the weight itself, and on top of that by the same amount for all, which pushes each towards 0."
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
