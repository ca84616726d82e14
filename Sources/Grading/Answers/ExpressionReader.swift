import Formulas
import Lessons
import Texts

/// Reads arithmetic as people type it: `2(a3 − y)`, `0.64*(1-0.64)`, `e^(-z1)`, `3/8`.
///
/// The methods are the rules of the grammar, from the loosest binding to the tightest. What follows a sum or a product of any
/// length is a list and no deeper tree; only parentheses, powers and functions lie in each other, and that has a limit.
struct ExpressionReader {
  /// How deep parentheses, powers and functions may lie in each other.
  static let depthLimit = 64
  /// The most bytes that one side may have.
  static let byteLimit = 1 << 15

  var cursor: Cursor
  let names: any NameReading

  /// Reads all of a side.
  init(_ cursor: Cursor, _ names: any NameReading) {
    self.cursor = cursor
    self.names = names
  }

  mutating func whole() throws(Problem) -> Formula {
    let formula = try sum(depth: 0)
    guard cursor.isAtEnd else { throw leftover(openedAt: nil) }
    return formula
  }

  /// sum = product { ( "+" | "-" ) product }, with the blanks behind it.
  mutating func sum(depth: Int) throws(Problem) -> Formula {
    var terms = [try product(depth: depth, after: nil)]
    while true {
      let place = cursor.range
      if cursor.take("+") {
        terms.append(try product(depth: depth, after: place))
      } else if cursor.takeMinus() {
        terms.append(-(try product(depth: depth, after: place)))
      } else {
        return terms.count == 1 ? terms[0] : .sum(terms)
      }
    }
  }

  /// product = signed { ( times | "/" ) signed | power without a sign }.
  ///
  /// What is divided by is gathered below one stroke: a/b·c/d is ac/(bd). Signs of multiplication may be left out before a
  /// parenthesis, and between a number and a name or function.
  private mutating func product(depth: Int, after place: Range<Int>?) throws(Problem) -> Formula {
    var endsInNumber = false
    var above = [try signed(depth: depth, after: place, &endsInNumber)]
    var below: [Formula] = []
    while true {
      cursor.skipBlanks()
      let place = cursor.range
      if !isAtNamedX, cursor.takeTimes() {
        above.append(try signed(depth: depth, after: place, &endsInNumber))
      } else if cursor.take("/") || cursor.take("÷") {
        below.append(try signed(depth: depth, after: place, &endsInNumber))
      } else if cursor.next == "(" || cursor.next == "[" || cursor.begins(with: "\\left(")
        || (endsInNumber && isAtWord) || isAtPrintedName
      {
        above.append(try power(depth: depth, &endsInNumber))
      } else {
        let product = above.count == 1 ? above[0] : .product(above)
        if below.isEmpty { return product }
        return .quotient(product, below.count == 1 ? below[0] : .product(below))
      }
    }
  }

  /// Whether an x is next that is no sign of multiplication, but a name.
  private var isAtNamedX: Bool {
    guard names.takesCrossAsName, let next = cursor.next, ["x", "X"].contains(next) else { return false }
    var ahead = cursor
    return names.take(&ahead) != nil
  }

  /// Whether a name is next, which is a factor: (x + y) z.
  private var isAtPrintedName: Bool {
    guard isAtWord || cursor.next == "\\" else { return false }
    var ahead = cursor
    if case .quantity? = names.take(&ahead) { return true }
    return !names.takesCrossAsName && (cursor.begins(with: "\\sigma") || cursor.begins(with: "\\frac"))
  }

  var isAtWord: Bool { cursor.next.map { Cursor.isLetter($0) || $0 == "∂" || $0 == "√" } ?? false }

  /// signed = { "+" | "-" } power; −2² is −(2²).
  private mutating func signed(
    depth: Int, after place: Range<Int>?, _ endsInNumber: inout Bool
  ) throws(Problem) -> Formula {
    var isNegative = false
    var place = place
    while true {
      cursor.skipBlanks()
      let sign = cursor.range
      if cursor.takeMinus() { isNegative.toggle() } else if !cursor.take("+") { break }
      place = sign
    }
    if cursor.isAtEnd || cursor.next == ")" { throw nothing(after: place) }
    let power = try power(depth: depth, &endsInNumber)
    return isNegative ? .negative(power) : power
  }

  /// power = value [ "^" exponent | raised digits ].
  mutating func power(depth: Int, _ endsInNumber: inout Bool) throws(Problem) -> Formula {
    let start = cursor.position
    let base = try value(depth: depth)
    endsInNumber = if case .number = base { Cursor.isDigit(cursor.last) } else { false }
    let place = cursor.range
    if let raised = cursor.takeRaised() { return try raise(base, to: raised, from: start) }
    var ahead = cursor
    ahead.skipBlanks()
    guard ahead.take("^") || ahead.take("**") else { return base }
    cursor = ahead
    let exponent = try exponent(depth: depth, after: place)
    if case .number(let numeral) = exponent, let whole = Self.wholeNumber(numeral.value) {
      return try raise(base, to: whole, from: start)
    }
    if case .negative(.number(let numeral)) = exponent, let whole = Self.wholeNumber(-numeral.value) {
      return try raise(base, to: whole, from: start)
    }
    if base == Self.e { return .call(.exp, exponent) }
    // x^y = e^(y ln x).
    return .call(.exp, exponent * .call(.ln, base))
  }

  /// e, as a base.
  static let e = Formula.call(.exp, .integer(1))

  /// exponent = { sign } power: what is raised is raised first.
  private mutating func exponent(depth: Int, after place: Range<Int>) throws(Problem) -> Formula {
    try checkDepth(depth)
    var endsInNumber = false
    return try signed(depth: depth + 1, after: place, &endsInNumber)
  }

  func checkDepth(_ depth: Int) throws(Problem) {
    guard depth < Self.depthLimit else {
      throw Problem(
        at: cursor.range,
        "parentheses, powers and functions lie more than \(Self.depthLimit) deep in each other, which is the limit"
      )
    }
  }

  private static func wholeNumber(_ value: Double) -> String? {
    guard value == value.rounded() else { return nil }
    return String(Int(exactly: value) ?? (value < 0 ? -Int.max : Int.max))
  }

  /// A power with a whole exponent.
  private func raise(_ base: Formula, to text: String, from start: Int) throws(Problem) -> Formula {
    let range = start..<cursor.position
    let written = cursor.text(range)
    guard let exponent = Int(text), exponent.magnitude <= 1_000 else {
      throw Problem(at: range, "the exponent of \(shortened(written)) is too large; 1000 is the most")
    }
    if base == Self.e { return .call(.exp, .integer(exponent)) }
    if case .number(let ten) = base, ten.value == 10 {
      return .number(try Cursor.numeral("1", text, at: range, written: written))
    }
    return exponent < 0 ? .quotient(.integer(1), .power(base, -exponent)) : .power(base, exponent)
  }
}
