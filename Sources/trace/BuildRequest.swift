import Formulas
import Lessons

/// A course that is to become a site.
struct BuildRequest {
  /// The folder of its lessons; the built-in ones where it is `nil`.
  var lessons: String?
  /// What it is called, where that is said.
  var title: String?
  /// The folder of the pages.
  var output: String
  /// How every lesson is shown.
  var settings = Settings()

  init(_ arguments: Arguments) throws(CommandError) {
    if let extra = arguments.words.first { throw .unexpectedArgument(extra) }
    guard let output = arguments.output else { throw .missingOption(.output, arguments.command) }
    self.output = output
    lessons = arguments[.lessons]
    title = arguments[.title]
    if let digits = try arguments.digits { settings.digits = digits }
    if let name = arguments[.notation] { settings.notation = try Notation(named: name) }
  }
}
