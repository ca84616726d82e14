import Formulas

/// Where each quantity of a network lies: the one place that turns small numbers into names.
///
/// A quantity's id is its position in flat arrays: first the parameters, as in `Network.parameters`, then the inputs,
/// then the weighted inputs and the activations of each layer, then the costs.
public struct Layout: Hashable, Sendable {
  /// The position of a quantity.
  public typealias ID = Int

  /// How many neurons there are in each layer, from the input (layer 0) to the output.
  public let widths: [Int]
  /// How many examples share the parameters.
  public let exampleCount: Int
  /// Whether there is a penalty.
  public let hasPenalty: Bool
  /// What the sum over the examples is divided by: their number, or 1 where C is the sum.
  public let exampleDivisor: Int
  /// What the penalty is divided by.
  public let penaltyDivisor: Int
  /// How many parameters there are: their ids are the first.
  public let parameterCount: Int

  private let hasBiases: [Bool]
  private let weightStart: [ID]
  private let weightedInputStart: [ID]
  private let inputStart: ID

  /// The cost of the example that is traced.
  public let exampleCost: ID
  /// The weight penalty.
  public let penalty: ID
  /// The total cost.
  public let cost: ID
  /// How many ids there are.
  public let count: Int
  /// How many factors a trace of one example has.
  package let factorCount: Int

  /// The layout of an objective's quantities.
  public init<Scalar>(_ objective: Objective<Scalar>) {
    let layers = objective.network.layers
    widths = [layers.first?.inputs ?? 0] + layers.map(\.neurons)
    exampleCount = objective.examples.count
    hasPenalty = objective.penalty != nil
    (exampleDivisor, penaltyDivisor) = (objective.exampleDivisor, objective.penaltyDivisor)
    hasBiases = layers.map { $0.biases != nil }
    var next = 0
    weightStart = layers.map { layer in
      defer { next += layer.parameterCount }
      return next
    }
    parameterCount = next
    inputStart = next
    next += layers.first?.inputs ?? 0
    weightedInputStart = layers.map { layer in
      defer { next += 2 * layer.neurons }
      return next
    }
    exampleCost = next
    // With one example and no penalty there is only C.
    let hasParts = exampleCount > 1 || hasPenalty
    penalty = next + 1
    cost = hasParts ? next + 2 : next
    count = cost + 1
    let outputs = widths.last ?? 0
    let cancelled = layers.last.flatMap { Cancelled($0.activation, objective.cost) }
    factorCount =
      layers.reduce(0) {
        $0 + $1.parameterCount + $1.weights.count + $1.slopeCount + ($1.output.hasSkip ? $1.neurons : 0)
      }
      + outputs + (hasParts ? 1 : 0) + (cancelled == nil ? 0 : outputs - (layers.last?.slopeCount ?? 0))
  }

  /// L, the number of layers after the input.
  public var layerCount: Int { widths.count - 1 }

  /// Whether the total cost is something else than the cost of the one example.
  public var costHasParts: Bool { cost != exampleCost }
}

/// Ids: layers are counted from 1 to L, 0 for the input; neurons are counted from 0, as arrays are.
extension Layout {
  /// w^(layer), into neuron `j` from neuron `k` of the layer before.
  public func weight(_ layer: Int, _ j: Int, _ k: Int) -> ID {
    weightStart[layer - 1] + j * widths[layer - 1] + k
  }

  /// b^(layer) of neuron `j`, where the layer has biases.
  public func bias(_ layer: Int, _ j: Int) -> ID? {
    hasBiases[layer - 1] ? weightStart[layer - 1] + widths[layer] * widths[layer - 1] + j : nil
  }

  /// z^(layer) of neuron `j`; layers from 1.
  public func weightedInput(_ layer: Int, _ j: Int) -> ID { weightedInputStart[layer - 1] + j }

  /// a^(layer) of neuron `j`; the input is a^(0).
  public func activation(_ layer: Int, _ j: Int) -> ID {
    layer == 0 ? inputStart + j : weightedInputStart[layer - 1] + widths[layer] + j
  }
}

/// What an id stands for.
extension Layout {
  /// A quantity of a network; layers are counted from 1, 0 for the input, and neurons from 0.
  public enum Quantity: Hashable, Sendable {
    /// w, into a neuron of the layer from one of the layer before.
    case weight(layer: Int, to: Int, from: Int)
    /// b.
    case bias(layer: Int, neuron: Int)
    /// z.
    case weightedInput(layer: Int, neuron: Int)
    /// a; of layer 0 an input.
    case activation(layer: Int, neuron: Int)
    /// C of one example, R, and C of all examples and the penalty.
    case exampleCost, penalty, cost
  }

  /// What an id stands for; where the cost has no parts, it is that of the example.
  public func quantity(of id: ID) -> Quantity {
    if id < parameterCount {
      let layer = Self.layer(of: id, in: weightStart)
      let (to, from) = (id - weightStart[layer - 1]).quotientAndRemainder(dividingBy: widths[layer - 1])
      return to < widths[layer]
        ? .weight(layer: layer, to: to, from: from)
        : .bias(layer: layer, neuron: id - weightStart[layer - 1] - widths[layer] * widths[layer - 1])
    }
    if id == exampleCost { return .exampleCost }
    if id == cost { return .cost }
    if id == penalty { return .penalty }
    if id < inputStart + widths[0] { return .activation(layer: 0, neuron: id - inputStart) }
    let layer = Self.layer(of: id, in: weightedInputStart)
    let place = id - weightedInputStart[layer - 1]
    return place < widths[layer]
      ? .weightedInput(layer: layer, neuron: place)
      : .activation(layer: layer, neuron: place - widths[layer])
  }

  /// Whether a parameter is a bias.
  public func isBias(_ id: ID) -> Bool {
    let layer = Self.layer(of: id, in: weightStart)
    return id >= weightStart[layer - 1] + widths[layer] * widths[layer - 1]
  }

  /// Whether a quantity is what enters a neuron.
  public func isWeightedInput(_ id: ID) -> Bool {
    guard id >= inputStart + widths[0], id < exampleCost else { return false }
    let layer = Self.layer(of: id, in: weightedInputStart)
    return id < weightedInputStart[layer - 1] + widths[layer]
  }

  /// The last layer, from 1, that starts at the id or before it, by halves: there may be thousands.
  private static func layer(of id: ID, in starts: [ID]) -> Int {
    var layers = 1..<max(2, starts.count + 1)
    while layers.count > 1 {
      let middle = layers.lowerBound + layers.count / 2
      layers = starts[middle - 1] <= id ? middle..<layers.upperBound : layers.lowerBound..<middle
    }
    return layers.lowerBound
  }
}

/// Names.
extension Layout {
  /// What the id stands for; `example` is the one traced, counted from 0.
  public func symbol(_ id: ID, example: Int?) -> Symbol { symbol(quantity(of: id), example: example) }

  func symbol(_ quantity: Quantity, example: Int?) -> Symbol {
    let shown = exampleCount > 1 ? example.map { $0 + 1 } : nil
    switch quantity {
    case .weight(let layer, let to, let from):
      let isAlone = widths[layer] == 1 && widths[layer - 1] == 1
      return Symbol(.weight, layer: layer, indices: isAlone ? [] : Indices(to + 1, from + 1))
    case .bias(let layer, let neuron): return symbol(.bias, layer: layer, neuron: neuron)
    case .weightedInput(let layer, let neuron):
      return symbol(.weightedInput, layer: layer, neuron: neuron, example: shown)
    case .activation(let layer, let neuron):
      return symbol(.activation, layer: layer, neuron: neuron, example: shown)
    case .exampleCost: return Symbol(.cost, example: costHasParts ? example.map { $0 + 1 } : nil)
    case .penalty: return Symbol(.penalty)
    case .cost: return Symbol(.cost)
    }
  }

  /// The target of output `j`, counted from 0.
  public func target(_ j: Int, example: Int?) -> Symbol {
    Symbol(
      .target, indices: widths.last == 1 ? [] : [j + 1],
      example: exampleCount > 1 ? example.map { $0 + 1 } : nil)
  }

  /// A parameter after the step of gradient descent.
  public func updated(_ id: ID) -> Symbol {
    symbol(id, example: nil).updated
  }

  private func symbol(_ meaning: Symbol.Meaning, layer: Int, neuron: Int, example: Int? = nil) -> Symbol {
    Symbol(meaning, layer: layer, indices: widths[layer] == 1 ? [] : Indices(neuron + 1), example: example)
  }
}

extension Network.Layer {
  /// How many derivatives ∂a_j/∂z_k are not always 0.
  var slopeCount: Int { activation.rule.mixesNeurons ? neurons * neurons : neurons }
}
