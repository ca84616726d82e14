import Formulas

/// Why a network has no gradient: something in it is beyond a double.
public enum NotFinite: Error, Hashable, Sendable, CustomStringConvertible {
  /// A z beyond a double, by its name.
  case weightedInputOverflows(String)
  /// An a beyond a double, by its name.
  case activationOverflows(String)
  /// The logarithm of 0.
  case costInfinite(output: String, value: Double, target: Double)
  /// The logarithm of an output that is not between 0 and 1.
  case costUndefined(output: String, value: Double)
  /// A cost beyond a double.
  case costOverflows
  /// A derivative that a parameter's is made from is beyond a double; what it is by, by its name.
  case gradientOverflows(String)

  /// One sentence that names the quantity.
  public var description: String {
    switch self {
    case .weightedInputOverflows(let name):
      "the weighted input \(name) overflows: it is beyond the largest double"
    case .activationOverflows(let name): "the activation \(name) overflows: it is beyond the largest double"
    case .costInfinite(let output, let value, let target):
      "the cost is infinite: \(output) is \(Self.plain(value)) where its target is \(Self.plain(target)), and the logarithm of 0 has no bound"
    case .costUndefined(let output, let value):
      "the cost is undefined: \(output) is \(Self.plain(value))\(value < 0 ? "" : ", so 1 - \(output) is negative"), and a negative number has no logarithm"
    case .costOverflows: "the cost overflows: it is beyond the largest double"
    case .gradientOverflows(let name): "the derivative dC/d\(name) overflows: it is beyond the largest double"
    }
  }

  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Trace where Scalar == Double {
  /// Names the first quantity that is not finite, in the order of the forward pass.
  func checkFinite(_ objective: Objective<Double>) throws(NotFinite) {
    for id in layout.parameterCount..<layout.exampleCost where !values[id].isFinite {
      let symbol = symbol(id)
      throw symbol.meaning == .activation
        ? .activationOverflows(symbol.name) : .weightedInputOverflows(symbol.name)
    }
    if !values[layout.exampleCost].isFinite { throw whyCostIsNotFinite(objective) }
    for id in 0..<layout.parameterCount where !gradients[id].isFinite {
      throw .gradientOverflows(symbol(derivativeBeyondADouble(above: id)).name)
    }
  }

  /// The derivative nearest to the cost that is not finite: below it may be ∞ · 0, which says nothing.
  private func derivativeBeyondADouble(above parameter: Layout.ID) -> Layout.ID {
    let outputs = layout.activation(layout.layerCount, 0)..<layout.exampleCost
    return gradients.indices.last { id in
      !gradients[id].isFinite && (uncarried.isEmpty || !outputs.contains(id))
    } ?? parameter
  }

  private func whyCostIsNotFinite(_ objective: Objective<Double>) -> NotFinite {
    guard let example, let last = objective.network.layers.last else { return .costOverflows }
    let z = (0..<last.neurons).map { values[layout.weightedInput(layout.layerCount, $0)] }
    let outputs = last.activation.rule.activations(z)
    for (j, (a, y)) in zip(outputs, objective.examples[example].targets).enumerated() {
      let name = symbol(layout.activation(layout.layerCount, j)).name
      let cost = objective.cost.rule.cost([a], [y])
      if cost.isNaN { return .costUndefined(output: name, value: a.value) }
      let takesLogarithmOfZero = a.value == 0 || objective.cost.rule.logarithmCount == 2 && a.complement == 0
      if cost.isInfinite, objective.cost.takesLogarithms, takesLogarithmOfZero {
        return .costInfinite(output: name, value: a.value, target: y)
      }
    }
    return .costOverflows
  }
}
