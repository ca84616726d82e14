import Backprop
import Formulas
import Lessons

/// The forward and the backward pass in NumPy, in the letters and the order of M. Nielsen's book, chapter 2.
extension NetworkProgram {
  /// One example after the other where there are several; their derivatives are added.
  var backpropagation: [String] {
    let body =
      ["# forward"] + forward
      + (hasLoop ? ["C += \(costOfExamples)\(share)"] : ["C = \(costOfExamples)\(share)"])
      + ["# backward: delta is the derivative of the cost by z"] + backward
    guard hasLoop else { return body + penaltySlopes }
    let masks = layers.map { mask($0.number) }.filter { $0.hasPrefix("M") }
    let each = (["x", "y"] + masks.map { "m" + $0.dropFirst() }).joined(separator: ", ")
    return ["C = 0"] + parameters.map { "dC_d\($0) = np.zeros_like(\($0))" }
      + ["for \(each) in zip(\((["X", "Y"] + masks).joined(separator: ", "))):"]
      + body.map { PythonText.indent + $0 } + penaltySlopes
  }

  private var share: String { divisor > 1 ? " / \(divisor)" : "" }

  /// δ of the last layer (BP1), of each layer before it (BP2), and the derivatives by biases and weights (BP3, BP4).
  private var backward: [String] {
    let (sign, share) = hasLoop ? ("+=", share) : ("=", "")
    return layers.reversed().flatMap { l, layer in
      delta(l, layer)
        + (layer.biases == nil ? [] : ["dC_db\(l) \(sign) delta\(l)\(share)  # BP3"])
        + ["dC_dw\(l) \(sign) np.outer(delta\(l), \(activation(l - 1)))\(share)  # BP4"]
    }
  }

  private func delta(_ l: Int, _ layer: Lesson.Layer) -> [String] {
    let terms = CostTerms(
      lesson.cost, output: lesson.layers.last, a: activation(l), z: "z\(l)", library: library)
    let (name, remark) = ("delta\(l)", l == last ? "  # BP1" : "  # BP2")
    if l == last, let delta = terms.delta(lesson.examples.map(\.targets), outputs: layout.widths[l]) {
      return ["\(name) = \(delta)\(remark)"]
    }
    let skip = l < last && lesson.layers[l].output.hasSkip ? " + dC_da\(l + 1)" : ""
    let upstream =
      l == last ? terms.slope(outputs: layout.widths[l]) : "w\(l + 1).T @ delta\(l + 1)\(skip)"
    let slope = layer.activation.slope("z\(l)").map { " * " + $0 } ?? ""
    let mask = layer.output.dropout == nil ? "" : " * m\(l) / keep\(l)"
    // Of a softmax, δ_j = a_j (∂C/∂a_j − Σ_k a_k ∂C/∂a_k).
    if layer.activation == Activation(.softmax) {
      let named = "dC_da\(l) = \(upstream)"
      return [named, "\(name) = a\(l) * (dC_da\(l) - np.sum(dC_da\(l) * a\(l)))\(remark)"]
    }
    if layer.output.hasSkip {
      return ["dC_da\(l) = \(upstream)", "\(name) = dC_da\(l)\(slope)\(mask)\(remark)"]
    }
    let isAlone = slope.isEmpty && mask.isEmpty
    return ["\(name) = " + (isAlone ? upstream : "(\(upstream))\(slope)\(mask)") + remark]
  }

  /// What the penalty adds.
  private var penaltySlopes: [String] {
    let lines = penaltyFactors.flatMap { factor in
      layers.flatMap { l, _ in
        [
          "C += \(factor.factor) * \(factor.of("w\(l)"))",
          "dC_dw\(l) += \(factor.factor) * \(factor.slope("w\(l)"))",
        ]
      }
    }
    return lines.isEmpty ? [] : ["# the penalty on the weights"] + lines
  }
}
