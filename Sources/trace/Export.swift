import Exports
import Lessons

/// Writes a program for another tool.
func export(_ request: ExportRequest) throws(CommandError) {
  switch request.content {
  case .program(let document, let library):
    try write(document) { lesson throws(WorkedExampleError) in
      let program = try ProgramText(lesson, for: library, digits: document.writing.digits)
      return { try $0.append(program.text) }
    }
  case .dumper(let writing):
    try write(writing, to: try OutputFile(writing, besides: nil)) { try $0.append(ProgramText.dumper) }
  }
}

extension Format {
  /// What kind of notebook it is, if it is one.
  var notebook: Notebook.Format? {
    switch self {
    case .notebook: .jupyter
    case .myst: .myst
    case .quarto: .quarto
    case .markdown, .latex, .html, .text, .beamer, .slides, .json, .csv: nil
    }
  }
}
