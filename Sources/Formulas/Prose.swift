/// Words with mathematics among them; written as a string with formulas in its interpolations.
public struct Prose: Hashable, Sendable {
  /// A piece of prose.
  public indirect enum Inline: Hashable, Sendable {
    /// Words, escaped by the writer.
    case text(String)
    /// Something to be typed as it stands.
    case code(String)
    /// Words that are stressed.
    case emphasis(Prose)
    /// Words that matter.
    case strong(Prose)
    /// Words that lead to a web address.
    case link(Prose, address: String)
    /// A formula, or a short equation.
    case math(Equation)
    /// What the notation has its own words for.
    case term(Term)
    /// ∂C/∂z by the letter that books have for it: δ alone, or δ = ∂C/∂z where the notation writes it so.
    case error(Formula)
  }

  /// One after the other.
  public var pieces: [Inline]
  /// Whether it may be true of the numbers of a lesson only as they are given.
  public var isOfNumbers = false

  /// Prose of these pieces.
  public init(_ pieces: [Inline], isOfNumbers: Bool = false) {
    (self.pieces, self.isOfNumbers) = (pieces, isOfNumbers)
  }

  /// The same where it is true of any numbers.
  package var ofAnyNumbers: Prose { Prose(pieces) }

  /// One after the other.
  public static func + (left: Prose, right: Prose) -> Prose {
    Prose(left.pieces + right.pieces, isOfNumbers: left.isOfNumbers || right.isOfNumbers)
  }
}

extension Prose {
  /// Sentences with spaces between them, without those that say nothing.
  package static func sentences(_ all: [Prose]) -> Prose {
    let said = all.filter { !$0.pieces.isEmpty }
    return said.dropFirst().reduce(said.first ?? "") { $0.endsInFullWidth ? $0 + $1 : "\($0) \($1)" }
  }

  /// Whether it ends with a mark such as 。, which is as wide as a letter of Chinese and needs no space after it.
  private var endsInFullWidth: Bool {
    switch pieces.last {
    case .text(let text): text.last?.isFullWidthMark ?? false
    case .emphasis(let prose), .strong(let prose), .link(let prose, address: _): prose.endsInFullWidth
    case .code, .math, .term, .error, nil: false
    }
  }

  /// Items with commas between them, the first of them where there are many.
  package static func list(_ items: some Collection<Prose>) -> Prose {
    let shown = items.prefix(mostListed)
    let list = shown.dropFirst().reduce(shown.first ?? "") { "\($0), \($1)" as Prose }
    return items.count > shown.count ? "\(list) and so on" : list
  }

  /// More in a row than these are nothing to read.
  static let mostListed = 12
}

extension Prose: ExpressibleByStringInterpolation {
  /// Plain text.
  public init(stringLiteral text: String) { self.init(text.isEmpty ? [] : [.text(text)]) }

  /// Text and what was put into it.
  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.pieces, isOfNumbers: stringInterpolation.isOfNumbers)
  }

  /// Collects the pieces of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Inline] = []
    var isOfNumbers = false

    /// With room for a text on both sides of each interpolation.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Text.
    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { pieces.append(.text(text)) } }

    /// Text, which is escaped as all text is.
    ///
    /// Disfavored, so that a literal inside of a literal is prose, too: as a string it would print how its formulas are stored.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ text: String) {
      if !text.isEmpty { pieces.append(.text(text)) }
    }

    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) { pieces.append(.text(String(number))) }
    /// A formula.
    public mutating func appendInterpolation(_ formula: Formula) { pieces.append(.math(Equation(formula))) }
    /// An equation.
    public mutating func appendInterpolation(_ equation: Equation) { pieces.append(.math(equation)) }
    /// Words of the notation.
    public mutating func appendInterpolation(_ term: Term) { pieces.append(.term(term)) }
    /// ∂C/∂z by its letter.
    public mutating func appendInterpolation(error: Formula) { pieces.append(.error(error)) }
    /// Other prose.
    public mutating func appendInterpolation(_ prose: Prose) {
      pieces += prose.pieces
      isOfNumbers = isOfNumbers || prose.isOfNumbers
    }
    /// Something to be typed as it stands.
    public mutating func appendInterpolation(code: String) { pieces.append(.code(code)) }
    /// Words that are stressed.
    public mutating func appendInterpolation(emphasis: Prose) { pieces.append(.emphasis(emphasis)) }
    /// Words that matter.
    public mutating func appendInterpolation(strong: Prose) { pieces.append(.strong(strong)) }
  }
}
