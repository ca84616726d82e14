import Backprop
import Formulas
import Lessons
import Texts

/// The examples that a network is judged on, besides those that it learns from.
struct Exam {
  /// What they are called in a report.
  let name: String
  private let lesson: Lesson
  /// They themselves, for a network in training.
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

  /// How well the network of a lesson does.
  func sit(_ trained: Lesson) throws(CommandError) -> Score {
    do {
      return try trained.score(onExamplesOf: lesson)
    } catch {
      throw CommandError(error)
    }
  }

  /// Says it on standard output, or beside a lesson that goes there on standard error.
  func show(_ score: Score?, onOutput: Bool) throws(CommandError) {
    guard let score else { return }
    let line = "\(name): \(score.words)\(score.share)"
    if onOutput {
      try StandardOutput.write { try $0.append(harmless(line) + "\n") }
    } else {
      StandardError.write([line])
    }
  }
}

extension Score {
  /// "cost 0.2130, 281 of 297 right".
  var words: String { "cost \(figure)" + (correct.map { ", \($0) of \(count) right" } ?? "") }

  /// " (94.6 %)", where there is something to be right about.
  var share: String {
    guard let correct, let share = Numeral(rounding: 100 * Double(correct) / Double(count), digits: 3) else {
      return ""
    }
    return " (\(share.typed) %)"
  }

  /// The cost, in a few digits.
  var figure: String { Numeral(rounding: cost, digits: 4)?.typed ?? "not finite" }
}
