import Formulas

/// The steps of a chain of single neurons: what every layer has once.
struct Chain {
  /// One layer's part of the backward pass.
  struct Link {
    let layer: Int
    /// ∂a/∂z.
    let slope: Step
    /// ∂C/∂z.
    let error: Step
    /// What is left of it where activation and cost are made for each other.
    let cancelled: Step?
    /// ∂z/∂w and ∂C/∂w.
    let weight: Steps.Branch
    /// ∂z/∂b and ∂C/∂b, where there is a bias.
    let bias: Steps.Branch?
    /// ∂z/∂a and ∂C/∂a of the layer before.
    let activation: Steps.Branch
  }

  let forward: [Steps.Forward]
  /// ∂C/∂a of the output.
  let costSlope: Step
  /// From the last layer to the first.
  let links: [Link]
  /// ∂C/∂w of the first layer, as one product of all its factors.
  let wholeProduct: Step

  /// The chain of a network's steps, `nil` where a layer has more than one neuron.
  init?(_ steps: Steps) {
    guard let product = steps.wholeProduct, let costSlope = steps.costSlopes.first else { return nil }
    wholeProduct = product
    self.costSlope = costSlope
    forward = steps.forward.compactMap(\.first)
    links = steps.backward.compactMap { layer in
      guard let neuron = layer.neurons.first, let slope = neuron.slopes.first,
        let weight = neuron.weights.first,
        let passed = layer.passed.first, let factor = passed.factors.first
      else { return nil }
      return Link(
        layer: layer.layer, slope: slope, error: neuron.error, cancelled: neuron.cancelled, weight: weight,
        bias: neuron.bias, activation: Steps.Branch(factor: factor, product: passed.sum))
    }
  }
}
