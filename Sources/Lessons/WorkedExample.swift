import Backprop
import Documents
import Formulas

/// What was computed for a lesson: its gradient, and the check of it.
struct Work: Sendable {
  let result: Backpropagation
  let check: GradientCheck
  /// What was asked for by name; everything where it is empty.
  let targets: [Target]
  /// The parameters whose derivatives are shown.
  let parameters: [Layout.ID]

  init(_ lesson: Lesson, only: [String]) throws(WorkedExampleError) {
    do {
      result = try Backpropagation(lesson.objective)
    } catch {
      throw .noFiniteResult(error.description)
    }
    let layout = result.layout
    let reader = only.isEmpty ? nil : TargetReader(layout, hasStep: lesson.learningRate != nil)
    var targets: [Target] = []
    for name in only {
      guard let target = try reader?.read(name), !targets.contains(target) else { continue }
      if case .factor(let of, let by, let example) = target, !result.hasFactor(of, by, example) {
        throw .unknownQuantity(name, suggestion: nil)
      }
      targets.append(target)
    }
    self.targets = targets
    parameters =
      only.isEmpty
      ? Array(0..<layout.parameterCount)
      : Set(targets.compactMap { $0.parameter(in: layout) }).sorted()
    let numeric = NumericGradient(result.objective, of: parameters)
    check = GradientCheck(
      trace: result.gradient, magnitudes: result.roundingErrors(),
      vectorized: VectorizedPass(result.objective).gradient, numeric: numeric.estimates, of: parameters)
  }

  /// Each parameter after a step of gradient descent; `nil` for what the step leaves alone.
  func updated(_ lesson: Lesson) -> [Double?] {
    guard let rate = lesson.learningRate?.value else { return [] }
    return zip(result.objective.network.parameters, result.gradient).enumerated().map { id, pair in
      let isBias = result.layout.symbol(id, example: nil).meaning == .bias
      return isBias && !lesson.trainsBiases ? nil : pair.0 - rate * pair.1
    }
  }
}

/// A lesson, worked through.
public struct WorkedExample: Sendable {
  private let lesson: Lesson
  private let settings: Settings
  private let work: Work

  /// Runs the lesson's network forward and backward, and checks the gradient.
  ///
  /// Throws where a name in `settings.only` names nothing, and where the lesson has no finite gradient.
  public init(_ lesson: Lesson, settings: Settings) throws(WorkedExampleError) {
    self.lesson = lesson
    self.settings = settings
    work = try Work(lesson, only: settings.only)
  }

  /// Whether nothing disagrees.
  public var passed: Bool { work.check.passed }

  /// Writes the worked example down; throws what `sink` throws.
  public func write(as format: Format, to sink: inout some TextSink) throws {
    let notation = Notation.threeBlueOneBrown
    switch format {
    case .markdown: try MarkdownWriter(notation: notation).write(blocks(), to: &sink)
    case .latex: try LaTeXWriter(notation: notation).write(blocks(), to: &sink)
    case .text: try TextWriter(notation: notation).write(blocks(), to: &sink)
    case .json: try TraceJSON(lesson, work).write(to: &sink)
    }
  }

  /// Whether there is such a document of this lesson: throws the reason if not.
  public func checkCanWrite(as format: Format) throws(WorkedExampleError) {
    guard format != .json, !lesson.isChain || lesson.examples.count > 1 || work.result.penalty != nil else {
      return
    }
    throw .refused(
      "worked examples are derived for chains of single neurons with one example so far; --format json traces any network"
    )
  }

  private func blocks() -> [Block] {
    var derivation = ChainDerivation(lesson, work: work, digits: settings.digits)
    return derivation.blocks()
  }
}
