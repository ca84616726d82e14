import Backprop
import Formulas

extension Lesson {
  /// The weights of a layer, a row for each neuron: as they are written, or drawn at random.
  ///
  /// What was drawn is kept as doubles, since a small file may have a million of them drawn; its digits, which give the same
  /// double again, are made when a row is asked for.
  public struct Weights: Hashable, Sendable {
    private enum Source: Hashable, Sendable {
      case written([[Numeral]])
      /// One row after the other.
      case drawn([Double], inputs: Int)
    }

    private var source: Source

    /// Weights in the digits that they are given in; all rows have the same length.
    public init(_ rows: [[Numeral]]) { source = .written(rows) }

    /// Weights that were drawn: `inputs` of them, one at least, for each neuron.
    init(drawn values: [Double], inputs: Int) { source = .drawn(values, inputs: inputs) }

    /// Whether the weights were drawn at random and not given in digits.
    public var areDrawn: Bool {
      switch source {
      case .written: false
      case .drawn: true
      }
    }

    /// How many there are in a row.
    public var inputs: Int {
      switch source {
      case .written(let rows): rows.first?.count ?? 0
      case .drawn(_, let inputs): inputs
      }
    }

    /// All of them as doubles, one row after the other.
    public var values: [Double] {
      switch source {
      case .written(let rows): rows.flatMap { row in row.map(\.value) }
      case .drawn(let values, _): values
      }
    }

    /// The same weights as if their digits had been given.
    public var writtenOut: Weights { Weights(Array(self)) }
  }
}

extension Lesson.Weights: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  public init(arrayLiteral rows: [Numeral]...) { self.init(rows) }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch source {
    case .written(let rows): rows.count
    case .drawn(let values, let inputs): values.count / Swift.max(1, inputs)
    }
  }

  /// The weights into a neuron, counted from 0; once a row is changed, all count as written.
  public subscript(neuron: Int) -> [Numeral] {
    get {
      switch source {
      case .written(let rows): rows[neuron]
      case .drawn(let values, let inputs):
        // Every finite double can be written.
        values[(neuron * inputs)..<((neuron + 1) * inputs)].map { Numeral("\($0)") ?? Numeral(integer: 0) }
      }
    }
    set {
      switch source {
      case .written(var rows):
        // Held once only, the rows are changed where they are.
        source = .written([])
        rows[neuron] = newValue
        source = .written(rows)
      case .drawn:
        self = writtenOut
        self[neuron] = newValue
      }
    }
  }
}

extension Lesson.Layer {
  /// A layer whose weights are written.
  init(
    activation: Activation, weights rows: [[Numeral]], biases: [Numeral]?, output: LayerOutput = LayerOutput()
  ) {
    self.init(activation: activation, weights: Lesson.Weights(rows), biases: biases, output: output)
  }
}
