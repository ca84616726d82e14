import Formulas

extension PythonExpression {
  /// A formula in Python, where `name` says what its names are called; `nil` for matrices, which are no numbers.
  init?(_ formula: Formula, name: (Formula) -> PythonExpression?) {
    func part(_ x: Formula) -> PythonExpression? { PythonExpression(x, name: name) }
    func parts(_ all: [Formula]) -> [PythonExpression]? {
      let found = all.compactMap(part)
      return found.count == all.count ? found : nil
    }
    /// An operation on several, if all of them are there.
    func made(_ all: [Formula], _ make: ([PythonExpression]) -> PythonExpression) -> PythonExpression? {
      parts(all).map(make)
    }
    /// An operation on two.
    func pair(
      _ x: Formula, _ y: Formula, _ make: (PythonExpression, PythonExpression) -> PythonExpression
    ) -> PythonExpression? {
      guard let x = part(x), let y = part(y) else { return nil }
      return make(x, y)
    }
    let expression: PythonExpression? =
      if let x = formula.argumentOfSoftplus {
        made([x]) { .call(.softplus, $0) }
      } else if let x = formula.argumentsOfLogSumExp, x.count > 1 {
        made(x) { .call(.logSumExp, $0) }
      } else if let (x, place) = formula.argumentsOfSoftmax, x.count > 1 {
        made(x) { .softmax($0, at: .number(place)) }
      } else {
        switch formula {
        case .number(let numeral): PythonExpression(numeral)
        case .symbol, .partial, .nabla: name(formula)
        case .negative(let x): part(x).map { .negative($0) }
        case .sum(let terms): made(terms) { .sum($0) }
        case .product(let factors): made(factors) { .tidy(product: $0) }
        case .quotient(let above, let below): pair(above, below) { .quotient($0, $1) }
        case .power(let base, let exponent): pair(base, .integer(exponent)) { .power($0, $1) }
        case .raised(let base, let exponent): pair(base, exponent) { .power($0, $1) }
        case .call(let function, let x): part(x).flatMap { PythonExpression(function, of: $0) }
        case .max: made(formula.compared) { .call(.max, $0) }
        case .min: made(formula.compared) { .call(.min, $0) }
        case .truth(let x, let y, let orEqual): pair(x, y) { .truth($0, $1, orEqual: orEqual) }
        case .transpose, .matrixProduct, .elementwise: nil
        }
      }
    guard let expression else { return nil }
    self = expression
  }

  /// A product without factors of 1, and with the signs of its factors before it.
  static func tidy(product factors: [PythonExpression]) -> PythonExpression {
    var (others, isNegative) = ([PythonExpression](), false)
    for var factor in factors {
      while case .negative(let x) = factor { (factor, isNegative) = (x, !isNegative) }
      if case .product(let inner) = factor, others.isEmpty {
        others = inner
      } else if factor != .number("1") {
        others.append(factor)
      }
    }
    let product: PythonExpression =
      others.count > 1 ? .product(others) : others.first ?? .number("1")
    return isNegative ? .negative(product) : product
  }

  /// A number in the digits that it is written with.
  init(_ numeral: Numeral) {
    let exponent = numeral.exponent.map { "e\($0)" } ?? ""
    let above = PythonExpression.number(numeral.digits + exponent)
    let magnitude = numeral.denominator.map { .quotient(above, .number($0)) } ?? above
    self = numeral.isNegative ? .negative(magnitude) : magnitude
  }

  /// A function of one number; `nil` for one of columns.
  private init?(_ function: Formula.Function, of x: PythonExpression) {
    let called: PythonFunction
    switch function {
    // σ′(x) = σ(x) σ(−x)
    case .sigmaPrime:
      self = .product([.call(.sigmoid, [x]), .call(.sigmoid, [.negative(x)])])
      return
    // tanh′(x) = 1 − tanh² x
    case .tanhPrime:
      self = .sum([.number("1"), .negative(.power(.call(.tanh, [x]), .number("2")))])
      return
    case .step, .unitStep:
      self = .truth(x, .number("0"), orEqual: false)
      return
    case .softmax: return nil
    case .sigma: called = .sigmoid
    case .tanh: called = .tanh
    case .sin: called = .sin
    case .cos: called = .cos
    case .squareRoot: called = .squareRoot
    case .ln: called = .ln
    case .exp: called = .exp
    case .magnitude: called = .magnitude
    case .sign: called = .sign
    case .named(let function): called = .named(function)
    }
    self = .call(called, [x])
  }
}
