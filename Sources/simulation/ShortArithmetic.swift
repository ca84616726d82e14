import Formulas

/// Arithmetic of few bits, as a computer's single or half precision has it: every operation is rounded.
extension Formula {
  /// The value with each result rounded to so many bits.
  func evaluated(bits: Int, _ entry: (Formula) -> Double) -> Double {
    func part(_ formula: Formula) -> Double { formula.evaluated(bits: bits, entry) }
    func combined(_ parts: [Formula], _ operation: (Double, Double) -> Double) -> Double {
      guard let first = parts.first else { return 0 }
      return parts.dropFirst().reduce(part(first)) { operation($0, part($1)).rounded(bits: bits) }
    }
    switch self {
    case .sum(let terms): return combined(terms, +)
    case .product(let factors): return combined(factors, *)
    case .quotient(let above, let below): return (part(above) / part(below)).rounded(bits: bits)
    case .negative(let x): return -part(x)
    case .call(let function, let x) where function != .ln:
      let argument = part(x)
      return Formula.call(function, .symbol(Symbol(.entry))).evaluated { _ in argument }.rounded(bits: bits)
    case .number, .symbol, .partial, .power, .raised, .call, .max, .min, .truth, .nabla, .transpose,
      .matrixProduct, .elementwise:
      return evaluated(entry).rounded(bits: bits)
    }
  }
}

extension Double {
  /// Rounded to so many significant bits.
  fileprivate func rounded(bits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let scale = Double(sign: .plus, exponent: bits - 1 - Int(exponent), significand: 1)
    return scale.isFinite ? (self * scale).rounded(.toNearestOrEven) / scale : self
  }
}
