/// What may be meant entry by entry or as matrices; where a sign does not say it, the line is refused with the spelling of both.
extension GraphElaborator {
  /// The shape of factors: between two arrays * says entry by entry and @ says the product of matrices, and a blank or a point
  /// neither.
  mutating func shape(ofFactors factors: [Expression.Operand], _ whole: Expression) throws(Halt) -> Shape {
    var left: (shape: Shape, part: Expression)?
    for (place, factor) in factors.enumerated() {
      let (part, shape) = (factor.value, try shape(factor.value))
      if shape.rank == 0 { continue }
      if let left, factor.sign != .over, Self.fit(left.shape, shape) {
        let range = left.part.range.lowerBound..<part.range.upperBound
        let (a, b) = (text(left.part), text(part))
        let ranks = left.shape.rank + shape.rank
        let product =
          ranks == 2 ? "dot product" : ranks == 3 ? "product of matrix and column" : "product of matrices"
        if left.shape != shape {
          throw .problem(
            range,
            "\(a) \(left.shape.words) and \(b) \(shape.words); * and a blank multiply entry by entry, "
              + "and the \(product) is \(a) @ \(b)")
        }
        let end = factors[place - 1].value.range.upperBound
        let sign = lines[current].text.utf8.dropFirst(end).prefix(max(0, part.range.lowerBound - end))
        if !sign.contains(UInt8(ascii: "*")) {
          throw .problem(
            range,
            "this can be read in two ways; write \(a) @ \(b) for the \(product), or \(a)*\(b) entry by entry")
        }
        if shape.rank == 1, productOfColumns == nil { productOfColumns = (a, b) }
      }
      left = (shape, part)
    }
    return try common(factors.map(\.value), whole)
  }

  /// Whether two arrays have a product of matrices.
  private static func fit(_ a: Shape, _ b: Shape) -> Bool {
    (1...2).contains(a.rank) && (1...2).contains(b.rank) && a[a.rank - 1] == b[0]
  }

  /// The shape of a power, which is taken of each entry.
  mutating func shape(
    ofPower base: Expression, _ exponent: Expression, _ whole: Expression
  ) throws(Halt) -> Shape {
    let shape = try shape(base)
    let (x, n) = (text(base), text(exponent))
    if shape.rank > 0, exponent.name.map({ lexicon.names[$0] }) == "T", n == "T" {
      throw .problem(
        whole.range,
        "this can be read in two ways; write \(x)' for the transpose, or \(x)^(T) for the power T")
    }
    switch base.content {
    case .name, .entry, .transposed: try checkPower(whole, base, exponent)
    case .number, .sum, .product, .negative, .power, .matrixProduct, .call, .fallback, .condition: break
    }
    return try common([base, exponent], whole)
  }

  /// Looks at a part that stands in something.
  mutating func within(
    _ surroundings: Surroundings, _ look: (inout GraphElaborator) throws(Halt) -> Shape
  ) throws(Halt) -> Shape {
    let outer = self.surroundings
    self.surroundings = surroundings
    defer { self.surroundings = outer }
    return try look(&self)
  }

  /// Refuses a whole power of a square matrix.
  mutating func checkPower(
    _ power: Expression, _ base: Expression, _ exponent: Expression
  ) throws(Halt) {
    let shape = try shape(base)
    guard shape.rank == 2, shape[0] == shape[1], let whole = plainNumber(exponent),
      surroundings != .function || whole < 0
    else { return }
    let x = text(base)
    if whole < 0 {
      throw .problem(
        power.range,
        "this can be read in two ways; entry by entry it is 1/\(whole == -1 ? x : "\(x)^\(-whole)"); the inverse of a matrix "
          + "is not computed here, so give it under a name of its own, or define its entries")
    }
    // What is squared in a line by itself are errors and gradients, each entry of them.
    if whole > 2 || (whole == 2 && surroundings == .matrixProduct) {
      let many = Array(repeating: x, count: min(whole, 3))
      let (more, entry) =
        whole > 3 ? (" @ …", "P[i,j] = \(x)[i,j]^\(whole)") : ("", many.joined(separator: "*"))
      throw .problem(
        power.range,
        "this can be read in two ways; write \(many.joined(separator: " @ "))\(more) for the product of matrices, or \(entry) "
          + "entry by entry")
    }
  }
}
