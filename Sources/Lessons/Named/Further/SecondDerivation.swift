import Backprop
import Documents
import Formulas

/// A lesson derived by some of its parameters, and the derivation as a graph, which is derived once more.
final class SecondDerivation: Sendable {
  let lesson: NamedLesson
  let parameters: [Graph.ID]
  let derived: DerivedGraph
  let first: GraphDerivation
  /// The lesson's own graph.
  let picture: [Block]
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
    (plain.digits, plain.all, plain.notation) = (settings.digits, true, settings.notation)
    var first = try GraphDerivation(lesson, work: work, settings: plain)
    picture = first.picture()
    // What is exact is found out as the lines are made, and would be drawn with all of its digits.
    _ = first.forward() + first.backward()
    self.first = first
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
        own, work: work, digits: settings.digits, language: settings.notation.language, steps: steps,
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
    [.heading(level: 1, first.title)]
      + Summary.paragraphs(lesson.summary ?? "").map(Block.paragraph)
      + [first.heading] + picture + second.givens()
  }

  /// The first derivatives that a second one needs, as lines of the graph that is derived once more.
  func backward(in second: inout GraphDerivation) -> [Block] {
    let shown = derived.groups.map { group in
      (group.by, group.steps.filter { second.isWanted(.value($0)) })
    }.filter { !$0.1.isEmpty }
    let entries = shown.flatMap(\.0).filter { $0 != first.steps.root }
    var blocks: [Block] =
      [
        .heading(level: 2, first.say(HeadingPhrase.backwardPass(example: nil))),
        .paragraph(first.wordsOfBackward),
      ] + first.edges(entries)
      + first.flats(entries)
    let start = blocks.count
    for (by, steps) in shown {
      if !first.isDirect { blocks.append(.paragraph(first.lead(by))) }
      for id in steps { blocks.append(second.line(second.steps.value(of: id))) }
    }
    if let words = first.wordsOfCondition(in: blocks) {
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
    Prose.sentences([
      second.say(FurtherPhrase.secondPass(second.result)), jumps(second).map(second.say) ?? "",
    ])
  }

  /// What is said of slopes that only jump.
  private func jumps(_ second: GraphDerivation) -> FurtherPhrase? {
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
    return .flatSigns(
      flat.prefix(Self.mostNames).map { .symbol(graph.symbol(of: $0)) }, areMore: flat.count > Self.mostNames,
      isOnEdge: flat.contains { graph.isOnEdge($0, values: second.work.trace.values) })
  }

  private static let mostNames = 6
}
