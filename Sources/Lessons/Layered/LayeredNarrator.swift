import Backprop
import Documents
import Formulas

/// Tells a lesson of layers.
struct LayeredNarrator: Narrator {
  let lesson: Lesson
  let settings: Settings
  let work: Work
  private let pathsFrom: Layout.ID?
  /// In fractions it is made at once, to see that they fit; otherwise when it is written.
  private let derivation: Derivation?
  /// All steps, where there are several.
  let steps: LaterSteps?

  /// Runs the lesson's network forward and backward, and checks the gradient; throws as `WorkedExample` does.
  init(_ given: Lesson, settings: Settings) throws(WorkedExampleError) {
    if settings.staged { throw .graphsOnly("--staged") }
    let count = given.examples.count
    if let example = settings.example, !(1...count).contains(example) { throw .noExample(example, of: count) }
    if settings.example != nil, given.learning.takesEachExample {
      throw .refused("each step of this lesson takes an example of its own; leave out --example")
    }
    let whole = settings.exact ? try given.inFractions() : given
    let lesson = whole.atStep
    self.lesson = lesson
    self.settings = settings
    work = try Work(
      lesson, only: settings.only + (settings.paths.map { [$0] } ?? []),
      exact: settings.exact ? ExactWork(lesson) : nil)
    if let name = settings.paths {
      pathsFrom = try Self.weight(name, in: lesson, layout: work.result.layout)
    } else {
      pathsFrom = nil
    }
    let isLong = lesson.learningRate != nil && lesson.learning.steps > 1
    derivation = settings.exact || isLong ? Derivation(lesson, work: work, settings: settings) : nil
    try derivation?.checkIsExact()
    try lesson.learning.checkSize(work.result.layout.parameterCount)
    steps =
      if isLong, let derivation {
        try Self.steps(whole, derivation, pathsFrom: pathsFrom, settings)
      } else { nil }
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var passed: Bool { steps?.works.allSatisfy(\.check.passed) ?? work.check.passed }
  var picture: [Block] {
    [.network(Derivation(lesson, work: work, settings: settings).networkPicture())]
  }

  func blocks() -> [Block] {
    if let steps { return steps.blocks }
    var derivation = derivation ?? Derivation(lesson, work: work, settings: settings)
    return derivation.blocks(pathsFrom: pathsFrom)
  }

  // Both from one derivation.
  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?) {
    guard pathsFrom == nil, !settings.exact else { return (blocks(), nil) }
    var derivation = Derivation(lesson, work: work, settings: settings)
    let spreadsheet = derivation.spreadsheet
    guard let steps else { return (derivation.blocks(), spreadsheet) }
    guard let spreadsheet, let lines = steps.lines else { return (blocks(), nil) }
    return (blocks(), Spreadsheet(spreadsheet, and: lines))
  }

  func writeJSON(to sink: inout some TextSink) throws {
    try TraceJSON(lesson, work, costs: steps?.curve.rows.map(\.value) ?? []).write(to: &sink)
  }

  /// More paths than these are nothing to read.
  private static let mostPaths = 64

  /// The weight of a name, if its paths are few enough to be listed.
  private static func weight(_ name: String, in lesson: Lesson, layout: Layout) throws(WorkedExampleError)
    -> Layout.ID
  {
    guard case .derivative(let id, _) = try TargetReader(lesson, layout).read(name),
      id < layout.parameterCount, let layer = layout.symbol(id, example: nil).layer
    else { throw .notAWeight(name) }
    let isWeight = layout.symbol(id, example: nil).meaning == .weight
    let count = lesson.pathCount(fromLayer: layer, isWeight: isWeight)
    guard let count, count <= mostPaths else { throw .tooManyPaths(count, from: name, most: mostPaths) }
    return id
  }
}

extension WorkedExampleError {
  /// An option that lessons of layers do not have.
  static func graphsOnly(_ option: String) -> WorkedExampleError {
    .refused("\(option) is for graphs of named quantities, and this lesson is one of layers; leave it out")
  }

  /// More paths than anybody reads.
  static func tooManyPaths(_ count: Int?, from name: String, to result: String = "the cost", most: Int)
    -> WorkedExampleError
  {
    let many = count.map { "\($0)" } ?? "more than 10^18"
    return .refused(
      "from \(name) there are \(many) paths to \(result), and \(most) are the most that are listed")
  }
}
