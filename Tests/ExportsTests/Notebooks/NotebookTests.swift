import Formulas
import Lessons
import Testing
import Texts

@testable import Exports

@Suite("A worked example becomes a notebook")
struct NotebookTests {
  private func notebook(_ lesson: String, _ settings: Settings = Settings()) throws -> Notebook {
    let source = try #require(Catalog.source(of: lesson))
    return try Notebook(WrittenLesson(json: source), settings: settings)
  }

  @Test("Code stands below the lines that it computes, and asserts what they print")
  func code() throws {
    let cells = try notebook("circuit").cells
    let forward = try #require(
      cells.firstIndex {
        if case .markdown(let text) = $0 { text.contains("q = x + y") } else { false }
      })
    #expect(
      cells[forward + 1]
        == .code(["q = x + y", "check(q, 3.0, 1e-9 * 3.0)", "f = q * z", "check(f, -12.0, 1e-9 * 12.0)"]))
  }

  @Test("Every lesson has a notebook, and its code asserts printed numbers")
  func everyLesson() throws {
    for name in Catalog.names {
      let notebook = try notebook(name)
      #expect(notebook.assertionCount > 2, "\(name)")
      var text = ""
      try notebook.write(as: .jupyter, to: &text)
      _ = try JSONValue(parsing: Array(text.utf8))
      let ids = text.matches(of: /"id": "(cell-[0-9]+)"/).map { String($0.output.1) }
      #expect(ids.count == notebook.cells.count && Set(ids).count == ids.count, "\(name)")
    }
  }

  @Test("What is said besides the example is in the language of the document", arguments: Language.allCases)
  func languages(language: Language) throws {
    var settings = Settings()
    settings.notation = Notation(.threeBlueOneBrown, language: language)
    var text = ""
    try notebook("circuit", settings).write(as: .myst, to: &text)
    let word = [Language.english: "The numbers that", .german: "Die Zahlen, die", .chinese: "本课给出的数"]
    #expect(text.contains(try #require(word[language])))
  }

  @Test(
    "Code cells are marked as each tool reads them",
    arguments: [
      (Notebook.Format.myst, "---\njupytext:\n", "```{code-cell} ipython3\n"),
      (.quarto, "---\njupyter: python3\n---\n", "```{python}\n"),
    ])
  func fences(format: Notebook.Format, settings: String, fence: String) throws {
    var text = ""
    try notebook("circuit").write(as: format, to: &text)
    #expect(text.hasPrefix(settings) && text.contains(fence))
    // A reader of MyST takes this for settings of its own.
    #expect(text.contains("jupyter: python3") == (format == .quarto))
  }
}
