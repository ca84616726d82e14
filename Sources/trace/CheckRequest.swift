import Grading
import Lessons

/// Answers to be judged.
struct CheckRequest {
  /// A file, a folder of files, or `-` for standard input; or several files.
  var answers: [String]
  /// The lesson that they are for; `nil` where the answers say it.
  var lesson: LessonSource?
  var variant: UInt64?
  /// Whether right values are shown where the answer is wrong.
  var reveals: Bool
  var writing: WritingRequest

  init(_ arguments: Arguments) throws(CommandError) {
    guard !arguments.words.isEmpty else { throw .noAnswers }
    answers = arguments.words
    lesson = arguments[.lesson].map(LessonSource.init)
    variant = try arguments.variant
    reveals = arguments.has(.reveal)
    writing = try WritingRequest(arguments, byDefault: .text)
  }
}
