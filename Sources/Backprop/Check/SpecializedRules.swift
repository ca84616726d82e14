import Formulas

/// The rules at `Double`, chosen once for a layer.
///
/// Called through `any ActivationRule` a rule would stay generic; behind a switch it is compiled for `Double`.
extension Activation {
  /// a = f(z), for a layer, or for one neuron where neurons do not mix.
  func readings(_ z: [Double]) -> [Reading<Double>] {
    switch self {
    case .identity: Identity().activations(z)
    case .sigmoid: Sigmoid().activations(z)
    case .tanh: Tanh().activations(z)
    case .relu: ReLU().activations(z)
    case .leakyReLU(let slope): LeakyReLU(slope: slope).activations(z)
    case .softmax: Softmax().activations(z)
    }
  }
}

extension Cost {
  /// C of one example.
  func value(_ a: [Reading<Double>], _ y: [Double]) -> Double {
    switch self {
    case .squaredError: SquaredError(scale: .whole).cost(a, y)
    case .halfSquaredError: SquaredError(scale: .half).cost(a, y)
    case .meanSquaredError: SquaredError(scale: .mean).cost(a, y)
    case .binaryCrossEntropy: BinaryCrossEntropy().cost(a, y)
    case .crossEntropy: CrossEntropy().cost(a, y)
    }
  }
}
