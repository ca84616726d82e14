import Backprop
import Documents
import Formulas

/// Tells a lesson of named quantities.
struct GraphNarrator: Narrator {
  let lesson: NamedLesson
  let work: GraphWork
  private let derivation: GraphDerivation
  private let pathsFrom: Graph.ID?
  /// What comes before the second step, and all that comes after it, where there are several.
  private let first: [Block]
  let steps: GraphDerivation.LaterSteps?

  /// Goes forward and backward, and checks the derivatives; throws as `WorkedExample` does.
  init(_ lesson: NamedLesson, settings: Settings) throws(WorkedExampleError) {
    if let example = settings.example { throw .noExample(example, of: 1) }
    let lesson = settings.staged ? lesson.staged : lesson
    self.lesson = lesson
    work = try GraphWork(lesson, inFractions: settings.exact)
    derivation = try GraphDerivation(lesson, work: work, settings: settings)
    pathsFrom = if let name = settings.paths { try Self.source(name, of: derivation) } else { nil }
    try lesson.learning.checkSize(lesson.graph.count)
    if lesson.hasLaterSteps {
      var first = derivation
      self.first = first.blocks(pathsFrom: pathsFrom)
      steps = try first.laterSteps(settings)
    } else {
      (first, steps) = ([], nil)
    }
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var passed: Bool { steps?.works.allSatisfy(\.check.passed) ?? work.check.passed }
  var picture: [Block] { derivation.picture() }

  func blocks() -> [Block] {
    if let steps { return first + steps.blocks }
    var derivation = derivation
    return derivation.blocks(pathsFrom: pathsFrom)
  }

  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?) {
    (blocks(), pathsFrom == nil ? derivation.spreadsheet.adding(steps) : nil)
  }

  func writeJSON(to sink: inout some TextSink) throws {
    let wanted = derivation.isSummary ? nil : derivation.wanted
    try GraphJSON(
      lesson: lesson, work: work, steps: derivation.steps, wanted: wanted,
      costs: steps?.curve.rows.map(\.value) ?? []
    ).write(to: &sink)
  }

  /// The entry of a name, if its paths are few enough to be listed.
  private static func source(_ name: String, of derivation: GraphDerivation) throws(WorkedExampleError)
    -> Graph.ID
  {
    let steps = derivation.steps
    let id = try GraphTargets(derivation.lesson, steps).entry(name)
    guard id != steps.root, steps.derives(id) else {
      if derivation.graph.quantity(of: id).isIndex { throw .index(name) }
      if derivation.graph.isParameter(id), !derivation.lesson.by.contains(id) { throw .notInBy(name) }
      throw .refused("from \(name) no path leads to \(derivation.graph.result.name)")
    }
    guard steps.root != nil else {
      throw .refused(
        "--paths needs a result without a seed, but the upstream gradient of \(derivation.graph.result.name) is given"
      )
    }
    let count = GraphDerivation.pathCount(from: id, in: steps)
    guard let count, count <= GraphDerivation.mostPaths else {
      throw .tooManyPaths(
        count, from: name, to: derivation.graph.result.name, most: GraphDerivation.mostPaths)
    }
    return id
  }
}

extension Spreadsheet? {
  /// The same with later steps, if there are some; `nil` where a page cannot compute these.
  func adding(_ steps: GraphDerivation.LaterSteps?) -> Spreadsheet? {
    guard let steps else { return self }
    guard let self, let lines = steps.lines else { return nil }
    return Spreadsheet(self, and: lines)
  }
}

extension WorkedExampleError {
  /// A number that only says which entry is meant.
  static func index(_ name: String) -> WorkedExampleError {
    .refused("\(name) is only used as an index, and there is no derivative with respect to an index")
  }

  /// A given that the lesson takes no gradient by.
  static func notInBy(_ name: String) -> WorkedExampleError {
    .refused("the lesson derives nothing with respect to \(name); add it to \"by\"")
  }
}
