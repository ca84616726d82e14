import Backprop
import Documents
import Formulas

/// Makes the lines of a derivation true as printed.
///
/// A calculator, given the numbers of a line as they are printed, has to come to the printed result: exactly where
/// there is =, and to one unit of the last digit shown where there is ≈. So every line is evaluated from what is about
/// to be printed, and given more digits where it needs them; then, if that is not enough, fewer in its result.
struct TrueLine {
  /// More says nothing about a double.
  static let mostDigits = 17

  /// How many significant digits are shown where nothing stands against it.
  let digits: Int
  /// Whether a sum of products shows the value of each, before they are added.
  var showsTerms = false

  /// The sides after the symbols of `formula`: its numbers, and the result.
  struct Numbers {
    var sides: [Equation.Side]
    /// The result's digits, where they are the number itself.
    var exact: Numeral?
  }

  /// The numbers of a formula in the names of `ledger`, and its result `value`; `nil` if no digits make it true.
  func numbers(_ formula: Formula, value: Double, ledger: Ledger, resultDigits: Int? = nil) -> Numbers? {
    if let exact = exactly(formula, value: value, ledger: ledger) { return exact }
    if let chosen = choice(formula, value: value, ledger: ledger) { return chosen }
    // What is rounded down is a whole number, and no other near it.
    let whole = formula.isFloor ? Int(exactly: value).map { Numeral(integer: $0) } : nil
    guard let result = whole ?? Numeral(rounding: value, digits: resultDigits ?? digits) else { return nil }
    for operandDigits in digits...Swift.max(digits, Self.mostDigits) {
      guard let numbers = substitute(formula, ledger, digits: operandDigits) else { return nil }
      // A name alone: a ≈ 0.48 says it all.
      switch numbers {
      case .number, .negative(.number): return Numbers(sides: [.init(.approximately, .number(result))])
      case .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min,
        .truth,
        .nabla, .transpose, .matrixProduct, .elementwise:
        break
      }
      if isTrue(numbers, result), whole == nil || relation(numbers, result) == .equals {
        let terms = termValues(numbers, result, of: formula, ledger).map {
          [Equation.Side(.approximately, $0)]
        }
        return Numbers(
          sides: [.init(.equals, numbers)] + (terms ?? [])
            + [.init(relation(numbers, result), .number(result))], exact: whole)
      }
    }
    return nil
  }

  /// The sides after the symbols, with fewer digits of the result if it has to be; none if even that fails.
  func sides(_ formula: Formula, value: Double, ledger: Ledger) -> [Equation.Side] {
    (numbers(formula, value: value, ledger: ledger)
      ?? numbersWithFewerDigits(formula, value: value, ledger: ledger))?.sides ?? cancelled(formula, ledger)
  }

  /// Where the printed numbers cancel, what is left is less than any of their digits.
  private func cancelled(_ formula: Formula, _ ledger: Ledger) -> [Equation.Side] {
    guard let numbers = substitute(formula, ledger, digits: digits) else { return [] }
    let result: Rational = numbers.computed()
    return result == Rational(0) ? [.init(.equals, numbers), .init(.approximately, .integer(0))] : []
  }

  /// The same with as many digits of the result as can be had.
  func numbersWithFewerDigits(_ formula: Formula, value: Double, ledger: Ledger) -> Numbers? {
    (1..<Swift.max(2, digits)).reversed().lazy.compactMap { count in
      numbers(formula, value: value, ledger: ledger, resultDigits: count)
    }.first
  }

  /// A line that needs no rounding.
  private func exactly(_ formula: Formula, value: Double, ledger: Ledger) -> Numbers? {
    // Of what only says which of two cases holds, the rounded number says the same.
    let decides = formula.namesOutsideConditions.allSatisfy(ledger.isExact)
    guard decides || value == 0, let numbers = substitute(formula, ledger, digits: digits) else { return nil }
    let result: Rational = numbers.computed()
    // Whatever the formula multiplies by 0, as dropout does, is 0, also where it is rounded and has no fraction.
    if value == 0, !result.isExact,
      formula.factors.contains(where: { $0.names.isEmpty && $0.computed() == Rational(0) })
    {
      return Numbers(
        sides: [.init(.equals, numbers), .init(.equals, .integer(0))], exact: Numeral(integer: 0))
    }
    if formula.hasConditions, !Self.isSame(result, value) { return nil }
    let vanishes = value == 0 && result == Rational(0)
    // A name alone has the digits that it was given, and is as exact as these.
    if case .number(let given) = numbers {
      return decides ? Numbers(sides: [.init(.equals, numbers)], exact: given) : nil
    }
    // Nor is there anything to calculate in a name with the other sign.
    if decides, case .negative(.number) = numbers, let exact = ledger.numeral(result, digits: Self.mostDigits)
    {
      return Numbers(sides: [.init(.equals, .number(exact))], exact: exact)
    }
    // What comes out as 0 in doubles, and nothing was rounded for it, is 0 also where a root or a sine has no fraction.
    if decides, value == 0, !result.isExact {
      let computed: Rounded = numbers.computed()
      if computed.value == 0, computed.error == 0 {
        return Numbers(
          sides: [.init(.equals, numbers), .init(.equals, .integer(0))], exact: Numeral(integer: 0))
      }
    }
    guard decides || vanishes, let exact = ledger.numeral(result, digits: digits) else { return nil }
    // A quotient that is its own fraction is not said twice.
    if case .quotient(.number(let above), .number(let below)) = numbers, above.digits == exact.digits,
      above.denominator == nil, below.denominator == nil, below.digits == exact.denominator
    {
      return Numbers(sides: [.init(.equals, .number(exact))], exact: exact)
    }
    let terms = exactTermValues(numbers, ledger).map { [Equation.Side(.equals, $0)] } ?? []
    return Numbers(sides: [.init(.equals, numbers)] + terms + [.init(.equals, .number(exact))], exact: exact)
  }

  /// The largest or the smallest of several names, where the one that is chosen has digits that are the number itself.
  private func choice(_ formula: Formula, value: Double, ledger: Ledger) -> Numbers? {
    guard let chosen = formula.compared.first(where: { $0.isName && ledger[$0] == value }),
      formula.compared.count > 1, let exact = ledger.digits(of: chosen),
      let numbers = substitute(formula, ledger, digits: digits), numbers.computed() == Rational(exact)
    else { return nil }
    return Numbers(sides: [.init(.equals, numbers), .init(.equals, .number(exact))], exact: exact)
  }

  /// Whether an exact number is the one that was computed, but for rounding.
  private static func isSame(_ exact: Rational, _ value: Double) -> Bool {
    exact.approximation.map { ($0 - value).magnitude <= 1e-12 * Swift.max($0.magnitude, 1e-300) } ?? false
  }

  /// Choosing one of two numbers, as max does, rounds nothing.
  private func relation(_ numbers: Formula, _ result: Numeral) -> Equation.Relation {
    if numbers.isFloor { return numbers.computed() == result.value ? .equals : .approximately }
    let isChoice =
      switch numbers {
      case .max, .min, .truth: true
      case .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .nabla,
        .transpose, .matrixProduct, .elementwise:
        false
      }
    return isChoice && numbers.computed() == Rational(result) ? .equals : .approximately
  }

  func isTrue(_ numbers: Formula, _ result: Numeral) -> Bool {
    // A zero has no last digit: what is printed has to cancel.
    if result.value == 0 { return numbers.computed() == Rational(0) }
    return Self.isTrue(numbers.computed(), result)
  }

  /// Whether what a calculator computes is the result, to one unit of its last digit.
  private static func isTrue(_ computed: Rounded, _ result: Numeral) -> Bool {
    isTrue(computed, result.value, unit: result.unit)
  }

  /// The same of a result that is not written yet.
  static func isTrue(_ computed: Rounded, _ result: RoundedNumber) -> Bool {
    isTrue(computed, result.value, unit: result.unit)
  }

  private static func isTrue(_ computed: Rounded, _ result: Double, unit: Double) -> Bool {
    // Our own arithmetic is not exact either: its error is kept out of the unit that is allowed.
    (computed.value - result).magnitude + computed.error * .ulpOfOne + result.ulp <= unit
  }

  /// The formula in numbers, `nil` where a name has none.
  private func substitute(_ formula: Formula, _ ledger: Ledger, digits: Int) -> Formula? {
    struct NoNumber: Error {}
    let numbers = try? formula.substituting { part throws(NoNumber) in
      guard part.isName else { return nil }
      guard let numeral = ledger.printed(part, digits: digits) else { throw NoNumber() }
      return .number(numeral)
    }
    return numbers?.droppingVoidTerms
  }
}

extension Formula {
  /// The value of a formula in which every name has become a number.
  func computed<A: Algebra>() -> A { evaluated { _ in A(0) / A(0) } }

  fileprivate var isFloor: Bool { if case .call(.named(.floor), _) = self { true } else { false } }

  /// Whether something in it only decides which of two cases holds.
  fileprivate var hasConditions: Bool {
    var found = false
    forEachPart { if $0.isCondition { found = true } }
    return found
  }

  /// The names whose size counts: not those that only decide which of two cases holds.
  fileprivate var namesOutsideConditions: [Formula] {
    if !hasConditions { return names }
    if isName { return [self] }
    if isCondition { return [] }
    var found: [Formula] = []
    forEachOwnPart { found += $0.namesOutsideConditions }
    return found
  }

  private var isCondition: Bool {
    switch self {
    case .truth, .call(.unitStep, _), .call(.sign, _), .call(.named(.floor), _): true
    case .number, .symbol, .partial, .nabla, .negative, .sum, .product, .quotient, .power, .raised, .call,
      .max, .min, .transpose, .matrixProduct, .elementwise:
      false
    }
  }

  /// Whether the sign of something decides, and not its size.
  var asksForSign: Bool {
    var found = false
    forEachPart { part in
      switch part {
      case .call(.step, _): found = true
      case .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .max,
        .truth,
        .min,
        .nabla, .transpose, .matrixProduct, .elementwise:
        break
      }
    }
    return found
  }

  /// 0 · ln 0 and 0/0 count as 0, as a term does whose coefficient is 0.
  fileprivate var droppingVoidTerms: Formula {
    var mayBeVoid = false
    forEachPart { if $0.hasNoCoefficient { mayBeVoid = true } }
    guard mayBeVoid else { return self }
    return substituting { part in
      part.hasNoCoefficient && !(part.computed() as Double).isFinite ? .integer(0) : nil
    }
  }

  /// Whether it is a product whose first factor is 0, or a quotient of 0.
  private var hasNoCoefficient: Bool {
    if case .product(let factors) = self { return factors.first?.computed() as Double? == 0 }
    if case .quotient(let above, _) = self { return above.computed() as Double == 0 }
    return false
  }
}
