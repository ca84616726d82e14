/// How many entries each part of a line has.
extension GraphElaborator {
  /// The shape of a part of the line that is read.
  mutating func shape(_ expression: Expression) throws(Halt) -> Shape {
    let part = Int(expression.number)
    if let known = lines[current].shapes[part] { return known }
    let outer = dependsOnLetters
    dependsOnLetters = false
    let shape = try findShape(expression)
    if !dependsOnLetters { lines[current].shapes[part] = shape }
    dependsOnLetters = dependsOnLetters || outer
    return shape
  }

  private mutating func findShape(_ expression: Expression) throws(Halt) -> Shape {
    switch expression.content {
    case .number: return .number
    case .name(let name):
      if value(ofLetter: name) != nil { return .number }
      guard let number = quantity(named: name) else { return .number }
      return try shape(ofAll: number, expression)
    case .entry(let name, let indices): return try shape(ofEntry: name, indices, expression)
    case .sum(let terms): return try common(terms.map(\.value), expression)
    case .product(let factors): return try shape(ofFactors: factors, expression)
    case .negative(let value): return try shape(value)
    case .power(let base, let exponent): return try shape(ofPower: base, exponent, expression)
    case .matrixProduct(let left, let right):
      return try within(.matrixProduct) { (own) throws(Halt) in try own.shape(ofProduct: left, right) }
    case .transposed(let value): return try transposed(value)
    case .call(let function, let arguments):
      let outer = isReduced
      isReduced = isReduced || ![.entrywise, .withSlope, .bounding].contains(function.manner)
      defer { isReduced = outer }
      return try within(.function) { (own) throws(Halt) in try own.shape(of: function, arguments, expression)
      }
    case .condition: throw .broken
    case .fallback(let entry, _):
      let shape = try shape(entry)
      if shape.rank == 0 { return .number }
      throw .problem(entry.range, "\"else\" must follow a single entry, but \(text(entry)) \(shape.words)")
    }
  }

  /// The indices from 1 on along an axis.
  private func length(_ number: Int, _ axis: Int, _ expression: Expression) throws(Halt) -> Int {
    let quantity = quantities[number]
    if quantity.isBroken { throw .broken }
    let isAbove = quantity.lines.allSatisfy { $0 < current }
    let end = quantity.table?.ends[axis]?.upperBound
    if end == nil || (isAbove && !takesFirstRows), quantity.lines.contains(where: { !lines[$0].isReady }) {
      throw .waits(for: number)
    }
    guard let end else {
      throw .problem(
        expression.range,
        "\(shown(number)) has starting values only, which an array leaves out; name one, as in "
          + "\(shown(number, Place()))")
    }
    return end
  }

  private func shape(ofAll number: Int, _ expression: Expression) throws(Halt) -> Shape {
    if quantities[number].isBroken { throw .broken }
    guard let rank = quantities[number].rank else { throw .waits(for: number) }
    var shape = Shape()
    for axis in 0..<rank { shape.append(try length(number, axis, expression)) }
    return shape
  }

  private mutating func shape(
    ofEntry name: Int, _ indices: [Expression.Index], _ expression: Expression
  ) throws(Halt) -> Shape {
    guard let number = quantity(named: name) else { throw .broken }
    if quantities[number].isBroken { throw .broken }
    guard let rank = quantities[number].rank else { throw .waits(for: number) }
    guard rank == indices.count else {
      throw .problem(expression.range, rankSentence(number, rank, indices.count))
    }
    var shape = Shape()
    for (axis, index) in indices.enumerated() {
      switch index {
      case .at: break
      case .all: shape.append(try length(number, axis, expression))
      case .part(let first, let last):
        if mentionsLetter(first) || mentionsLetter(last) { dependsOnLetters = true }
        let (low, high) = (try whole(first), try whole(last))
        guard low <= high else {
          throw .problem(
            first.range.lowerBound..<last.range.upperBound, "the part \(low)...\(high) is empty\(letterWords)"
          )
        }
        shape.append(high - low + 1)
      }
    }
    return shape
  }

  /// The one shape of what is taken entry by entry; numbers go with all.
  mutating func common(_ parts: [Expression], _ whole: Expression) throws(Halt) -> Shape {
    var found: (shape: Shape, part: Expression)?
    for part in parts {
      let shape = try shape(part)
      if shape.rank == 0 { continue }
      guard let first = found else {
        found = (shape, part)
        continue
      }
      if first.shape != shape {
        throw .problem(
          first.part.range.lowerBound..<part.range.upperBound,
          "\(text(first.part)) \(first.shape.words) and \(text(part)) \(shape.words), which are different shapes; "
            + wayOut(of: whole, parts, first.shape, shape))
      }
    }
    return found?.shape ?? .number
  }

  /// Whether a column is transposed: only before @, where it says nothing.
  func column(_ left: Expression) -> Expression? {
    guard case .transposed(let value) = left.content else { return nil }
    return lines[current].shapes[Int(value.number)]?.rank == 1 ? value : nil
  }

  private mutating func shape(ofProduct left: Expression, _ right: Expression) throws(Halt) -> Shape {
    var factor = left
    if case .transposed(let value) = left.content, try shape(value).rank == 1 { factor = value }
    let (a, b) = (try shape(factor), try shape(right))
    for part in [left, right] {
      if case .power(let base, let exponent) = part.content { try checkPower(part, base, exponent) }
    }
    for (part, shape) in [(left, a), (right, b)] where !(1...2).contains(shape.rank) {
      let way =
        shape.rank == 0
        ? "; use * to multiply by a number" : "; write a sum with letters, as in sum(a[i,j,k]*b[k], k)"
      throw .problem(part.range, "@ multiplies columns and matrices, but \(text(part)) \(shape.words)\(way)")
    }
    guard a[a.rank - 1] == b[0] else {
      throw .problem(
        left.range.lowerBound..<right.range.upperBound,
        "\(text(left)) \(a.words) and \(text(right)) \(b.words), but \(text(left)) @ \(text(right)) needs "
          + "\(grouped(a[a.rank - 1])) \(b.rank == 2 ? "rows" : "entries") after the @")
    }
    var shape = Shape()
    if a.rank == 2 { shape.append(a[0]) }
    if b.rank == 2 { shape.append(b[1]) }
    return shape
  }

  private mutating func transposed(_ value: Expression) throws(Halt) -> Shape {
    let shape = try shape(value)
    switch shape.rank {
    case 2: return Shape([shape[1], shape[0]])
    case 0:
      throw .problem(
        value.range,
        "a prime transposes a matrix, but \(text(value)) is a number; a new weight is written w_new")
    case 1:
      throw .problem(
        value.range,
        "\(text(value)) \(shape.words), but a column can be transposed only before @, as in x' @ y; for all products of two "
          + "columns use letters, as in o[i,j] = u[i]*x[j]")
    default:
      throw .problem(value.range, "a prime transposes a matrix, but \(text(value)) \(shape.words)")
    }
  }

  private mutating func shape(
    of function: GraphFunction, _ arguments: [Expression], _ call: Expression
  ) throws(Halt) -> Shape {
    let word = function.rawValue
    let (values, letters, conditions) = split(function, arguments) { value(ofLetter: $0) != nil }
    func needs(_ count: String) -> Halt {
      .problem(call.range, "\(word) takes \(count), but has \(counted(arguments.count, "argument")) here")
    }
    switch function.manner {
    case .entrywise:
      if values.count != 1 { throw needs("one argument") }
      if function == .stop, lines[current].written.body.number != call.number {
        throw .problem(
          call.range,
          "stop is written alone in its definition, as in u = \(text(call)); use u in place of this")
      }
      return try shape(values[0])
    case .withSlope:
      if function == .mod, values.count != 2 { throw needs("two arguments, as in mod(i, 3)") }
      guard (1...2).contains(values.count) else { throw needs("one or two arguments") }
      if values.count == 2, try shape(values[1]).rank > 0 {
        throw .problem(
          values[1].range,
          "the second argument of \(word) is a number, but \(text(values[1])) \(try shape(values[1]).words)")
      }
      return try shape(values[0])
    case .choosing:
      if values.count > 1 {
        if let letter = letters.first {
          throw .problem(
            letter.range,
            "\(text(letter)) is not a value here, and \(word) runs over letters of one argument only, as in \(word)(x[i], i)"
          )
        }
        return try common(Array(values), call)
      }
      return try shape(
        ofReduced: values[0], letters, call, isWhole: letters.isEmpty && conditions.isEmpty)
    case .reducing:
      guard values.count == 1 else {
        let second = values.dropFirst().first ?? call
        throw .problem(
          second.range,
          "the first argument of \(word) must be followed by letters of indices, as in \(word)(x[i], i), but \(text(second)) is not one"
        )
      }
      return try shape(
        ofReduced: values[0], letters, call, isWhole: letters.isEmpty && conditions.isEmpty)
    case .normalizing:
      if values.count != 1 { throw needs("one column") }
      let shape = try shape(values[0])
      if shape.rank == 1 { return shape }
      let way = shape.rank == 0 ? "" : "; for each row write P[i,:] = softmax(S[i,:])"
      throw .problem(values[0].range, "softmax takes a column, but \(text(values[0])) \(shape.words)\(way)")
    case .pairing:
      guard values.count == 2 else { throw needs("two columns, as in dot(w, x)") }
      let (a, b) = (try shape(arguments[0]), try shape(arguments[1]))
      if a.rank == 1, a == b { return .number }
      throw .problem(
        call.range,
        "\(word) takes two columns with as many entries, but \(text(arguments[0])) \(a.words) and "
          + "\(text(arguments[1])) \(b.words); a product of matrices is written A @ B")
    case .bounding:
      if values.count != 3 { throw needs("a value and its two bounds, as in clip(x, -1, 1)") }
      return try common(Array(values), call)
    case .joining:
      var count = 0
      for value in values { count += try shape(value).count }
      return Shape([count])
    }
  }

  private mutating func shape(
    ofReduced value: Expression, _ letters: ArraySlice<Expression>, _ call: Expression, isWhole: Bool
  ) throws(Halt) -> Shape {
    if isWhole {
      _ = try shape(value)
      return .number
    }
    for letter in letters {
      guard let name = letter.name else { throw .broken }
      let range = try range(of: name, in: [value], part: Int(call.number), at: letter.range)
      bind(name, range.lowerBound)
    }
    // Where this throws, all letters are let go together.
    let shape = try shape(value)
    for letter in letters.reversed() { if let name = letter.name { unbind(name) } }
    return shape
  }
}
