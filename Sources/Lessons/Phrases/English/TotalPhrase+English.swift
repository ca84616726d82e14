import Formulas

extension TotalPhrase {
  var english: Prose {
    switch self {
    case .penalty(let r, let penalty, let examples):
      """
      The penalty \(r) is added to the \(.cost) and grows with the absolute value of each weight. So each weight influences \
      the \(.cost) along one more path, directly through \(r). The biases are not in \(r). \
      \(Self.terms(penalty, examples))
      """
    case .penaltyTerms(let penalty, let examples): Self.terms(penalty, examples)
    case .penaltySlopes(let penalty, let examples):
      "\(strong: "How the penalty changes with each weight.") \(Self.slopes(penalty, examples))"
    case .weightIsZero(let w):
      """
      \(w) is 0, where the absolute value has a kink: its slope is −1 below and 1 above. By convention 0 is used.
      """
    case .cost: "The \(.cost)."
    case .parts(let parts):
      parts.examples > 1
        ? "The total \(.cost) is the \(parts.isSum ? "sum" : "mean") of the \(.costs) of the examples\(parts.hasPenalty ? ", plus the penalty" : "")."
        : "The total \(.cost) is the \(.cost) of the example plus the penalty."
    case .shares(let parts):
      "\(strong: "How the total \(.cost) changes with its parts.") \(Self.factors(parts))"
    case .inside(let letters, let total, let own):
      """
      The penalty does not depend on \(letters.dropFirst().reduce(letters.first.map { "\($0)" } ?? "") { "\($0) or \($1)" }), \
      so the derivatives of \(total) with respect to them equal those of \(own).
      """
    case .derivatives(let total, let own, let penalty, let examples):
      "\(strong: "The derivatives.") \(Self.paths(total, own, penalty, examples))"
    case .otherExamples(let count, let areSomeNotDerived):
      switch (count > 0, areSomeNotDerived) {
      case (true, true): "(\(Self.rest(count)) \(Self.notDerived))"
      case (true, false): "(\(Self.rest(count)))"
      case (false, true): "(\(Self.notDerived))"
      case (false, false): ""
      }
    case .signsDiffer(let differing): Self.cancelling(differing, in: "mean")
    case .signsDifferInSum(let differing): Self.cancelling(differing, in: "sum")
    }
  }

  private static func terms(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let l2 = penalty?.l2.map { Formula.number($0) / .integer(2) }
    let l1 = penalty?.l1.map { Formula.number($0) }
    let squares: Prose? = l2.map { "\($0) times the sum of the squares of the weights" }
    let sizes: Prose? = l1.map { "\($0) times the sum of the absolute values of the weights" }
    let parts = [squares, sizes].compactMap { $0 }
    let sum = parts.dropFirst().reduce(parts.first ?? "") { "\($0) plus \($1)" as Prose }
    return "The penalty is \(sum)\(examples > 1 ? ", all divided by the number of examples" : "")."
  }

  private static func slopes(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let sizes: Prose =
      "has the sign of the weight (sign is 1 above 0 and −1 below) and the same absolute value for all weights other than 0."
    guard let l2 = penalty?.l2 else { return penalty?.l1 == nil ? "" : "The derivative \(sizes)" }
    guard penalty?.l1 == nil else {
      return "The first term is proportional to the weight; the second \(sizes)"
    }
    let factor = decay(l2, examples)
    return """
      The derivative is proportional to the weight: by itself, it multiplies every weight by the same factor in a step of \
      gradient descent, \(factor).
      """
  }

  private static func cancelling(_ differing: Differing, in total: String) -> Prose {
    """
    For \(Self.which(differing)) the derivatives of the examples have different signs, so they partly cancel in the \(total).
    """
  }

  private static func factors(_ parts: Parts) -> Prose {
    if parts.isSum, parts.examples > 1 { return "Every part of a sum has the factor 1." }
    return parts.examples > 1
      ? "The \(.cost) of each example has the factor \(.integer(1) / .integer(parts.examples)) in the mean, so the derivative is the same for every example\(parts.hasPenalty ? "; the penalty has the factor 1" : "")."
      : "The total is the sum of both, so both derivatives are 1."
  }

  private static func paths(_ total: Formula, _ own: Formula, _ penalty: Formula?, _ examples: Int) -> Prose {
    let start: Prose =
      examples > 1
      ? "A parameter influences \(total) through the \(.cost) of every example\(penalty == nil ? "" : ", a weight also through the penalty")."
      : "A weight influences \(total) through \(own)\(penalty.map { " and through \($0)" } ?? "")."
    return "\(start) By the chain rule the contributions are added."
  }

  private static func rest(_ count: Int) -> Prose {
    "The last term in the parentheses is the sum over the other \(count) examples."
  }

  private static let notDerived: Prose =
    "The derivatives of examples that are not shown are computed in the same way."

  private static func which(_ differing: Differing) -> Prose {
    switch differing {
    case .one(let parameter): "\(parameter)"
    case .all: "each of these parameters"
    case .some(let count, let first): "\(count) of these parameters, \(first) being the first,"
    }
  }
}
