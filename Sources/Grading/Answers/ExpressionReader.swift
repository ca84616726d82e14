import Formulas
import Lessons
import Texts

/// Reads arithmetic as people type it in answers: `2(a3 − y)`, `0.64*(1-0.64)`, `e^(-z1)`, `3/8`.
struct ExpressionReader: ArithmeticReader {
  typealias Part = Formula

  /// The most bytes that one side may have.
  static let byteLimit = 1 << 15
  static let tooDeep =
    "parentheses, powers and functions are nested more than \(depthLimit) levels deep, which is the limit"

  var cursor: Cursor
  let names: any NameReading
  /// Whether the value that was read last is a number in digits, so that a function may follow without a sign: 2σ(z).
  private var endsInNumber = false
  /// Whether it is in a function of several numbers, with commas between them.
  var commasSeparate = false

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

  /// Signs of multiplication may be left out before a parenthesis, and between a number and a name or function.
  mutating func takeSignOfFactor() -> Operand.Sign? {
    if !isAtNamedX, cursor.takeTimes() { return .times }
    if cursor.take("/") || cursor.take("÷") { return .over }
    let isAtFactor =
      cursor.next == "(" || cursor.next == "[" || cursor.begins(with: "\\left(")
      || (endsInNumber && isAtWord) || isAtPrintedName
    return isAtFactor ? .nothing : nil
  }

  mutating func value(depth: Int) throws(Problem) -> Formula {
    let value = try plainValue(depth: depth)
    endsInNumber = Self.isNumber(value) && Cursor.isDigit(cursor.last)
    return value
  }

  func missing(after sign: Range<Int>?) -> Problem? {
    cursor.isAtEnd || cursor.next == ")" ? nothing(after: sign) : nil
  }

  func number(_ numeral: Numeral, at range: Range<Int>) -> Formula { .number(numeral) }
  func sum(_ terms: [Operand]) -> Formula { .sum(terms.map { $0.sign == .minus ? -$0.value : $0.value }) }
  func negative(_ part: Formula, from start: Int) -> Formula { .negative(part) }

  /// What is divided by is gathered below one stroke: a/b·c/d is ac/(bd).
  func product(_ factors: [Operand]) -> Formula {
    let above = Formula.product(of: factors.filter { $0.sign != .over }.map(\.value))
    let below = factors.filter { $0.sign == .over }.map(\.value)
    return below.isEmpty ? above : .quotient(above, .product(of: below))
  }

  mutating func power(_ base: Formula, _ exponent: Formula, from start: Int) throws(Problem) -> Formula {
    endsInNumber = Self.isNumber(base)
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

  private static func isNumber(_ value: Formula) -> Bool { if case .number = value { true } else { false } }

  /// e, as a base.
  static let e = Formula.call(.exp, .integer(1))

  private static func wholeNumber(_ value: Double) -> String? {
    guard value == value.rounded() else { return nil }
    return String(Int(exactly: value) ?? (value < 0 ? -Int.max : Int.max))
  }

  /// A power with a whole exponent.
  private func raise(_ base: Formula, to text: String, from start: Int) throws(Problem) -> Formula {
    let range = start..<cursor.position
    let written = cursor.text(range)
    guard let exponent = Int(text), exponent.magnitude <= 1_000 else {
      throw Problem(at: range, "the exponent of \(shortened(written)) is too large; the largest is 1000")
    }
    if base == Self.e { return .call(.exp, .integer(exponent)) }
    if case .number(let ten) = base, ten.value == 10 {
      return .number(try Cursor.numeral("1", text, at: range, written: written))
    }
    return exponent < 0 ? .quotient(.integer(1), .power(base, -exponent)) : .power(base, exponent)
  }
}
