import Formulas
import Lessons
import Testing

@testable import Grading

/// Small networks for answers as people write them.
enum SpelledLesson: String, CaseIterable {
  /// 1-1-1-1, sigmoid: every layer is one neuron.
  case chain
  /// 2-2-1, sigmoid.
  case small
  /// 2-3-2, so that no two matrices have the same shape, with two examples.
  case wide
  /// The same as small, with momentum, and a chain of two neurons with Adam.
  case momentum, adam

  var exercise: Exercise {
    get throws {
      switch self {
      case .chain: try Grading.Exercise(lesson("single-chain"))
      case .small: try Grading.Exercise(Lesson(json: Array(Self.smallNetwork.utf8)))
      case .momentum: try Grading.Exercise(Lesson(json: Array(Self.momentumNetwork.utf8)))
      case .adam: try Grading.Exercise(Lesson(json: Array(Self.adamNetwork.utf8)))
      case .wide: try Grading.Exercise(Lesson(json: Array(Self.wideNetwork.utf8)))
      }
    }
  }

  private static let smallNetwork = """
    { "network": { "inputs": 2, "layers": [
      { "activation": "sigmoid", "weights": [[0.15, 0.40], [-0.30, 0.25]], "biases": [0.1, -0.2] },
      { "activation": "sigmoid", "weights": [[0.60, -0.45]], "biases": [0.05] } ] },
      "cost": "half-squared-error", "examples": [{ "inputs": [0.5, 0.8], "targets": [1] }], "learningRate": 0.5 }
    """

  private static let momentumNetwork = smallNetwork.replacing(
    #""learningRate": 0.5"#, with: #""learningRate": 0.5, "optimizer": { "momentum": 0.9 }"#)

  private static let adamNetwork = """
    { "network": { "inputs": 1, "layers": [
      { "activation": "tanh", "weights": [[0.5]], "biases": [0.1] },
      { "activation": "sigmoid", "weights": [[-1.5]], "biases": [0.3] } ] },
      "cost": "squared-error", "learningRate": 0.1, "optimizer": "adam",
      "examples": [{ "inputs": [1], "targets": [0] }] }
    """

  private static let wideNetwork = """
    { "network": { "inputs": 2, "layers": [
      { "activation": "tanh", "weights": [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], "biases": [0.1, 0.2, 0.3] },
      { "activation": "sigmoid", "weights": [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]], "biases": [0.1, 0.2] } ] },
      "cost": "squared-error", "learningRate": 0.1,
      "examples": [{ "inputs": [0.5, 0.8], "targets": [1, 0] }, { "inputs": [1, -1], "targets": [0, 1] }] }
    """
}

/// A row of a table of spellings: what somebody writes, and what it is read as, or why it is not.
struct Spelling: CustomTestStringConvertible, Sendable {
  let lesson: SpelledLesson
  /// With line breaks for ⏎.
  let text: String
  /// NAME = VALUE, several with semicolons between them; or ✗ and a part of the reason.
  let reading: String

  var testDescription: String { "\(lesson): \(text)" }

  /// The rows of a table, each `text ⇒ reading`; a row with a name alone begins the part of that lesson.
  static func table(_ rows: String) -> [Spelling] {
    var lesson = SpelledLesson.chain
    return rows.split(separator: "\n").compactMap { row -> Spelling? in
      if let next = SpelledLesson(rawValue: String(row)) {
        lesson = next
        return nil
      }
      let sides = row.split(separator: " ⟹ ", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      return Spelling(
        lesson: lesson, text: String(sides[0]).replacing("⏎", with: "\n").replacing("⇥", with: "\t"),
        reading: String(sides[1]))
    }
  }

  /// Whether it is read as the table says, and all of it.
  func check() throws {
    let exercise = try lesson.exercise
    var said: [String] = []
    var reasons: [String] = []
    switch Result(catching: { () throws(LessonError) in try AnswerSheet(Array(text.utf8), for: exercise) }) {
    case .success(let sheet):
      let all = exercise.adding(sheet.compounds)
      said = sheet.answers.map { answer in
        let value = answer.sides.last.map { trueValue($0.formula, in: all) } ?? .nan
        return
          "\(nameText(answer.name)) = \(Numeral(rounding: value, digits: 6).map { "\($0.value)" } ?? "?")"
      }
      reasons = sheet.missed.first.map(\.reason)
    case .failure(let error): reasons = error.problems.map(\.message)
    }
    if reading.hasPrefix("✗") {
      let part = reading.dropFirst().drop { $0 == " " }
      #expect(reasons.contains { $0.contains(part) }, "\(said) \(reasons)")
    } else {
      #expect(said.joined(separator: "; ") == reading, "\(reasons)")
      #expect(reasons == [])
    }
  }
}
