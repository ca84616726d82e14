import Documents
import Formulas
import Grading
import Lessons

/// A request to write a course as web pages.
struct BuildRequest {
  /// The folder of the lessons; the built-in lessons if it is `nil`.
  var lessons: String?
  /// The title of the course, if it is given.
  var title: String?
  /// The folder of the pages.
  var output: String
  /// Whether JSON traces of large lessons are written.
  var withTraces: Bool
  /// How every document is written.
  var notation: NotationRequest
  /// The settings of every document.
  var settings = Settings()
  /// The settings of every worksheet.
  var worksheet = Worksheet.Settings()

  init(_ arguments: Arguments) throws(CommandError) {
    if let extra = arguments.words.first { throw .unexpectedArgument(extra) }
    guard let output = arguments.output else { throw .missingOption(.output, arguments.command) }
    self.output = output
    lessons = arguments[.lessons]
    title = arguments[.title]
    withTraces = arguments.has(.traces)
    if let title, PageLink(title, file: "").words.isEmpty { throw .emptyValue(.title) }
    if let digits = try arguments.digits { (settings.digits, worksheet.digits) = (digits, digits) }
    notation = try NotationRequest(arguments)
    worksheet.judges = true
  }
}
