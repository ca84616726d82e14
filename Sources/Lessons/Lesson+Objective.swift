import Backprop
import Formulas

extension Lesson {
  /// What the lesson's network learns, in doubles.
  public var objective: Objective<Double> {
    let network = Network(
      layers.map { layer in
        let rows: [[Double]] = layer.weights.map { row in row.map(\.value) }
        return Network.Layer(layer.activation, weights: rows, biases: layer.biases?.map(\.value))
      })
    let examples = examples.map {
      Backprop.Example(inputs: $0.inputs.map(\.value), targets: $0.targets.map(\.value))
    }
    return Objective(network: network, cost: cost, examples: examples, penalty: weightPenalty)
  }

  private var weightPenalty: Backprop.Penalty<Double>? {
    activePenalty.map { Backprop.Penalty(l2: $0.l2?.value, l1: $0.l1?.value) }
  }

  /// The weights and biases as they are written, in the order of `Network.parameters`.
  var parameters: [Numeral] { layers.flatMap { $0.weights.flatMap { $0 } + ($0.biases ?? []) } }

  /// The parts of the penalty that are not 0, where there is one.
  var activePenalty: Penalty? {
    func active(_ part: Numeral?) -> Numeral? { part?.value == 0 ? nil : part }
    let (l2, l1) = (active(penalty?.l2), active(penalty?.l1))
    return l2 == nil && l1 == nil ? nil : Penalty(l2: l2, l1: l1)
  }

  /// Whether every layer, and the input, is one neuron.
  var isChain: Bool { inputs == 1 && layers.allSatisfy { $0.weights.count == 1 } }
}
