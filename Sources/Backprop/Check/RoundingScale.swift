/// How large the numbers are whose rounding enters the cost: M of the error bound of a numeric gradient.
///
/// The cost is off by some ε · M, which may be much more than ε · C: a squared error is small where a and y nearly
/// cancel, and a logarithm near ln 1 is small while the z it comes from is not.
extension ForwardRun {
  /// M, the mean over the examples, plus R.
  var roundingScale: Double {
    let scales = states.indices.map { scale(states[$0], objective.examples[$0].targets) }
    return scales.reduce(0, +) / Double(states.count) + penalty
  }

  private func scale(_ state: State, _ y: [Double]) -> Double {
    let a = state.outputs.map(\.value)
    switch objective.cost {
    // Σ (|a| + |y|) |a − y|, with the factor of the cost
    case .squaredError: return squaredErrorScale(a, y)
    case .halfSquaredError: return squaredErrorScale(a, y) / 2
    case .meanSquaredError: return squaredErrorScale(a, y) / Double(y.count)
    case .binaryCrossEntropy, .crossEntropy: break
    }
    // The logarithms are functions of z, each in proportion to its target: max |z|, for softmax 2 max |z|
    let largest = state.weightedInputs.last?.map(\.magnitude).max() ?? 0
    let share = max(1, y.reduce(0) { $0 + $1.magnitude })
    switch state.outputs.first?.origin {
    case .logistic: return share * largest
    case .share: return share * 2 * largest
    case .plain, .hyperbolic, nil: return logarithmScale(state, y)
    }
  }

  private func squaredErrorScale(_ a: [Double], _ y: [Double]) -> Double {
    zip(a, y).reduce(0) { $0 + ($1.0.magnitude + $1.1.magnitude) * ($1.0 - $1.1).magnitude }
  }

  /// Where a logarithm is taken from a: Σ (y/a)(Σ|w a| + |b|), and the same with 1 − y and 1 − a.
  private func logarithmScale(_ state: State, _ y: [Double]) -> Double {
    guard let sizes = state.sizes.last else { return 0 }
    var scale = 0.0
    for j in y.indices {
      let a = state.outputs[j]
      scale += Double.weighted(y[j], over: a.value).magnitude * sizes[j]
      if objective.cost == .binaryCrossEntropy {
        scale += Double.weighted(1 - y[j], over: a.complement).magnitude * sizes[j]
      }
    }
    return scale
  }
}
