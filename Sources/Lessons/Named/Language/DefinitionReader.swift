import Formulas
import Texts

/// Reads definitions as people type them: `h[t] = tanh(w*x[t] + u*h[t-1] + b)`.
struct DefinitionReader: ArithmeticReader {
  typealias Part = Expression

  static let tooDeep =
    "parentheses, indices, powers, matrix products and functions are nested more than \(depthLimit) levels "
    + "deep here, which is the limit; define a part of it under a name of its own"
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
    let index = cursor.take("[") ? try indices(openedAt: opening, depth: 0) : []
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
        let first = try sum(depth: depth + 1)
        indices.append(takeDots() ? .part(first, try sum(depth: depth + 1)) : .at(first))
      }
      skipBlanks()
      if indices.count > 4 {
        throw Problem(
          at: opening..<cursor.position, "there are more than four indices here, which is the limit")
      }
    } while cursor.take(",")
    guard cursor.take("]") else { throw leftover(openedAt: opening) }
    return indices
  }

  mutating func number(_ numeral: Numeral, at range: Range<Int>) -> Expression {
    part(.number(lexicon.add(numeral)), range)
  }

  mutating func sum(_ terms: [Operand]) -> Expression { joined(terms, as: Expression.Content.sum) }

  /// What is before the sign of a matrix product is one factor; the sign of the whole goes before it.
  mutating func product(_ factors: [Operand]) throws(Problem) -> Expression {
    let first = factors[0].value
    guard factors.count > 1 else { return first }
    if case .negative(let value) = first.content, !isInParentheses(first) {
      let whole = try product([Operand(.times, value)] + factors.dropFirst())
      return part(.negative(whole), first.range.lowerBound..<whole.range.upperBound)
    }
    var chain: [Operand] = []
    for factor in factors {
      if factor.sign == .matrixTimes {
        let left = joined(chain)
        // Each of them is a level of the tree that no parenthesis shows.
        if left.height >= Self.heightLimit { throw Problem(at: factor.value.range, Self.tooDeep) }
        let range = left.range.lowerBound..<factor.value.range.upperBound
        chain = [Operand(.times, part(.matrixProduct(left, factor.value), range))]
      } else {
        if factor.sign == .nothing, chain.last?.sign == .over { throw twoReadings(chain, factor.value) }
        chain.append(factor)
      }
    }
    return joined(chain)
  }

  /// One part of several; a single one is itself.
  private mutating func joined(
    _ operands: [Operand], as content: ([Operand]) -> Expression.Content = Expression.Content.product
  ) -> Expression {
    let (first, last) = (operands[0].value, operands[operands.count - 1].value)
    guard operands.count > 1 else { return first }
    return part(content(operands), first.range.lowerBound..<last.range.upperBound)
  }

  /// A number with its sign is one number: -1*d.
  mutating func negative(_ value: Expression, from start: Int) -> Expression {
    if case .number(let number) = value.content, !isInParentheses(value),
      let negated = Numeral("-" + lexicon.numerals[number].typed)
    {
      return self.number(negated, at: value.range)
    }
    return part(.negative(value), start..<value.range.upperBound)
  }

  mutating func power(_ base: Expression, _ exponent: Expression, from start: Int) -> Expression {
    part(.power(base, exponent), start..<exponent.range.upperBound)
  }

  private func isInParentheses(_ part: Expression) -> Bool { Cursor(cursor.bytes, part.range).next == "(" }

  mutating func part(_ content: Expression.Content, _ range: Range<Int>) -> Expression {
    partCount += 1
    return Expression(content, number: Int32(clamping: partCount - 1), at: range)
  }
}
