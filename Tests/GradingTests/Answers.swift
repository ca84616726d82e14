import Formulas
import Lessons

@testable import Grading

/// What an answer says, as "line NAME is VALUE [STEPS]", with the values of names as they truly are.
func reading(_ text: String, of name: String = "single-chain") throws -> [String] {
  let exercise = try Exercise(lesson(name))
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
  let exercise = try Exercise(lesson(name))
  do {
    _ = try AnswerSheet(bytes, for: exercise)
    return []
  } catch {
    return error.problems.map { String(decoding: bytes[$0.range], as: UTF8.self) + " ▸ " + $0.message }
  }
}

/// The formula with which a value is read.
func formulaRead(_ value: String) throws -> Formula? {
  let sheet = try AnswerSheet(Array("a3 = \(value)".utf8), for: Exercise(lesson("single-chain")))
  return sheet.answers.first?.sides.last?.formula
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
