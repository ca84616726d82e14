import Texts

/// What arithmetic is about: numbers, names, entries, functions, and what stands in parentheses.
extension DefinitionReader {
  /// value = ( number | name [ "[" indices "]" ] | function "(" … ")" | "(" sum ")" ) [ "'" ] [ "else" value ].
  mutating func value(depth: Int) throws(Problem) -> Expression {
    skipBlanks()
    let start = cursor.position
    var value = try plainValue(depth: depth)
    if cursor.take("'") || cursor.take("′") || cursor.take("’") {
      value = part(.transposed(value), start..<cursor.position)
    }
    var ahead = self
    guard ahead.takeWord("else") else { return value }
    guard case .entry = value.content else { throw noEntry(before: ahead, start) }
    self = ahead
    try checkDepth(depth)
    skipBlanks()
    let otherStart = cursor.position
    let isNegative = cursor.takeMinus()
    var other = try plainValue(depth: depth + 1)
    if isNegative { other = negative(other, from: otherStart) }
    return part(.fallback(value, other), start..<cursor.position)
  }

  private mutating func plainValue(depth: Int) throws(Problem) -> Expression {
    let start = cursor.position
    if let numeral = try cursor.takeNumeral() {
      if cursor.isAtNumber { throw leftover(openedAt: nil) }
      return number(numeral, at: start..<cursor.position)
    }
    if cursor.take("(") {
      try checkDepth(depth)
      let inner = try sum(depth: depth + 1)
      skipBlanks()
      guard cursor.take(")") else { throw leftover(openedAt: start) }
      return inner.spanning(start..<cursor.position)
    }
    guard let name = takeName() else { throw noValue() }
    let nameEnd = cursor.position
    if let function = try takeFunction(name, from: start) {
      let arguments = try arguments(depth: depth)
      return part(.call(function, arguments), start..<cursor.position)
    }
    if ["for", "in", "else"].contains(name) {
      cursor.move(to: start)
      throw noValue()
    }
    skipBlanks()
    let opening = cursor.position
    guard cursor.take("[") else {
      cursor.move(to: nameEnd)
      return part(.name(lexicon.number(of: name)), start..<nameEnd)
    }
    let indices = try indices(openedAt: opening, depth: depth)
    return part(.entry(lexicon.number(of: name), indices), start..<cursor.position)
  }

  /// The function of a name; σ and sigma are one where a parenthesis follows.
  private func takeFunction(_ name: String, from start: Int) throws(Problem) -> GraphFunction? {
    var ahead = self
    ahead.skipBlanks()
    let isCall = ahead.cursor.next == "("
    if name == "sigma", isCall { return .sigmoid }
    guard let function = GraphFunction.named(name) else { return nil }
    if function.mayBeName, !isCall || lexicon.known(name) != nil { return nil }
    guard isCall else {
      throw Problem(
        at: start..<cursor.position, "\(name) is a function, which needs parentheses: \(name)(x)")
    }
    return function
  }

  private mutating func takeRelation() -> Expression.Relation? {
    Expression.Relation.allCases.first { $0.signs.contains { cursor.take($0) } }
  }

  private mutating func arguments(depth: Int) throws(Problem) -> [Expression] {
    try checkDepth(depth)
    skipBlanks()
    let opening = cursor.position
    guard cursor.take("(") else { throw noValue() }
    skipBlanks()
    if cursor.next == ")" {
      throw Problem(
        at: opening..<cursor.range.upperBound,
        "these parentheses are empty; write an argument, as in tanh(x)")
    }
    var arguments: [Expression] = []
    repeat {
      let start = cursor.position
      let argument = try sum(depth: depth + 1)
      skipBlanks()
      if !arguments.isEmpty, let relation = takeRelation() {
        let other = try sum(depth: depth + 1)
        arguments.append(part(.condition(argument, relation, other), start..<cursor.position))
        skipBlanks()
      } else {
        arguments.append(argument)
      }
    } while cursor.take(",")
    guard cursor.take(")") else { throw leftover(openedAt: opening) }
    return arguments
  }
}
