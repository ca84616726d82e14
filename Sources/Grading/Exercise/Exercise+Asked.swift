import Formulas
import Lessons
import Texts

extension Exercise {
  /// The lines that a worksheet asks for, of those that names mean, in the order of the derivation; all of them for no name.
  ///
  /// A name of several numbers means all of them, and one of a given number the derivative with respect to it. Throws for a name
  /// without a line that is asked for.
  package func asked(_ names: [String]) throws(WorkedExampleError) -> [Int] {
    guard !names.isEmpty else { return asked }
    var chosen: Set<Int> = []
    for name in names { chosen.formUnion(try lines(named: name)) }
    return asked.filter(chosen.contains)
  }

  private func lines(named name: String) throws(WorkedExampleError) -> [Int] {
    var cursor = Cursor(Array(name.utf8), 0..<name.utf8.count)
    let match = names.take(&cursor, isLeft: true)
    let found = cursor.isAtEnd ? match.map(\.names)?.compactMap(lineAsked) ?? [] : []
    guard found.isEmpty else { return found }
    let known = asked.compactMap { lines[$0].name.answerName }
    throw .unknownQuantity(name, suggestion: suggestion(for: name, among: known))
  }

  /// The line of a name; of a given number, that of the derivative with respect to it.
  private func lineAsked(_ name: Formula) -> Int? {
    if let line = line(of: name) { return lines[line].isAsked ? line : nil }
    return asked.last { line in
      guard case .total? = lines[line].step, let by = lines[line].name.sidesOfDerivative?.1 else {
        return false
      }
      return .symbol(by) == name
    }
  }
}

extension NameMatch {
  /// All quantities that are meant.
  fileprivate var names: [Formula] {
    switch self {
    case .quantity(let name): [name]
    case .array(let array): array.entries
    case .layers(let arrays): arrays.flatMap(\.entries)
    case .change, .ambiguous, .unknown: []
    }
  }
}
