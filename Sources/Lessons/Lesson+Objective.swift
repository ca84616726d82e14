import Backprop
import Formulas

extension Lesson {
  /// What the lesson's network learns, in doubles.
  public var objective: Objective<Double> { objective(weights: \.values) }

  /// The same in any arithmetic, from the numbers as they are written.
  func objective<A: Algebra>(in arithmetic: A.Type) -> Objective<A> {
    objective { weights in weights.flatMap { row in row.map { A($0) } } }
  }

  private func objective<A: Algebra>(weights: (Weights) -> [A]) -> Objective<A> {
    let network = Network(
      layers.map { layer in
        Network.Layer(
          layer.activation, inputs: layer.weights.inputs, neurons: layer.weights.count,
          weights: weights(layer.weights), biases: layer.biases?.map { A($0) },
          output: layer.output)
      })
    let examples = examples.map {
      Backprop.Example(inputs: $0.inputs.map { A($0) }, targets: $0.targets.map { A($0) })
    }
    return Objective(
      network: network, cost: cost, examples: examples, penalty: weightPenalty(), reduction: reduction,
      setSize: setSize)
  }

  private func weightPenalty<A: Algebra>() -> Backprop.Penalty<A>? {
    activePenalty.map { Backprop.Penalty(l2: $0.l2.map { A($0) }, l1: $0.l1.map { A($0) }) }
  }

  /// The weights and biases as they are written, in the order of `Network.parameters`.
  package var parameters: [Numeral] {
    layers.flatMap { $0.weights.flatMap { row in row } + ($0.biases ?? []) }
  }

  /// The parts of the penalty that are not 0, where there is one.
  package var activePenalty: Penalty? {
    func active(_ part: Numeral?) -> Numeral? { part?.value == 0 ? nil : part }
    let (l2, l1) = (active(penalty?.l2), active(penalty?.l1))
    return l2 == nil && l1 == nil ? nil : Penalty(l2: l2, l1: l1)
  }

  /// The lines of a step for a parameter in any arithmetic; none for what the step leaves alone.
  func update<A: Algebra>(of w: A, _ id: Layout.ID, slope: A, _ layout: Layout) -> [(
    quantity: UpdateQuantity, value: A
  )] {
    guard let start = learningRate, moves(id, layout) else { return [] }
    return learning.lines(of: w, id, slope: slope, start: start)
  }

  /// Which layers have biases.
  enum Biases { case ofAllLayers, ofSomeLayers, none }

  var biases: Biases {
    let has = layers.map { $0.biases != nil }
    return has.allSatisfy { $0 } ? .ofAllLayers : has.contains(true) ? .ofSomeLayers : .none
  }

  /// Whether every layer, and the input, is one neuron, and only one way leads from each to the next.
  package var isChain: Bool {
    inputs == 1 && layers.allSatisfy { $0.weights.count == 1 && !$0.output.hasSkip }
  }
}
