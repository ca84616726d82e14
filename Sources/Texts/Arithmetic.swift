import Formulas

/// Arithmetic as people type it: each rule of its grammar is a method, from the loosest binding to the tightest.
///
/// What follows a sum or a product of any length is a list and no deeper tree; what else lies in each other has a limit, so that
/// no text is too deep to be read. What a value may be, and what is made of the parts, each reader says itself.
package protocol ArithmeticReader {
  /// What a part is read into: a formula, or a tree with places.
  associatedtype Part
  typealias Operand = ArithmeticOperand<Part>

  /// The sentence about parentheses that are nested too deep.
  static var tooDeep: String { get }
  /// The place of the reader in the text.
  var cursor: Cursor { get set }
  /// Moves on past blanks.
  mutating func skipBlanks()
  /// Takes the sign before a factor, or sees that there need be none; `nil` where no factor follows.
  mutating func takeSignOfFactor() -> Operand.Sign?
  /// value = number | name | function | "(" sum ")", and what else one reader or the other knows.
  mutating func value(depth: Int) throws(Problem) -> Part
  /// What is wrong if no value can be next, behind the sign at a place; `nil` if one can.
  func missing(after sign: Range<Int>?) -> Problem?
  /// What stands at a place, as a sentence shows it.
  func shown(_ range: Range<Int>) -> String

  /// A number by itself.
  mutating func number(_ numeral: Numeral, at range: Range<Int>) -> Part
  /// Two terms or more.
  mutating func sum(_ terms: [Operand]) -> Part
  /// Two factors or more, or a single one.
  mutating func product(_ factors: [Operand]) throws(Problem) -> Part
  /// A part with a minus sign, which stands at `start`.
  mutating func negative(_ part: Part, from start: Int) -> Part
  /// A power, which begins at `start`.
  mutating func power(_ base: Part, _ exponent: Part, from start: Int) throws(Problem) -> Part
}

/// One of what is added or multiplied.
package struct ArithmeticOperand<Part> {
  /// The sign before a value; there is none between two factors such as 2a.
  package enum Sign { case plus, minus, times, over, matrixTimes, nothing }

  /// The sign before the value.
  package let sign: Sign
  /// The value that is added or multiplied.
  package let value: Part

  /// A value after a sign.
  package init(_ sign: Sign, _ value: Part) { (self.sign, self.value) = (sign, value) }
}

extension ArithmeticReader {
  /// How deep parentheses, powers, functions and indices may lie in each other.
  package static var depthLimit: Int { 64 }

  package mutating func skipBlanks() { cursor.skipBlanks() }
  package func missing(after sign: Range<Int>?) -> Problem? { nil }

  /// What is wrong with a closing parenthesis that is next, where what opened at a place is open, or nothing.
  package func strayCloser(openedAt opening: Int?) -> Problem? {
    guard cursor.next == ")" || cursor.next == "]" || cursor.next == "}" else { return nil }
    let found = shown(cursor.range)
    guard let opening else {
      return Problem(at: cursor.range, "there is nothing to close with \(found); remove it")
    }
    let opener = shown(opening..<(opening + 1))
    return Problem(at: cursor.range, "\(found) does not close the \(opener) that is open")
  }

  /// Throws where too much lies in each other.
  package func checkDepth(_ depth: Int) throws(Problem) {
    guard depth < Self.depthLimit else { throw Problem(at: cursor.range, Self.tooDeep) }
  }

  /// sum = product { ( "+" | "-" ) product }, with the blanks behind it.
  package mutating func sum(depth: Int) throws(Problem) -> Part {
    var terms = [Operand(.plus, try product(depth: depth, after: nil))]
    while true {
      skipBlanks()
      let start = cursor.position
      let sign: Operand.Sign = cursor.takeMinus() ? .minus : .plus
      guard sign == .minus || cursor.take("+") else { break }
      terms.append(Operand(sign, try product(depth: depth, after: start..<cursor.position)))
    }
    return terms.count == 1 ? terms[0].value : sum(terms)
  }

  /// product = signed { sign signed | power without a sign }.
  private mutating func product(depth: Int, after sign: Range<Int>?) throws(Problem) -> Part {
    var factors = [Operand(.times, try signed(depth: depth, after: sign))]
    while true {
      skipBlanks()
      let start = cursor.position
      guard let sign = takeSignOfFactor() else { return try product(factors) }
      let place = start..<cursor.position
      let value = try sign == .nothing ? power(depth: depth) : signed(depth: depth, after: place)
      factors.append(Operand(sign, value))
    }
  }

  /// signed = { "+" | "-" } power; −2² is −(2²).
  private mutating func signed(depth: Int, after sign: Range<Int>?) throws(Problem) -> Part {
    skipBlanks()
    let start = cursor.position
    var (isNegative, sign) = (false, sign)
    while true {
      let place = cursor.position
      if cursor.takeMinus() { isNegative.toggle() } else if !cursor.take("+") { break }
      sign = place..<cursor.position
      skipBlanks()
    }
    if let problem = missing(after: sign) { throw problem }
    let power = try power(depth: depth)
    return isNegative ? negative(power, from: start) : power
  }

  /// power = value [ ( "^" | "**" ) signed | raised digits ]; 2^3^2 is 2^(3^2).
  package mutating func power(depth: Int) throws(Problem) -> Part {
    let start = cursor.position
    let base = try value(depth: depth)
    let end = cursor.position
    if let raised = cursor.takeRaised() {
      let range = end..<cursor.position
      let numeral = try Cursor.numeral(raised, nil, at: range, written: cursor.text(range))
      return try power(base, number(numeral, at: range), from: start)
    }
    var ahead = self
    ahead.skipBlanks()
    let sign = ahead.cursor.position
    guard ahead.cursor.take("^") || ahead.cursor.take("**") else { return base }
    self = ahead
    try checkDepth(depth)
    return try power(base, signed(depth: depth + 1, after: sign..<cursor.position), from: start)
  }
}
