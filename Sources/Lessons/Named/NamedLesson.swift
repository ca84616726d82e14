import Backprop
import Formulas

/// A lesson that is any graph of named quantities: numbers that are given, and definitions of others.
public struct NamedLesson: Sendable {
  /// The language of the documents.
  public var language = Language.english
  /// What the worked example is called.
  public var title: String?
  /// Markdown, shown at the top.
  public var summary: String?
  /// The same by languages, where the file has it so.
  public var summaries: [Language: String] = [:]
  /// The quantities, and how each follows from others.
  public var graph: Graph
  /// The entries that a gradient is taken by, and that a step moves.
  public var by: [Graph.ID]
  /// η; where it is given, the worked example ends with steps of the optimizer.
  public var learningRate: Numeral?
  /// By which optimizer, how many steps, and how far it is.
  public var learning = Learning()
  /// Whether the worked example has all second derivatives.
  public var hasHessian = false
  /// Whether it ends with Newton's step.
  public var hasNewton = false
  /// How many steps of the optimizer the lesson has that its page leaves out.
  public var stepsLeftOut = 0

  /// How large a named lesson may be.
  public enum Limit {
    /// The most definitions.
    public static let definitions = 100_000
  }
}

extension NamedLesson {
  /// The lines of a step for a parameter in any arithmetic; none where there is no step.
  package func update<A: Algebra>(of w: A, _ id: Graph.ID, slope: A) -> [(quantity: UpdateQuantity, value: A)]
  {
    learningRate.map { learning.lines(of: w, id, slope: slope, start: $0) } ?? []
  }

  /// What a step needs besides the derivatives, where it takes one.
  package func givenStep(_ steps: GraphSteps) -> [(name: Formula, value: Numeral)] {
    step(steps).map { ($0.name, $0.value.numeral) }
  }

  /// Whether it takes more than one step.
  var hasLaterSteps: Bool { learningRate != nil && learning.steps > 1 }

  func step(_ steps: GraphSteps) -> [(name: Formula, value: Learning.Kept)] {
    learning.givens(learningRate, of: by) { steps.symbol(of: $0, at: $1, isNew: false) }
  }

  /// The same lesson with a name for each operation.
  var staged: NamedLesson {
    let (graph, entries) = graph.staged()
    var lesson = self
    lesson.graph = graph
    lesson.by = by.map { entries[$0] }
    return lesson
  }

  /// The letters in which it is written, with short names for the derivatives of its result where some are asked for.
  func notation(_ notation: Notation, names: ShortDerivatives.Kind?) -> Notation {
    notation.naming(names.map { ShortDerivatives(of: graph.symbolOfResult, $0) })
  }
}
