import Exports
import Lessons
import Texts

/// A request for a program: of a lesson in another tool, or the one that makes a lesson of a model there.
struct ExportRequest {
  /// What is written.
  enum Content {
    /// The network or graph of a lesson.
    case program(DocumentRequest, ProgramLibrary)
    /// The program that makes a lesson of a PyTorch model.
    case dumper(WritingRequest)
  }

  let content: Content

  init(_ arguments: Arguments) throws(CommandError) {
    guard arguments.has(.dumper) else {
      let document = try DocumentRequest(arguments)
      guard let name = arguments[.to] else { throw .missingOption(.to, arguments.command) }
      guard let library = ProgramLibrary(rawValue: name) else {
        throw .unknownLibrary(
          name, suggestion: suggestion(for: name, among: ProgramLibrary.allCases.map(\.rawValue)))
      }
      content = .program(document, library)
      return
    }
    if let extra = arguments.words.first { throw .unexpectedArgument(extra) }
    for option in [Option.lesson, .to, .variant, .digits] where arguments.has(option) {
      throw .optionsApart(.dumper, option)
    }
    content = .dumper(try WritingRequest(arguments))
  }
}

extension ProgramLibrary {
  /// Their names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }
}
