/// At `Formula` a rule writes itself down.
extension Formula: Algebra {
  public init(_ numeral: Numeral) { self = .number(numeral) }
  public init(_ integer: Int) { self = .integer(integer) }

  /// One sum of the terms of both, in their order.
  public static func + (left: Formula, right: Formula) -> Formula { .sum(left.terms + right.terms) }

  /// One sum of the terms of the left and, with the other sign, the right.
  public static func - (left: Formula, right: Formula) -> Formula { .sum(left.terms + [-right]) }

  /// One product of the factors of both, in their order.
  public static func * (left: Formula, right: Formula) -> Formula {
    if case .product = left { return .product(left.factors + right.factors) }
    if case .product = right { return .product([left] + right.factors) }
    return .product([left, right])
  }

  /// A quotient, which is not reduced: a formula says what is done, not what comes of it.
  public static func / (left: Formula, right: Formula) -> Formula { .quotient(left, right) }

  /// `negative`, of which two in a row are none.
  public static prefix func - (operand: Formula) -> Formula {
    if case .negative(let positive) = operand { positive } else { .negative(operand) }
  }

  public static func square(_ x: Formula) -> Formula { .power(x, 2) }
  public static func ln(_ x: Formula) -> Formula { .call(.ln, x) }
  public static func lnOnePlus(_ x: Formula) -> Formula { ln(.integer(1) + x) }
  public static func exp(_ x: Formula) -> Formula { .call(.exp, x) }
  public static func logistic(_ x: Formula) -> Formula { .call(.sigma, x) }
  public static func tanh(_ x: Formula) -> Formula { .call(.tanh, x) }
  public static func sin(_ x: Formula) -> Formula { .call(.sin, x) }
  public static func cos(_ x: Formula) -> Formula { .call(.cos, x) }
  public static func named(_ function: NamedFunction, _ x: Formula) -> Formula { .call(.named(function), x) }
  public static func squareRoot(_ x: Formula) -> Formula { .call(.squareRoot, x) }
  public static func exponentialMinusOne(_ x: Formula) -> Formula { exp(x) - .integer(1) }

  /// A whole power where the exponent is a whole number as it is written.
  public static func power(_ base: Formula, _ exponent: Formula) -> Formula {
    if case .number(let numeral) = exponent, let whole = Int(numeral.typed) { return .power(base, whole) }
    if case .negative(.number(let numeral)) = exponent, !numeral.isNegative, let whole = Int(numeral.typed) {
      return .power(base, -whole)
    }
    return .raised(base, exponent)
  }

  public static func sumOrZero(_ terms: [Formula]) -> Formula { total(terms) }
  public static func step(_ x: Formula) -> Formula { .call(.step, x) }
  public static func magnitude(_ x: Formula) -> Formula { .call(.magnitude, x) }
  public static func sign(_ x: Formula) -> Formula { .call(.sign, x) }

  public static func softplus(_ x: Formula) -> Formula { lnOnePlus(exp(x)) }

  /// x, where the formula is ln (1 + eˣ).
  @usableFromInline
  package var argumentOfSoftplus: Formula? {
    guard case .call(.ln, .sum(let terms)) = self, terms.count == 2, terms.first == .integer(1),
      case .call(.exp, let x) = terms.last
    else { return nil }
    return x
  }

  public static func softmax(_ x: [Formula]) -> [Formula] { x.map { exp($0) / total(x.map(exp)) } }
  public static func logSoftmax(_ x: [Formula], at j: Int) -> Formula { x[j] - logSumExp(x) }
  public static func logSoftmaxComplement(_ x: [Formula], at j: Int) -> Formula {
    logSumExp(x.indices.filter { $0 != j }.map { x[$0] }) - logSumExp(x)
  }

  public static func logSumExp(_ x: [Formula]) -> Formula { ln(total(x.map(exp))) }

  /// All x, where the formula is ln Σ_k e^(x_k) of several.
  @usableFromInline
  package var argumentsOfLogSumExp: [Formula]? {
    guard case .call(.ln, .sum(let terms)) = self else { return nil }
    let exponents = terms.compactMap { if case .call(.exp, let x) = $0 { x } else { nil } }
    return exponents.count == terms.count ? exponents : nil
  }

  public static func bySign(
    of x: Formula, negative: @autoclosure () -> Formula, otherwise: @autoclosure () -> Formula
  ) -> Formula { otherwise() }

  public static func weighted(_ coefficient: Formula, _ value: @autoclosure () -> Formula) -> Formula {
    coefficient * value()
  }

  public static func weighted(_ coefficient: Formula, over value: @autoclosure () -> Formula) -> Formula {
    coefficient / value()
  }

  /// The terms added up, from the first to the last: in one sum at once, as adding them one by one would give it.
  public static func total(_ terms: some Sequence<Formula>) -> Formula {
    var all: [Formula] = []
    for term in terms {
      if case .sum(let parts) = term { all += parts } else { all.append(term) }
    }
    return all.count > 1 ? .sum(all) : all.first ?? .integer(0)
  }

  /// The terms that it is the sum of; itself, if it is none.
  package var terms: [Formula] { if case .sum(let terms) = self { terms } else { [self] } }

  /// The factors that it is the product of; itself, if it is none.
  package var factors: [Formula] { if case .product(let factors) = self { factors } else { [self] } }

  /// A product of one factor is the factor, and one of none is 1.
  package static func product(of factors: [Formula]) -> Formula {
    factors.count > 1 ? .product(factors) : factors.first ?? .integer(1)
  }
}

extension Formula {
  /// The value of the formula in any arithmetic; `value` says what its names stand for.
  ///
  /// Matrices are those of one entry, which are as good as numbers. Throws what `value` throws; a name without a value
  /// is its concern.
  // Inlinable, so that another module evaluates in its own arithmetic as fast as this one.
  @inlinable
  public func evaluated<A: Algebra>(_ value: (Formula) throws -> A) rethrows -> A {
    // eˣ alone would overflow where its logarithm is small; where 1 + eˣ is 1 for a calculator, it is so here.
    if let argument = argumentOfSoftplus {
      let x = try argument.evaluated(value)
      return A.bySign(of: x + A(30), negative: A.ln(A(1) + A.exp(x)), otherwise: A.softplus(x))
    }
    if let arguments = argumentsOfLogSumExp {
      return A.logSumExp(try arguments.map { try $0.evaluated(value) })
    }
    switch self {
    case .number(let numeral): return A(numeral)
    case .symbol, .partial, .nabla: return try value(self)
    case .negative(let x): return try -x.evaluated(value)
    case .sum(let terms):
      guard var result = try terms.first?.evaluated(value) else { return A(0) }
      for next in terms.dropFirst() { result = try result + next.evaluated(value) }
      return result
    case .product(let factors), .matrixProduct(let factors):
      guard var result = try factors.first?.evaluated(value) else { return A(1) }
      for next in factors.dropFirst() { result = try result * next.evaluated(value) }
      return result
    case .quotient(let above, let below): return try above.evaluated(value) / below.evaluated(value)
    case .power(let base, let exponent):
      let value = try base.evaluated(value)
      if exponent == 2 { return A.square(value) }
      // As by hand, as long as one would do it so.
      guard (0...16).contains(exponent) else { return A.power(value, A(exponent)) }
      return repeatElement(value, count: exponent).reduce(A(1), *)
    case .raised(let base, let exponent):
      return try A.power(base.evaluated(value), exponent.evaluated(value))
    case .call(let function, let x): return try function.evaluated(x.evaluated(value))
    case .max(let x, let y): return try A.max(x.evaluated(value), y.evaluated(value))
    case .min(let x, let y): return try A.min(x.evaluated(value), y.evaluated(value))
    case .truth(let x, let y, let orEqual):
      return try A.truth(x.evaluated(value), y.evaluated(value), orEqual: orEqual)
    case .transpose(let x): return try x.evaluated(value)
    case .elementwise(let x, let y): return try x.evaluated(value) * y.evaluated(value)
    }
  }
}

extension Formula.Function {
  @inlinable
  func evaluated<A: Algebra>(_ x: A) -> A {
    switch self {
    case .sigma: return A.logistic(x)
    case .sigmaPrime: return A.logisticSlope(x)
    case .tanh: return A.tanh(x)
    case .tanhPrime: return Reading.hyperbolic(x).squareComplement
    case .step, .unitStep: return A.step(x)
    case .sin: return A.sin(x)
    case .cos: return A.cos(x)
    case .squareRoot: return A.squareRoot(x)
    case .ln: return A.ln(x)
    case .exp: return A.exp(x)
    case .magnitude: return A.magnitude(x)
    case .sign: return A.sign(x)
    case .softmax: return A.total(A.softmax([x]))
    case .named(let function): return A.named(function, x)
    }
  }
}
