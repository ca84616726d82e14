import Backprop
import Documents
import Formulas

/// What is said of a step.
extension Learning {
  /// Whether it is a step of gradient descent as there always was one: down, at once, by η.
  var isPlain: Bool {
    optimizer == .gradientDescent && schedule == .constant && steps == 1 && !takesEachExample
  }

  /// Which rule it follows, its constants, and the convention; `eta` is the learning rate with its value.
  func words(_ eta: Equation, _ ledger: Ledger, digits: Int) -> Prose {
    let rule = optimizer.rule.type
    let constants = [eta] + optimizer.givens.map { ledger.valued($0.name, digits: digits) }
    let values = Prose.enumeration(constants.map { "\($0)" })
    let letters = Prose.enumeration(rule.states.map { "\(Optimizer.letter($0.rawValue))" })
    let start: Prose =
      rule.states.isEmpty
      ? "" : " Before the first step \(letters) \(rule.states.count == 1 ? "is" : "are") 0."
    let goal: Prose =
      optimizer.ascends
      ? " The result is to become larger: where the rule takes the step away from the old value, it is added here."
      : ""
    let example: Prose =
      takesEachExample ? " Each step follows the \(.cost) of one example, and each example has its turn." : ""
    return "The step is one of \(rule.name), with \(values). \(rule.words)\(start)\(goal)\(example)"
  }

  /// The heading above the new parameters.
  func title(_ plain: Prose) -> Prose {
    if isPlain { return plain }
    let of: Prose = optimizer.ascends ? "\(optimizer.rule.type.name), uphill" : optimizer.rule.type.name
    // A later step has its number above it already.
    return steps == 1 ? "One step of \(of)" : number == 1 ? "Step 1" : "The new values"
  }

  /// What came of a step that is no step of plain gradient descent.
  func outcome(_ name: Prose, before: Double, after: Double) -> Prose {
    if before == after { return "\(name) is the same as before." }
    let verb: Prose = after < before ? "has decreased" : "has increased"
    return (after > before) == optimizer.ascends
      ? "\(name) \(verb)."
      : "\(name) \(verb), though the step was to make it \(optimizer.ascends ? "larger" : "smaller")."
  }
}
