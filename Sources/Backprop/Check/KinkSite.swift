import Formulas

extension Kink {
  /// The quantity at a kink, and its value there.
  public struct Site: Hashable, Sendable {
    /// The quantity that changes its sign, or whose definition contains the kink.
    public let quantity: Symbol
    /// The number that changes its sign, at or near 0; of max and min, by how much the two first arguments differ.
    public let value: Double
    /// The kind of the kink.
    public let edge: Edge
    /// The operation of a graph that has the kink; 0 if the quantity itself has it.
    let operation: Int

    /// The same value for all operations of this quantity with a kink of the same kind.
    var asSeen: Site { Site(quantity: quantity, value: value, edge: edge, operation: 0) }
  }

  /// The kinds of kinks.
  public enum Edge: Hashable, Sendable {
    /// The quantity changes its sign.
    case sign
    /// What the operation, |x| or a step, is applied to in the definition of the quantity changes its sign, or passes a whole
    /// number under floor.
    case argument(of: Graph.Operation)
    /// In the definition of the quantity, max or min chooses among its arguments: so many are the largest or the smallest.
    case choice(of: Graph.Operation, equal: Int)
  }

  /// What lies at 0, counted from 0.
  enum Place: Hashable {
    case neuron(layer: Int, neuron: Int, example: Int)
    case weight(ParameterPlace)
  }

  /// Whether 0 lies between two numbers, or is one of them.
  static func lies(between old: Double, and new: Double) -> Bool {
    old == 0 || new == 0 || (old < 0) != (new < 0)
  }

  /// How far from 0 a z counts as 0, for each unit of the sizes of its terms.
  ///
  /// A sum whose decimals cancel, as 0.1·0.2 + 0.1·0.8 − 0.1, is left with about ε of them, here 1.4e-17.
  static let cancellation = 8 * Double.ulpOfOne
}

extension Kink.Site {
  /// A z or a weight of a network.
  init(_ place: Kink.Place, in run: ForwardRun) {
    let layers = run.objective.network.layers
    (edge, operation) = (.sign, 0)
    switch place {
    case .neuron(let l, let j, let example):
      quantity = Symbol(
        .weightedInput, layer: l + 1, indices: layers[l].neurons == 1 ? [] : [j + 1],
        example: run.states.count == 1 ? nil : example + 1)
      value = run.states[example].weightedInputs[l][j]
    case .weight(let place):
      let (l, j, k) = (place.layer, place.neuron, place.input ?? 0)
      let isSingle = layers[l].neurons == 1 && layers[l].inputs == 1
      quantity = Symbol(.weight, layer: l + 1, indices: isSingle ? [] : [j + 1, k + 1])
      value = layers[l].weights[j * layers[l].inputs + k]
    }
  }

  /// What happens here, while the same happens at so many others.
  func event(besides others: Int) -> String {
    let more = others > 0 ? " (and \(others) more)" : ""
    let number = Kink.text(value)
    switch edge {
    case .sign: return "\(quantity.name) = \(number)\(more) changes its sign within the step"
    case .argument(of: .named):
      return
        "in \(quantity.name), the argument \(number) of floor\(more) passes a whole number within the step"
    case .argument(let operation):
      return "in \(quantity.name), the argument \(number) of \(Self.name(operation))\(more) changes its sign "
        + "within the step"
    case .choice(let operation, let equal):
      let extreme = operation == .min ? "smallest" : "largest"
      let name = Self.name(operation)
      return equal > 1
        ? "in \(quantity.name), the \(Self.count(equal)) \(extreme) arguments of \(name)\(more) are equal"
        : "in \(quantity.name), another argument of \(name)\(more) becomes the \(extreme) within the step"
    }
  }

  private static func name(_ operation: Graph.Operation) -> String {
    operation == .magnitude ? "abs" : "\(operation)"
  }

  private static func count(_ number: Int) -> String { number == 2 ? "two" : "\(number)" }
}
