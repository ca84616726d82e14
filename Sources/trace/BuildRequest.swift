import Documents
import Formulas
import Grading
import Lessons

/// A course that is to become a site.
struct BuildRequest {
  /// The folder of its lessons; the built-in ones where it is `nil`.
  var lessons: String?
  /// What it is called, where that is said.
  var title: String?
  /// The folder of the pages.
  var output: String
  /// Whether the trace of a large lesson is written as well.
  var withTraces: Bool
  /// How every lesson is shown.
  var settings = Settings()
  /// How its worksheet is.
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
    if let name = arguments[.notation] {
      let notation = try Notation(named: name)
      (settings.notation, worksheet.notation) = (notation, notation)
    }
    worksheet.judges = true
  }
}
