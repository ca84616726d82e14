import Exports
import Texts

/// Questions for a learning platform.
struct QuestionsRequest {
  var document: DocumentRequest
  let platform: QuizFormat
  var settings = Quiz.Settings()

  init(_ arguments: Arguments) throws(CommandError) {
    document = try DocumentRequest(arguments)
    // No other format reads better in a terminal.
    document.writing.isFormatByDefault = false
    guard let name = arguments[.to] else { throw .missingOption(.to, .questions) }
    platform = try QuizFormat(named: name)
    if platform.isArchive, !arguments.has(.output) { throw .missingOption(.output, .questions) }
    settings.isCloze = arguments.has(.cloze)
    if settings.isCloze, !platform.takesCloze { throw .noCloze(platform) }
    settings.only = arguments.all(.only)
    settings.variants = try arguments.variants(atMost: UInt64(Quiz.mostVariants))
    if let digits = document.writing.digits { settings.digits = digits }
  }
}

extension QuizFormat {
  /// The platform that `--to` names.
  fileprivate init(named name: String) throws(CommandError) {
    guard let format = Self(rawValue: name) else {
      throw .unknownPlatform(name, suggestion: suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
    self = format
  }

  /// The names of some, for a sentence.
  static func list(of isMeant: (QuizFormat) -> Bool) -> String {
    alternatives(allCases.filter(isMeant).map(\.rawValue))
  }
}
