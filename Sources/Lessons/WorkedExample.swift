import Backprop
import Documents
import Formulas

/// A lesson, worked through.
public struct WorkedExample: Sendable {
  let settings: Settings
  let narrator: any Narrator
  /// The whole document with its numbers, once it is kept.
  private var document: (blocks: [Block], spreadsheet: Spreadsheet?)?

  /// Runs the lesson's network forward and backward, and checks the gradient.
  ///
  /// Throws where a name in `settings` names nothing, where the lesson has no finite gradient, and where fractions are
  /// asked for and it has none.
  public init(_ lesson: Lesson, settings: Settings) throws(WorkedExampleError) {
    self.settings = settings
    if settings.names != nil { throw .graphsOnly("--names") }
    switch settings.derived {
    case .gradient: narrator = try LayeredNarrator(lesson, settings: settings)
    case .second(let first, let second):
      narrator = try SecondNarrator(FurtherNames(lesson), first, second, settings: settings)
    case .hessian(let newton):
      narrator = try HessianNarrator(FurtherNames(lesson).lesson, newton: newton, settings: settings)
    case .jacobian: throw .graphsOnly("--jacobian")
    case .forward: throw .graphsOnly("--forward")
    }
    if settings.result != nil { throw .graphsOnly("--of") }
    if settings.staged { throw .graphsOnly("--staged") }
  }

  /// The same of a lesson of named quantities.
  public init(_ lesson: NamedLesson, settings: Settings) throws(WorkedExampleError) {
    let lesson = try lesson.deriving(settings.result)
    var settings = settings
    settings.notation = lesson.notation(settings.notation, names: settings.names)
    self.settings = settings
    let staged = settings.staged ? lesson.staged : lesson
    switch settings.derived {
    case .gradient where lesson.hasHessian && settings.only.isEmpty && settings.paths == nil:
      narrator = try HessianNarrator(staged, newton: lesson.hasNewton, settings: settings)
    case .gradient: narrator = try GraphNarrator(lesson, settings: settings)
    case .jacobian(let above, let below):
      narrator = try JacobianNarrator(lesson, of: above, by: below, settings: settings)
    case .forward(let name): narrator = try ForwardNarrator(lesson, by: name, settings: settings)
    case .second(let first, let second):
      narrator = try SecondNarrator(FurtherNames(staged), first, second, settings: settings)
    case .hessian(let newton): narrator = try HessianNarrator(staged, newton: newton, settings: settings)
    }
  }

  /// The same of a lesson of either kind.
  public init(_ lesson: WrittenLesson, settings: Settings) throws(WorkedExampleError) {
    switch lesson {
    case .layered(let lesson): try self.init(lesson, settings: settings)
    case .named(let lesson): try self.init(lesson, settings: settings)
    }
  }

  /// What tells a lesson of layers; `nil` where it is one of named quantities.
  var layered: LayeredNarrator? { narrator as? LayeredNarrator }

  /// Makes the document now, once for all formats.
  public mutating func keepDocument() { document = narrator.page() }

  /// Throws where the lesson has no finite gradient, which is found without the check.
  public static func checkIsFinite(_ lesson: WrittenLesson) throws(WorkedExampleError) {
    switch lesson {
    case .layered(let lesson):
      do {
        _ = try Backpropagation(lesson.objective)
      } catch {
        throw .noFiniteResult(error.description)
      }
    case .named(let lesson): try GraphTrace.inDoubles(lesson.graph).checkIsFinite()
    }
  }

  /// Whether nothing disagrees.
  public var passed: Bool { narrator.passed }

  /// Writes the worked example down; throws what `sink` throws.
  public func write(as format: Format, to sink: inout some TextSink) throws {
    let notation = settings.notation
    switch format {
    case .markdown:
      try MarkdownWriter(notation: notation, math: settings.math, figures: settings.figures)
        .write(blocks(), to: &sink)
    case .latex:
      try LaTeXWriter(notation: notation, isFragment: settings.isFragment).write(blocks(), to: &sink)
    case .html:
      let (blocks, spreadsheet) = page()
      try HTMLWriter(notation: notation, spreadsheet: spreadsheet).write(blocks, to: &sink)
    case .text: try TextWriter(notation: notation, style: settings.textStyle).write(blocks(), to: &sink)
    case .beamer: try BeamerWriter(notation: notation).write(blocks(), to: &sink)
    case .slides: try SlidesWriter(notation: notation).write(blocks(), to: &sink)
    case .json: try narrator.writeJSON(to: &sink)
    // A derivation has no rows, and notebooks have a writer of their own.
    case .csv, .notebook, .myst, .quarto: break
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
  public static func checkCanWrite(_ lesson: WrittenLesson, as format: Format) throws(WorkedExampleError) {
    guard format != .json, case .layered(let lesson) = lesson else { return }
    guard let outputs = lesson.layers.last?.weights.count, outputs > Self.mostShares,
      lesson.layers.last?.activation == .softmax
    else { return }
    throw .refused(
      "a derivation takes a softmax of at most \(Self.mostShares) outputs, but this lesson has one of "
        + "\(outputs); --format json writes its trace")
  }

  /// Of a softmax every output depends on every other: the derivation of more of them would be a book.
  private static let mostShares = 64

  /// The whole document.
  package func blocks() -> [Block] { document?.blocks ?? narrator.blocks() }

  /// The same with its numbers.
  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?) { document ?? narrator.page() }
}
