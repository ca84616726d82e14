import Formulas

/// The rules, chosen once for a layer.
///
/// Called through `any ActivationRule` a rule would stay generic; behind a switch it is compiled for its arithmetic.
extension Activation {
  /// a = f(z), for a layer.
  func readings<A: Algebra>(_ z: [A]) -> [Reading<A>] {
    switch self {
    case .identity: Identity().activations(z)
    case .sigmoid: Sigmoid().activations(z)
    case .tanh: Tanh().activations(z)
    case .relu: ReLU().activations(z)
    case .leakyReLU(let slope): LeakyReLU(slope: slope).activations(z)
    case .softmax: Softmax().activations(z)
    }
  }

  /// Puts a in the place of z, for a layer, or for some of its neurons where they do not mix.
  func activate<A: Algebra>(_ z: inout [A]) {
    switch self {
    case .identity: Identity().activate(&z)
    case .sigmoid: Sigmoid().activate(&z)
    case .tanh: Tanh().activate(&z)
    case .relu: ReLU().activate(&z)
    // Without a jump of its slope it is a straight line.
    case .leakyReLU where !rule.slopeJumps: Identity().activate(&z)
    case .leakyReLU(let slope): LeakyReLU(slope: slope).activate(&z)
    case .softmax: z = Softmax().activations(z).map(\.value)
    }
  }
}

extension NeuronRule {
  fileprivate func activate<A: Algebra>(_ z: inout [A]) {
    for j in z.indices { z[j] = activation(z[j]).value }
  }
}

extension Trace {
  /// Records ∂a/∂z of a layer.
  mutating func recordSlopes(
    _ activation: Activation, _ l: Int, _ z: [Scalar], _ a: [Reading<Scalar>]
  ) {
    switch activation {
    case .identity: recordSlopes(Identity(), l, z, a)
    case .sigmoid: recordSlopes(Sigmoid(), l, z, a)
    case .tanh: recordSlopes(Tanh(), l, z, a)
    case .relu: recordSlopes(ReLU(), l, z, a)
    case .leakyReLU(let slope): recordSlopes(LeakyReLU(slope: slope), l, z, a)
    case .softmax: recordSlopes(Softmax(), l, z, a)
    }
  }

  /// Computes C, and records ∂C/∂a.
  mutating func judge(_ a: [Reading<Scalar>], _ y: [Scalar], _ cost: Cost) {
    switch cost {
    case .squaredError: judge(a, y, SquaredError(scale: .whole))
    case .halfSquaredError: judge(a, y, SquaredError(scale: .half))
    case .meanSquaredError: judge(a, y, SquaredError(scale: .mean))
    case .binaryCrossEntropy: judge(a, y, BinaryCrossEntropy())
    case .crossEntropy: judge(a, y, CrossEntropy())
    }
  }
}

extension Cost {
  /// C of one example, from the z of the last layer and the targets from a place on.
  func value<A: Algebra>(_ z: [A], _ activation: Activation, _ y: [A], from start: Int) -> A {
    switch activation {
    case .identity: value(z, Identity(), y, start)
    case .sigmoid: value(z, Sigmoid(), y, start)
    case .tanh: value(z, Tanh(), y, start)
    case .relu: value(z, ReLU(), y, start)
    case .leakyReLU where !activation.rule.slopeJumps: value(z, Identity(), y, start)
    case .leakyReLU(let slope): value(z, LeakyReLU(slope: slope), y, start)
    case .softmax: value(Softmax().activations(z), Array(y[start..<(start + z.count)]))
    }
  }

  /// C of one example.
  func value<A: Algebra>(_ a: [Reading<A>], _ y: [A]) -> A {
    switch self {
    case .squaredError: SquaredError(scale: .whole).cost(a, y)
    case .halfSquaredError: SquaredError(scale: .half).cost(a, y)
    case .meanSquaredError: SquaredError(scale: .mean).cost(a, y)
    case .binaryCrossEntropy: BinaryCrossEntropy().cost(a, y)
    case .crossEntropy: CrossEntropy().cost(a, y)
    }
  }

  private func value<A: Algebra>(_ z: [A], _ rule: some NeuronRule, _ y: [A], _ start: Int) -> A {
    switch self {
    case .squaredError: SquaredError(scale: .whole).cost(z, rule, y, start)
    case .halfSquaredError: SquaredError(scale: .half).cost(z, rule, y, start)
    case .meanSquaredError: SquaredError(scale: .mean).cost(z, rule, y, start)
    case .binaryCrossEntropy: BinaryCrossEntropy().cost(z, rule, y, start)
    case .crossEntropy: CrossEntropy().cost(z, rule, y, start)
    }
  }
}

extension CostRule {
  /// C, with each a read from its z just where its term needs it.
  fileprivate func cost<A: Algebra>(_ z: [A], _ rule: some NeuronRule, _ y: [A], _ start: Int) -> A {
    let terms = z.indices.lazy.map { term(rule.activation(z[$0]), y[start + $0]) }
    return cost(A.total(terms), outputs: z.count)
  }
}
