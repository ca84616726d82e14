import Formulas

extension PicturePhrase {
  var german: Prose {
    switch self {
    case .network(let widths): "Das Netz: \(widths.map(String.init).joined(separator: "-"))"
    case .layers(let inputs, let runs):
      """
      \(inputs) \(inputs == 1 ? "Eingabe" : "Eingaben"), dann \(German.row(runs.map(\.inGerman), "; dann")); dann die \
      \(.cost). Eine Kante ist umso dicker, je größer der Betrag ihres Gewichts ist, und gestrichelt, wenn das Gewicht negativ ist.
      """
    case .dropped: "Ein weggelassenes Neuron hat einen gestrichelten Rand."
    case .skip: "Ein Bogen ist eine Skip-Verbindung."
    case .image:
      "Links stehen die Eingaben als Bild: Je größer ein Quadrat ist, desto größer ist die Eingabe."
    case .graph(let results):
      results.isEmpty ? "Der Graph" : "Der Graph von \(German.list(results.map { "\($0)" }))"
    case .uses(let given, let uses):
      Prose.sentences([
        given.isEmpty
          ? "" : "Gegeben \(given.count == 1 ? "ist" : "sind") \(German.list(given.map { "\($0)" })).",
        uses.isEmpty
          ? ""
          : "\(German.row(uses.map { "\($0.name) verwendet \(German.list($0.used.map { "\($0)" }))" }, ";")).",
      ])
    case .below(let result):
      "Unter einer Größe steht die Ableitung \(result.map { "von \($0)" } ?? "des Ergebnisses") nach dieser Größe."
    case .computedFrom(let sign): "Jede Größe, und hinter \(sign), woraus sie berechnet wird:"
    case .onEdge: "An einer Kante steht der lokale Gradient."
    case .cost: "Die \(.cost)"
    case .course(let name, let period): "\(name) von \(period.inGerman.one) zu \(period.inGerman.one)"
    case .change(let from, let to, let count, let period):
      """
      Von \(Self.number(from)) \(period.inGerman.before) auf \(Self.number(to)) nach \(count) \
      \(count == 1 ? period.inGerman.one : period.inGerman.afterMany).
      """
    case .axis(let period): period.inGerman.many
    case .bars(let bars):
      "\(German.series(bars.map { "\($0.label): \(Formula.number($0.value))" })). Die Skala ist logarithmisch."
    }
  }

  private static func number(_ value: Numeral?) -> Prose {
    value.map { "\(Formula.number($0))" } ?? "einem Wert, der nicht endlich ist,"
  }
}

extension CostPlot.Period {
  fileprivate var inGerman: (one: Prose, many: Prose, afterMany: Prose, before: Prose) {
    switch self {
    case .epoch: ("Epoche", "Epochen", "Epochen", "vor der ersten Epoche")
    case .step: ("Schritt", "Schritte", "Schritten", "vor dem ersten Schritt")
    }
  }
}

extension PicturePhrase.Run {
  fileprivate var inGerman: Prose {
    let neurons: Prose = "\(neurons) \(neurons == 1 ? "Neuron" : "Neuronen")"
    let all: Prose = layers == 1 ? neurons : "\(layers) Schichten mit je \(neurons)"
    return kind.map { "\(all), \($0)" } ?? all
  }
}
