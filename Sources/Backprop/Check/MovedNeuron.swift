import Formulas

/// A neuron of a network that was run, and the cost as one of the neuron's parameters moves.
///
/// A parameter reaches the cost through the z of its neuron alone: that z moves by (θ′ − θ) a, each z of the layer above
/// by w Δa, and only the layers further up are run whole. Where neurons mix, their layer is read again as a whole.
struct MovedNeuron {
  let layer: Int
  let neuron: Int
  let run: ForwardRun

  /// The layer whose z are moved first: the next one, or the neuron's own where it is the last or mixes neurons.
  private let first: Int
  /// What those z move by, for a change of 1.
  private let column: [Double]
  /// Those z as they were, [examples × neurons].
  private let unmoved: [Double]
  /// What feeds the neuron, [examples × inputs].
  private let below: [Double]
  /// z and a of the neuron as they were, one for each example.
  private let z: [Double]
  private let a: [Double]
  /// y, [examples × outputs].
  private let targets: [Double]
  /// Its own layer, the one whose z are moved first, and the last one.
  private let own: ForwardLayer
  private let next: ForwardLayer
  private let last: ForwardLayer
  /// Memory for a′ of the neuron, and for z′ and then a′ of each layer.
  private var activated = [0.0]
  private var moved: [[Double]]

  init(_ layer: Int, _ neuron: Int, of run: ForwardRun) {
    (self.layer, self.neuron, self.run) = (layer, neuron, run)
    let isOwn = layer == run.layers.count - 1 || run.layers[layer].mixesNeurons
    let first = isOwn ? layer : layer + 1
    self.first = first
    (own, next, last) = (run.layers[layer], run.layers[first], run.layers[run.layers.count - 1])
    column = isOwn ? (0..<own.neurons).map { $0 == neuron ? 1 : 0 } : next.column(neuron)
    unmoved = run.states.flatMap { $0.weightedInputs[first] }
    below = run.states.flatMap { $0.activations[layer] }
    z = run.states.map { $0.weightedInputs[layer][neuron] }
    a = run.states.map { $0.activations[layer + 1][neuron] }
    targets = run.objective.examples.flatMap(\.targets)
    moved = run.layers.map { Array(repeating: 0, count: $0.neurons) }
  }

  /// Whether a parameter is one of this neuron's.
  func has(_ place: ParameterPlace) -> Bool { place.layer == layer && place.neuron == neuron }

  /// C with the weight of an input, or the bias, moved from one value to another; notes the kinks that this crosses.
  mutating func cost(
    moving input: Int?, from old: Double, to value: Double, _ crossed: inout [Kink.Place]
  ) -> Double {
    let n = Double(z.count)
    var penalty = run.penalty
    if let input, let rates = run.objective.penalty {
      penalty += rates.term(of: value, n) - rates.term(of: old, n)
      if let l1 = rates.l1, l1 > 0, value != old, old * value <= 0 {
        crossed.append(.weight(ParameterPlace(layer: layer, neuron: neuron, input: input)))
      }
    }
    var sum = 0.0
    for example in z.indices {
      let slope = input.map { below[example * own.inputs + $0] } ?? 1
      sum += cost(of: example, movedBy: (value - old) * slope, &crossed)
    }
    return sum / n + penalty
  }

  /// C_x with the neuron's z moved.
  private mutating func cost(
    of example: Int, movedBy change: Double, _ crossed: inout [Kink.Place]
  ) -> Double {
    if own.hasKink { run.noteCrossing(example, layer, neuron, z[example] + change, &crossed) }
    if first == layer {
      move(example, by: change)
    } else {
      activated[0] = z[example] + change
      own.activation.activate(&activated)
      move(example, by: activated[0] - a[example])
      if next.hasKink { noteCrossings(example, first, &crossed) }
    }
    if first < moved.count - 1 { runLayersAbove(example, &crossed) }
    return run.objective.cost.value(
      moved[moved.count - 1], last.activation, targets, from: example * last.neurons)
  }

  /// z′ = z + w Δ, for the layer that is moved first.
  private mutating func move(_ example: Int, by change: Double) {
    Self.move(&moved[first], unmoved, from: example * column.count, column, by: change)
  }

  private static func move(
    _ moved: inout [Double], _ unmoved: [Double], from start: Int, _ column: [Double], by change: Double
  ) {
    for i in column.indices {
      let z = unmoved[start + i] + column[i] * change
      moved[i] = z
    }
  }

  private mutating func runLayersAbove(_ example: Int, _ crossed: inout [Kink.Place]) {
    for l in run.layers.indices.dropFirst(first + 1) {
      run.layers[l - 1].activation.activate(&moved[l - 1])
      let a = moved[l - 1]
      run.layers[l].weigh(a, into: &moved[l])
      if run.layers[l].hasKink { noteCrossings(example, l, &crossed) }
    }
  }

  private func noteCrossings(_ example: Int, _ l: Int, _ crossed: inout [Kink.Place]) {
    for i in moved[l].indices { run.noteCrossing(example, l, i, moved[l][i], &crossed) }
  }
}
