import Formulas

/// A neuron of a network that was run, and the cost as the neuron's z moves, in any arithmetic over doubles.
///
/// A parameter reaches the cost through the z of its neuron alone: that z moves by (θ′ − θ) a, each z of the layer above
/// by w Δa, and only the layers further up are run whole. Where neurons mix, or a layer puts out more than f(z), its own
/// layer is read again as a whole.
struct MovedNeuron<Scalar: DoubleBased>: Moved {
  let layer: Int
  let neuron: Int
  let run: ForwardRun

  /// The layer whose z are moved first: the next one, or the neuron's own where it is the last or mixes neurons.
  private let first: Int
  /// The weights by which the next layer's z move with a.
  private let column: [Double]
  /// z and a of the neuron as they were, one for each example.
  private let z: [Double]
  private let a: [Double]
  /// z of the layer that is moved first, as they were, [examples × neurons].
  private let unmoved: [Double]
  /// y, [examples × outputs].
  private let targets: [Scalar]
  /// Its own layer, the one whose z are moved first, and the last one.
  private let own: ForwardLayer
  private let next: ForwardLayer
  private let last: ForwardLayer
  /// Memory for a′ of the neuron, and for z′ and then a′ of each layer.
  private var activated: [Scalar]
  private var moved: [[Scalar]]

  init(_ layer: Int, _ neuron: Int, of run: ForwardRun) {
    (self.layer, self.neuron, self.run) = (layer, neuron, run)
    let isOwn = layer == run.layers.count - 1 || run.layers[layer].mixesNeurons || !run.isPlain
    first = isOwn ? layer : layer + 1
    (own, next, last) = (run.layers[layer], run.layers[first], run.layers[run.layers.count - 1])
    column = isOwn ? [] : next.column(neuron)
    z = run.states.map { $0.weightedInputs[layer][neuron] }
    a = run.states.map { $0.activations[layer + 1][neuron] }
    let first = first
    unmoved = run.states.flatMap { $0.weightedInputs[first] }
    targets = run.objective.examples.flatMap { $0.targets.map(Scalar.exact) }
    activated = [.exact(0)]
    moved = run.layers.map { Array(repeating: .exact(0), count: $0.neurons) }
  }

  /// C_x with the neuron's z moved; notes the kinks that this crosses.
  mutating func result(of example: Int, movedBy change: Scalar, _ crossed: inout [Kink.Place]) -> Scalar {
    let z = Scalar.exact(z[example]) + change
    if own.slopeJumps { run.noteCrossing(example, layer, neuron, z.value, &crossed) }
    if first == layer {
      let start = example * next.neurons
      for i in 0..<next.neurons { moved[first][i] = i == neuron ? z : .exact(unmoved[start + i]) }
    } else {
      activated[0] = z
      own.activation.activate(&activated)
      move(example, by: activated[0] - .exact(a[example]))
      if next.slopeJumps { noteCrossings(example, first, &crossed) }
    }
    if first < moved.count - 1 { runLayersAbove(example, &crossed) }
    let top = moved.count - 1
    // What is more than f(z) is judged as it is put out.
    if !last.output.isPlain { pass(top, example) }
    return run.objective.cost.value(
      moved[top], last.output.isPlain ? last.activation : .identity, targets, from: example * last.neurons)
  }

  var partCount: Int { z.count }
  var divisor: Int { run.objective.exampleDivisor }
  /// The largest |z| of the neuron, of all examples.
  var size: Double { z.reduce(0) { max($0, $1.magnitude) } }

  func site(of corner: Kink.Place) -> Kink.Site { Kink.Site(corner, in: run) }

  /// z′ = z + w Δa, for the next layer; what does not move is what it was.
  private mutating func move(_ example: Int, by change: Scalar) {
    let start = example * next.neurons
    for i in column.indices {
      let z = Scalar.exact(unmoved[start + i])
      moved[first][i] = column[i] == 0 ? z : z + change.scaled(by: column[i])
    }
  }

  private mutating func runLayersAbove(_ example: Int, _ crossed: inout [Kink.Place]) {
    let layers = run.layers
    for l in layers.indices.dropFirst(first + 1) {
      pass(l - 1, example)
      let a = moved[l - 1]
      layers[l].weigh(a, into: &moved[l])
      if layers[l].slopeJumps { noteCrossings(example, l, &crossed) }
    }
  }

  /// Puts a in the place of z′, for a layer that moves.
  private mutating func pass(_ l: Int, _ example: Int) {
    let layer = run.layers[l]
    if layer.output.isPlain { return layer.activation.activate(&moved[l]) }
    layer.activate(
      &moved[l], example: example,
      before: l > first ? moved[l - 1] : run.states[example].activations[l].map(Scalar.exact))
  }

  private func noteCrossings(_ example: Int, _ l: Int, _ crossed: inout [Kink.Place]) {
    for i in moved[l].indices { run.noteCrossing(example, l, i, moved[l][i].value, &crossed) }
  }
}
