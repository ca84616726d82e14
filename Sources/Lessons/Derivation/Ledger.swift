import Backprop
import Formulas

/// What each name of a derivation stands for: its value, and its digits where they are the number itself.
struct Ledger {
  private var values: [Formula: Double] = [:]
  private var exact: [Formula: Numeral] = [:]

  /// Every quantity and every factor of one example, and the derivatives of its own cost.
  mutating func add(_ trace: Trace<Double>) {
    let cost = trace.symbol(trace.layout.exampleCost)
    for factor in trace.factors + trace.uncarried {
      self[.partial(trace.symbol(factor.of), by: trace.symbol(factor.by))] = factor.value
    }
    for id in 0...trace.layout.exampleCost {
      let symbol = trace.symbol(id)
      self[.symbol(symbol)] = trace.values[id]
      if symbol != cost { self[.partial(cost, by: symbol)] = trace.gradients[id] }
    }
  }

  /// The value of a name.
  subscript(name: Formula) -> Double? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Whether what is printed for a name is the number itself.
  func isExact(_ name: Formula) -> Bool { exact[name] != nil }

  /// A name is worth just what is written.
  mutating func define(_ name: Formula, as numeral: Numeral) {
    values[name] = numeral.value
    exact[name] = numeral
  }

  /// A name has turned out to be worth just what is written; its value stays as it was computed.
  mutating func noteExact(_ name: Formula, _ numeral: Numeral) { exact[name] = numeral }

  /// What the other terms of a sum make together, by the name that they have: exact where all of them are.
  mutating func defineRest(_ name: Symbol, as sum: Formula) {
    let known = self
    values[.symbol(name)] = sum.evaluated { known.values[$0] ?? .nan }
    let exact: Rational = sum.evaluated { known.exact[$0].map { Rational($0) } ?? Rational(1) / Rational(0) }
    if let numeral = Numeral(exact, digits: TrueLine.mostDigits) { noteExact(.symbol(name), numeral) }
  }

  /// What is printed for a name: its own digits, or so many significant ones.
  ///
  /// The result is `nil` for a name without a value, and for values beyond a double.
  func printed(_ name: Formula, digits: Int) -> Numeral? {
    exact[name] ?? values[name].flatMap { Numeral(rounding: $0, digits: digits) }
  }
}
