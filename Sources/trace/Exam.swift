import Backprop
import Formulas
import Lessons
import Texts

/// The examples on which a network is tested, other than those of its training.
struct Exam {
  /// The name of the examples in messages.
  let name: String
  private let lesson: Lesson
  /// The examples as matrices, for a network in training.
  let examples: ExampleMatrix
  /// Which file on disk they come from, if it is one.
  let identity: FileIdentity?

  /// Throws where they do not fit the network of the lesson that is trained.
  init(_ source: LessonSource, for trained: Lesson) throws(CommandError) {
    let file = try LessonFile(source)
    name = source.argument ?? "<stdin>"
    identity = file.identity
    do {
      lesson = try file.lesson.ofLayers("--accuracy-on")
    } catch {
      throw CommandError(error)
    }
    examples = ExampleMatrix(lesson.objective.examples)
    do {
      try trained.checkTakes(examplesOf: lesson)
    } catch {
      guard case .refused(let sentence) = error else { throw CommandError(error) }
      throw .refused("\(name) has \(sentence)")
    }
  }

  /// The score of a lesson's network on these examples.
  func sit(_ trained: Lesson) throws(CommandError) -> Score {
    do {
      return try trained.score(onExamplesOf: lesson)
    } catch {
      throw CommandError(error)
    }
  }

  /// Prints the score: on standard output, or on standard error if the lesson is printed on standard output.
  func show(_ score: Score?, in notation: Notation, onOutput: Bool) throws(CommandError) {
    guard let score else { return }
    let line = notation.text(MessagePhrase.result(lesson: name, score))
    if onOutput {
      try StandardOutput.write { try $0.append(harmless(line) + "\n") }
    } else {
      StandardError.write([line])
    }
  }
}
