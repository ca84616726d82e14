import Formulas

/// A matrix: what it is in symbols, its shape, and its numbers where they are few enough to be read.
public struct MatrixEquation: Hashable, Sendable {
  /// What is printed of a matrix.
  public struct Numbers: Hashable, Sendable {
    /// = where all of them are the numbers themselves, ≈ where some were rounded.
    public let relation: Equation.Relation
    /// From top to bottom, as long as there are columns; LaTeX sets at most ten of these.
    public let rows: [[Numeral]]
    /// What each of them is the value of; empty where they have no names.
    public let names: [[Formula]]

    /// Rows of the same length.
    public init(_ relation: Equation.Relation, rows: [[Numeral]], names: [[Formula]] = []) {
      self.relation = relation
      self.rows = rows
      self.names = names
    }
  }

  /// The name, and what follows from which; a given is a name alone.
  public let symbols: Equation
  /// How many rows there are.
  public let rows: Int
  /// How many columns there are: one in a vector.
  public let columns: Int
  /// The entries.
  public let numbers: Numbers?

  /// A matrix of this shape, which that of the numbers is as well.
  public init(_ symbols: Equation, rows: Int, columns: Int, numbers: Numbers? = nil) {
    self.symbols = symbols
    self.rows = rows
    self.columns = columns
    self.numbers = numbers
  }
}

extension Typesetter {
  /// The entries of a matrix, written.
  func cells(_ numbers: MatrixEquation.Numbers) -> [[Piece]] {
    numbers.rows.map { $0.map { piece(.number($0)) } }
  }
}
