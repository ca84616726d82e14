import Documents
import Formulas

/// Questions about a lesson for a learning platform, in no format yet.
package struct Quiz: Sendable {
  /// Questions that belong together.
  package struct Category: Sendable {
    /// What they ask for; `nil` if the category holds all questions of the quiz, and not versions of one.
    let quantity: String?
    let questions: [QuizQuestion]
  }

  /// What the lesson is called.
  let title: String
  let notation: Notation
  /// How many significant digits are asked for.
  let digits: Int
  /// Whether each question asks for all quantities.
  let isCloze: Bool
  let categories: [Category]

  /// The path of a category in the question bank of Moodle; a stroke in a name is doubled.
  func path(of category: Category) -> String {
    // A question with all blanks has the title of the quiz.
    let names = [title] + [category.quantity].compactMap { $0 == title ? nil : $0 }
    return (["$course$/top"] + names.map { $0.replacing("/", with: "//") }).joined(separator: "/")
  }
}

/// A question with one blank, or with all blanks along the derivation.
struct QuizQuestion: Sendable {
  /// One word that no other question of the quiz has.
  let id: String
  /// What a list of questions shows.
  let name: String
  /// The seed of its numbers, if they are not the lesson's.
  let variant: UInt64?
  /// What is given.
  let network: [Block]
  /// What is asked for, with the line that leads to each number.
  let questions: [Question]
  /// How each blank is judged.
  let fields: [Question.Blank: QuizField]

  /// The blanks in their order, each with how it is judged.
  var blanks: [(blank: Question.Blank, field: QuizField)] {
    questions.flatMap { $0.parts.flatMap(\.blanks) }.compactMap { blank in fields[blank].map { (blank, $0) } }
  }
}

/// How the number in a blank is judged.
struct QuizField: Sendable {
  /// A number to which a mistake leads.
  struct Mistaken: Sendable {
    let number: QuizNumber
    let hint: Prose
  }

  let right: QuizNumber
  /// How many significant digits are asked for; `nil` for the exact value.
  let digits: Int?
  /// The same with fewer digits, which is worth half of the points; `nil` if nothing is.
  let nearly: QuizNumber?
  /// The likeliest first.
  let mistaken: [Mistaken]
}

/// A number as it is written, and how far another may be from it.
struct QuizNumber: Sendable {
  let value: Numeral
  /// 0, if only the number itself is right.
  let tolerance: Numeral

  /// The least and the greatest number that is taken for it.
  var ends: (least: Double, greatest: Double) {
    (value.value - tolerance.value, value.value + tolerance.value)
  }
}
