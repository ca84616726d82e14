/// A tree of mathematical meaning: what is said, not how it is set.
public indirect enum Formula: Hashable, Sendable {
  /// A number, in the digits that it is written with.
  case number(Numeral)
  /// A quantity by its name.
  case symbol(Symbol)
  /// ∂(of)/∂(by).
  case partial(Symbol, by: Symbol)
  /// With a minus sign.
  case negative(Formula)
  /// The terms in their order; a subtracted one is `negative`.
  case sum([Formula])
  /// The factors in their order.
  case product([Formula])
  /// The first divided by the second.
  case quotient(Formula, Formula)
  /// A whole power.
  case power(Formula, Int)
  /// A function of one argument; a softmax is one of a whole column.
  case call(Function, Formula)
  /// The larger of the two.
  case max(Formula, Formula)
  /// The smaller of the two.
  case min(Formula, Formula)
  /// ∇_(by) of: the derivatives by every entry of a column, as a column.
  case nabla(Symbol, by: Symbol)
  /// Rows and columns exchanged.
  case transpose(Formula)
  /// Matrices in their order; a factor of all their entries may stand first.
  case matrixProduct([Formula])
  /// ⊙: entry by entry.
  case elementwise(Formula, Formula)

  /// A function with a name.
  public enum Function: Hashable, Sendable {
    /// σ(x) = 1 / (1 + e⁻ˣ), and its slope σ′(x) = σ(x) (1 − σ(x)).
    case sigma, sigmaPrime
    /// tanh x, and its slope tanh′(x) = 1 − tanh² x.
    case tanh, tanhPrime
    /// 1 where x > 0, and 0 elsewhere: the slope of max(0, x).
    case step
    /// ln x and eˣ.
    case ln, exp
    /// |x|, and its slope: 1 above 0, −1 below, and 0 at 0.
    case magnitude, sign
    /// e^(x_j) / Σ_k e^(x_k), of every entry of a column.
    case softmax
  }
}

extension Formula {
  /// A whole number, written plainly.
  public static func integer(_ value: Int) -> Formula { .number(Numeral(integer: value)) }

  /// The formula with every symbol and partial derivative that `replacement` knows put in its place.
  ///
  /// Throws what `replacement` throws.
  public func substituting(_ replacement: (Formula) throws -> Formula?) rethrows -> Formula {
    if let known = try replacement(self) { return known }
    switch self {
    case .number, .symbol, .partial, .nabla: return self
    case .negative(let x): return try .negative(x.substituting(replacement))
    case .sum(let terms): return try .sum(terms.map { try $0.substituting(replacement) })
    case .product(let factors): return try .product(factors.map { try $0.substituting(replacement) })
    case .quotient(let above, let below):
      return try .quotient(above.substituting(replacement), below.substituting(replacement))
    case .power(let base, let exponent): return try .power(base.substituting(replacement), exponent)
    case .call(let function, let x): return try .call(function, x.substituting(replacement))
    case .max(let x, let y): return try .max(x.substituting(replacement), y.substituting(replacement))
    case .min(let x, let y): return try .min(x.substituting(replacement), y.substituting(replacement))
    case .transpose(let x): return try .transpose(x.substituting(replacement))
    case .matrixProduct(let factors):
      return try .matrixProduct(factors.map { try $0.substituting(replacement) })
    case .elementwise(let x, let y):
      return try .elementwise(x.substituting(replacement), y.substituting(replacement))
    }
  }

  /// The names the formula is written in, each once, in the order in which they come.
  public var names: [Formula] {
    var found: [Formula] = []
    forEachPart { part in
      switch part {
      case .symbol, .partial, .nabla:
        if !found.contains(part) { found.append(part) }
      case .number, .negative, .sum, .product, .quotient, .power, .call, .max, .min, .transpose,
        .matrixProduct, .elementwise:
        break
      }
    }
    return found
  }

  /// The formula, and all that it is made of, from the outside to the inside; throws what `body` throws.
  public func forEachPart(_ body: (Formula) throws -> Void) rethrows {
    try body(self)
    switch self {
    case .number, .symbol, .partial, .nabla: break
    case .sum(let parts), .product(let parts), .matrixProduct(let parts):
      for part in parts { try part.forEachPart(body) }
    case .negative(let x), .power(let x, _), .call(_, let x), .transpose(let x): try x.forEachPart(body)
    case .quotient(let x, let y), .max(let x, let y), .min(let x, let y), .elementwise(let x, let y):
      try x.forEachPart(body)
      try y.forEachPart(body)
    }
  }
}
