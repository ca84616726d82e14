import Backprop
import Formulas

/// What is computed for an entry: the arguments first, then what is done with them.
extension GraphElaborator {
  /// The most uses of entries, and the most operations and numbers besides.
  static let mostUses = 10_000_000
  static let mostInstructions = 40_000_000

  /// Writes the entry of a part that stands at a place; a number has only one.
  mutating func write(_ expression: Expression, at place: Place) throws(Halt) {
    switch expression.content {
    case .number(let number): code.append(numberCodes[number])
    case .name(let name): try write(name: name, at: place, expression)
    case .entry(let name, let indices):
      guard let number = quantity(named: name) else { throw .broken }
      try use(number, try key(indices, place), expression)
    case .sum(let terms):
      for term in terms {
        try write(term.value, at: place)
        if term.sign == .minus { code.apply(.negative, toLast: 1) }
      }
      code.apply(.sum, toLast: terms.count)
    case .product(let factors): try write(factors, at: place)
    case .negative(let value):
      try write(value, at: place)
      code.apply(.negative, toLast: 1)
    case .power(let base, let exponent): try write(base, toPower: exponent, at: place)
    case .matrixProduct(let left, let right): try write(left, times: right, at: place)
    case .transposed(let value):
      var turned = Place()
      (turned[0], turned[1]) = (place[1], place[0])
      try write(value, at: turned)
    case .call(let function, let arguments): try write(function, arguments, at: place, expression)
    case .condition: throw .broken
    case .fallback(let entry, let other):
      guard case .entry(let name, let indices) = entry.content, let number = quantity(named: name) else {
        throw .broken
      }
      let key = try key(indices, place)
      if quantities[number].table?.slot(of: key) != nil {
        try use(number, key, entry)
      } else {
        try write(other, at: place)
      }
    }
    if builder.instructionCount + code.length > Self.mostInstructions { throw tooLong() }
  }

  /// Says that there is more to compute than is read.
  func tooLong() -> Halt {
    .tooMuch(
      lines[current].written.nameRange,
      "with this definition the graph has more than \(grouped(Self.mostInstructions)) operations and numbers, "
        + "which is the limit")
  }

  private mutating func write(name: Int, at place: Place, _ expression: Expression) throws(Halt) {
    if let letter = value(ofLetter: name) {
      code.append(whole: letter)
    } else if let number = quantity(named: name) {
      var key = Place()
      for axis in 0..<(quantities[number].rank ?? 0) { key[axis] = place[axis] + 1 }
      try use(number, key, expression)
    } else {
      code.append(entry: constant(name))
    }
  }

  /// The indices of an entry; those of colons and parts come from the place.
  mutating func key(_ indices: [Expression.Index], _ place: Place) throws(Halt) -> Place {
    var key = Place()
    var next = 0
    for axis in indices.indices {
      switch indices[axis] {
      case .at(let value): key[axis] = try whole(value)
      case .all:
        key[axis] = place[next] + 1
        next += 1
      case .part(let first, _):
        key[axis] = place[next] + (try whole(first))
        next += 1
      }
    }
    return key
  }

  private mutating func use(_ number: Int, _ key: Place, _ expression: Expression) throws(Halt) {
    guard let slot = quantities[number].table?.slot(of: key) else {
      if quantities[number].isBroken { throw .broken }
      throw outOfRange(number, key, expression)
    }
    useCount += 1
    if useCount > Self.mostUses { throw tooMuch() }
    let id = ids[slot]
    if id < 0 { missing.append(slot) }
    code.append(entry: Int(max(id, 0)))
  }

  private func tooMuch() -> Halt {
    .tooMuch(
      lines[current].written.nameRange,
      "with this definition the graph uses its entries more than \(grouped(Self.mostUses)) times, which is the limit"
    )
  }

  /// π or e as an entry, which is made on its first use.
  private mutating func constant(_ name: Int) -> Graph.ID {
    if let known = constants[name] { return known }
    let quantity = builder.add(quantity: lexicon.names[name], rank: 0, isConstant: true)
    let digits = name == lexicon.pi ? "3.1415926535897932" : "2.7182818284590452"
    let id = builder.give(Numeral(digits) ?? Numeral(integer: 0), to: quantity, at: [])
    constants[name] = id
    return id
  }

  /// A chain of · and ÷, from the left to the right; what is multiplied together is one product.
  private mutating func write(_ factors: [Expression.Operand], at place: Place) throws(Halt) {
    var count = 0
    for factor in factors {
      if factor.sign == .over { code.apply(.product, toLast: count) }
      try write(factor.value, at: place)
      if factor.sign == .over {
        code.apply(.quotient, toLast: 2)
        count = 1
      } else {
        count += 1
      }
    }
    code.apply(.product, toLast: count)
  }

  private mutating func write(
    _ base: Expression, toPower exponent: Expression, at place: Place
  ) throws(Halt) {
    if base.name == lexicon.e, quantity(named: lexicon.e) == nil, value(ofLetter: lexicon.e) == nil {
      try write(exponent, at: place)
      code.apply(.exp, toLast: 1)
      return
    }
    try write(base, at: place)
    if let whole = wholeExponent(exponent), Int32(exactly: whole) != nil {
      code.raise(to: whole)
      return
    }
    try write(exponent, at: place)
    code.apply(.power, toLast: 2)
  }

  /// The value of an exponent of whole numbers and letters alone.
  private func wholeExponent(_ expression: Expression) -> Int? {
    switch expression.content {
    case .number(let number): return lexicon.wholes[number]
    case .name(let name): return value(ofLetter: name)
    case .negative(let value): return wholeExponent(value).map { -$0 }
    case .sum(let terms):
      var sum = 0
      for term in terms {
        guard let value = wholeExponent(term.value), value.magnitude < 1 << 31 else { return nil }
        sum += term.sign == .minus ? -value : value
      }
      return sum
    case .product(let factors):
      var product = 1
      for factor in factors {
        guard factor.sign != .over, let value = wholeExponent(factor.value), value.magnitude < 1 << 31,
          product.magnitude < 1 << 31
        else { return nil }
        product *= value
      }
      return product
    case .entry, .power, .matrixProduct, .transposed, .call, .fallback, .condition: return nil
    }
  }

  /// (A @ B)[i,j] = Σ_k A[i,k] B[k,j], with as many indices as the two have.
  mutating func write(
    _ left: Expression, times right: Expression, at place: Place
  ) throws(Halt) {
    var factor = left
    if case .transposed(let value) = left.content, try shape(value).rank == 1 { factor = value }
    let (a, b) = (try shape(factor), try shape(right))
    let count = b[0]
    for k in 0..<count {
      var (of, by) = (Place(), Place())
      if a.rank == 2 { of[0] = place[0] }
      of[a.rank - 1] = k
      by[0] = k
      if b.rank == 2 { by[1] = place[a.rank == 2 ? 1 : 0] }
      try write(factor, at: of)
      try write(right, at: by)
      code.apply(.product, toLast: 2)
    }
    code.apply(.sum, toLast: count)
  }
}
