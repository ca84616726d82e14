/// What a formula is made of.
extension Formula {
  /// Whether it is a name: of a quantity, of a derivative, or of several.
  public var isName: Bool {
    switch self {
    case .symbol, .partial, .nabla: true
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth,
      .transpose,
      .matrixProduct, .elementwise:
      false
    }
  }

  /// The same with `transform` of each formula that it is made of; a name and a number are made of none.
  ///
  /// Throws what `transform` throws.
  public func mappingParts(_ transform: (Formula) throws -> Formula) rethrows -> Formula {
    switch self {
    case .number, .symbol, .partial, .nabla: self
    case .negative(let x): try .negative(transform(x))
    case .sum(let terms): try .sum(terms.map(transform))
    case .product(let factors): try .product(factors.map(transform))
    case .quotient(let above, let below): try .quotient(transform(above), transform(below))
    case .power(let base, let exponent): try .power(transform(base), exponent)
    case .raised(let base, let exponent): try .raised(transform(base), transform(exponent))
    case .call(let function, let x): try .call(function, transform(x))
    case .max(let x, let y): try .max(transform(x), transform(y))
    case .min(let x, let y): try .min(transform(x), transform(y))
    case .truth(let x, let y, let orEqual): try .truth(transform(x), transform(y), orEqual: orEqual)
    case .transpose(let x): try .transpose(transform(x))
    case .matrixProduct(let factors): try .matrixProduct(factors.map(transform))
    case .elementwise(let x, let y): try .elementwise(transform(x), transform(y))
    }
  }

  /// `body` of each formula that it is made of, in their order; throws what `body` throws.
  // Not by the above: to look on is to make no formula anew.
  public func forEachOwnPart(_ body: (Formula) throws -> Void) rethrows {
    switch self {
    case .number, .symbol, .partial, .nabla: break
    case .sum(let parts), .product(let parts), .matrixProduct(let parts): try parts.forEach(body)
    case .negative(let x), .power(let x, _), .call(_, let x), .transpose(let x): try body(x)
    case .quotient(let x, let y), .raised(let x, let y), .max(let x, let y), .min(let x, let y),
      .truth(let x, let y, _), .elementwise(let x, let y):
      try body(x)
      try body(y)
    }
  }

  /// The formula with every part that `replacement` knows put in its place, from the outside to the inside.
  ///
  /// Throws what `replacement` throws.
  public func substituting(_ replacement: (Formula) throws -> Formula?) rethrows -> Formula {
    try replacement(self) ?? mappingParts { try $0.substituting(replacement) }
  }

  /// The formula, and all that it is made of, from the outside to the inside; throws what `body` throws.
  public func forEachPart(_ body: (Formula) throws -> Void) rethrows {
    try body(self)
    try forEachOwnPart { try $0.forEachPart(body) }
  }

  /// The names the formula is written in, each once, in the order in which they come.
  public var names: [Formula] {
    var found: [Formula] = []
    forEachPart { if $0.isName, !found.contains($0) { found.append($0) } }
    return found
  }

  /// What the larger of several, or the smaller, is chosen from: max(max(x, y), z) of three.
  package var compared: [Formula] {
    var found: [Formula] = []
    func add(_ formula: Formula) {
      if case (.max, .max(let x, let y)) = (self, formula) {
        add(x)
        add(y)
      } else if case (.min, .min(let x, let y)) = (self, formula) {
        add(x)
        add(y)
      } else {
        found.append(formula)
      }
    }
    add(self)
    return found
  }
}
