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
    let start: Prose =
      rule.states.isEmpty
      ? ""
      : number == 1
        ? " Before the first step \(rule.states.count == 1 ? "it is 0" : "both are 0")."
        : " What they were after step \(number - 1) is their old value."
    let goal: Prose =
      optimizer.ascends
      ? " The result is to become larger: where the rule takes the step away from the old value, it is added here."
      : ""
    let example: Prose =
      takesEachExample ? " Each step follows the \(.cost) of one example, and each example has its turn." : ""
    return "The step is one of \(rule.name), with \(values). \(rule.words)\(start)\(goal)\(example)"
  }

  /// The heading above the new parameters.
  func heading(_ plain: Prose) -> Block {
    if isPlain { return .heading(level: 2, plain) }
    let of: Prose = optimizer.ascends ? "\(optimizer.rule.type.name), uphill" : optimizer.rule.type.name
    return .heading(level: 2, steps == 1 ? "One step of \(of)" : "A step of \(of)")
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
