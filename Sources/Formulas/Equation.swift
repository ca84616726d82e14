/// A chain of equations: left = right ≈ further right.
public struct Equation: Hashable, Sendable {
  /// How a side follows from the one before.
  public enum Relation: Hashable, Sendable {
    /// Exactly.
    case equals
    /// To one unit of the last digit shown.
    case approximately
  }

  /// A side, and how it follows.
  public struct Side: Hashable, Sendable {
    /// = or ≈.
    public let relation: Relation
    /// What stands after it.
    public let formula: Formula

    /// A side after `relation`.
    public init(_ relation: Relation, _ formula: Formula) {
      self.relation = relation
      self.formula = formula
    }
  }

  /// What stands first.
  public var left: Formula
  /// What follows.
  public var sides: [Side]
  /// What its number is the value of, where that is not said on the left, or where the name there has several values.
  public var name: Formula?
  /// Which step of an optimizer it is of, counted from 1: a name has another value in each.
  public var step = 1

  /// An equation, or a formula alone.
  public init(_ left: Formula, _ sides: [Side] = []) {
    self.left = left
    self.sides = sides
  }

  /// A number alone, which is the value of a name.
  public init(_ number: Numeral, of name: Formula) {
    self.init(.number(number))
    self.name = name
  }

  /// The same of a step of an optimizer.
  package func ofStep(_ step: Int) -> Equation {
    var equation = self
    equation.step = step
    return equation
  }
}
