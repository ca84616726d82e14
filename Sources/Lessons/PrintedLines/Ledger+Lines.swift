import Backprop
import Documents
import Formulas

extension Ledger {
  /// A name with what is printed for it.
  func valued(_ name: Formula, digits: Int) -> Equation {
    let relation: Equation.Relation = isExact(name) ? .equals : .approximately
    return Equation(name, printed(name, digits: digits).map { [.init(relation, .number($0))] } ?? [])
  }

  /// What is printed for a name, alone; `nil` where it has no number.
  func number(_ name: Formula, digits: Int) -> Equation? {
    printed(name, digits: digits).map { Equation($0, of: name) }
  }

  /// The line of a name that follows from others; what it finds to be exact is kept.
  mutating func line(_ name: Formula, _ formula: Formula, digits: Int) -> Equation {
    line(Graph.Step(kind: .value(0), name: name, formula: formula), digits: digits).equation
  }

  /// The line of a step, with the value of each product of a sum if these are shown; what it finds to be exact is kept.
  ///
  /// `usesOther` says that the step had to be written from the weighted input.
  mutating func line(
    _ step: Graph.Step, digits: Int, showsTerms: Bool = false
  ) -> (equation: Equation, usesOther: Bool) {
    let line = TrueLine(digits: digits, showsTerms: showsTerms)
    if let decided = decided(step, digits: digits) { return (decided, false) }
    let titles = step.title.map { [Equation.Side(.equals, $0)] } ?? []
    guard let value = self[step.name] else {
      return (Equation(step.name, titles + [.init(.equals, step.formula)]), false)
    }
    let full = line.numbers(step.formula, value: value, ledger: self)
    let other =
      full == nil
      ? step.whenSaturated.flatMap { other in
        line.numbers(other, value: value, ledger: self).map { (other, $0) }
      } : nil
    let (formula, numbers) =
      full.map { (step.formula, $0) } ?? other
      ?? line.numbersWithFewerDigits(step.formula, value: value, ledger: self).map { (step.formula, $0) }
      ?? (step.formula, nil)
    // A sum that counts as 0, since it is no more than the rounding of its terms, is used as 0.
    if let exact = numbers?.exact, value != 0 || exact.value == 0 { noteExact(step.name, exact) }
    var sides = titles
    // Numbers alone are written once.
    if numbers == nil || !formula.names.isEmpty { sides.append(.init(.equals, formula)) }
    if let numbers {
      sides += numbers.sides
    } else if let result = printed(step.name, digits: digits) {
      sides.append(.init(.approximately, .number(result)))
    }
    return (Equation(step.name, sides), other != nil)
  }

  /// A slope that the sign of z decides: there is nothing to calculate, and no calculator has the function.
  private mutating func decided(_ step: Graph.Step, digits: Int) -> Equation? {
    guard step.formula.asksForSign, let value = self[step.name] else { return nil }
    // The slope of a leaky ReLU is as exact as the lesson gives it.
    let exact =
      fraction(step.formula).flatMap { Numeral(fraction: $0) }
      ?? Numeral("\(value)").flatMap { Numeral(Rational($0), digits: TrueLine.mostDigits) }
    guard let exact else { return nil }
    noteExact(step.name, exact)
    var sides: [Equation.Side] = []
    if case .call = step.formula { sides.append(.init(.equals, step.formula)) }
    // A constant times such a slope is something to calculate.
    if case .product(let factors) = step.formula, let last = factors.last, last.asksForSign,
      factors.dropLast().allSatisfy(\.names.isEmpty), let slope = fraction(last) ?? rational(last),
      let numeral = Numeral(slope, digits: TrueLine.mostDigits) ?? Numeral(fraction: slope)
    {
      if case .call = last { sides.append(.init(.equals, step.formula)) }
      sides.append(.init(.equals, .product(factors.dropLast() + [.number(numeral)])))
    }
    return Equation(step.name, sides + [.init(.equals, .number(exact))])
  }

  /// What a formula gives in doubles, as it is written there.
  private func rational(_ formula: Formula) -> Rational? {
    Numeral("\(formula.evaluated { self[$0] ?? .nan })").map { Rational($0) }
  }
}
