import Formulas
import Testing

@testable import Lessons

private func lesson(_ head: String, asked: Language? = nil) throws -> WrittenLesson {
  try WrittenLesson(
    json: Array("{ \(head), \"given\": { \"a\": 2 }, \"graph\": [\"b = 3*a\"] }".utf8), language: asked)
}

private let titles = #""title": { "de": "Ein Schritt", "zh": "一步" }"#

private let cases: [(head: String, asked: Language?, language: Language, title: String)] = [
  (#""title": "A step""#, nil, .english, "A step"),
  (#""title": "Ein Schritt", "language": "de""#, nil, .german, "Ein Schritt"),
  (#""title": "Ein Schritt", "language": "de""#, .chinese, .chinese, "Ein Schritt"),
  (titles + #", "language": "zh""#, nil, .chinese, "一步"),
  (titles + #", "language": "zh""#, .german, .german, "Ein Schritt"),
  (titles, nil, .english, "Ein Schritt"),
]

@Test(arguments: cases)
func `The language that is asked for goes before the lesson's, and a title that lacks it is the first one`(
  head: String, asked: Language?, language: Language, title: String
) throws {
  let lesson = try lesson(head, asked: asked)
  #expect(lesson.language == language)
  #expect(lesson.title == title)
}

@Test(arguments: [
  (#""title": { "en": "" }"#, #"the title in "en" is empty; write it, or leave out "en""#),
  (
    #""title": ["a"]"#,
    #"the title must be a string, or one for each language as in { "en": "…" }, but is an array"#
  ),
  (#""language": "zh-CN""#, #"the language "zh-CN" is unknown; did you mean "zh"?"#),
  (#""language": "de_AT""#, #"the language "de_AT" is unknown; did you mean "de"?"#),
  (#""language": "fr""#, #"the language "fr" is unknown; the choices are "en", "de" and "zh""#),
])
func `What is wrong with a language or a title is said with the way out`(head: String, message: String) throws
{
  let error = try #require(throws: LessonError.self) { try lesson(head) }
  #expect(error.problems.map(\.message) == [message])
}

@Test func `A lesson that is written again keeps its language, and its title in all of them`() throws {
  let source = try #require(Catalog.source(of: "single-chain"))
  var lesson = try Lesson(json: source)
  lesson.language = .german
  (lesson.title, lesson.titles) = ("Kette", [.german: "Kette", .chinese: "链"])
  lesson.summary = lesson.summaries[.german]
  var text = ""
  try lesson.write(to: &text)
  #expect(try Lesson(json: Array(text.utf8)) == lesson)
}

@Test(arguments: Catalog.names)
func `A built-in lesson is introduced in every language, with the same decimals`(name: String) throws {
  let source = try #require(Catalog.source(of: name))
  func words(_ language: Language) throws -> [String] {
    let (title, summary) =
      switch try WrittenLesson(json: source, language: language) {
      case .layered(let lesson): (lesson.title, lesson.summary)
      case .named(let lesson): (lesson.title, lesson.summary)
      }
    return [try #require(title), try #require(summary)]
  }
  /// The digits of numbers with a decimal sign or a sign between thousands.
  func decimals(_ text: String) -> [String] {
    text.matches(of: /[0-9]+([.,][0-9]+|[ \u{A0}\u{202F}][0-9]{3}\b)+/).map { $0.output.0.filter(\.isNumber) }
      .sorted()
  }
  let english = try words(.english)
  for language in Language.allCases where language != .english {
    let other = try words(language)
    for (one, other) in zip(english, other) {
      #expect(one != other)
      #expect(decimals(one) == decimals(other), "\(language)")
    }
  }
}
