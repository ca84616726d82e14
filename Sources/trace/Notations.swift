import Documents
import Formulas
import Lessons
import Texts

/// How options ask for documents to be written: in whose letters, in which language, and how its numbers.
struct NotationRequest {
  /// The letters; those of 3Blue1Brown if it is `nil`.
  var alphabet: Notation.Alphabet?
  /// The language; that of the lesson if it is `nil`.
  var language: Language?
  /// The decimal sign; that of the language if it is `nil`.
  var decimal: DecimalSign?
  /// Short names for the derivatives of a graph.
  var names: ShortDerivatives.Kind?

  /// No option asks for anything.
  init() {}

  init(_ arguments: Arguments) throws(CommandError) {
    if let name = arguments[.notation] { alphabet = try Notation.Alphabet(named: name) }
    if let code = arguments[.language] { language = try Language(named: code) }
    if let name = arguments[.decimal] { decimal = try DecimalSign(named: name) }
    if let name = arguments[.names] { names = try ShortDerivatives.Kind(named: name) }
  }

  /// The notation of documents about a lesson in this language.
  func notation(in language: Language) -> Notation {
    Notation(alphabet ?? .threeBlueOneBrown, language: self.language ?? language, decimal: decimal)
  }
}

extension Notation.Alphabet {
  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The letters that `--notation` names.
  init(named name: String) throws(CommandError) {
    guard let alphabet = Self(rawValue: name) else {
      throw .unknownNotation(name, suggestion: suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
    self = alphabet
  }
}

extension Language {
  /// All codes, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The language that `--language` names by its code.
  init(named code: String) throws(CommandError) {
    guard let language = Language(rawValue: code) else { throw .unknownLanguage(code) }
    self = language
  }
}

extension DecimalSign {
  /// Their names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The sign that `--decimal` names.
  init(named name: String) throws(CommandError) {
    guard let sign = DecimalSign(rawValue: name) else { throw .unknownDecimal(name) }
    self = sign
  }
}

extension ShortDerivatives.Kind {
  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The kind that `--names` names.
  init(named name: String) throws(CommandError) {
    guard let kind = Self(rawValue: name) else { throw .unknownNames(name) }
    self = kind
  }
}

extension MathDialect {
  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The dialect that `--math` names.
  init(named name: String) throws(CommandError) {
    guard let dialect = MathDialect(rawValue: name) else {
      throw .unknownDialect(name, suggestion: suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
    self = dialect
  }
}
