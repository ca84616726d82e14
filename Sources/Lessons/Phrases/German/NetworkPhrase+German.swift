import Backprop
import Formulas

extension NetworkPhrase {
  var german: Prose {
    switch self {
    case .notationOfNielsen(let hasExamples):
      """
      Die Schreibweise ist die aus Nielsens Buch: Eine hochgestellte Zahl bezeichnet die Schicht und ist keine Potenz. Ein \
      Unterschied: Die Eingabe ist hier Schicht 0 und im Buch Schicht 1.\
      \(hasExamples ? " Bei mehreren Beispielen ist jeder Fehler der Fehler eines einzelnen Beispiels, ohne den Faktor 1/n." : "")
      """
    case .notationOfSlides(let z, let a):
      "Die \(.weightedInput) eines Neurons heißt hier \(z) und seine Aktivierung \(a)."
    case .summary(let count):
      """
      Das Netz hat \(count) Parameter. Alle Ableitungen werden berechnet und geprüft. Hergeleitet wird hier je Schicht nur die \
      Ableitung nach einem Gewicht, bei dem ihr Betrag am größten ist; mit der Option --only NAME wird eine andere hergeleitet.
      """
    case .shape(let widths):
      """
      Dies ist ein \(widths.map(String.init).joined(separator: "-"))-Netz: \
      \(German.count(widths.first ?? 0, "eine Eingabe", "Eingaben")), dann \
      \(widths.count == 2 ? "eine Schicht" : "Schichten") mit \(German.list(widths.dropFirst().map { "\($0)" })) \
      \(widths.count == 2 && widths.last == 1 ? "Neuron" : "Neuronen"). Der erste Index eines Gewichts nennt das \
      Neuron, zu dem das Gewicht führt, der zweite das Neuron, von dem es kommt.
      """
    case .layer(let layer, let activation, let output, let isDrawn):
      "\(strong: "Schicht \(layer)"), \(Self.name(activation, output))\(Self.drawn(isDrawn)):"
    case .largeLayer(let layer, let activation, let output, let neurons, let inputs, let isDrawn):
      """
      \(strong: "Schicht \(layer)"), \(Self.name(activation, output)): \(German.count(neurons, "ein Neuron", "Neuronen")) mit \
      \(neurons == 1 ? "" : "je ")\(German.count(inputs, "einem Gewicht", "Gewichten"))\(Self.drawn(isDrawn)).
      """
    case .noBias: "keiner"
    case .examples(let shown, let count):
      shown < count
        ? "\(strong: shown == 1 ? "Das erste der \(count) Beispiele" : "Die ersten \(shown) der \(count) Beispiele"):"
        : "\(strong: "Die Beispiele"):"
    case .givens(let givens): "\(Self.inputs(givens)). \(Self.targets(givens))."
    case .roundedGivens(let most):
      "Gegebene Zahlen mit mehr als \(most) Ziffern sind gerundet abgedruckt; gerechnet wird mit allen ihren Ziffern."
    case .givensAndCost(let givens, let cost, let total):
      """
      \(Self.inputs(givens)). \(Self.targets(givens)). Die \(.cost)\(total == nil ? "" : " \(cost.name) dieses Beispiels") \
      ist \(Self.words(cost)).\
      \(total.map { " Die gesamte \(.cost) \($0.name) ist \(cost.name)\(Self.penalty($0))." } ?? "")
      """
    case .cost(let cost, let total, let letters):
      """
      Die \(.cost) eines Beispiels ist \(Self.words(cost)). Die gesamte \(.cost) \(total.name) ist \
      \(total.isSum ? "die Summe" : "der Mittelwert") über \
      \(German.all(total.examples, "das eine Beispiel", "Beispiele"))\(Self.penalty(total)). In den Abschnitten zu einem \
      Beispiel \
      \(letters.count == 1 ? "gehört" : "gehören") \(German.list(letters.map { "\($0)" })) zu diesem Beispiel.
      """
    case .onlyExample(let number, let count):
      """
      Hier wird nur Beispiel \(number) von \(count) durchgerechnet. Mit der Option --example N wird ein anderes durchgerechnet.
      """
    case .onlyExamples(let derived, let count):
      """
      Hier \(derived == 1 ? "wird" : "werden") nur \(derived) der \(count) Beispiele durchgerechnet. Mit der Option --example N \
      wird ein anderes durchgerechnet.
      """
    }
  }

  private static func name(_ activation: Activation, _ output: LayerOutput) -> Prose {
    "\(ActivationPhrase.name(activation).german)\(OutputPhrase.kind(output).german)"
  }

  private static func drawn(_ isDrawn: Bool) -> Prose {
    isDrawn ? ", zufällig gezogen mit dem Startwert der Lektion" : ""
  }

  private static func inputs(_ givens: Givens) -> Prose {
    let isOne = givens.inputs.count + givens.otherInputs == 1
    let list = German.values(givens.inputs, more: givens.otherInputs)
    return "Die \(isOne ? "Eingabe ist" : "Eingaben sind") \(list)"
  }

  private static func targets(_ givens: Givens) -> Prose {
    let isOne = givens.targets.count + givens.otherTargets == 1
    let list = German.values(givens.targets, more: givens.otherTargets)
    return "\(isOne ? "Der Zielwert ist" : "Die Zielwerte sind") \(list)"
  }

  private static func penalty(_ total: TotalCost) -> Prose {
    total.penalty.map { " plus ein Strafterm \($0) für die Gewichte" } ?? ""
  }

  private static func words(_ cost: CostOfExample) -> Prose {
    let formula: Prose =
      cost.formula.map { formula in
        let example: Prose = cost.example.map { " für Beispiel \($0)" } ?? ""
        return ": \(Equation(cost.name, [.init(.equals, formula)]))\(example)"
      } ?? ""
    return "\(CostPhrase.name(cost.kind).german)\(cost.targets.inGerman)\(formula)"
  }
}

extension Lesson.Targets {
  /// What was done to them, after the name of the cost.
  fileprivate var inGerman: Prose {
    let smoothed: Prose? = smoothing.map {
      "geglättet: \(Formula.number($0)) von jedem wird gleichmäßig auf alle Ausgaben verteilt"
    }
    let weighted: Prose? = classWeights.map { weights in
      "mit den Klassengewichten \(German.row(weights.map { "\(Formula.number($0))" }, ";")) multipliziert"
    }
    return switch (smoothed, weighted) {
    case (let one?, let other?): " (die Zielwerte sind \(one); danach sind sie \(other))"
    case (let one?, nil), (nil, let one?): " (die Zielwerte sind \(one))"
    case (nil, nil): ""
    }
  }
}
