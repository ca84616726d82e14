import Formulas

extension PicturePhrase {
  var english: Prose {
    switch self {
    case .network(let widths): "The network: \(widths.map(String.init).joined(separator: "-"))"
    case .layers(let inputs, let runs):
      """
      \(inputs) \(inputs == 1 ? "input" : "inputs"), then \(Self.joined(runs.map(\.inEnglish), "; then")); then the cost. An \
      edge is the thicker, the larger its weight is in absolute value, and dashed if the weight is negative.
      """
    case .dropped: "A neuron that is dropped has a dashed rim."
    case .skip: "A curve is a skip."
    case .image: "On the left are the inputs as an image: the larger a square is, the larger is the input."
    case .graph(let results):
      results.isEmpty ? "The graph" : "The graph of \(English.list(results.map { "\($0)" }))"
    case .uses(let given, let uses):
      Prose.sentences([
        given.isEmpty
          ? "" : "\(English.list(given.map { "\($0)" })) \(given.count == 1 ? "is" : "are") given.",
        uses.isEmpty
          ? ""
          : "\(Self.joined(uses.map { "\($0.name) uses \(English.list($0.used.map { "\($0)" }))" }, ";")).",
      ])
    case .below(let result):
      "Below a quantity: the derivative of \(result.map { "\($0)" } ?? "the result") with respect to it."
    case .computedFrom(let sign): "Each quantity, and after \(sign) what it is computed from:"
    case .onEdge: "On an edge: the local gradient."
    case .cost: "The \(.cost)"
    case .course(let name, let period): "\(name) from \(Self.word(period)) to \(Self.word(period))"
    case .change(let from, let to, let count, let period):
      "From \(Self.number(from)) before the first \(Self.word(period)) to \(Self.number(to)) after \(count)."
    case .axis(let period): "\(Self.word(period))s"
    case .bars(let bars):
      "\(Prose.list(bars.map { "\($0.label): \(Formula.number($0.value))" })). The scale is logarithmic."
    }
  }

  private static func joined(_ items: [Prose], _ sign: String) -> Prose {
    items.dropFirst().reduce(items.first ?? "") { "\($0)\(sign) \($1)" }
  }

  private static func word(_ period: CostPlot.Period) -> String {
    switch period {
    case .epoch: "epoch"
    case .step: "step"
    }
  }

  private static func number(_ value: Numeral?) -> Prose {
    value.map { "\(Formula.number($0))" } ?? "a value that is not finite"
  }
}

extension PicturePhrase.Run {
  fileprivate var inEnglish: Prose {
    let neurons: Prose = "\(neurons) \(neurons == 1 ? "neuron" : "neurons")"
    let all: Prose = layers == 1 ? neurons : "\(layers) layers of \(neurons) each"
    return kind.map { "\(all), \($0)" } ?? all
  }
}
