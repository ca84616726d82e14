import Formulas

extension Graph.Builder {
  /// The calculation that a formula says; `nil` where a name in it is no entry, or something in it is no number.
  public mutating func code(of formula: Formula, _ entry: (Formula) -> Graph.ID?) -> Graph.Code? {
    if let argument = formula.argumentOfSoftplus {
      return apply(.softplus, [argument], entry)
    }
    if let arguments = formula.argumentsOfLogSumExp { return apply(.logSumExp, arguments, entry) }
    if let (exponents, place) = formula.argumentsOfSoftmax {
      let arguments = exponents.compactMap { code(of: $0, entry) }
      return arguments.count == exponents.count ? .softmax(arguments, at: place) : nil
    }
    switch formula {
    case .number(let numeral): return number(numeral)
    case .symbol, .partial: return entry(formula).map { .entry($0) }
    case .negative(let x): return apply(.negative, [x], entry)
    case .sum(let terms): return apply(.sum, terms, entry)
    case .product(let factors): return apply(.product, factors, entry)
    case .quotient(let above, let below): return apply(.quotient, [above, below], entry)
    case .power(let base, let exponent): return code(of: base, entry).map { .power($0, exponent) }
    case .raised(let base, let exponent): return apply(.power, [base, exponent], entry)
    case .max: return apply(.max, formula.compared, entry)
    case .min: return apply(.min, formula.compared, entry)
    case .truth(let x, let y, let orEqual): return apply(orEqual ? .atLeast : .greater, [x, y], entry)
    case .call(.named(let function), let x): return code(of: x, entry).map { .named(function, $0) }
    case .call(let function, let x): return function.operation.flatMap { apply($0, [x], entry) }
    case .nabla, .transpose, .matrixProduct, .elementwise: return nil
    }
  }

  private mutating func apply(
    _ operation: Graph.Operation, _ arguments: [Formula], _ entry: (Formula) -> Graph.ID?
  ) -> Graph.Code? {
    let codes = arguments.compactMap { code(of: $0, entry) }
    return codes.count == arguments.count ? .apply(operation, codes) : nil
  }
}

extension Formula {
  /// The arguments of a softmax that is written with powers of e, and which of them stands above the stroke.
  package var argumentsOfSoftmax: ([Formula], place: Int)? {
    guard case .quotient(.call(.exp, let own), .sum(let terms)) = self else { return nil }
    let exponents = terms.compactMap { if case .call(.exp, let x) = $0 { x } else { nil } }
    guard exponents.count == terms.count, let place = exponents.firstIndex(of: own) else { return nil }
    return (exponents, place)
  }
}

extension Formula.Function {
  /// What computes it; `nil` for what is only a name for a longer formula.
  fileprivate var operation: Graph.Operation? {
    switch self {
    case .sigma: .sigmoid
    case .tanh: .tanh
    case .step, .unitStep: .step
    case .sin: .sin
    case .cos: .cos
    case .squareRoot: .squareRoot
    case .ln: .ln
    case .exp: .exp
    case .magnitude: .magnitude
    case .sign: .sign
    case .sigmaPrime, .tanhPrime, .softmax, .named: nil
    }
  }
}
