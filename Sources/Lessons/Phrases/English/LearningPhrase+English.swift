import Backprop
import Formulas

extension LearningPhrase {
  var english: Prose {
    switch self {
    case .rule(let optimizer, let constants, let takesEachExample):
      Prose.sentences([
        """
        The optimizer is \(OptimizerPhrase.name(optimizer.rule).english), with \
        \(English.list(constants.map { "\($0)" })).
        """,
        OptimizerPhrase.rule(optimizer.rule).english, Self.start(optimizer.rule),
        optimizer.ascends
          ? "The result is to become larger, so the step is added to the old value, not subtracted from it."
          : "",
        takesEachExample ? "Each step uses the \(.cost) of one example, one example after the other." : "",
      ])
    case .onlyStep(let optimizer):
      """
      One step of \(OptimizerPhrase.name(optimizer.rule).english)\(optimizer.ascends ? ", uphill" : "")
      """
    case .step(let number): "Step \(number)"
    case .newValues: "The update"
    case .outcome(let goal, let outcome, let ascends): Self.outcome(Self.name(goal), outcome, ascends)
    case .change(let before, let after, let isRounded, let ofParameters):
      """
      Before the step \(before). A forward pass with the new \(ofParameters ? "parameters" : "values") gives \
      \(isRounded ? "about " : "")\(Formula.number(after)) for \(before.left).
      """
    case .nextExample: "This step uses the \(.cost) of the next example."
    case .agreement:
      "The \(.gradient) of every step was checked in the same way as that of the first, and the three computations agree."
    case .curve(let name, let ofAll): "\(Self.name(name, ofAll)) after each step"
    case .result(let name, let ofAll): Self.name(name, ofAll)
    case .trained(let place, let batch, let seed):
      """
      The weights are those after \(place.english) of training in batches of \
      \(batch), with the seed \(String(seed)).
      """
    case .columnOfSteps: "step"
    }
  }

  private static func start(_ rule: Optimizer.Rule) -> Prose {
    let letters = rule.type.states.map { "\(Optimizer.letter($0.rawValue))" as Prose }
    // Adam's rule says it already.
    if letters.isEmpty || rule == .adam || rule == .adamw { return "" }
    return "Before the first step \(English.list(letters)) \(letters.count == 1 ? "is" : "are") 0."
  }

  private static func name(_ goal: Goal) -> Prose {
    switch goal {
    case .cost: "The \(.cost)"
    case .result(let name): "\(name)"
    }
  }

  private static func name(_ name: Formula, _ ofAll: Bool) -> Prose {
    ofAll ? "\(name) of all examples" : "\(name)"
  }

  private static func outcome(_ name: Prose, _ outcome: Outcome, _ ascends: Bool) -> Prose {
    switch outcome {
    case .unchanged: "\(name) is the same as before."
    case .decreased:
      ascends ? "\(name) has decreased, though the step was to make it larger." : "\(name) has decreased."
    case .increased:
      ascends ? "\(name) has increased." : "\(name) has increased, though the step was to make it smaller."
    }
  }
}

extension TrainingPlace {
  public var english: Prose {
    let whole: Prose = "\(counted(epochs, "epoch"))"
    let rest: Prose = "\(grouped(steps)) of \(counted(stepsPerEpoch, "step"))"
    return steps == 0 ? whole : epochs == 0 ? rest : "\(whole) and \(rest)"
  }
}
