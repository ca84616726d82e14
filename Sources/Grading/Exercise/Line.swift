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

/// A line of a derivation: a name, and how it follows from other names.
package struct Line: Sendable {
  /// What is derived.
  package let name: Formula
  /// How it follows from names before it.
  package let formula: Formula
  /// Another way to the same value: a − y, where activation and cost are made for each other.
  package var shortcut: Formula?
  /// Where it comes from.
  package let origin: Origin
  /// Counted from 0; `nil` where all examples have a part in it.
  package let example: Int?
  /// Whether a worksheet asks for it.
  package let isAsked: Bool
}

extension Line {
  /// Where a line comes from.
  package enum Origin: Hashable, Sendable {
    /// A place in a network.
    case network(Place)
    /// A step of a graph.
    case graph(Graph.Step.Kind)
  }

  /// Where it stands in the network; `nil` where there is none.
  package var place: Place? { if case .network(let place) = origin { place } else { nil } }

  /// The step of a graph that it is; `nil` in a network.
  package var step: Graph.Step.Kind? { if case .graph(let step) = origin { step } else { nil } }

  /// The layer that it belongs to, where it belongs to one.
  var layer: Int? { place?.layer }

  /// Whether its name is only another one for what it follows from, w for ∂z/∂a.
  var isOtherName: Bool {
    switch place {
    case .weightFactor, .biasFactor, .pathFactor: true
    case .weightedInput, .activation, .cost, .costSlope, .slope, .error, .weightGradient, .biasGradient,
      .passed, .penalty, .penaltySlope, .share, .totalCost, .totalGradient, .onward, .update, .afterwards,
      nil:
      false
    }
  }

  /// Whether it belongs to the way from what is given to the result, the cost aside.
  var isForward: Bool {
    switch origin {
    case .network(.weightedInput), .network(.activation), .graph(.value): true
    case .network, .graph: false
    }
  }
}

extension Place {
  /// The layer that it belongs to, where it belongs to one.
  var layer: Int? {
    switch self {
    case .weightedInput(let layer, _), .activation(let layer, _), .slope(let layer, _, _),
      .error(let layer, _),
      .weightFactor(let layer, _, _), .weightGradient(let layer, _, _), .biasFactor(let layer, _),
      .biasGradient(let layer, _), .pathFactor(let layer, _, _), .passed(let layer, _):
      layer
    case .cost, .costSlope, .penalty, .penaltySlope, .share, .totalCost, .totalGradient, .onward, .update,
      .afterwards:
      nil
    }
  }
}
