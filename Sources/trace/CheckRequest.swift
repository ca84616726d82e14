import Grading
import Lessons
import Texts

/// A request to judge answers.
struct CheckRequest {
  /// A file, a folder of files, or `-` for standard input; or several files.
  var answers: [String]
  /// The lesson of the answers; `nil` if the answers name it.
  var lesson: LessonSource?
  var variant: UInt64?
  /// Whether the correct value is shown beside each answer.
  var reveals: Bool
  /// How answers that are carried forward count.
  var rule = Points.Rule.followThrough
  /// The list of the variants that people were given.
  var variants: String?
  /// The folder for a report on each person.
  var feedback: String?
  var writing: WritingRequest

  /// Whether the request is about several people, even if there is one file.
  var isClass: Bool {
    answers.count > 1 || writing.format == .csv || variants != nil || feedback != nil
  }

  init(_ arguments: Arguments) throws(CommandError) {
    guard !arguments.words.isEmpty else { throw .noAnswers }
    answers = arguments.words
    lesson = arguments[.lesson].map(LessonSource.init)
    variant = try arguments.variant
    reveals = arguments.has(.reveal)
    if let name = arguments[.marks] { rule = try Points.Rule(named: name) }
    variants = arguments[.variants]
    feedback = arguments[.feedback]
    writing = try WritingRequest(arguments, byDefault: .text)
  }
}

extension Points.Rule {
  /// Their names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  fileprivate init(named name: String) throws(CommandError) {
    guard let rule = Self(rawValue: name) else {
      throw .unknownMarks(name, suggestion: suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
    self = rule
  }
}
