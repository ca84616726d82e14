import Formulas

/// A network as a graph: what each of its quantities follows from, and what it feeds, by arithmetic on their ids.
///
/// The entries are the parameters, then for each example its inputs, z and a layer by layer, its cost and its targets, and then
/// the penalty and the total cost where the cost has parts. The derivatives are those of one example's cost, or of the total.
public struct NetworkGraph: ComputationalGraph {
  /// What the ids of one example stand for.
  public let layout: Layout
  /// The example whose cost is derived, counted from 0; `nil` where it is the cost of all of them, and the penalty.
  public let example: Int?
  /// The examples whose costs stand as terms of the total; those of the others are one term together.
  public let terms: [Int]
  /// The penalty, where there is one.
  let penalty: WeightDecay<Formula>?
  let activations: [Activation]
  /// What becomes of f(z), layer by layer.
  let layerOutputs: [LayerOutput]
  let cost: Cost
  /// The outputs of the example that is derived: a softmax of many takes long to be written.
  private var known: Outputs?
  public let time: UpdateTime

  /// The graph of a network with these layers, laid out like this; without `terms` all examples are terms, and without
  /// `outputs` each a = f(z).
  public init(
    _ layout: Layout, _ activations: [Activation], outputs: [LayerOutput]? = nil, _ cost: Cost,
    penalty: Penalty<Formula>?, example: Int?,
    terms: [Int]? = nil, at time: UpdateTime = UpdateTime()
  ) {
    self.time = time
    (self.layout, self.activations, self.cost, self.example) = (layout, activations, cost, example)
    layerOutputs = outputs ?? activations.map { _ in LayerOutput() }
    self.terms = terms ?? Array(0..<layout.exampleCount)
    self.penalty = penalty.map { WeightDecay($0, examples: layout.penaltyDivisor) }
    known = nil
    known = example.map { self.outputs(of: $0) }
  }

  /// The outputs of an example.
  func outputs(of example: Int) -> Outputs {
    if let known, example == self.example { return known }
    let isPlain = layerOutputs.last?.isPlain ?? true
    return Outputs(of: example, layout, isPlain ? activations.last : nil)
  }

  /// The outputs of an example as names, and as they are read off from z; and its targets.
  struct Outputs {
    let plain, stable: [Reading<Formula>]
    let targets: [Formula]

    /// Without an activation nothing is read off from z alone.
    init(of example: Int, _ layout: Layout, _ activation: Activation?) {
      func names(_ id: (Int, Int) -> Layout.ID) -> [Formula] {
        (0..<layout.widths[layout.layerCount]).map {
          .symbol(layout.symbol(id(layout.layerCount, $0), example: example))
        }
      }
      plain = names(layout.activation).map { Reading($0) }
      stable = activation?.rule.activations(names(layout.weightedInput)) ?? plain
      targets = plain.indices.map { .symbol(layout.target($0, example: example)) }
    }
  }
}

/// The entries of the graph, one for each quantity and target.
extension NetworkGraph {
  /// What an entry stands for.
  enum Entry {
    case quantity(Layout.Quantity, example: Int?)
    case target(Int, example: Int)
  }

  /// How many ids each example has of its own, its targets among them.
  private var exampleSize: Int { targetStart + (layout.widths.last ?? 0) }
  /// Whether there is a penalty.
  public var hasPenalty: Bool { penalty != nil }
  /// R, where there is a penalty.
  public var penaltyName: Formula? { hasPenalty ? .symbol(symbol(of: penaltyEntry)) : nil }
  /// Where the targets begin among them.
  private var targetStart: Int { layout.exampleCost - layout.parameterCount + 1 }
  /// The penalty; the total cost follows it.
  public var penaltyEntry: Graph.ID { layout.parameterCount + layout.exampleCount * exampleSize }

  /// The entry of an id of the layout, in the example where it belongs to one.
  public func entry(_ id: Layout.ID, example: Int) -> Graph.ID {
    if id < layout.parameterCount { return id }
    if id <= layout.exampleCost { return id + example * exampleSize }
    return id == layout.penalty ? penaltyEntry : penaltyEntry + 1
  }

  func entry(of id: Graph.ID) -> Entry {
    if id < layout.parameterCount { return .quantity(layout.quantity(of: id), example: nil) }
    if id >= penaltyEntry { return .quantity(id == penaltyEntry ? .penalty : .cost, example: nil) }
    let (x, place) = (id - layout.parameterCount).quotientAndRemainder(dividingBy: exampleSize)
    if place >= targetStart { return .target(place - targetStart, example: x) }
    return .quantity(layout.quantity(of: layout.parameterCount + place), example: x)
  }

  /// z^(layer) of neuron `j` in the example that is derived, or another.
  public func weightedInput(_ layer: Int, _ j: Int, example: Int? = nil) -> Graph.ID {
    entry(layout.weightedInput(layer, j), example: example ?? self.example ?? 0)
  }

  /// a^(layer) of neuron `j` in the example that is derived, or another; the input is a^(0).
  public func activation(_ layer: Int, _ j: Int, example: Int? = nil) -> Graph.ID {
    entry(layout.activation(layer, j), example: example ?? self.example ?? 0)
  }

  /// The cost of an example: the one that is derived, or another.
  public func exampleCost(_ example: Int? = nil) -> Graph.ID {
    entry(layout.exampleCost, example: example ?? self.example ?? 0)
  }

  public var root: Graph.ID? { example.map { exampleCost($0) } ?? entry(layout.cost, example: 0) }

  public var result: Symbol {
    layout.symbol(example == nil ? layout.cost : layout.exampleCost, example: example)
  }

  public func symbol(of id: Graph.ID) -> Symbol {
    switch entry(of: id) {
    case .quantity(let quantity, let x): layout.symbol(quantity, example: x)
    case .target(let j, let x): layout.target(j, example: x)
    }
  }

  public func entry(_ symbol: Symbol) -> Graph.ID? {
    // What belongs to no example has its name from the first.
    let example = (symbol.example ?? 1) - 1
    guard (0..<layout.exampleCount).contains(example), let id = layout.id(of: symbol) else { return nil }
    if let own = self.example, symbol.example != nil, own != example { return nil }
    let entry = entry(id, example: example)
    return self.symbol(of: entry) == symbol ? entry : nil
  }

  public func isGiven(_ id: Graph.ID) -> Bool {
    switch entry(of: id) {
    case .target, .quantity(.weight, _), .quantity(.bias, _), .quantity(.activation(layer: 0, _), _): true
    case .quantity(.weightedInput, _), .quantity(.activation, _), .quantity(.exampleCost, _),
      .quantity(.penalty, _), .quantity(.cost, _):
      false
    }
  }

  public func symbol(of quantity: UpdateQuantity, at id: Graph.ID, isNew: Bool) -> Symbol {
    let old = layout.symbol(id, example: nil)
    if quantity == .parameter { return isNew ? layout.updated(id) : old }
    let word = Word("\(quantity.rawValue)_\(layout.isBias(id) ? "b" : "w")")
    return Symbol(isNew ? .newOptimizer(word) : .optimizer(word), layer: old.layer, indices: old.indices)
  }
}
