import Formulas
import Texts

/// What arithmetic is about: numbers, names, entries, functions, and what stands in parentheses.
extension DefinitionReader {
  /// value = ( number | name [ "[" indices "]" ] | function "(" … ")" | "(" sum ")" ) [ "'" ] [ "else" value ].
  mutating func value(depth: Int, isNegative: Bool) throws(Problem) -> Expression {
    skipBlanks()
    let start = cursor.position
    var value = try plainValue(depth: depth, isNegative: isNegative)
    if cursor.take("'") || cursor.take("′") || cursor.take("’") {
      value = part(.transposed(value), start..<cursor.position)
    }
    var ahead = self
    guard ahead.takeWord("else") else { return value }
    guard case .entry = value.content else { throw noEntry(before: ahead, start) }
    self = ahead
    try checkDepth(depth + 1)
    skipBlanks()
    let otherStart = cursor.position
    let isNegative = takeMinus()
    let isNumber = isNegative && isAtNumberAlone
    var other = try plainValue(depth: depth + 1, isNegative: isNumber)
    if isNegative, !isNumber { other = part(.negative(other), otherStart..<cursor.position) }
    return part(.fallback(value, other), start..<cursor.position)
  }

  private mutating func plainValue(depth: Int, isNegative: Bool) throws(Problem) -> Expression {
    let start = cursor.position
    if let numeral = try takeNumeral() {
      if cursor.isAtNumber { throw leftover(openedAt: nil) }
      return part(.number(lexicon.add(isNegative ? negated(numeral) : numeral)), start..<cursor.position)
    }
    if cursor.take("(") {
      try checkDepth(depth + 1)
      let inner = try sum(depth: depth + 1)
      skipBlanks()
      guard cursor.take(")") else { throw leftover(openedAt: start) }
      return inner.spanning(start..<cursor.position)
    }
    guard let name = takeName() else { throw noValue() }
    let nameEnd = cursor.position
    if let function = try takeFunction(name, from: start) {
      let arguments = try arguments(depth: depth + 1)
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
    let indices = try indices(openedAt: opening, depth: depth + 1)
    return part(.entry(lexicon.number(of: name), indices), start..<cursor.position)
  }

  /// The function of a name; σ and sigma are one where a parenthesis follows.
  private func takeFunction(_ name: String, from start: Int) throws(Problem) -> GraphFunction? {
    var ahead = self
    ahead.skipBlanks()
    let isCall = ahead.cursor.next == "("
    if name == "sigma", isCall { return .sigmoid }
    guard let function = GraphFunction.named(name) else { return nil }
    guard isCall else {
      throw Problem(
        at: start..<cursor.position, "\(name) is a function, which needs parentheses: \(name)(x)")
    }
    return function
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
        "nothing stands in these parentheses; write what is meant, as in tanh(x)")
    }
    var arguments: [Expression] = []
    repeat {
      arguments.append(try sum(depth: depth))
      skipBlanks()
    } while cursor.take(",")
    guard cursor.take(")") else { throw leftover(openedAt: opening) }
    return arguments
  }

  /// Takes a number without a sign; of 1...4 only the 1.
  mutating func takeNumeral() throws(Problem) -> Numeral? {
    guard cursor.isAtNumber else { return nil }
    let start = cursor.position
    var whole = cursor.digits()
    if cursor.next == ".", !cursor.begins(with: "..") {
      cursor.skip()
      let fraction = cursor.digits()
      whole = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
    let power = cursor.takeExponent()
    let range = start..<cursor.position
    return try Cursor.numeral(whole, power, at: range, written: cursor.text(range))
  }
}
