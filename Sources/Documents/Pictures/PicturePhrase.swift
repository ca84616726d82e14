import Formulas

/// What a picture is called, and what it says to somebody who does not see it.
enum PicturePhrase: Phrase {
  /// Layers that are alike, one after the other.
  struct Run: Hashable, Sendable {
    let layers: Int
    let neurons: Int
    /// What their neurons are.
    let kind: Prose?
  }

  /// What another quantity of a graph uses.
  struct Use: Hashable, Sendable {
    let name: Formula
    let used: [Formula]
  }

  /// A network by the widths of its layers, and what is in it.
  case network([Int]), layers(inputs: Int, [Run])
  /// The rim of a neuron that is dropped, and the arrow of a skip.
  case dropped, skip
  /// What stands beside inputs that are an image.
  case image
  /// A graph by its results, and what its quantities use.
  case graph([Formula]), uses(given: [Formula], [Use])
  /// What stands on a line for each quantity: its name, this sign, and what it is computed from.
  case computedFrom(sign: String)
  /// What stands below a quantity, a derivative of the result if it has a name, and what stands on an edge.
  case below(result: Formula?), onEdge
  /// What a plot shows, if it has no name of its own.
  case cost
  /// The cost in each unit of time, from one value to another if they are finite, after so many units.
  case course(Prose, per: CostPlot.Period), change(from: Numeral?, to: Numeral?, after: Int, CostPlot.Period)
  /// The axis of time.
  case axis(CostPlot.Period)
  /// Bars on a logarithmic scale.
  case bars([Bar])

  /// A bar and its value.
  struct Bar: Hashable, Sendable {
    let label: Prose
    let value: Numeral
  }
}
