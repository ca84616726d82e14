import Backprop
import Formulas
import Lessons

/// The forward pass.
extension NetworkProgram {
  /// A line for the weighted inputs and one for the activations of each layer; in PyTorch and JAX of all examples at once.
  var forward: [String] {
    let isBatch = library != .numpy
    return layers.flatMap { l, layer -> [String] in
      let before = activation(l - 1)
      let product = isBatch ? "\(before) @ w\(l).T" : "w\(l) @ \(before)"
      let output = layer.output
      var value = layer.activation.call("z\(l)", in: library)
      if output.dropout != nil { value = "m\(l) / keep\(l) * \(value)" }
      if output.hasSkip { value += " + \(before)" }
      return [
        "z\(l) = \(product)" + (layer.biases == nil ? "" : " + b\(l)"),
        "a\(l) = \(value)",
      ]
    }
  }

  /// The activations of a layer.
  func activation(_ l: Int) -> String { l == 0 ? "x" : "a\(l)" }

  /// The cost, from the activations of the last layer or, where a logarithm would lose digits, from its weighted inputs.
  var cost: [String] {
    let share = divisor > 1 ? " / \(divisor)" : ""
    return ["C = \(costOfExamples)\(share)"] + penalty
  }

  /// The sum of the costs of all examples that are computed at once.
  var costOfExamples: String {
    let terms = CostTerms(
      lesson.cost, output: lesson.layers.last, a: activation(last), z: "z\(last)", library: library)
    return terms.sum(outputs: layout.widths.last ?? 1)
  }

  /// A line for each part of the penalty.
  private var penalty: [String] {
    penaltyFactors.flatMap { factor in
      layers.map { l, _ in "C += \(factor.factor) * \(factor.of("w\(l)"))" }
    }
  }

  /// The parts of the penalty: a factor, what it multiplies of a matrix of weights, and the slope of that.
  var penaltyFactors: [(factor: String, of: (String) -> String, slope: (String) -> String)] {
    guard let penalty = lesson.activePenalty else { return [] }
    let n = lesson.reduction == .mean ? lesson.examples.count : 1
    func factor(_ numeral: Numeral) -> String {
      let text = PythonExpression(numeral).text(for: library)
      return n > 1 ? "\(text) / \(n)" : text
    }
    let module = library.module
    let squares = penalty.l2.map { l2 in
      (
        factor: factor(l2), of: { (w: String) in "(\(w) ** 2).sum() / 2" }, slope: { (w: String) in w }
      )
    }
    let magnitudes = penalty.l1.map { l1 in
      (
        factor: factor(l1), of: { (w: String) in "\(library.magnitude(w)).sum()" },
        slope: { (w: String) in "\(module).sign(\(w))" }
      )
    }
    return [squares, magnitudes].compactMap { $0 }
  }
}
