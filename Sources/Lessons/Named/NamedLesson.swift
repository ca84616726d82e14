import Backprop
import Formulas

/// A lesson that is any graph of named quantities: numbers that are given, and definitions of others.
public struct NamedLesson: Sendable {
  /// What the worked example is called.
  public var title: String?
  /// Markdown, shown at the top.
  public var summary: String?
  /// The quantities, and how each follows from others.
  public var graph: Graph
  /// The entries that a gradient is taken by, and that a step moves.
  public var by: [Graph.ID]
  /// η; where it is given, the worked example ends with one step of gradient descent.
  public var learningRate: Numeral?

  /// How large a named lesson may be.
  public enum Limit {
    /// The most definitions.
    public static let definitions = 100_000
    /// The most entries, given and defined.
    public static let entries = GraphElaborator.mostEntries
    /// The most uses of entries in definitions.
    public static let uses = GraphElaborator.mostUses
    /// The most indices of a name.
    public static let indices = Shape.most
    /// How deep parentheses, indices, powers and functions may lie in each other.
    public static let depth = DefinitionReader.depthLimit
  }
}

extension NamedLesson {
  /// The same lesson with a name for each operation.
  var staged: NamedLesson {
    let (graph, entries) = graph.staged()
    var lesson = self
    lesson.graph = graph
    lesson.by = by.map { entries[$0] }
    return lesson
  }
}
