import Backprop
import Documents
import Formulas
import Lessons
import Texts

/// A worked example as a notebook: its text, and after each part the same calculation in NumPy, which asserts what is printed.
public struct Notebook: Sendable {
  /// How a notebook is written down.
  public enum Format: Sendable {
    /// A Jupyter notebook, format 4.5.
    case jupyter
    /// Markdown with code cells, as Jupyter Book and Jupytext read it.
    case myst
    /// Markdown with code cells, as Quarto reads it.
    case quarto
  }

  /// A part of a notebook.
  enum Cell: Hashable {
    /// Text, as Markdown.
    case markdown(String)
    /// Lines of Python.
    case code([String])
  }

  let cells: [Cell]
  /// How many printed numbers the code asserts.
  let assertionCount: Int

  /// The most parameters times examples, or entries of a graph, in a notebook.
  static let mostQuantities = 20_000

  /// Throws what a worked example throws, and for a lesson that is too large.
  public init(_ lesson: WrittenLesson, settings: Settings) throws(WorkedExampleError) {
    guard settings.derived == .gradient, settings.result == nil, !settings.staged, !settings.exact else {
      throw .refused(
        "a notebook has the gradient of the lesson as it is; for --exact, --staged and other derivatives, write another format"
      )
    }
    let example = try WorkedExample(lesson, settings: settings)
    let program = try ProgramText(lesson, for: .pytorch)
    var code: NotebookCode
    switch lesson {
    case .layered(let lesson):
      let layout = Layout(lesson.objective)
      try Self.check(layout.count * lesson.examples.count)
      code = NotebookCode(lesson)
    case .named(let lesson):
      try Self.check(lesson.graph.count)
      code = NotebookCode(lesson)
    }
    let writer = MarkdownWriter(notation: settings.notation)
    func text(_ blocks: some Sequence<Block>) -> String {
      var text = ""
      for block in blocks { writer.write(block) { text += $0 } }
      return text
    }
    func say(_ phrase: NotebookPhrase) -> Block { .paragraph(settings.notation.language.say(phrase)) }

    var parts: [(text: String, code: [String])] = []
    var (open, lines) = ([Block](), [String]())
    func close() {
      if !open.isEmpty || !lines.isEmpty { parts.append((text(open), lines)) }
      (open, lines) = ([], [])
    }
    for block in example.blocks() {
      if case .heading(let level, _) = block, level > 1 { close() }
      open.append(block)
      for equation in block.equations { lines += code.lines(for: equation) }
    }
    close()
    let first = parts.first?.text ?? ""
    var cells: [Cell] = [
      .markdown(first + text([say(.introduction), say(.givens)])),
      .code(Self.imports(code.functions) + code.givenLines),
    ]
    if let lines = parts.first?.code, !lines.isEmpty { cells.append(.code(lines)) }
    for part in parts.dropFirst() {
      cells.append(.markdown(part.text))
      if !part.code.isEmpty { cells.append(.code(part.code)) }
    }
    let noLibrary = text([say(.noLibrary)]).split(separator: "\n").first.map(String.init) ?? ""
    cells += [.markdown(text([say(.library)])), .code(Self.optional(program.text, orElse: noLibrary))]
    self.cells = cells
    assertionCount = code.assertionCount
  }

  private static func check(_ count: Int) throws(WorkedExampleError) {
    guard count <= mostQuantities else {
      throw .refused(
        "a notebook is written for at most \(mostQuantities) quantities, but this lesson has \(count)")
    }
  }

  private static func imports(_ functions: Set<PythonFunction>) -> [String] {
    ["import math", "", "import numpy as np", "", ""]
      + ProgramLibrary.numpy.definitions(of: functions).flatMap { $0 + ["", ""] } + [
        "def check(value, printed, unit):", "    assert abs(value - printed) <= unit, (value, printed)", "",
        "",
      ]
  }

  /// The program, where its library is installed.
  private static func optional(_ program: String, orElse sentence: String) -> [String] {
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return [
      "try:", "    import torch", "except ImportError:", "    torch = None",
      "    print(\(JSONText.quoted(sentence)))", "", "if torch:",
    ] + lines.map { $0.isEmpty ? "" : PythonText.indent + $0 }
  }

  /// Writes the notebook; throws what `sink` throws.
  public func write(as format: Format, to sink: inout some TextSink) throws {
    switch format {
    case .jupyter: try writeJupyter(to: &sink)
    case .myst: try writeMarkdown(Self.mystSettings, fence: "{code-cell} ipython3", to: &sink)
    case .quarto: try writeMarkdown("jupyter: python3", fence: "{python}", to: &sink)
    }
  }

  /// What Jupyter's readers of MyST go by; they take no line that is for Quarto.
  private static let mystSettings = """
    jupytext:
      text_representation:
        extension: .md
        format_name: myst
    kernelspec:
      display_name: Python 3
      language: python
      name: python3
    """

  private func writeJupyter(to sink: inout some TextSink) throws {
    try sink.append("{\n \"cells\": [\n")
    for (number, cell) in cells.enumerated() {
      let lines: [String]
      let kind: String
      switch cell {
      case .markdown(let text):
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        kind = "\"cell_type\": \"markdown\""
      case .code(let code):
        lines = code
        kind = "\"cell_type\": \"code\", \"execution_count\": null, \"outputs\": []"
      }
      let kept = Array(lines.reversed().drop(while: \.isEmpty).reversed())
      let source = kept.enumerated().map { JSONText.quoted($1 + ($0 + 1 < kept.count ? "\n" : "")) }
      try sink.append("  { \(kind), \"id\": \"cell-\(number + 1)\", \"metadata\": {}, \"source\": [\n   ")
      try sink.append(source.joined(separator: ",\n   "))
      try sink.append("\n  ] }\(number + 1 < cells.count ? "," : "")\n")
    }
    try sink.append(
      """
       ],
       "metadata": {
        "kernelspec": { "display_name": "Python 3", "language": "python", "name": "python3" },
        "language_info": { "name": "python" }
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }

      """)
  }

  private func writeMarkdown(_ settings: String, fence: String, to sink: inout some TextSink) throws {
    try sink.append("---\n\(settings)\n---\n\n")
    for cell in cells {
      switch cell {
      case .markdown(let text): try sink.append(text)
      case .code(let code):
        try sink.append("```\(fence)\n" + code.map { $0 + "\n" }.joined() + "```\n\n")
      }
    }
  }
}
