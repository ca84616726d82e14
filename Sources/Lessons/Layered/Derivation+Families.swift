import Backprop
import Documents
import Formulas

/// The lines of the weights into a neuron, where there are many.
extension Derivation {
  /// Fewer than these are written one by one.
  static let leastFamily = 16

  /// The digits of what enters a layer, where they are the number itself; `nil` where its weights are no families.
  func givenInputs(ofLayer l: Int) -> [Numeral?]? {
    let layout = work.result.layout
    guard wanted == nil, layout.widths[l - 1] >= Self.leastFamily, !ledger.isInFractions else { return nil }
    return (0..<layout.widths[l - 1]).map { ledger.digits(of: symbol(layout.activation(l - 1, $0))) }
  }

  /// ∂z/∂w and ∂C/∂w of each weight into the neuron in turn; `nil` where they are to be written one by one.
  mutating func weightLines(_ l: Int, _ j: Int) -> WeightLines.Neuron? {
    let (layout, name) = (work.result.layout, steps.graph.derivative(by: steps.graph.weightedInput(l, j)))
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
      place: j, weights: layout.weight(l, j, 0), errors: errors.map(WeightLines.Given.init))
  }

  /// The lines of all weights into these neurons of a layer, as `line(_:)` writes them.
  func family(_ neurons: [WeightLines.Neuron], _ l: Int, _ inputs: [Numeral?]?) -> [Block] {
    guard let inputs, !neurons.isEmpty,
      let traced = ledger.traced(example: steps.example)
    else { return [] }
    let lines = WeightLines(
      neurons: neurons, inputs: inputs.map { $0.map(WeightLines.Given.init) },
      layer: l, steps: steps, digits: digits, traced: traced, ledger: ledger)
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
  let layer: Int
  let steps: Steps
  let digits: Int
  let traced: TracedExample
  let ledger: Ledger

  /// Where the activations of the layer below begin.
  private var below: Layout.ID { steps.graph.layout.activation(layer - 1, 0) }

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
    let step = step(neurons[neuron].place, k, isFactor)
    return step.map { ledger.line($0, digits: digits).equation } ?? Equation(.symbol(steps.graph.result), [])
  }

  /// ∂z/∂w, or ∂C/∂w.
  private func step(_ j: Int, _ k: Int, _ isFactor: Bool) -> Graph.Step? {
    let weight = steps.graph.layout.weight(layer, j, k)
    return steps.step(
      isFactor ? .factor(of: steps.graph.weightedInput(layer, j), by: weight) : .total(weight))
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
    guard indices.count == 2, let factor = step(0, 0, true), let product = step(0, 0, false) else {
      return single(at: 0)
    }
    let result = numbers.last ?? .integer(0)
    // The indices may be those of no neuron.
    func line(_ step: Graph.Step, _ numbers: [Equation.Side]) -> Equation {
      Equation(renamed(step.name, indices), [.init(.equals, renamed(step.formula, indices))] + numbers)
    }
    switch Form(rawValue: form) {
    case .given: return line(factor, [.init(.equals, result)])
    case .rounded: return line(factor, [.init(.approximately, result)])
    case .product:
      return line(product, [.init(.equals, .product(numbers.dropLast())), .init(.approximately, result)])
    case .nothing, nil:
      return line(product, [.init(.equals, .product(numbers.dropLast())), .init(.equals, result)])
    }
  }

  /// The same of the weight with these indices.
  private func renamed(_ formula: Formula, _ indices: [Int]) -> Formula {
    func renamed(_ symbol: Symbol) -> Symbol {
      if symbol.meaning == .weight { return symbol.with(indices) }
      if symbol.meaning == .weightedInput { return symbol.with([indices[0]]) }
      return symbol.meaning == .activation ? symbol.with([indices[1]]) : symbol
    }
    return formula.substituting { part in
      if case .symbol(let symbol) = part { return .symbol(renamed(symbol)) }
      if case .partial(let of, let by) = part { return .partial(renamed(of), by: renamed(by)) }
      return nil
    }
  }
}

extension Symbol {
  /// The same with other indices, if it has any.
  fileprivate func with(_ indices: [Int]) -> Symbol {
    Symbol(meaning, layer: layer, indices: self.indices.isEmpty ? [] : Indices(indices), example: example)
  }
}
