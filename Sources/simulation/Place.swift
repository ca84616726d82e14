import Backprop
import Formulas
import Grading

/// Where a line of a derivation stands in the network; layers are counted from 1, neurons and parameters from 0.
enum Place: Hashable, Sendable {
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
  var place: Place? {
    switch (step, name) {
    case (nil, _): .afterwards
    case (.value, .symbol(let symbol)): Place(value: symbol, isTotal: example == nil)
    case (.factor, .partial(let of, let by)): Place(factor: of, by: by)
    case (.total, .partial(_, let by)):
      example == nil ? Place(total: by) : Place(derivative: by, isSlope: isLocalGradient)
    case (.update, .symbol(let symbol)):
      [.newWeight, .newBias].contains(symbol.meaning) ? .update(isBias: symbol.meaning == .newBias) : nil
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
  fileprivate init?(value symbol: Symbol, isTotal: Bool) {
    if let layer = symbol.layer {
      self =
        symbol.meaning == .weightedInput
        ? .weightedInput(layer: layer, neuron: symbol.neuron)
        : .activation(layer: layer, neuron: symbol.neuron)
    } else {
      guard symbol.meaning == .cost || symbol.meaning == .penalty else { return nil }
      self = symbol.meaning == .penalty ? .penalty : isTotal ? .totalCost : .cost
    }
  }

  /// ∂(of)/∂(by).
  fileprivate init?(factor of: Symbol, by: Symbol) {
    guard let layer = of.layer else {
      guard of.meaning == .penalty else { return nil }
      self = .penaltySlope
      return
    }
    let neuron = of.neuron
    self =
      of.meaning == .activation
      ? .slope(layer: layer, of: neuron, by: by.neuron)
      : by.meaning == .weight
        ? .weightFactor(layer: layer, to: neuron, from: by.source)
        : by.meaning == .bias
          ? .biasFactor(layer: layer, neuron: neuron)
          : .pathFactor(layer: layer, to: neuron, from: by.neuron)
  }

  /// The derivative of the cost of an example, which is a slope by what feeds the cost alone.
  fileprivate init?(derivative by: Symbol, isSlope: Bool) {
    guard let layer = by.layer else { return nil }
    let neuron = by.neuron
    self =
      by.meaning == .weightedInput
      ? .error(layer: layer, neuron: neuron)
      : by.meaning == .weight
        ? .weightGradient(layer: layer, to: neuron, from: by.source)
        : by.meaning == .bias
          ? .biasGradient(layer: layer, neuron: neuron)
          : isSlope ? .costSlope(neuron: neuron) : .passed(layer: layer + 1, from: neuron)
  }

  /// The derivative of the total cost.
  fileprivate init?(total by: Symbol) {
    if [.weight, .bias].contains(by.meaning) {
      self = .totalGradient(isBias: by.meaning == .bias)
    } else if [.cost, .penalty].contains(by.meaning) {
      self = .share
    } else if by.layer != nil {
      self = .onward
    } else {
      return nil
    }
  }
}
