import Backprop
import Formulas

extension LearningPhrase {
  var german: Prose {
    switch self {
    case .rule(let optimizer, let constants, let takesEachExample):
      Prose.sentences([
        """
        Das Optimierungsverfahren ist \(OptimizerPhrase.name(optimizer.rule).german); dabei \
        \(constants.count == 1 ? "ist" : "sind") \(German.values(constants)).
        """,
        OptimizerPhrase.rule(optimizer.rule).german, Self.start(optimizer.rule),
        optimizer.ascends
          ? "Das Ergebnis soll größer werden, also wird der Schritt zum alten Wert addiert und nicht von ihm abgezogen."
          : "",
        takesEachExample
          ? "Jeder Schritt verwendet die \(.cost) eines Beispiels, ein Beispiel nach dem anderen." : "",
      ])
    case .onlyStep(let optimizer):
      "Ein Schritt\(Self.of(optimizer.rule))\(optimizer.ascends ? ", bergauf" : "")"
    case .step(let number): "Schritt \(number)"
    case .newValues: "Die Aktualisierung"
    case .outcome(let goal, let outcome, let ascends): Self.outcome(Self.name(goal), outcome, ascends)
    case .change(let before, let after, let isRounded, let ofParameters):
      """
      Vor dem Schritt ist \(before). Die Vorwärtspropagation mit den neuen \(ofParameters ? "Parametern" : "Werten") ergibt für \
      \(before.left) den Wert \(isRounded ? "(gerundet) " : "")\(Formula.number(after)).
      """
    case .nextExample: "Dieser Schritt verwendet die \(.cost) des nächsten Beispiels."
    case .agreement:
      "Die Ableitungen jedes Schritts sind so geprüft wie die des ersten, und die drei Berechnungen stimmen überein."
    case .curve(let name, let ofAll): "\(Self.name(name, ofAll)) nach jedem Schritt"
    case .result(let name, let ofAll): Self.name(name, ofAll)
    case .trained(let place, let batch, let seed):
      """
      Das sind die Gewichte nach \(place.german) des Trainings in Mini-Batches aus \
      \(batch == 1 ? "einem Beispiel" : "\(batch) Beispielen"), mit dem Startwert \(String(seed)).
      """
    case .columnOfSteps: "Schritt"
    }
  }

  private static func of(_ rule: Optimizer.Rule) -> Prose {
    let name = OptimizerPhrase.name(rule).german
    return switch rule {
    case .gradientDescent: " des Gradientenabstiegs"
    case .momentum: " des Gradientenabstiegs mit Momentum"
    case .nesterov: " des Gradientenabstiegs mit Nesterov-Momentum"
    case .adagrad, .rmsprop, .adam, .adamw: " mit \(name)"
    }
  }

  private static func start(_ rule: Optimizer.Rule) -> Prose {
    let letters = rule.type.states.map { "\(Optimizer.letter($0.rawValue))" as Prose }
    // Adam's rule says it already.
    if letters.isEmpty || rule == .adam || rule == .adamw { return "" }
    return "Vor dem ersten Schritt \(letters.count == 1 ? "ist" : "sind") \(German.list(letters)) gleich 0."
  }

  private static func name(_ goal: Goal) -> Prose {
    switch goal {
    case .cost: "Die \(.cost)"
    case .result(let name): "\(name)"
    }
  }

  private static func name(_ name: Formula, _ ofAll: Bool) -> Prose {
    ofAll ? "\(name) aller Beispiele" : "\(name)"
  }

  private static func outcome(_ name: Prose, _ outcome: Outcome, _ ascends: Bool) -> Prose {
    switch outcome {
    case .unchanged: "\(name) ist gleich geblieben."
    case .decreased:
      "\(name) ist kleiner geworden\(ascends ? ", obwohl der Schritt das Gegenteil bewirken sollte" : "")."
    case .increased:
      "\(name) ist größer geworden\(ascends ? "" : ", obwohl der Schritt das Gegenteil bewirken sollte")."
    }
  }
}

/// In the dative, after "nach".
extension TrainingPlace {
  public var german: Prose {
    let whole: Prose = epochs == 1 ? "einer Epoche" : "\(epochs) Epochen"
    let rest: Prose =
      stepsPerEpoch == 1 ? "\(steps) von einem Schritt" : "\(steps) von \(stepsPerEpoch) Schritten"
    return steps == 0 ? whole : epochs == 0 ? rest : "\(whole) und \(rest)"
  }
}
