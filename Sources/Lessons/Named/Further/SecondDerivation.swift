import Backprop
import Documents
import Formulas

/// A lesson derived by some of its parameters, and the derivation as a graph, which is derived once more.
struct SecondDerivation: Sendable {
  let lesson: NamedLesson
  let parameters: [Graph.ID]
  let derived: DerivedGraph
  let first: GraphDerivation
  let work: GraphWork
  private let settings: Settings

  /// Where the derivation would be longer than anybody reads, it is refused.
  private static let mostParts = 4_000

  init(_ given: NamedLesson, by parameters: [Graph.ID], for option: String, settings: Settings)
    throws(WorkedExampleError)
  {
    _ = try given.root(for: option)
    let graph = given.graph
    guard graph.count + graph.useCount <= Self.mostParts else {
      throw .refused(
        "\(option) is for graphs in which at most \(Self.mostParts) quantities and uses of quantities are written, but this graph has \(graph.count + graph.useCount)"
      )
    }
    var lesson = given
    lesson.by = parameters
    self.lesson = lesson
    let steps = GraphSteps(graph, by: parameters)
    if let unused = steps.withoutEffect.first {
      throw .refused(
        "\(graph.result.name) does not depend on \(graph.symbol(of: unused).name), so there is nothing to derive"
      )
    }
    guard let derived = DerivedGraph(steps) else {
      throw .refused("a step of this derivation cannot be differentiated twice")
    }
    (self.parameters, self.derived, self.settings) = (parameters, derived, settings)
    work = try GraphWork(lesson, inFractions: settings.exact)
    var plain = Settings()
    (plain.digits, plain.all) = (settings.digits, true)
    first = try GraphDerivation(lesson, work: work, settings: plain)
  }

  /// The derivative by a parameter as what is derived, by these parameters.
  func row(_ parameter: Graph.ID, by others: [Graph.ID]) throws(WorkedExampleError) -> Row {
    let graph = derived.totals[parameter].map(derived.deriving) ?? derived.graph
    let own = lesson.deriving(graph, by: others)
    let work = try GraphWork(own, inFractions: settings.exact)
    let steps = GraphSteps(graph, by: others)
    let kinds = Set(others.map(Graph.Step.Kind.total) + graph.result.entries.map(Graph.Step.Kind.value))
    return Row(
      parameter: parameter, lesson: own, work: work,
      derivation: GraphDerivation(
        own, work: work, digits: settings.digits, steps: steps,
        wanted: GraphTargets(own, steps).needed(for: kinds)))
  }

  /// One of the first derivatives, derived once more.
  struct Row: Sendable {
    let parameter: Graph.ID
    let lesson: NamedLesson
    let work: GraphWork
    var derivation: GraphDerivation
  }

  /// From the title to what is given; the picture is that of the lesson's own graph.
  func introduction(_ second: GraphDerivation) -> [Block] {
    [.heading(level: 1, Prose(stringLiteral: first.title))]
      + Summary.paragraphs(lesson.summary ?? "").map(Block.paragraph)
      + [GraphDerivation.heading] + first.picture() + second.givens()
  }

  /// The first derivatives that a second one needs, as lines of the graph that is derived once more.
  func backward(in second: inout GraphDerivation) -> [Block] {
    let shown = derived.groups.map { group in
      (group.by, group.steps.filter { second.isWanted(.value($0)) })
    }.filter { !$0.1.isEmpty }
    let entries = shown.flatMap(\.0).filter { $0 != first.steps.root }
    var blocks: [Block] =
      [.heading(level: 2, "Backward pass"), .paragraph(first.wordsOfBackward)] + first.edges(entries)
      + first.flats(entries)
    let start = blocks.count
    for (by, steps) in shown {
      if !first.isDirect { blocks.append(.paragraph(first.lead(by))) }
      for id in steps { blocks.append(second.line(second.steps.value(of: id))) }
    }
    if let words = GraphDerivation.wordsOfCondition(in: blocks) {
      blocks.insert(words, at: first.isDirect ? 1 : Swift.min(2, start))
    }
    return blocks
  }

  /// The names of the lines that stand in the backward pass: local gradients that are used again.
  var knownFactors: Set<Formula> {
    Set(
      derived.groups.flatMap(\.steps).compactMap { id in
        derived.graph.symbol(of: id).derivative.map { .partial($0.above, by: $0.below) }
      })
  }

  /// What a second backward pass is, and what the names in it mean.
  func words(_ second: GraphDerivation) -> Prose {
    let result = second.result
    let start: Prose =
      """
      The steps so far are calculations like any others: values, local gradients and derivatives follow from each other. So they \
      are a graph, and \(result) is one number in it. A second backward pass starts at \(result) and goes back through all of \
      these steps, with the same rule: local gradients times upstream gradients, added up where something is used more than once.
      """
    return jumps(second).map { "\(start) \($0)" } ?? start
  }

  /// What is said of slopes that only jump.
  private func jumps(_ second: GraphDerivation) -> Prose? {
    let graph = derived.graph
    let flat = derived.groups.flatMap(\.steps).filter { id in
      guard second.isWanted(.value(id)) else { return false }
      var found = false
      graph.formula(of: id).forEachPart { part in
        switch part {
        case .truth(let x, let y, _): found = found || !(x.names + y.names).isEmpty
        case .call(.sign, let x): found = found || !x.names.isEmpty
        case .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .max,
          .min, .nabla, .transpose, .matrixProduct, .elementwise:
          break
        }
      }
      return found
    }
    guard !flat.isEmpty else { return nil }
    let names = flat.prefix(Self.mostNames).map { "\(Formula.symbol(graph.symbol(of: $0)))" as Prose }
    let all = Prose.enumeration(flat.count > names.count ? names + ["others"] : names)
    let isOnEdge = flat.contains { graph.isOnEdge($0, values: second.work.trace.values) }
    let flats: Prose =
      "\(flat.count == 1 ? "The sign or the condition" : "The signs or the conditions") in \(all)"
    return isOnEdge
      ? """
      \(flats) \(flat.count == 1 ? "jumps" : "jump"), and here a quantity is at such an edge: the first derivative jumps, and the \
      second does not exist. The slope 0 is used.
      """
      : """
      \(flats) \(flat.count == 1 ? "is" : "are") not changed by a small change, so nothing goes back through \
      \(flat.count == 1 ? "it" : "them").
      """
  }

  private static let mostNames = 6

  /// What the check of second derivatives is.
  static let wordsOfCheck: Prose = """
    Each second derivative is computed again in two other ways. \(emphasis: "Forward mode") goes over the backward pass: it \
    computes, with every step of the first derivation, how the step changes with the parameter. The \(emphasis: "numeric") \
    derivative needs no second derivation: the parameter is increased and decreased by a small amount, and the first derivative is \
    computed again. The \(emphasis: "error bound") says how far that may be from the true one; it counts only if this bound is \
    at most a millionth of the derivative.
    """
}
