import Documents
import Formulas
import Lessons
import Synchronization
import Testing

@testable import Grading

/// The exercise of a built-in lesson, made once.
func exercise(_ name: String) throws -> Exercise { try readyExercises[name] { try Exercise(lesson(name)) } }

/// What marks the answers to it, made once.
func marker(_ name: String) throws -> Marker { try readyMarkers[name] { try Marker(exercise(name)) } }

private let (readyExercises, readyMarkers) = (Shelf<Exercise>(), Shelf<Marker>())

/// What many tests need and none changes, by the name of its lesson.
private final class Shelf<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  subscript(name: String, make: () throws -> Value) -> Value {
    get throws {
      if let value = values.withLock({ $0[name] }) { return value }
      let value = try make()
      values.withLock { $0[name] = value }
      return value
    }
  }
}

/// The title and the hint of a mistake, in English.
func words(_ mistake: Mistake) -> (title: String, hint: String) {
  func plain(_ phrase: MistakePhrase) -> String { phrase.english.plain(in: .threeBlueOneBrown) }
  return (plain(.title(mistake)), plain(.hint(mistake)))
}

/// What an answer says, as "line NAME is VALUE [STEPS]", with the values of names as they truly are.
func reading(_ text: String, of name: String = "single-chain") throws -> [String] {
  let exercise = try exercise(name)
  let sheet = try AnswerSheet(Array(text.utf8), for: exercise)
  return sheet.answers.map { answer in
    let values = answer.sides.map { shown(trueValue($0.formula, in: exercise)) }
    return "\(answer.line): \(nameText(answer.name)) = " + values.joined(separator: " = ")
  } + sheet.unanswered.map { "\(nameText($0)) = ?" }
}

/// What is said about answers, each with the place that is pointed at: "PLACE ▸ MESSAGE".
func complaints(_ text: String, of name: String = "single-chain") throws -> [String] {
  try complaints(Array(text.utf8), of: name)
}

func complaints(_ bytes: [UInt8], of name: String = "single-chain") throws -> [String] {
  let exercise = try exercise(name)
  do {
    let sheet = try AnswerSheet(bytes, for: exercise)
    return sheet.missed.first.map { String(decoding: bytes[$0.range], as: UTF8.self) + " ▸ " + $0.reason }
  } catch {
    return error.problems.map { String(decoding: bytes[$0.range], as: UTF8.self) + " ▸ " + $0.message }
  }
}

/// The formula with which a value is read.
func formulaRead(_ value: String) throws -> Formula? {
  let sheet = try AnswerSheet(Array("a3 = \(value)".utf8), for: exercise("single-chain"))
  return sheet.answers.first?.sides.last?.formula
}

extension Exercise {
  /// What a lesson of layers derives.
  var network: NetworkSubject { get throws { try #require(subject as? NetworkSubject) } }
}

func trueValue(_ formula: Formula, in exercise: Exercise) -> Double {
  formula.evaluated { name in exercise.entries[name].map { exercise.values[$0] } ?? .nan }
}

func shown(_ value: Double) -> String {
  guard let numeral = Numeral(rounding: value, digits: 6) else { return "\(value)" }
  return numeral.value == value ? "\(value)" : "\(numeral.value)…"
}

func nameText(_ name: Formula) -> String {
  switch name {
  case .symbol(let symbol): symbol.name
  case .partial(let of, let by): "d\(of.name)/d\(by.name)"
  default: "\(name)"
  }
}
