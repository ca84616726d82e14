import Texts

/// Arithmetic over names, as a definition has it: a tree, each part with its place in the text.
struct Expression {
  typealias Operand = ArithmeticOperand<Expression>

  /// What a part is; names and numbers are those of the `Lexicon`.
  indirect enum Content {
    case number(Int)
    case name(Int)
    case entry(Int, [Index])
    /// The terms of one chain of + and −.
    case sum([Operand])
    /// The factors of one chain of · and ÷.
    case product([Operand])
    case negative(Expression)
    case power(Expression, Expression)
    case matrixProduct(Expression, Expression)
    case transposed(Expression)
    case call(GraphFunction, [Expression])
    /// An entry, or the number in its place if there is none.
    case fallback(Expression, Expression)
    /// Which values of the letters of a sum count: k ≠ i.
    case condition(Expression, Relation, Expression)
  }

  /// How two indices compare.
  enum Relation: CaseIterable {
    case unequal, atMost, less, atLeast, greater

    /// The ways to type it.
    var signs: [String] {
      switch self {
      case .unequal: ["≠", "!="]
      case .atMost: ["≤", "<="]
      case .less: ["<"]
      case .atLeast: ["≥", ">="]
      case .greater: [">"]
      }
    }

    func holds(_ a: Int, _ b: Int) -> Bool {
      switch self {
      case .unequal: a != b
      case .atMost: a <= b
      case .less: a < b
      case .atLeast: a >= b
      case .greater: a > b
      }
    }
  }

  /// What stands between the brackets of an entry, between two commas.
  enum Index {
    case at(Expression)
    /// A colon: all of them.
    case all
    /// From the one to the other: `6...10`.
    case part(Expression, Expression)
  }

  let content: Content
  /// Which of the parts of its definition it is.
  let number: Int32
  /// How many parts lie in each other, itself included.
  let height: Int32
  private let start: Int32
  private let end: Int32

  init(_ content: Content, number: Int32, at range: Range<Int>) {
    self.content = content
    self.number = number
    height = 1 + content.heightOfParts
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  /// Its bytes in the definition.
  var range: Range<Int> { Int(start)..<Int(end) }

  /// The same with what stands around it.
  func spanning(_ range: Range<Int>) -> Expression { Expression(content, number: number, at: range) }

  /// The name that it is, if it is nothing else.
  var name: Int? { if case .name(let name) = content { name } else { nil } }
}

extension Expression.Content {
  fileprivate var heightOfParts: Int32 {
    switch self {
    case .number, .name: 0
    case .entry(_, let indices): indices.reduce(0) { max($0, $1.height) }
    case .sum(let terms): terms.reduce(0) { max($0, $1.value.height) }
    case .product(let factors): factors.reduce(0) { max($0, $1.value.height) }
    case .negative(let value), .transposed(let value): value.height
    case .power(let a, let b), .matrixProduct(let a, let b), .fallback(let a, let b),
      .condition(let a, _, let b):
      max(a.height, b.height)
    case .call(_, let arguments): arguments.reduce(0) { max($0, $1.height) }
    }
  }
}

extension Expression.Index {
  fileprivate var height: Int32 {
    switch self {
    case .at(let value): value.height
    case .all: 0
    case .part(let first, let last): max(first.height, last.height)
    }
  }
}
