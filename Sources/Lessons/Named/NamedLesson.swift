import Backprop
import Formulas

/// A lesson that is any graph of named quantities, as its file states it.
public struct NamedLesson: Sendable {
  /// What the worked example is called.
  public var title: String?
  /// Markdown, shown at the top.
  public var summary: String?
  /// What is given, and what follows from it.
  public var graph: Graph
  /// The entries that the gradient is taken by, and that a step moves.
  public var by: [Graph.ID]
  /// η; where given, the worked example ends with one step of gradient descent.
  public var learningRate: Numeral?
}
