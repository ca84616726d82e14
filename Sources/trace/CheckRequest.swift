import Grading
import Lessons
import Texts

/// Answers to be judged.
struct CheckRequest {
  /// A file, a folder of files, or `-` for standard input; or several files.
  var answers: [String]
  /// The lesson that they are for; `nil` where the answers say it.
  var lesson: LessonSource?
  var variant: UInt64?
  /// Whether right values are shown where the answer is wrong.
  var reveals: Bool
  /// How what follows from a mistake counts.
  var rule = Points.Rule.followThrough
  /// The file that says who was given which variant.
  var variants: String?
  /// Where a report for each person goes.
  var feedback: String?
  var writing: WritingRequest

  /// Whether what is asked for is about several people, though there may be one file.
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
