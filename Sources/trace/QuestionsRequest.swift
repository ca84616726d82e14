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
    settings.variants = try arguments.variants
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

extension Arguments {
  /// The seeds of versions, `1-30` or one alone, if some are asked for.
  fileprivate var variants: ClosedRange<UInt64>? {
    get throws(CommandError) {
      guard let text = self[.variants] else { return nil }
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
        wholeNumber(String($0)) as UInt64?
      }
      guard ends.count <= 2, let first = ends.first, let last = ends.last, let first, let last, first <= last,
        last - first < Quiz.mostVariants
      else { throw .wrongVariants(text) }
      return first...last
    }
  }
}
