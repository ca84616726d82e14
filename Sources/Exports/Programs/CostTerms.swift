import Backprop
import Formulas
import Lessons

/// A cost in Python, from the activations `a` and the weighted inputs `z` of the last layer, and the targets y.
struct CostTerms {
  let cost: Cost
  let a, z: String
  let library: ProgramLibrary
  /// The pair of output and cost, where one cancels what is extreme in the other.
  private let pair: Cancelled?
  private var module: String { library.module }

  init(_ cost: Cost, output: Lesson.Layer?, a: String, z: String, library: ProgramLibrary) {
    (self.cost, self.a, self.z, self.library) = (cost, a, z, library)
    pair = output.flatMap { $0.output.isPlain ? Cancelled($0.activation, cost) : nil }
  }

  /// The sum over the outputs, and over all examples that are computed at once.
  func sum(outputs: Int) -> String {
    let mean = outputs > 1 ? " / \(outputs)" : ""
    let softplus = { (x: String) in "\(module).logaddexp(\(x), \(module).zeros_like(\(z)))" }
    switch pair {
    // −y ln σ(z) − (1 − y) ln (1 − σ(z)) = ln (1 + eᶻ) − y z
    case .logistic: return "(\(softplus(z)) - y * \(z)).sum()"
    case .meanLogistic: return "(\(softplus(z)) - y * \(z)).sum()" + mean
    case .logisticLikelihood: return "(y * \(softplus("-" + z))).sum()"
    case .softmax: return "-(y * log_softmax(\(z))).sum()"
    case .binarySoftmax, nil: break
    }
    switch cost.kind {
    case .squaredError: return "((\(a) - y) ** 2).sum()"
    case .halfSquaredError: return "((\(a) - y) ** 2).sum() / 2"
    case .meanSquaredError: return "((\(a) - y) ** 2).sum()" + mean
    case .binaryCrossEntropy: return "-(xlogy(y, \(a)) + xlogy(1 - y, 1 - \(a))).sum()"
    case .meanBinaryCrossEntropy: return "-(xlogy(y, \(a)) + xlogy(1 - y, 1 - \(a))).sum()" + mean
    case .crossEntropy: return "-xlogy(y, \(a)).sum()"
    case .absoluteError: return "\(library.magnitude("\(a) - y")).sum()"
    case .huber: return "huber(\(a) - y, \(threshold)).sum()"
    case .hinge: return "positive(1 - y * \(a)).sum()"
    }
  }

  /// ∂C/∂a of one example, in NumPy.
  func slope(outputs: Int) -> String {
    let mean = outputs > 1 ? " / \(outputs)" : ""
    let logarithms = "((1 - y) / np.where(y == 1, 1, 1 - \(a)) - y / np.where(y == 0, 1, \(a)))"
    switch cost.kind {
    case .squaredError: return "2 * (\(a) - y)"
    case .halfSquaredError: return "\(a) - y"
    case .meanSquaredError: return "2 * (\(a) - y)" + mean
    case .binaryCrossEntropy: return logarithms
    case .meanBinaryCrossEntropy: return logarithms + mean
    case .crossEntropy: return "-y / np.where(y == 0, 1, \(a))"
    case .absoluteError: return "np.sign(\(a) - y)"
    case .huber: return "np.clip(\(a) - y, -\(threshold), \(threshold))"
    case .hinge: return "-y * (1 - y * \(a) > 0)"
    }
  }

  /// δ of one example, where output and cost are made for each other: the slope of the one cancels in the other.
  func delta(_ targets: [[Numeral]], outputs: Int) -> String? {
    switch pair {
    case .logistic: return "\(a) - y"
    case .meanLogistic: return outputs > 1 ? "(\(a) - y) / \(outputs)" : "\(a) - y"
    case .logisticLikelihood: return "-y * (1 - \(a))"
    case .softmax:
      let isWhole = targets.allSatisfy { $0.reduce(0) { $0 + $1.value } == 1 }
      return isWhole ? "\(a) - y" : "\(a) * y.sum() - y"
    case .binarySoftmax, nil: return nil
    }
  }

  /// The δ of a Huber cost.
  private var threshold: String {
    cost.setting.map { PythonExpression($0).text(for: library) } ?? "1"
  }

  /// The functions that the sum calls.
  var definitions: [[String]] {
    let text = sum(outputs: 1)
    return [("log_softmax(", logSoftmax), ("xlogy(", xlogy), ("huber(", huber), ("positive(", positive)]
      .filter { text.contains($0.0) }.map(\.1)
  }

  private var logSoftmax: [String] {
    switch library {
    case .numpy:
      ["def log_softmax(z):", "    return z - np.logaddexp.reduce(z)"]
    case .pytorch: ["def log_softmax(z):", "    return torch.log_softmax(z, dim=1)"]
    case .jax: ["def log_softmax(z):", "    return jax.nn.log_softmax(z, axis=1)"]
    }
  }

  /// y ln x, which is 0 where y is.
  private var xlogy: [String] {
    switch library {
    case .numpy: ["def xlogy(y, x):", "    return y * np.log(np.where(y == 0, 1, x))"]
    case .pytorch: ["xlogy = torch.xlogy"]
    case .jax: ["def xlogy(y, x):", "    return y * jnp.log(jnp.where(y == 0, 1, x))"]
    }
  }

  private var huber: [String] {
    let least =
      library == .pytorch ? "distance.clamp(max=threshold)" : "\(module).minimum(distance, threshold)"
    return [
      "def huber(difference, threshold):", "    distance = abs(difference)", "    bounded = \(least)",
      "    return bounded * (distance - bounded / 2)",
    ]
  }

  private var positive: [String] {
    ["def positive(x):", "    return \(module).where(x > 0, x, \(module).zeros_like(x))"]
  }
}
