import Backprop
import Documents
import Formulas

/// What each name of a derivation stands for: its value, and its digits where they are the number itself.
struct Ledger {
  /// What was found on the way; the rest is in the traces.
  private var values: [Formula: Double] = [:]
  private var exact: [Formula: Numeral] = [:]
  private var traced: [TracedExample] = []
  /// Where an example stands among them, both counted from 0.
  private var places: [Int: Int] = [:]
  /// The neurons of each example whose weights are derived as a family, by the ids of their weighted inputs.
  private var families: [Int: Set<Layout.ID>] = [:]

  /// Whether what is exact is written as a fraction, and not as a decimal.
  private(set) var isInFractions = false

  /// Every quantity and every factor of one example, and the derivatives of its own cost; results have so many digits.
  mutating func add(_ trace: Trace<Double>, of lesson: Lesson, digits: Int) {
    for factors in [trace.factors, trace.uncarried] {
      // The factors of a z are found by their places.
      for factor in factors where !trace.layout.isWeightedInput(factor.of) {
        self[.partial(trace.symbol(factor.of), by: trace.symbol(factor.by))] = factor.value
      }
    }
    places[trace.example ?? 0] = traced.count
    traced.append(TracedExample(trace, of: lesson, digits: digits))
  }

  /// What a traced example says of the names in its derivation; `nil` where it was not traced.
  func traced(example: Int) -> TracedExample? { places[example].map { traced[$0] } }

  /// The traced example that a name belongs to; the first knows what belongs to all of them.
  private func traced(_ name: Formula) -> TracedExample? {
    guard let number = name.example else { return traced.first }
    return traced(example: number - 1)
  }

  /// The lines of the weights of a neuron are a family, and what they find to be exact is so from here on.
  mutating func noteFamily(_ weightedInput: Layout.ID, ofExample example: Int) {
    families[example, default: []].insert(weightedInput)
  }

  /// Everything of the same trace in fractions, as far as it has them: from here on what is exact is a fraction.
  mutating func define(inFractions trace: Trace<Rational>) {
    isInFractions = true
    trace.forEachName { define($0, as: $1) }
  }

  /// From here on what is exact is written as a fraction.
  mutating func writeFractions() { isInFractions = true }

  /// The value of a name; with a new value goes what was known of the old one.
  subscript(name: Formula) -> Double? {
    // What is in a trace is nowhere else, but in fractions.
    get {
      if isInFractions, let value = values[name] { return value }
      if let value = traced(name)?[name] { return value }
      return values[name]
    }
    set {
      values[name] = newValue
      exact[name] = nil
    }
  }

  /// Whether what is printed for a name is the number itself.
  func isExact(_ name: Formula) -> Bool { digits(of: name) != nil }

  /// The digits of a name that are the number itself.
  func digits(of name: Formula) -> Numeral? {
    if let numeral = exact[name] { return numeral }
    guard !isInFractions else { return nil }
    guard let example = traced(name) else { return nil }
    let families = example.example.flatMap { self.families[$0] } ?? Set()
    return example.exact(name, families: families, known: { digits(of: $0) })
  }

  /// A name is worth just what is written.
  mutating func define(_ name: Formula, as numeral: Numeral) {
    values[name] = numeral.value
    exact[name] = numeral
  }

  /// A name is worth a fraction, if the number is known.
  mutating func define(_ name: Formula, as fraction: Rational) {
    if let numeral = Numeral(fraction: fraction) { define(name, as: numeral) }
  }

  /// An exact number as it is printed: as a fraction, or as a decimal of at most so many digits.
  func numeral(_ exact: Rational, digits: Int) -> Numeral? {
    isInFractions ? Numeral(fraction: exact) : Numeral(exact, digits: digits)
  }

  /// The value of a formula in fractions; `nil` where there are none, or a name in it has none.
  func fraction(_ formula: Formula) -> Rational? {
    guard isInFractions else { return nil }
    let value = exactly { try formula.evaluated($0) }
    return value.isExact ? value : nil
  }

  /// The value of something where everything in it is exact.
  private func exactly(_ evaluated: ((Formula) throws -> Rational) throws -> Rational) -> Rational {
    struct NotExact: Error {}
    let value = try? evaluated { name in
      guard let numeral = digits(of: name) else { throw NotExact() }
      return Rational(numeral)
    }
    return value ?? Rational(0) / Rational(0)
  }

  /// A name has turned out to be worth just what is written; its value stays as it was computed.
  mutating func noteExact(_ name: Formula, _ numeral: Numeral) { exact[name] = numeral }

  /// What the other terms of a sum make together, by the name that they have: exact where all of them are.
  ///
  /// `value` says what names stand for that are not in the ledger.
  mutating func defineRest(
    _ name: Symbol, as terms: OtherTerms, orElse value: (Formula) -> Double? = { _ in nil }
  ) {
    let value = terms.evaluated { self[$0] ?? value($0) ?? .nan }
    values[.symbol(name)] = value
    let exact = exactly { try terms.evaluated($0) }
    if let numeral = numeral(exact, digits: TrueLine.mostDigits) { noteExact(.symbol(name), numeral) }
  }

  /// The same of every sum in a step.
  mutating func defineRests(_ others: [Symbol: OtherTerms]) {
    for (name, terms) in others { defineRest(name, as: terms) }
  }

  /// What is printed for a name: its own digits, or so many significant ones.
  ///
  /// The result is `nil` for a name without a value, and for values beyond a double.
  func printed(_ name: Formula, digits: Int) -> Numeral? {
    if let numeral = self.digits(of: name) { return numeral }
    guard let value = self[name] else { return nil }
    return Numeral(rounding: value, digits: digits)
  }
}

extension Ledger {
  /// Parameters and the derivatives of the cost by them, found by their places and not by their names.
  struct Slopes: Sendable {
    fileprivate let example: TracedExample
    /// The digits of those derivatives that are the number itself.
    fileprivate let exact: [Layout.ID: Numeral]

    /// What `printed` gives for a parameter, and for the derivative by it; `false` where one of them has no number.
    func append(_ id: Layout.ID, digits: Int, to gaps: inout Gaps) -> Bool {
      if let given = example.parameter(id) {
        gaps.append(given)
      } else {
        guard let value = RoundedNumber(example.value(id), digits: digits) else { return false }
        gaps.append(value)
      }
      if let slope = exact[id] {
        gaps.append(slope)
      } else {
        guard let slope = RoundedNumber(example.gradient(id), digits: digits) else { return false }
        gaps.append(slope)
      }
      return true
    }
  }

  /// `nil` where the cost is not that of the one example that was traced, or fractions are written.
  func slopes(of cost: Symbol, _ layout: Layout) -> Slopes? {
    guard !isInFractions, traced.count == 1, let example = traced.first, example.cost == cost else {
      return nil
    }
    var slopes: [Layout.ID: Numeral] = [:]
    for (name, numeral) in exact {
      guard case .partial(cost, let parameter) = name, let id = layout.id(of: parameter) else { continue }
      slopes[id] = numeral
    }
    return Slopes(example: example, exact: slopes)
  }
}

extension Formula {
  /// The number of the example that a name belongs to, where it has one.
  fileprivate var example: Int? {
    if case .symbol(let symbol) = self { return symbol.example }
    if case .partial(let of, by: let by) = self { return of.example ?? by.example }
    return nil
  }
}

extension Trace {
  /// Every quantity and every factor by its name, and the derivatives of the example's own cost.
  fileprivate func forEachName(_ body: (Formula, Scalar) -> Void) {
    let cost = symbol(layout.exampleCost)
    for factor in factors + uncarried {
      body(.partial(symbol(factor.of), by: symbol(factor.by)), factor.value)
    }
    for id in 0...layout.exampleCost {
      let symbol = symbol(id)
      body(.symbol(symbol), values[id])
      if symbol != cost { body(.partial(cost, by: symbol), gradients[id]) }
    }
  }
}
