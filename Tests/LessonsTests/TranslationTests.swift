import Documents
import Formulas
import Foundation
import Testing

@testable import Lessons

/// What the blocks of a document say: all that is mathematics, numbers above twelve, and the words around it.
private struct Said: Equatable {
  var formulas: Set<Equation> = []
  var numbers: Set<String> = []
  var words = ""

  init(_ prose: [Prose]) { prose.forEach { add($0) } }

  private mutating func add(_ prose: Prose) {
    for piece in prose.pieces {
      switch piece {
      case .text(let text):
        words += text
        for number in text.matches(of: /[0-9]+/) where (Int(number.output) ?? 0) > 12 {
          numbers.insert(String(number.output))
        }
      case .emphasis(let prose), .strong(let prose), .link(let prose, _): add(prose)
      case .math(let equation): formulas.insert(equation)
      case .code, .term, .error: break
      }
    }
  }
}

extension Block {
  fileprivate var prose: [Prose] {
    switch self {
    case .heading(_, let prose), .paragraph(let prose): [prose]
    case .table(let table): table.columns.map(\.heading) + table.rows.all.joined()
    case .equation, .family, .matrix, .chain, .network, .graph, .bars, .plot, .verbatim, .questions: []
    }
  }
}

private func blocks(_ name: String, _ language: Language) throws -> [Block] {
  var lesson = try WrittenLesson(json: #require(Catalog.source(of: name)), language: language)
  // What the author of a lesson says is no phrase.
  switch lesson {
  case .layered(var layered):
    (layered.title, layered.summary) = (nil, nil)
    lesson = .layered(layered)
  case .named(var named):
    (named.title, named.summary) = ("1", nil)
    lesson = .named(named)
  }
  var settings = Settings()
  settings.notation = Notation(language: language)
  return try WorkedExample(lesson, settings: settings).blocks()
}

private let tablesAreMissing = FileManager.default.fileExists(
  atPath: URL(filePath: #filePath.components(separatedBy: "/Tests/LessonsTests/")[0])
    .appending(path: "Sources/Formulas/MissingTables.swift").path)

/// The largest takes seconds.
private let names = Catalog.names.filter { $0 != "digit" }

@Test(arguments: names)
func `Every language says the same of the same quantities and numbers, in other words`(name: String) throws {
  let english = try blocks(name, .english)
  for language in Language.allCases where language != .english {
    let other = try blocks(name, language)
    try #require(other.count == english.count, "\(language)")
    for (own, other) in zip(english, other) {
      let (own, other) = (Said(own.prose), Said(other.prose))
      #expect(own.formulas == other.formulas, "\(language): \(own.words) \(other.words)")
      #expect(own.numbers == other.numbers, "\(language): \(own.words) \(other.words)")
      if !tablesAreMissing, own.words.contains(/[a-z]{3} [a-z]{3}/) {
        #expect(own.words != other.words, "\(language)")
      }
    }
  }
}
