import Foundation
import Testing

/// The literals of a Swift file, those inside of interpolations too, without what is interpolated.
private struct SwiftLiterals {
  private let text: [Character]
  private var place = 0
  private(set) var all: [(text: String, line: Int)] = []

  init(_ text: String) {
    self.text = Array(text)
    while place < self.text.count { skipCode(until: nil) }
  }

  private func stands(_ mark: String) -> Bool { text[place...].starts(with: mark) }

  /// Goes on to the closing parenthesis, or to the end.
  private mutating func skipCode(until end: Character?) {
    var depth = 0
    while place < text.count {
      if stands("//") {
        while place < text.count, text[place] != "\n" { place += 1 }
      } else if let mark = ["\"\"\"", "#\"", "\""].first(where: stands) {
        readLiteral(mark)
      } else {
        if text[place] == "(" { depth += 1 }
        if text[place] == ")" { depth -= 1 }
        place += 1
        if end != nil, depth < 0 { return }
      }
    }
  }

  private mutating func readLiteral(_ mark: String) {
    let start = place
    let (isRaw, end) = (mark == "#\"", mark == "#\"" ? "\"#" : mark)
    place += mark.count
    var own = ""
    while place < text.count, !stands(end) {
      if !isRaw, stands("\\(") {
        place += 2
        skipCode(until: ")")
        own += "{}"
      } else if !isRaw, stands("\\") {
        place += 2
      } else {
        own.append(text[place])
        place += 1
      }
    }
    place += end.count
    all.append((own, text[..<start].count { $0 == "\n" }))
  }
}

/// What may stand outside of the tables, each with its reason.
private let exceptions = [
  "the cost": "in an error about too many paths",
  "more than 10^18": "in the same error",
  "a term": "in an error about a fraction",
  "each line is a name and the seed of a variant, such as ada,7": "in an error about a list",
  "variant handed out": "above a column that programs read",
  "carried forward": "above another",
  "too few digits": "above another",
  "not read": "above another",
  "not judged": "above another",
  "out of": "above another",
  "first mistake": "above another",
  "same as": "above another",
]

/// What begins like this is for a program: a command, its options, a comment in a file, a style, Python, TeX, an archive.
private let code = [
  "trace ", "--", "%", "{}%", "<style>", "import ", "def ", "assert ", "except ", "if torch", "newcommand",
  "{}PassOptionsToPackage", "{}documentclass", "question textbf", "<?xml", "#separator", "cell_type:",
  "toleranceMode",
]

/// Files in the words of another program.
private let files = ["TikZ.swift", "SVG.swift", "PageAssets.swift", "Shells/"]

/// Errors are printed by the command and stand in no document.
private let errors = ["refused(", "noFiniteResult(", "throw ", ": warning: ", ": note: ", ": error: "]

/// Files with nothing but errors, or with what errors call things.
private let filesOfErrors = [
  "CommandError", "SystemError", "OutputFile", "InputFile", "StandardStreams", "SiteFiles",
]

@Test(arguments: [
  "Backprop/Rules", "Backprop/Updates", "Lessons/Layered", "Lessons/Learning", "Lessons/Named",
  "Lessons/Phrases", "Lessons/PrintedLines", "Grading/Marking", "Grading/Mistakes", "Grading/Phrases",
  "Grading/Practice", "Grading/Report", "Grading/Worksheet", "Documents", "Exports/Gradients",
  "Exports/Notebooks", "Exports/Questions", "trace",
])
func `What a document says stands in the table of a language`(folder: String) throws {
  let sources = URL(filePath: #filePath.components(separatedBy: "/Tests/LessonsTests/")[0])
    .appending(path: "Sources/\(folder)")
  let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
  var count = 0
  let tables = ["English/", "German/", "Chinese/"]
  for name in names where name.hasSuffix(".swift") && !tables.contains(where: name.contains) {
    // What is wrong with a lesson's file is printed by the command, too.
    if name.contains("LessonReader") || name.contains("Elaboration/") || name.contains("Language/")
      || (files + filesOfErrors).contains(where: name.contains)
    {
      continue
    }
    let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
    // No file of a derivation makes prose without these.
    guard
      !["Lessons/", "Backprop/"].contains(where: folder.hasPrefix)
        || ["import Documents", "Prose", "Phrase"].contains(where: text.contains)
    else { continue }
    count += 1
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for literal in SwiftLiterals(text).all {
      let said = literal.text.replacing(/<[^>]*>?/, with: " ")
      let start = literal.text.drop(while: \.isWhitespace)
      guard said.contains(/[A-Za-z]{2,},? [A-Za-z]{2,}/), !code.contains(where: start.hasPrefix)
      else { continue }
      let statement = lines[max(0, literal.line - 4)...literal.line]
      if errors.contains(where: { error in statement.contains { $0.contains(error) } }) { continue }
      #expect(exceptions[literal.text] != nil, "\(name), line \(literal.line + 1): \(literal.text)")
    }
  }
  #expect(count > 0)
}

/// The names and numbers that the cases of a table take out of a phrase, by the first name of each case.
private func bindings(_ text: String) -> [String: Set<String>] {
  var all: [String: Set<String>] = [:]
  for start in text.ranges(of: "case .") {
    var depth = 0
    let head = text[start.upperBound...].prefix { character in
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      return depth > 0 || character != ":"
    }
    guard !head.contains("\"") else { continue }
    let names = head.matches(of: /\blet (\w+)/).map { String($0.output.1) }
    all[String(head.prefix { $0.isLetter || $0.isNumber }), default: []].formUnion(names)
  }
  return all
}

@Test func `Every name and number that English has of a phrase stands in the other languages, too`() throws {
  let sources = URL(filePath: #filePath.components(separatedBy: "/Tests/LessonsTests/")[0])
    .appending(path: "Sources")
  let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
  // Nouns of Chinese are the same for one and for several.
  let plurals = ["biases", "errors", "inputs"]
  var (tables, cases) = (Set<String>(), 0)
  for name in names where name.contains("/English/") && name.contains("+English") {
    tables.insert(String(name.prefix { $0 != "/" }))
    func table(_ language: String) throws -> [String: Set<String>] {
      let path = name.replacing("English", with: language)
      return bindings(try String(contentsOf: sources.appending(path: path), encoding: .utf8))
    }
    let english = try table("English")
    cases += english.count
    for language in ["German", "Chinese"] {
      let other = try table(language)
      for (phrase, values) in english where language == "German" || !plurals.contains(phrase) {
        #expect(other[phrase] ?? [] == values, "\(name), \(phrase) in \(language)")
      }
    }
  }
  #expect(tables.isSuperset(of: ["Backprop", "Documents", "Exports", "Grading", "Lessons", "trace"]))
  #expect(cases > 500)
}

@Test func `What the scripts of a page say comes from the page`() throws {
  let pages = URL(filePath: #filePath.components(separatedBy: "/Tests/LessonsTests/")[0])
    .appending(path: "Sources/Documents/Pages")
  // The keys under which a browser keeps answers and open steps, a mark in the file that is saved, and where pictures are.
  let exceptions = [
    "trace answers ", "trace steps ", "not read: ", "details figure.network, details figure.graph",
  ]
  let names = FileManager.default.enumerator(atPath: pages.path)?.compactMap { $0 as? String } ?? []
  for name in names where name.hasSuffix(".js") {
    let text = try String(contentsOf: pages.appending(path: name), encoding: .utf8)
      .replacing(/(^|\s)\/\/[^\n]*/, with: "")
    for literal in text.matches(of: /"([^"\n]*)"|`([^`]*)`/) {
      let said = String(literal.1 ?? literal.2 ?? "")
      guard said.contains(/[A-Za-z]{2,},? [A-Za-z]{2,}/) else { continue }
      #expect(exceptions.contains(said), "\(name): \(said)")
    }
  }
  #expect(names.contains("answers.js"))
}

@Test func `A literal is found inside of an interpolation, and what is interpolated is not in it`() {
  let code = #"""
    let a = "one \(x ? "two words" : "b") more" // "no literal"
    let b = """
      three \(f("four (words)")) lines
      """
    """#
  let found = SwiftLiterals(code).all.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
  #expect(found == ["two words", "b", "one {} more", "four (words)", "three {} lines"])
}

@Test func `Chinese has full-width punctuation, and no space beside its letters`() throws {
  let sources = URL(filePath: #filePath.components(separatedBy: "/Tests/LessonsTests/")[0])
    .appending(path: "Sources")
  let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
  let tables = names.filter { $0.contains("/Chinese/") && $0.hasSuffix(".swift") }
  for name in tables {
    let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
    for literal in SwiftLiterals(text).all {
      // Without the sign of a verdict, and the indentation of the lines of a long one.
      let words = literal.text.replacing(/^[✓→✗?] |\s{2,}/, with: "")
      let wrong = words.firstMatch(of: /[一-鿿][ ,.:;!?]|[ ,.:;!?][一-鿿]|\([^()]*[一-鿿]/)
      #expect(wrong == nil, "\(name), line \(literal.line + 1): \(words)")
    }
  }
  #expect(!tables.isEmpty)
}
