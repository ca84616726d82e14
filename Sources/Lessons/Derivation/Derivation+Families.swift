import Backprop
import Documents
import Formulas

/// The lines of the weights into a neuron, where there are many.
extension Derivation {
  /// Fewer than these are written one by one.
  static let leastFamily = 16

  /// The digits of what enters a layer, where they are the number itself; `nil` where its weights are no families.
  func givenInputs(of layer: Steps.Layer) -> [Numeral?]? {
    let (layout, l) = (work.result.layout, layer.layer)
    guard wanted == nil, layout.widths[l - 1] >= Self.leastFamily, !ledger.isInFractions else { return nil }
    return (0..<layout.widths[l - 1]).map { ledger.digits(of: symbol(layout.activation(l - 1, $0))) }
  }

  /// ∂z/∂w and ∂C/∂w of each weight in turn, as `line(_:)` writes them; `nil` where they are to be written one by one.
  mutating func family(
    of neuron: Steps.Backward, _ l: Int, _ j: Int, _ inputs: [Numeral?]?
  ) -> Family<Equation>? {
    let (layout, name) = (work.result.layout, neuron.error.name)
    let errors = (digits...Swift.max(digits, TrueLine.mostDigits)).compactMap {
      ledger.printed(name, digits: $0)
    }
    guard let inputs, !ledger.isExact(name), let error = ledger[name], error.isFinite, error != 0,
      let shortest = errors.first, Rational(shortest).isExact,
      let traced = ledger.traced.first(where: { $0.example == steps.example })
    else { return nil }
    ledger.noteFamily(layout.weightedInput(l, j), ofExample: steps.example)
    let lines = WeightLines(
      branches: neuron.weights, inputs: inputs, below: layout.activation(l - 1, 0),
      weights: layout.weight(l, j, 0), errors: errors, digits: digits, traced: traced, ledger: ledger)
    return Family(
      count: 2 * neuron.weights.count, member: { lines.member(at: $0) }, whole: { lines.whole($0, $1) })
  }
}

/// The lines of all weights into one neuron.
private struct WeightLines: Sendable {
  /// How the numbers of a line come out.
  enum Form: Int {
    /// ∂z/∂w = a = 0.5, where a is given.
    case given
    /// ∂z/∂w = a ≈ 0.48.
    case rounded
    /// ∂C/∂w = ∂z/∂w · ∂C/∂z = 0.48 · 0.12 ≈ 0.058.
    case product
    /// The same where a is 0: = 0 · 0.12 = 0.
    case nothing
  }

  let branches: Steps.WeightBranches
  /// The digits of each activation that is exact.
  let inputs: [Numeral?]
  /// Where the activations of the layer below, and the weights, begin.
  let below: Layout.ID
  let weights: Layout.ID
  /// ∂C/∂z to `digits` digits, and to each number of digits above.
  let errors: [Numeral]
  let digits: Int
  let traced: TracedExample
  let ledger: Ledger

  /// The two lines of a weight stand one after the other.
  func member(at place: Int) -> Family<Equation>.Member {
    let k = place / 2
    let isFactor = place % 2 == 0
    if let (form, numbers) = isFactor ? factor(k) : product(k) {
      return .form(form.rawValue, [.index(k + 1)] + numbers.map(Gap.number))
    }
    var ledger = ledger
    let branch = branches[k]
    return .other(ledger.line(isFactor ? branch.factor : branch.product, digits: digits).equation)
  }

  private func factor(_ k: Int) -> (Form, [Numeral])? {
    if let given = inputs[k] { return (.given, [given]) }
    let activation = traced.value(below + k)
    guard activation != 0 else { return nil }
    return Numeral(rounding: activation, digits: digits).map { (.rounded, [$0]) }
  }

  /// The numbers that make the line true, found as `TrueLine` finds them.
  private func product(_ k: Int) -> (Form, [Numeral])? {
    let (activation, value) = (traced.value(below + k), traced.gradient(weights + k))
    if activation == 0, value == 0, let given = inputs[k], Rational(given).isExact, let error = errors.first {
      return (.nothing, [given, error, Numeral(integer: 0)])
    }
    guard activation != 0, value != 0, let result = Numeral(rounding: value, digits: digits) else {
      return nil
    }
    for (more, error) in errors.enumerated() {
      guard let factor = inputs[k] ?? Numeral(rounding: activation, digits: digits + more) else { return nil }
      if TrueLine.isTrue(Rounded(factor) * Rounded(error), result) {
        return (.product, [factor, error, result])
      }
    }
    return nil
  }

  /// A line in full.
  func whole(_ form: Int, _ gaps: [Gap]) -> Equation {
    let (first, under) = branches.names(0)
    var place = 1
    var numbers: [Formula] = []
    for gap in gaps {
      switch gap {
      case .index(let index): place = index
      case .number(let numeral): numbers.append(.number(numeral))
      }
    }
    let branch = branches.branch(first.with(last: place), under.with(last: place))
    let result = numbers.last ?? .integer(0)
    switch Form(rawValue: form) {
    case .given: return line(branch.factor, [.init(.equals, result)])
    case .rounded: return line(branch.factor, [.init(.approximately, result)])
    case .product:
      return line(
        branch.product, [.init(.equals, .product(numbers.dropLast())), .init(.approximately, result)])
    case .nothing, nil:
      return line(branch.product, [.init(.equals, .product(numbers.dropLast())), .init(.equals, result)])
    }
  }

  private func line(_ step: Step, _ numbers: [Equation.Side]) -> Equation {
    Equation(step.name, [.init(.equals, step.formula)] + numbers)
  }
}

extension Symbol {
  /// The same with another last index.
  fileprivate func with(last index: Int) -> Symbol {
    Symbol(
      meaning, layer: layer, indices: indices.count > 1 ? [indices[0], index] : [index], example: example)
  }
}
