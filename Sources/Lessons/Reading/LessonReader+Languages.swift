import Formulas
import Texts

/// The language of a lesson's documents, and what the lesson says in it.
extension LessonReader {
  /// The language that is asked for, or else the one that the lesson names.
  mutating func language(_ fields: Fields) -> Language {
    let own = fields["language"].flatMap { language($0) }
    return language ?? own ?? .english
  }

  private mutating func language(_ value: JSONValue) -> Language? {
    let codes = Language.allCases.map(\.rawValue)
    guard case .string(let code) = value.content else {
      problems.add(at: value.range, #"the language must be a code, such as "en", but is \#(value.kind)"#)
      return nil
    }
    if let language = Language(rawValue: code) { return language }
    problems.add(
      at: value.range,
      "the language \(quoted(code)) is unknown; \(Self.hint(meaning(of: code, among: codes), codes))")
    return nil
  }

  /// Words that are the same in every language, or given for several by their codes.
  ///
  /// Chosen are those of the language that the documents have, or the first.
  mutating func words(_ value: JSONValue?, _ what: String, in language: Language)
    -> (chosen: String?, all: [Language: String])
  {
    guard let value else { return (nil, [:]) }
    guard case .object(let members) = value.content else { return (string(value, what), [:]) }
    let codes = Language.allCases.map(\.rawValue)
    _ = fields(of: value, what, keys: codes, example: #"{ "en": "…" }"#)
    if members.isEmpty {
      problems.add(at: value.range, #"\#(what) is empty; write it in a language, as in { "en": "…" }"#)
    }
    let texts = members.map {
      (language: Language(rawValue: $0.key), text: string($0.value, "\(what) in \(quoted($0.key))"))
    }
    var all: [Language: String] = [:]
    for (language, text) in texts { if let language { all[language] = text } }
    return (all[language] ?? texts.first?.text, all)
  }
}
