import Documents
import Formulas
import Lessons
import Texts

extension Notation {
  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The notation that `--notation` names.
  init(named name: String) throws(CommandError) {
    guard let notation = Notation(rawValue: name) else {
      throw .unknownNotation(name, suggestion: suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
    self = notation
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
