/// A finished piece of mathematics.
public struct Piece: Hashable, Sendable {
  /// As the markup writes it.
  public let text: String
  /// How wide it looks, in the markup's unit: columns, or points.
  public let width: Double
  /// Of text in several lines, how many stand above the one that the rest of a row stands on.
  let axis: Int

  init(_ text: String, width: Double, axis: Int = 0) {
    self.text = text
    self.width = width
    self.axis = axis
  }
}

/// A way to write mathematics down: it receives finished pieces, and never sees the tree.
public protocol Markup: Sendable {
  /// Whether a quotient is stacked, so that it needs no parentheses.
  var stacksQuotients: Bool { get }
  /// Whether an exponent stands above the line, so that it needs no parentheses.
  var raisesExponents: Bool { get }
  /// Digits without a sign, with a point or a comma among them.
  func digits(_ text: String) -> Piece
  /// A letter, with what stands below and above it.
  func symbol(_ look: Notation.Look) -> Piece
  /// What stands above or below the stroke of a derivative: ∂z, ∂²C, dq.
  func differential(_ sign: Differential, _ content: Piece) -> Piece
  /// ∇_(below) above.
  func nabla(_ above: Piece, by below: Piece) -> Piece
  /// With the mark of a transposed matrix.
  func transposed(_ content: Piece) -> Piece
  /// One above the other, or with a stroke between.
  func quotient(_ above: Piece, _ below: Piece) -> Piece
  /// A whole power.
  func power(_ base: Piece, _ exponent: Int) -> Piece
  /// A power whose exponent is written already.
  func power(_ base: Piece, _ exponent: Piece) -> Piece
  /// The square root of what is written already.
  func root(_ content: Piece) -> Piece
  /// e to a power.
  func exponential(_ exponent: Piece) -> Piece
  /// In parentheses, which are as high as what they hold unless it is a plain number.
  func parentheses(_ content: Piece, arePlain: Bool) -> Piece
  /// In brackets, as a condition that counts as 1 or 0.
  func brackets(_ content: Piece) -> Piece
  /// A parenthesis, a bracket or a stroke by itself, where a line may be broken between the two of a pair.
  func delimiter(_ delimiter: Delimiter) -> Piece
  /// Between the strokes of an absolute value.
  func magnitude(_ content: Piece) -> Piece
  /// A function by its name, with its argument in parentheses already.
  func call(_ name: FunctionName, _ argument: Piece) -> Piece
  /// Pieces and operators, one after the other.
  func row(_ parts: [RowPart]) -> Piece
  /// How wide such a row is.
  func width(of parts: [RowPart]) -> Double
  /// A symbol by a name of the markup's own; `nil` where it is for the notation to say how it looks.
  func name(of symbol: Symbol) -> Piece?
  /// A piece that is this part of an equation, where such parts look different.
  func mark(_ content: Piece, as part: TextStyle.Part) -> Piece
  /// The name of a derivative, in whatever letters, where such names can be pointed at.
  func name(_ content: Piece, of derivative: Formula) -> Piece
}

extension Markup {
  public func width(of parts: [RowPart]) -> Double { row(parts).width }
  public func name(of symbol: Symbol) -> Piece? { nil }
  public func mark(_ content: Piece, as part: TextStyle.Part) -> Piece { content }
  public func name(_ content: Piece, of derivative: Formula) -> Piece { content }

  /// ∂(above)/∂(below).
  func partial(_ above: Piece, by below: Piece) -> Piece {
    quotient(differential(.partial, above), differential(.partial, below))
  }
}

/// What stands before a quantity in a derivative.
public enum Differential: Hashable, Sendable {
  /// ∂, and ∂² above the stroke of a second derivative.
  case partial, secondPartial
  /// d, of a derivative through all that lies between.
  case total
}

/// The functions that are written by name.
public enum FunctionName: Hashable, Sendable {
  /// σ and its slope σ′.
  case sigma, sigmaPrime
  /// tanh and its slope tanh′.
  case tanh, tanhPrime
  /// The slope of ReLU, and the same function by its own name.
  case reluPrime, step
  /// The trigonometric functions of an angle in radians.
  case sin, cos
  /// The natural logarithm, and eˣ where the exponent has no room above the line.
  case ln, exp
  /// The larger and the smaller of two arguments.
  case max, min
  /// The slope of |x|.
  case sign
  /// The shares of a column's entries.
  case softmax
  /// One that only graphs have.
  case named(NamedFunction)
}

/// What stands around pieces, and between the parts of a fraction that is written in a line.
public enum Delimiter: Hashable, Sendable {
  /// Parentheses.
  case open, close
  /// Brackets.
  case openBracket, closeBracket
  /// Between what is divided and what it is divided by.
  case slash

  var text: String {
    switch self {
    case .open: "("
    case .close: ")"
    case .openBracket: "["
    case .closeBracket: "]"
    case .slash: "/"
    }
  }
}

/// What stands between pieces.
public enum Operator: Hashable, Sendable {
  /// Between terms.
  case plus, minus
  /// Between factors: numbers, and matrices that are multiplied entry by entry.
  case times, elementwise
  /// Between arguments: a semicolon where numbers have a comma.
  case comma, semicolon
  /// Between sides: exactly, and to one unit of the last digit shown.
  case equals, approximately
  /// Between the sides of a condition: >, ≥.
  case greater, atLeast
  /// A sign that belongs to what follows it.
  case negation
  /// Two factors side by side: 2 (a − y), W a.
  case nothing
}

/// A part of a row.
public enum RowPart: Hashable, Sendable {
  /// What is written already.
  case piece(Piece)
  /// What stands between two of these, or before one.
  case sign(Operator)
}
