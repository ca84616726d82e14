import Backprop
import Formulas

/// Where a line of a derivation stands in the network; layers are counted from 1, neurons and parameters from 0.
package enum Place: Hashable, Sendable {
  /// z.
  case weightedInput(layer: Int, neuron: Int)
  /// a.
  case activation(layer: Int, neuron: Int)
  /// The cost of an example.
  case cost
  /// ∂C/∂a of an output.
  case costSlope(neuron: Int)
  /// ∂a_of/∂z_by: of the same neuron, or with softmax of another.
  case slope(layer: Int, of: Int, by: Int)
  /// ∂C/∂z.
  case error(layer: Int, neuron: Int)
  /// ∂z/∂w, into a neuron from one of the layer before.
  case weightFactor(layer: Int, to: Int, from: Int)
  /// ∂C/∂w.
  case weightGradient(layer: Int, to: Int, from: Int)
  /// ∂z/∂b, which is 1.
  case biasFactor(layer: Int, neuron: Int)
  /// ∂C/∂b.
  case biasGradient(layer: Int, neuron: Int)
  /// ∂z/∂a, of a neuron of this layer by one of the layer before.
  case pathFactor(layer: Int, to: Int, from: Int)
  /// ∂C/∂a of a neuron that feeds this layer.
  case passed(layer: Int, from: Int)
  /// R.
  case penalty
  /// ∂R/∂w.
  case penaltySlope
  /// ∂C/∂C_x, or ∂C/∂R.
  case share
  /// C of several examples, or with a penalty.
  case totalCost
  /// ∂C/∂ of a parameter, of all examples and the penalty together.
  case totalGradient(isBias: Bool)
  /// ∂C/∂ of a quantity of an example, of all examples together.
  case onward
  /// A parameter after the step.
  case update(isBias: Bool)
  /// The forward pass with the new parameters.
  case afterwards
}

extension Line {
  /// Where it stands in the network; `nil` where there is none.
  package var place: Place? {
    switch (step, name) {
    case (nil, _): .afterwards
    case (.value, .symbol(let symbol)): Place(value: symbol, ofExample: example != nil)
    case (.factor, .partial(let of, let by)): Place(factor: of, by: by)
    case (.total, .partial(_, let by)):
      example == nil
        ? Place(total: by) : Place(derivative: by, isSlope: isLocalGradient)
    case (.update, .symbol(let symbol)):
      symbol.meaning == .newWeight || symbol.meaning == .newBias
        ? .update(isBias: symbol.meaning == .newBias) : nil
    case (.value, _), (.factor, _), (.total, _), (.update, _): nil
    }
  }
}

extension Symbol {
  /// The neuron of its layer, and of a weight the one that it comes from, counted from 0.
  fileprivate var neuron: Int { (indices.first ?? 1) - 1 }
  fileprivate var source: Int { (indices.count > 1 ? indices[1] : 1) - 1 }
}

extension Place {
  /// A quantity.
  fileprivate init?(value symbol: Symbol, ofExample: Bool) {
    switch (symbol.meaning, symbol.layer) {
    case (.weightedInput, let layer?): self = .weightedInput(layer: layer, neuron: symbol.neuron)
    case (.activation, let layer?): self = .activation(layer: layer, neuron: symbol.neuron)
    case (.cost, _): self = ofExample ? .cost : .totalCost
    case (.penalty, _): self = .penalty
    default: return nil
    }
  }

  /// ∂(of)/∂(by).
  fileprivate init?(factor of: Symbol, by: Symbol) {
    switch (of.meaning, by.meaning, of.layer) {
    case (.activation, _, let layer?): self = .slope(layer: layer, of: of.neuron, by: by.neuron)
    case (.weightedInput, .weight, let layer?):
      self = .weightFactor(layer: layer, to: of.neuron, from: by.source)
    case (.weightedInput, .bias, let layer?): self = .biasFactor(layer: layer, neuron: of.neuron)
    case (.weightedInput, _, let layer?): self = .pathFactor(layer: layer, to: of.neuron, from: by.neuron)
    case (.penalty, _, _): self = .penaltySlope
    default: return nil
    }
  }

  /// The derivative of the cost of an example, which is a slope by what feeds the cost alone.
  fileprivate init?(derivative by: Symbol, isSlope: Bool) {
    switch (by.meaning, by.layer) {
    case (.weightedInput, let layer?): self = .error(layer: layer, neuron: by.neuron)
    case (.weight, let layer?): self = .weightGradient(layer: layer, to: by.neuron, from: by.source)
    case (.bias, let layer?): self = .biasGradient(layer: layer, neuron: by.neuron)
    case (.activation, let layer?):
      self = isSlope ? .costSlope(neuron: by.neuron) : .passed(layer: layer + 1, from: by.neuron)
    default: return nil
    }
  }

  /// The derivative of the total cost.
  fileprivate init?(total by: Symbol) {
    switch by.meaning {
    case .weight, .bias: self = .totalGradient(isBias: by.meaning == .bias)
    case .cost, .penalty: self = .share
    case .weightedInput, .activation: self = .onward
    default: return nil
    }
  }
}
