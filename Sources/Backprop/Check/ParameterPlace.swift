/// Where a parameter stands in a network; everything is counted from 0.
struct ParameterPlace: Hashable {
  let layer: Int
  let neuron: Int
  /// The neuron of the layer before from which a weight comes; `nil` for a bias.
  let input: Int?
}

extension Network {
  /// The places of all parameters, in the order of `parameters`.
  var parameterPlaces: ParameterPlaces { ParameterPlaces(of: self) }
}

/// The places of all parameters of a network: found when they are asked for, since there may be a million.
struct ParameterPlaces: RandomAccessCollection {
  /// How many inputs and weights a layer has, and where its parameters begin.
  private let layers: [(inputs: Int, weights: Int, start: Int)]
  let endIndex: Int

  init<Scalar>(of network: Network<Scalar>) {
    var next = 0
    layers = network.layers.map { layer in
      defer { next += layer.parameterCount }
      return (layer.inputs, layer.weights.count, next)
    }
    endIndex = next
  }

  var startIndex: Int { 0 }

  subscript(index: Int) -> ParameterPlace {
    // There are 64 layers at most.
    let l = (layers.lastIndex { $0.start <= index }) ?? 0
    let (inputs, weights, start) = layers[l]
    let place = index - start
    return place < weights
      ? ParameterPlace(layer: l, neuron: place / inputs, input: place % inputs)
      : ParameterPlace(layer: l, neuron: place - weights, input: nil)
  }
}
