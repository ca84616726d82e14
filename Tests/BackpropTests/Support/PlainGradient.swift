import Formulas

@testable import Backprop

/// A gradient found the obvious slow way, to judge the others by.
enum PlainGradient {
  /// By dual numbers: the whole network once for each parameter, at `Dual`.
  static func dual(_ objective: Objective<Double>) -> [Double] {
    let parameters = objective.network.parameters
    return parameters.indices.map { index in
      var duals = parameters.map { Dual($0) }
      duals[index].slope = 1
      return cost(objective.mapped(duals) { Dual($0) }).slope
    }
  }

  /// The whole cost, by the rules, in any arithmetic.
  static func cost<A: Algebra>(_ objective: Objective<A>) -> A {
    let n = A(objective.n)
    let costs = objective.examples.map { example -> A in
      var outputs = example.inputs.map { Reading($0) }
      for layer in objective.network.layers {
        outputs = layer.activation.rule.activations(layer.sums(outputs))
      }
      return objective.cost.rule.cost(outputs, example.targets)
    }
    guard let penalty = objective.penalty else { return A.total(costs) / n }
    let weights = objective.network.layers.flatMap(\.weights)
    let squares = A.weighted(penalty.l2 ?? A(0), A.total(weights.map { A.square($0) })) / (A(2) * n)
    let sizes = A.weighted(penalty.l1 ?? A(0), A.total(weights.map { A.max($0, -$0) })) / n
    return A.total(costs) / n + squares + sizes
  }

  /// Σ |terms| over all paths from each parameter to the cost, before anything is subtracted.
  static func magnitudes(_ objective: Objective<Double>) -> [Double] {
    let n = Double(objective.n)
    let layers = objective.network.layers
    var totals = layers.map { layer in
      (weights: layer.weights.map { objective.penaltySize($0) }, biases: layer.biases?.map { _ in 0.0 } ?? [])
    }
    for example in objective.examples {
      var (inputs, sums, outputs) = ([example.inputs], [[Double]](), [Reading<Double>]())
      for layer in layers {
        sums.append(layer.sums(inputs[inputs.count - 1].map { Reading($0) }))
        outputs = layer.activation.rule.activations(sums[sums.count - 1])
        inputs.append(outputs.map(\.value))
      }
      var delta = objective.outputMagnitudes(outputs, sums[sums.count - 1], example.targets)
      for (l, layer) in layers.enumerated().reversed() {
        for j in 0..<layer.neurons {
          for k in 0..<layer.inputs {
            totals[l].weights[j * layer.inputs + k] += delta[j] * inputs[l][k].magnitude / n
          }
          if layer.biases != nil { totals[l].biases[j] += delta[j] / n }
        }
        guard l > 0 else { break }
        let slopes = (0..<layer.inputs).map { k in
          (0..<layer.neurons).reduce(0) { $0 + delta[$1] * layer.weights[$1 * layer.inputs + k].magnitude }
        }
        let below = layers[l - 1].activation.rule.activations(sums[l - 1])
        delta = layers[l - 1].pushedBack(slopes, below, sums[l - 1])
      }
    }
    return totals.flatMap { $0.weights + $0.biases }
  }
}

extension Objective {
  /// What the sum over the examples is divided by, and the penalty beside it.
  var n: Int { reduction == .mean ? examples.count : 1 }
}

extension Objective<Double> {
  /// The same with other parameters, in another arithmetic.
  func mapped<A: Algebra>(_ parameters: [A], _ number: (Double) -> A) -> Objective<A> {
    var rest = parameters[...]
    let layers = network.layers.map { layer in
      let rows = (0..<layer.neurons).map { _ in
        let row = Array(rest.prefix(layer.inputs))
        rest = rest.dropFirst(layer.inputs)
        return row
      }
      let biases = layer.biases.map { Array(rest.prefix($0.count)) }
      rest = rest.dropFirst(biases?.count ?? 0)
      return Network<A>.Layer(layer.activation, weights: rows, biases: biases)
    }
    return Objective<A>(
      network: Network<A>(layers), cost: cost,
      examples: examples.map { Example(inputs: $0.inputs.map(number), targets: $0.targets.map(number)) },
      penalty: penalty.map { Penalty(l2: $0.l2.map(number), l1: $0.l1.map(number)) },
      reduction: reduction)
  }

  fileprivate func penaltySize(_ w: Double) -> Double {
    guard let penalty else { return 0 }
    return ((penalty.l2 ?? 0) * w.magnitude + (penalty.l1 ?? 0)) / Double(n)
  }

  /// |∂C/∂z| of the last layer, with a bare a − y taken as |a| + |y|.
  fileprivate func outputMagnitudes(_ a: [Reading<Double>], _ z: [Double], _ y: [Double]) -> [Double] {
    guard let last = network.layers.last else { return [] }
    if Cancelled(last.activation, cost) != nil {
      let sum = y.reduce(0, +)
      return a.indices.map { a[$0].value * max(1, sum) + y[$0] }
    }
    let slopes = a.indices.map { j -> Double in
      switch cost.kind {
      case .absoluteError, .hinge: 1
      case .squaredError, .halfSquaredError, .meanSquaredError, .huber:
        2 * (a[j].value.magnitude + y[j].magnitude)
      case .crossEntropy: Double.weighted(y[j], over: a[j].value)
      case .binaryCrossEntropy, .meanBinaryCrossEntropy:
        Double.weighted(y[j], over: a[j].value) + Double.weighted(1 - y[j], over: a[j].complement)
      }
    }
    return last.pushedBack(slopes, a, z)
  }
}

extension Network.Layer where Scalar: Algebra {
  /// z = W a + b.
  func sums(_ a: [Reading<Scalar>]) -> [Scalar] {
    (0..<neurons).map { j in
      let row = weights[(j * inputs)..<((j + 1) * inputs)]
      return Scalar.total(WeightedSum().terms(row, a.map(\.value), biases.map { $0[j] }))
    }
  }
}

extension Network<Double>.Layer {
  /// Σ_j |∂C/∂a_j| |∂a_j/∂z_k|.
  fileprivate func pushedBack(_ slopes: [Double], _ a: [Reading<Double>], _ z: [Double]) -> [Double] {
    let rule = activation.rule
    return a.indices.map { k in
      a.indices.reduce(0) { sum, j in
        let slope = j == k ? rule.slope(a[k], z[k]) : rule.mixesNeurons ? rule.crossSlope(a[j], by: a[k]) : 0
        return sum + slopes[j] * slope.magnitude
      }
    }
  }
}
