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

  /// ∂z/∂w and ∂C/∂w of each weight into the neuron in turn; `nil` where they are to be written one by one.
  mutating func weightLines(_ neuron: Steps.Backward, _ l: Int, _ j: Int) -> WeightLines.Neuron? {
    let (layout, name) = (work.result.layout, neuron.error.name)
    let errors = (digits...Swift.max(digits, TrueLine.mostDigits)).compactMap {
      ledger.printed(name, digits: $0)
    }
    guard !ledger.isExact(name), let error = ledger[name], error.isFinite, error != 0,
      // Near the largest double, one of them may be beyond it.
      errors.count == Swift.max(digits, TrueLine.mostDigits) - digits + 1,
      let shortest = errors.first, Rational(shortest).isExact
    else { return nil }
    ledger.noteFamily(layout.weightedInput(l, j), ofExample: steps.example)
    return WeightLines.Neuron(
      place: j, branches: neuron.weights, weights: layout.weight(l, j, 0),
      errors: errors.map(WeightLines.Given.init))
  }

  /// The lines of all weights into these neurons of a layer, as `line(_:)` writes them.
  func family(_ neurons: [WeightLines.Neuron], _ l: Int, _ inputs: [Numeral?]?) -> [Block] {
    guard let inputs, !neurons.isEmpty,
      let traced = ledger.traced(example: steps.example)
    else { return [] }
    let lines = WeightLines(
      neurons: neurons, inputs: inputs.map { $0.map(WeightLines.Given.init) },
      below: work.result.layout.activation(l - 1, 0), digits: digits, traced: traced, ledger: ledger)
    return [
      .family(
        Family(
          count: 2 * neurons.count * inputs.count, form: { lines.form(at: $0, &$1) },
          whole: { lines.whole($0, $1) }, single: { lines.single(at: $0) }))
    ]
  }
}

/// The lines of all weights into neurons of one layer.
struct WeightLines: Sendable {
  /// A neuron whose ∂C/∂z is rounded.
  struct Neuron: Sendable {
    /// Counted from 0.
    let place: Int
    let branches: Steps.WeightBranches
    /// Where its weights begin.
    let weights: Layout.ID
    /// ∂C/∂z to as many digits as are shown, and to each number of digits above.
    let errors: [Given]
  }

  /// A number whose digits are the number itself.
  struct Given: Sendable {
    let numeral: Numeral
    let value: Rounded

    init(_ numeral: Numeral) { (self.numeral, value) = (numeral, Rounded(numeral)) }
  }

  /// How the numbers of a line come out.
  private enum Form: Int {
    /// ∂z/∂w = a = 0.5, where a is given.
    case given
    /// ∂z/∂w = a ≈ 0.48.
    case rounded
    /// ∂C/∂w = ∂z/∂w · ∂C/∂z = 0.48 · 0.12 ≈ 0.058.
    case product
    /// The same where a is 0: = 0 · 0.12 = 0.
    case nothing
  }

  let neurons: [Neuron]
  /// Each activation that is exact.
  let inputs: [Given?]
  /// Where the activations of the layer below begin.
  let below: Layout.ID
  let digits: Int
  let traced: TracedExample
  let ledger: Ledger

  /// The two lines of a weight stand one after the other.
  private func place(_ place: Int) -> (neuron: Int, k: Int, isFactor: Bool) {
    let (neuron, k) = (place / 2).quotientAndRemainder(dividingBy: inputs.count)
    return (neuron, k, place % 2 == 0)
  }

  func form(at place: Int, _ gaps: inout Gaps) -> Int? {
    let (neuron, k, isFactor) = self.place(place)
    gaps.append(neurons[neuron].place + 1)
    gaps.append(k + 1)
    return (isFactor ? factor(k, &gaps) : product(neuron, k, &gaps))?.rawValue
  }

  /// The line of its own kind at a place.
  func single(at place: Int) -> Equation {
    let (neuron, k, isFactor) = self.place(place)
    var ledger = ledger
    let branch = neurons[neuron].branches[k]
    return ledger.line(isFactor ? branch.factor : branch.product, digits: digits).equation
  }

  private func factor(_ k: Int, _ gaps: inout Gaps) -> Form? {
    if let given = inputs[k] {
      gaps.append(given.numeral)
      return .given
    }
    let activation = traced.value(below + k)
    guard activation != 0, let number = RoundedNumber(activation, digits: digits) else { return nil }
    gaps.append(number)
    return .rounded
  }

  /// The numbers that make the line true, found as `TrueLine` finds them.
  private func product(_ neuron: Int, _ k: Int, _ gaps: inout Gaps) -> Form? {
    let (activation, value) = (traced.value(below + k), traced.gradient(neurons[neuron].weights + k))
    if activation == 0, value == 0, let given = inputs[k], Rational(given.numeral).isExact,
      let error = neurons[neuron].errors.first
    {
      gaps.append(given.numeral)
      gaps.append(error.numeral)
      gaps.append(Numeral(integer: 0))
      return .nothing
    }
    guard activation != 0, value != 0, let result = RoundedNumber(value, digits: digits) else { return nil }
    for (more, error) in neurons[neuron].errors.enumerated() {
      if let given = inputs[k] {
        guard TrueLine.isTrue(given.value * error.value, result) else { continue }
        gaps.append(given.numeral)
      } else {
        guard let factor = RoundedNumber(activation, digits: digits + more) else { return nil }
        guard TrueLine.isTrue(Rounded(factor) * error.value, result) else { continue }
        gaps.append(factor)
      }
      gaps.append(error.numeral)
      gaps.append(result)
      return .product
    }
    return nil
  }

  /// A line in full.
  func whole(_ form: Int, _ gaps: [Gap]) -> Equation {
    var (indices, numbers): ([Int], [Formula]) = ([], [])
    for gap in gaps {
      switch gap {
      case .index(let index): indices.append(index)
      case .number(let numeral): numbers.append(.number(numeral))
      }
    }
    guard indices.count == 2, let first = neurons.first?.branches else { return single(at: 0) }
    let names = first.names(0)
    let branch = first.branch(
      names.weightedInput.with([indices[0]]), names.weight.with(indices), names.activation.with([indices[1]]))
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
  /// The same with other indices, if it has any.
  fileprivate func with(_ indices: [Int]) -> Symbol {
    Symbol(meaning, layer: layer, indices: self.indices.isEmpty ? [] : Indices(indices), example: example)
  }
}
