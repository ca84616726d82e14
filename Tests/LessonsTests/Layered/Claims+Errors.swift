import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of the errors δ, and of what is passed back.
extension Claim {
  static let errors = [
    Claim(
      "The upstream gradient of this layer, the derivative with respect to its activation, is known from layer {}: {}."
    ) { said, it in
      guard case .partial(let cost, let a)? = said.gaps[1].formula, let id = it.layout.id(of: a),
        said.gaps[0].count == (a.layer ?? 0) + 1
      else { return false }
      return said.gaps[1].shows(it.traces[(cost.example ?? 1) - 1].gradients[id])
    },
    Claim("The steps are the same as in layer {}.") { said, it in
      said.gaps[0].count == said.layer.map { $0 + 1 }
        && (said.layer != 1 || passesOn(said, it))
    },
    Claim(
      "The steps are the same as in layer {}, but there is no earlier layer, so no derivative with respect to the input is needed."
    ) { said, it in said.layer == 1 && said.gaps[0].count == 2 && !passesOn(said, it) },
    Claim(
      "This value is too large for double precision. It is not needed, because the short form below does without it."
    ) { said, it in
      isBeyondDouble(said, it) && said.equationsFollow { isError($0) }
    },
    Claim("This value is too large for double precision.") { said, it in
      isBeyondDouble(said, it) && !said.equationsFollow { isError($0) }
    },
    Claim(
      "For the sigmoid with the binary cross-entropy most of this product cancels: as one fraction, {} has the numerator {} and the denominator {}. This denominator is the slope of the sigmoid, so the difference {} is left."
    ) { said, it in
      // Of any output and target: −y/a + (1 − y)/(1 − a), and a (1 − a).
      let (a, y) = (0.75, 0.3)
      func value(_ gap: Int) -> Double {
        said.gaps[gap].formula?.evaluated { $0.symbol?.meaning == .target ? y : a } ?? .nan
      }
      let slope = -y / a + (1 - y) / (1 - a)
      return errors(said, it) { a, y, j in a[j] - y[j] } && value(3) == value(1)
        && (value(1) / value(2) - slope).magnitude < 1e-12 && value(2) == a * (1 - a)
    },
    Claim(
      "For the sigmoid with the mean of binary cross-entropies most of this product cancels: the difference {} is left, divided by the number of outputs."
    ) { _, it in
      it.lesson.cost == .meanBinaryCrossEntropy && it.activation(it.layout.layerCount) == .sigmoid
    },
    Claim("For the sigmoid with the cross-entropy most of this product cancels: {} is left.") {
      said, it in
      errors(said, it) { a, y, j in y[j] * a[j] - y[j] }
    },
    Claim(
      "For softmax with the cross-entropy each slope has its output as a factor, and the derivative of the cost with respect to this output has the output as its denominator: they cancel. What is left is, for each neuron, its output times the sum of the targets, minus its target."
    ) { said, it in errors(said, it) { a, y, j in a[j] * Twofold.total(y) - y[j] } },
    Claim("For softmax with the binary cross-entropy the divisions by {} cancel; those by {} remain.") {
      said, it in
      let (l, x) = (it.layout.layerCount, said.example)
      let z = (0..<it.layout.widths[l]).map { it.fineTraces[x].values[it.layout.weightedInput(l, $0)] }
      return errors(said, it) { a, y, j in
        // Σ_k ∂a_k/∂z_j (−y_k/a_k + (1 − y_k)/(1 − a_k)), where a_j/(1 − a_k) is the share of j without k
        Twofold.total(
          y.indices.map { k in
            let others = y.indices.filter { $0 != k }
            guard k != j else {
              return (Twofold(1) - y[k]) * a[k] - y[k] * Twofold.total(others.map { a[$0] })
            }
            let share = Twofold.softmax(others.map { z[$0] })[j < k ? j : j - 1]
            return y[k] * a[j] - (Twofold(1) - y[k]) * a[k] * share
          })
      }
    },
    Claim("If an output is rounded to 0 or 1, the computation above divides by 0; this short form does not.")
    {
      said, it in
      it.activation(it.layout.layerCount) == .sigmoid && isPrecise(said, it)
    },
    Claim("If an output is rounded to 0, the computation above divides by 0; this short form does not.") {
      said, it in
      isPrecise(said, it)
    },
    Claim("The targets add up to 1, so each error is the difference of output and target, such as {}.") {
      said, it in
      errors(said, it) { a, y, j in a[j] - y[j] }
    },
    Claim("The targets add up to 1, so the error is {}.") { said, it in
      errors(said, it) { a, y, j in a[j] - y[j] }
    },
    Claim(
      "Each of its {} influences the cost through {} neurons of layer {}: one product for each path, then the sum."
    ) {
      said, it in
      let count = said.layer.map { it.layout.widths[$0] }
      return said.gaps[1].text == (count == 2 ? "both" : "all \(count ?? 0)")
        && said.gaps[2].count == said.layer
    },
    Claim("Each of its {} influences the cost through the one neuron of layer {}.") { said, it in
      said.layer.map { it.layout.widths[$0] } == 1 && said.gaps[1].count == said.layer
    },
  ]

  /// Whether a formula of outputs and targets is ∂C/∂z of every output.
  private static func errors(
    _ said: Saying, _ it: Figures, _ formula: ([Twofold], [Twofold], Int) -> Twofold
  ) -> Bool {
    let (l, trace) = (it.layout.layerCount, it.fineTraces[said.example])
    let a = (0..<it.layout.widths[l]).map { trace.values[it.layout.activation(l, $0)] }
    return a.indices.allSatisfy { j in
      let error = trace.gradients[it.layout.weightedInput(l, j)]
      let value = formula(a, it.fine.examples[said.example].targets, j)
      return (error - value).value.magnitude <= 1e-20 * max(1, error.value.magnitude)
    }
  }

  /// Whether ∂C/∂z of every output has nearly all its digits, also where the output is near 0 or 1.
  private static func isPrecise(_ said: Saying, _ it: Figures) -> Bool {
    let l = it.layout.layerCount
    return (0..<it.layout.widths[l]).allSatisfy { j in
      let id = it.layout.weightedInput(l, j)
      let (double, fine) = (it.traces[said.example], it.fineTraces[said.example])
      let a = fine.values[it.layout.activation(l, j)].value
      let y = it.lesson.examples[said.example].targets.reduce(0) { $0 + $1.value }
      let others = 1 - a
      let size = a * max(1, y) + y * others + fine.gradients[id].magnitude.value
      let largest =
        (0..<it.layout.widths[l]).map { fine.values[it.layout.weightedInput(l, $0)].value.magnitude }
        .max() ?? 0
      return (double.gradients[id] - fine.gradients[id].value).magnitude
        <= 1e-14 * (10 + largest + it.roundingScaleOfInput(l, said.example)) * size
    }
  }

  /// Whether ∂C/∂ of the input stands in the section.
  private static func passesOn(_ said: Saying, _ it: Figures) -> Bool {
    said.blocks[(said.place + 1)...].prefix {
      if case .heading = $0 { false } else { true }
    }.flatMap(\.equations).contains {
      if case .partial(_, let by) = $0.left { by.meaning == .activation && by.layer == 0 } else { false }
    }
  }

  private static func isBeyondDouble(_ said: Saying, _ it: Figures) -> Bool {
    guard case .partial(_, let by)? = said.equationBefore?.left, let id = it.layout.id(of: by) else {
      return false
    }
    // Of doubles: in them it is that the document computes.
    let trace = it.traces[said.example]
    return (trace.factors + trace.uncarried).contains {
      $0.of == it.layout.exampleCost && $0.by == id && !$0.value.isFinite
    }
  }

  private static func isError(_ equation: Equation) -> Bool {
    if case .partial(let of, let by) = equation.left {
      of.meaning == .cost && by.meaning == .weightedInput
    } else {
      false
    }
  }
}

extension Saying {
  /// Whether an equation of a kind stands below.
  func equationsFollow(_ isOfKind: (Equation) -> Bool) -> Bool {
    blocks[(place + 1)...].flatMap(\.equations).contains(where: isOfKind)
  }
}

extension Figures {
  /// How many times as large as the sum itself the terms of a layer's weighted inputs are together.
  func roundingScaleOfInput(_ l: Int, _ example: Int) -> Double {
    let values = fineTraces[example].values
    return (0..<layout.widths[l]).map { j in
      (0..<layout.widths[l - 1]).reduce(layout.bias(l, j).map { values[$0].value.magnitude } ?? 0) {
        $0 + (values[layout.weight(l, j, $1)].value * values[layout.activation(l - 1, $1)].value).magnitude
      }
    }.max() ?? 0
  }
}
