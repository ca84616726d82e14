/// Where a parameter stands in a network; everything is counted from 0.
struct ParameterPlace: Hashable {
  let layer: Int
  let neuron: Int
  /// The neuron of the layer before from which a weight comes; `nil` for a bias.
  let input: Int?
}

extension Network {
  /// The places of all parameters, in the order of `parameters`.
  var parameterPlaces: [ParameterPlace] {
    layers.enumerated().flatMap { l, layer in
      let weights = (0..<layer.neurons).flatMap { j in
        (0..<layer.inputs).map { k in ParameterPlace(layer: l, neuron: j, input: k) }
      }
      let biases = layer.biases.map(\.indices).map {
        $0.map { ParameterPlace(layer: l, neuron: $0, input: nil) }
      }
      return weights + (biases ?? [])
    }
  }
}
