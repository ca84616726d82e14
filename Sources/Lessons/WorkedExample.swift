import Backprop
import Documents
import Formulas

/// A lesson, worked through.
public struct WorkedExample: Sendable {
  let lesson: Lesson
  let settings: Settings
  let work: Work
  private let pathsFrom: Layout.ID?
  /// In fractions it is made at once, to see that they fit; otherwise when it is written.
  private let derivation: Derivation?
  /// The whole document, once it is kept.
  private var document: [Block]?

  /// Runs the lesson's network forward and backward, and checks the gradient.
  ///
  /// Throws where a name in `settings` names nothing, where the lesson has no finite gradient, and where fractions are
  /// asked for and it has none.
  public init(_ lesson: Lesson, settings: Settings) throws(WorkedExampleError) {
    let count = lesson.examples.count
    if let example = settings.example, !(1...count).contains(example) { throw .noExample(example, of: count) }
    let lesson = settings.exact ? try lesson.inFractions() : lesson
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
    derivation = settings.exact ? Derivation(lesson, work: work, settings: settings) : nil
    try derivation?.checkIsExact()
  }

  /// Makes the document now, once for all formats.
  public mutating func keepDocument() { document = blocks() }

  /// Throws where the lesson has no finite gradient, which is found without the check.
  public static func checkIsFinite(_ lesson: Lesson) throws(WorkedExampleError) {
    do {
      _ = try Backpropagation(lesson.objective)
    } catch {
      throw .noFiniteResult(error.description)
    }
  }

  /// Whether nothing disagrees.
  public var passed: Bool { work.check.passed }

  /// Writes the worked example down; throws what `sink` throws.
  public func write(as format: Format, to sink: inout some TextSink) throws {
    let notation = settings.notation
    switch format {
    case .markdown:
      try MarkdownWriter(notation: notation, math: settings.math, figures: settings.figures)
        .write(blocks(), to: &sink)
    case .latex:
      try LaTeXWriter(notation: notation, isFragment: settings.isFragment).write(blocks(), to: &sink)
    case .html: try HTMLWriter(notation: notation).write(blocks(), to: &sink)
    case .text: try TextWriter(notation: notation, style: settings.textStyle).write(blocks(), to: &sink)
    case .json: try TraceJSON(lesson, work).write(to: &sink)
    }
  }

  /// The pictures that Markdown links: what follows in the names of their files, and what is in them.
  public var figures: [(name: String, content: String)] {
    MarkdownWriter(notation: settings.notation, figures: settings.figures).figures(of: blocks())
  }

  /// The worked example in plain text, one step after the other.
  public var steps: SteppedText {
    SteppedText(blocks(), notation: settings.notation, style: settings.textStyle)
  }

  /// Whether there is such a document of a lesson: throws the reason if not.
  public static func checkCanWrite(_ lesson: Lesson, as format: Format) throws(WorkedExampleError) {
    guard format != .json else { return }
    guard let outputs = lesson.layers.last?.weights.count, outputs > Self.mostShares,
      lesson.layers.last?.activation == .softmax
    else { return }
    throw .refused(
      "a derivation is written of a softmax of \(Self.mostShares) outputs at most, and this lesson has one of "
        + "\(outputs); --format json traces it")
  }

  /// Of a softmax every output depends on every other: the derivation of more of them would be a book.
  private static let mostShares = 64

  /// The whole document.
  func blocks() -> [Block] {
    if let document { return document }
    var derivation = derivation ?? Derivation(lesson, work: work, settings: settings)
    return derivation.blocks(pathsFrom: pathsFrom)
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
    guard let count, count <= mostPaths else {
      let many = count.map { "\($0)" } ?? "more than 10^18"
      throw .refused(
        "from \(name) there are \(many) paths to the cost, and \(mostPaths) are the most that are listed")
    }
    return id
  }
}
