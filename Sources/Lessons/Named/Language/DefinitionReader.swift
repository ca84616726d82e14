import Formulas
import Texts

/// Reads definitions as people type them: `h[t] = tanh(w*x[t] + u*h[t-1] + b)`.
///
/// The methods are the rules of the grammar, from the loosest binding to the tightest. Chains of + − · ÷ of any length are lists
/// and no deeper tree; what else lies in each other has a limit, so that no text is too deep to be read.
struct DefinitionReader {
  /// How deep parentheses, indices, powers, matrix products and functions may lie in each other.
  static let depthLimit = 64
  /// How many parts of a tree may lie in each other: about four for each level of parentheses.
  static let heightLimit = 256

  var cursor: Cursor
  let lexicon: Lexicon
  /// How many parts there are so far.
  private(set) var partCount = 0

  init(_ text: [UInt8], _ lexicon: Lexicon) {
    cursor = Cursor(text, 0..<text.count)
    self.lexicon = lexicon
  }

  /// definition = name [ "[" index { "," index } "]" ] "=" sum [ "for" range { "," range } ].
  mutating func definition() throws(Problem) -> WrittenDefinition {
    let (name, nameRange) = try head()
    skipBlanks()
    let opening = cursor.position
    let index = cursor.take("[") ? try indices(openedAt: opening, depth: 1) : []
    try equalsSign()
    let body = try sum(depth: 0)
    let ranges = try letterRanges()
    skipBlanks()
    guard cursor.isAtEnd else { throw leftover(openedAt: nil) }
    return WrittenDefinition(
      name: name, nameRange: nameRange, index: index, body: body, ranges: ranges, partCount: partCount)
  }

  /// An expression alone, as "of" has it.
  mutating func expression() throws(Problem) -> Expression {
    let expression = try sum(depth: 0)
    skipBlanks()
    guard cursor.isAtEnd else { throw leftover(openedAt: nil) }
    return expression
  }

  /// The name that a definition begins with.
  mutating func head() throws(Problem) -> (name: Int, range: Range<Int>) {
    skipBlanks()
    let start = cursor.position
    guard let name = takeName() else { throw noHead() }
    return (lexicon.number(of: name), start..<cursor.position)
  }

  private mutating func letterRanges() throws(Problem) -> [WrittenDefinition.LetterRange] {
    guard takeWord("for") else { return [] }
    var ranges: [WrittenDefinition.LetterRange] = []
    repeat {
      skipBlanks()
      let start = cursor.position
      guard let letter = takeName() else { throw noRange(from: start) }
      let place = start..<cursor.position
      guard takeWord("in") else { throw noRange(from: cursor.position) }
      let (first, last) = try ends(depth: 0)
      ranges.append(
        WrittenDefinition.LetterRange(
          letter: lexicon.number(of: letter), place: place, first: first, last: last))
      skipBlanks()
    } while cursor.take(",")
    return ranges
  }

  private mutating func ends(depth: Int) throws(Problem) -> (Expression, Expression) {
    let first = try sum(depth: depth)
    guard takeDots() else { throw noRange(from: cursor.position) }
    return (first, try sum(depth: depth))
  }

  /// index = ":" | sum [ "..." sum ].
  mutating func indices(openedAt opening: Int, depth: Int) throws(Problem) -> [Expression.Index] {
    try checkDepth(depth)
    var indices: [Expression.Index] = []
    repeat {
      skipBlanks()
      if cursor.take(":") {
        indices.append(.all)
      } else {
        let first = try sum(depth: depth)
        indices.append(takeDots() ? .part(first, try sum(depth: depth)) : .at(first))
      }
      skipBlanks()
      if indices.count > 4 {
        throw Problem(
          at: opening..<cursor.position, "there are more than four indices here, which is the most")
      }
    } while cursor.take(",")
    guard cursor.take("]") else { throw leftover(openedAt: opening) }
    return indices
  }

  /// sum = product { ( "+" | "-" ) product }.
  mutating func sum(depth: Int) throws(Problem) -> Expression {
    let first = try product(depth: depth)
    var terms = [Expression.Term(isSubtracted: false, value: first)]
    while true {
      skipBlanks()
      let isSubtracted: Bool
      if cursor.take("+") { isSubtracted = false } else if takeMinus() { isSubtracted = true } else { break }
      terms.append(Expression.Term(isSubtracted: isSubtracted, value: try product(depth: depth)))
    }
    guard terms.count > 1, let last = terms.last else { return first }
    return part(.sum(terms), first.range.lowerBound..<last.value.range.upperBound)
  }

  /// product = { sign } power { ( "*" | "/" | "@" ) { sign } power | power without a sign }.
  ///
  /// What is before the sign of a matrix product is one factor; the sign of the whole goes before it.
  private mutating func product(depth: Int) throws(Problem) -> Expression {
    skipBlanks()
    let start = cursor.position
    let isNegative = takeSigns()
    // A number with its sign is one number: -1*d.
    let isNumber = isNegative && isAtNumberAlone
    let first = try power(depth: depth, isNegative: isNumber)
    let isLifted = isNegative && !isNumber
    var factors = [Expression.Factor(isDivisor: false, value: first)]
    while true {
      skipBlanks()
      if takeTimes() {
        factors.append(Expression.Factor(isDivisor: false, value: try signed(depth: depth)))
      } else if cursor.take("/") || cursor.take("÷") {
        factors.append(Expression.Factor(isDivisor: true, value: try signed(depth: depth)))
      } else if cursor.take("@") {
        let (left, right) = (chain(factors), try signed(depth: depth))
        // Each of them is a level of the tree that no parenthesis shows.
        if left.height >= Self.heightLimit { try checkDepth(Self.depthLimit) }
        let range = left.range.lowerBound..<right.range.upperBound
        factors = [
          Expression.Factor(isDivisor: false, value: part(.matrixProduct(left, right), range))
        ]
      } else if cursor.next == "(" || isAtFactor {
        let next = try power(depth: depth)
        if factors.last?.isDivisor == true { throw twoReadings(factors, next) }
        factors.append(Expression.Factor(isDivisor: false, value: next))
      } else {
        let value = chain(factors)
        return isLifted ? part(.negative(value), start..<value.range.upperBound) : value
      }
    }
  }

  private mutating func chain(_ factors: [Expression.Factor]) -> Expression {
    guard let first = factors.first?.value, let last = factors.last?.value, factors.count > 1 else {
      return factors[0].value
    }
    return part(.product(factors), first.range.lowerBound..<last.range.upperBound)
  }

  /// A factor behind a sign of multiplication or as an exponent, perhaps with a sign of its own.
  private mutating func signed(depth: Int) throws(Problem) -> Expression {
    skipBlanks()
    let start = cursor.position
    let isNegative = takeSigns()
    let isNumber = isNegative && isAtNumberAlone
    let value = try power(depth: depth, isNegative: isNumber)
    guard isNegative, !isNumber else { return value }
    return part(.negative(value), start..<value.range.upperBound)
  }

  /// Whether several minus signs make one.
  private mutating func takeSigns() -> Bool {
    var isNegative = false
    while true {
      skipBlanks()
      if takeMinus() { isNegative.toggle() } else if !cursor.take("+") { return isNegative }
    }
  }

  /// power = value [ ( "^" | "**" ) { sign } power | raised digits ]; −2² is −(2²), and 2^3^2 is 2^(3^2).
  private mutating func power(depth: Int, isNegative: Bool = false) throws(Problem) -> Expression {
    let base = try value(depth: depth, isNegative: isNegative)
    let start = cursor.position
    if let raised = cursor.takeRaised() {
      let numeral = try Cursor.numeral(
        raised.replacing("-", with: ""), nil, at: start..<cursor.position, written: raised)
      let exponent = part(
        .number(lexicon.add(raised.hasPrefix("-") ? negated(numeral) : numeral)), start..<cursor.position)
      return part(.power(base, exponent), base.range.lowerBound..<cursor.position)
    }
    skipBlanks()
    guard cursor.take("^") || cursor.take("**") else { return base }
    try checkDepth(depth + 1)
    let exponent = try signed(depth: depth + 1)
    return part(.power(base, exponent), base.range.lowerBound..<exponent.range.upperBound)
  }

  mutating func part(_ content: Expression.Content, _ range: Range<Int>) -> Expression {
    partCount += 1
    return Expression(content, number: Int32(clamping: partCount - 1), at: range)
  }

  func negated(_ numeral: Numeral) -> Numeral { Numeral("-" + numeral.typed) ?? numeral }

  func checkDepth(_ depth: Int) throws(Problem) {
    guard depth < Self.depthLimit else {
      throw Problem(
        at: cursor.range,
        "parentheses, indices, powers, matrix products and functions lie more than \(Self.depthLimit) deep "
          + "in each other here, which is the limit; give a part of it a name of its own")
    }
  }
}
