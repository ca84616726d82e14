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
    // "zh-CN" and "de_AT" say a country as well.
    let plain = code.prefix { $0.isLetter }.lowercased()
    let meant = codes.contains(plain) ? plain : meaning(of: code, among: codes)
    problems.add(at: value.range, "the language \(quoted(code)) is unknown; \(Self.hint(meant, codes))")
    return nil
  }

  /// Words that are the same in every language, or given for several by their codes.
  ///
  /// Chosen are those of the language that the documents have, or the first.
  mutating func words(_ value: JSONValue?, _ what: String, in language: Language)
    -> (chosen: String?, all: [Language: String])
  {
    guard let value else { return (nil, [:]) }
    guard case .object(let members) = value.content else {
      if case .string(let text) = value.content { return (text, [:]) }
      problems.add(
        at: value.range,
        #"\#(what) must be a string, or one for each language as in { "en": "…" }, but is \#(value.kind)"#)
      return (nil, [:])
    }
    let codes = Language.allCases.map(\.rawValue)
    _ = fields(of: value, what, keys: codes, example: #"{ "en": "…" }"#)
    if members.isEmpty {
      problems.add(at: value.range, #"\#(what) is empty; write it in a language, as in { "en": "…" }"#)
    }
    let texts = members.map { member in
      let name = "\(what) in \(quoted(member.key))"
      if member.value.content == .string("") {
        problems.add(at: member.value.range, "\(name) is empty; write it, or leave out \(quoted(member.key))")
      }
      return (language: Language(rawValue: member.key), text: string(member.value, name))
    }
    var all: [Language: String] = [:]
    for (language, text) in texts { if let language { all[language] = text } }
    return (all[language] ?? texts.first?.text, all)
  }
}
