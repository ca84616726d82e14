import Backprop
import Formulas

/// An activation as a function of Python; all but the identity have a function for their slope in NumPy.
extension Activation {
  /// What the function is called.
  private var function: String { name.map { $0 == "-" ? "_" : String($0) }.joined() }

  private func arguments(_ z: String, _ library: ProgramLibrary) -> String {
    z + (setting.map { ", " + PythonExpression($0).text(for: library) } ?? "")
  }

  /// f(z).
  func call(_ z: String, in library: ProgramLibrary) -> String {
    kind == .identity ? z : "\(function)(\(arguments(z, library)))"
  }

  /// f′(z) in NumPy; `nil` where it is 1.
  func slope(_ z: String) -> String? {
    kind == .identity ? nil : "\(function)_prime(\(arguments(z, .numpy)))"
  }

  /// The functions that are called, each in a few lines.
  func definitions(in library: ProgramLibrary) -> [[String]] {
    let m = library.module
    func define(_ value: String, _ slope: String, _ setting: String = "") -> [[String]] {
      let function = ["def \(function)(z\(setting)):", "    return \(value)"]
      return library == .numpy
        ? [function, ["def \(self.function)_prime(z\(setting)):", "    return \(slope)"]] : [function]
    }
    let sigmoid =
      switch library {
      case .numpy: "1 / (1 + np.exp(-z))"
      case .pytorch: "torch.sigmoid(z)"
      case .jax: "jax.nn.sigmoid(z)"
      }
    switch kind {
    case .identity: return []
    case .sigmoid: return define(sigmoid, "sigmoid(z) * sigmoid(-z)")
    case .tanh: return define("\(m).tanh(z)", "1 - np.tanh(z) ** 2")
    case .relu: return define("\(m).where(z > 0, z, \(m).zeros_like(z))", "np.where(z > 0, 1.0, 0.0)")
    case .leakyReLU:
      return define("\(m).where(z > 0, z, slope * z)", "np.where(z > 0, 1.0, slope)", ", slope")
    case .softplus:
      return sigmoidDefinition(in: library) + define("\(m).logaddexp(z, \(m).zeros_like(z))", "sigmoid(z)")
    case .silu:
      return sigmoidDefinition(in: library) + define("z * sigmoid(z)", "sigmoid(z) * (1 + z * sigmoid(-z))")
    case .elu:
      // Where z is large, e to its power would not be finite, nor would its slope times 0 be 0.
      let below = library == .pytorch ? "z.clamp(max=0)" : "\(m).minimum(z, 0)"
      return define(
        "\(m).where(z > 0, z, alpha * \(m).expm1(\(below)))",
        "np.where(z > 0, 1.0, alpha * np.exp(np.minimum(z, 0)))", ", alpha")
    case .gelu:
      let steepness = library == .numpy ? "np.sqrt(2 / np.pi)" : "(2 / 3.141592653589793) ** 0.5"
      return sigmoidDefinition(in: library) + [
        ["def steep(z):", "    return 2 * \(steepness) * (z + 0.044715 * z ** 3)"]
      ]
        + define(
          "z * sigmoid(steep(z))",
          "sigmoid(steep(z)) * (1 + z * sigmoid(-steep(z)) * 2 * \(steepness) * (1 + 0.134145 * z ** 2))")
    case .softmax:
      switch library {
      case .numpy:
        return [["def softmax(z):", "    e = np.exp(z - z.max())", "    return e / e.sum()"]]
      case .pytorch: return [["def softmax(z):", "    return torch.softmax(z, dim=1)"]]
      case .jax: return [["def softmax(z):", "    return jax.nn.softmax(z, axis=1)"]]
      }
    }
  }

  private func sigmoidDefinition(in library: ProgramLibrary) -> [[String]] {
    Array(Activation(.sigmoid).definitions(in: library).prefix(1))
  }
}

extension NetworkProgram {
  /// The functions that the lines of a program call, and those that these call, each once.
  func definitions(for lines: [String]) -> [[String]] {
    let terms = CostTerms(
      lesson.cost, output: lesson.layers.last, a: activation(last), z: "z\(last)", library: library)
    let all =
      lesson.layers.flatMap { $0.activation.definitions(in: library) } + terms.definitions
      + [library.definition(of: .magnitude)].filter { !$0.isEmpty }
    var (needed, text) = ([[String]](), lines.joined(separator: "\n"))
    for definition in all.reversed() where !needed.contains(definition) {
      let words = definition.first?.split { "( ".contains($0) } ?? []
      guard let name = words.first(where: { $0 != "def" }), text.calls(name) else { continue }
      needed.insert(definition, at: 0)
      text += definition.dropFirst().joined(separator: "\n")
    }
    return needed
  }
}

extension String {
  /// Whether a function is called in it, and not only one whose name ends so.
  fileprivate func calls(_ function: some StringProtocol) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: function + "(") {
      let before = rest[..<found.lowerBound].last
      if before.map({ !$0.isLetter && $0 != "_" && $0 != "." }) ?? true { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
