/// What is derived, each step after those that it needs.
extension NetworkGraph {
  /// Of the example: forward layer by layer, then backward from its cost, with or without the derivatives by its inputs and by
  /// the parameters.
  public func kinds(toInputs: Bool = true, toParameters: Bool = true) -> [Graph.Step.Kind] {
    var kinds: [Graph.Step.Kind] = []
    func add(backTo ids: [Graph.ID]) {
      for id in ids { kinds += localGradients(by: id) + [.total(id)] }
    }
    for l in 1...layout.layerCount {
      kinds += weightedInputs(l).map { .value($0) } + activations(l).map { .value($0) }
    }
    kinds.append(.value(exampleCost()))
    add(backTo: activations(layout.layerCount))
    for l in (1...layout.layerCount).reversed() {
      let z = weightedInputs(l)
      kinds += z.flatMap(localGradients) + z.map { .total($0) }
      if toParameters { add(backTo: (0..<layout.widths[l]).flatMap { parameters(into: l, $0) }) }
      if l > 1 || toInputs { add(backTo: activations(l - 1)) }
    }
    return kinds
  }

  /// Of the total cost: the penalty, the mean, and the derivatives by some parameters, and by what is inside of some examples.
  public func kinds(by parameters: [Layout.ID], onwardTo examples: [Int]) -> [Graph.Step.Kind] {
    let (penalty, cost) = (penaltyEntry, entry(layout.cost, example: 0))
    let weights = hasPenalty ? parameters.filter { !layout.isBias($0) } : []
    let shares = Set(terms + examples).sorted().map { exampleCost($0) }
    let inner = layout.parameterCount..<layout.exampleCost
    return (hasPenalty ? [.value(penalty)] : []) + weights.map { .factor(of: penalty, by: $0) } + [
      .value(cost)
    ]
      + (shares + (hasPenalty ? [penalty] : []) + parameters).map { .total($0) }
      + examples.flatMap { x in inner.map { .total(entry($0, example: x)) } }
  }

  /// The weighted inputs of a layer of the example.
  public func weightedInputs(_ layer: Int) -> [Graph.ID] {
    (0..<layout.widths[layer]).map { weightedInput(layer, $0) }
  }

  /// The activations of a layer of the example; of layer 0 the inputs.
  public func activations(_ layer: Int) -> [Graph.ID] {
    (0..<layout.widths[layer]).map { activation(layer, $0) }
  }

  /// The weights into a neuron, and its bias.
  public func parameters(into layer: Int, _ j: Int) -> [Graph.ID] {
    (0..<layout.widths[layer - 1]).map { layout.weight(layer, j, $0) }
      + (layout.bias(layer, j).map { [$0] } ?? [])
  }

  /// The local gradients by an entry that are steps of their own: all but that of the result.
  public func localGradients(by id: Graph.ID) -> [Graph.Step.Kind] {
    fed(by: id).filter { $0 != root }.map { .factor(of: $0, by: id) }
  }
}
