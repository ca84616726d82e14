import Documents
import Texts

/// A graph as it is typed on the command line: `'q = x + y; f = q * z' x=-2 y=5 z=-4`.
struct TypedGraph: Equatable {
  /// The lesson that it is, as its file would have it.
  let json: String

  /// Throws where there is no definition.
  ///
  /// Semicolons and the ends of lines stand between definitions; what is nothing but a number, or an array of them, is given.
  /// A last part without a name is what is derived.
  init(_ words: [String]) throws(CommandError) {
    var given: [String] = []
    var graph: [String] = []
    let parts = words.flatMap { $0.split { $0 == ";" || $0.isNewline } }
    for part in parts where !part.allSatisfy(\.isWhitespace) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if sides.count == 2, let number = Self.given(sides[1]) {
        given.append("\(JSONText.quoted(sides[0].trimmed())): \(number)")
      } else {
        graph.append(JSONText.quoted((sides.count == 2 ? "" : "\(Self.free(parts)) = ") + part.trimmed()))
      }
    }
    if let word = words.first(where: { Self.isTornAtEquals($0) }) { throw .blankAtEquals(word) }
    if let word = parts.first(where: Self.isCalculation) { throw .givenIsNoNumber(word.trimmed()) }
    guard !graph.isEmpty else { throw .nothingToDerive }
    json = """
      { "given": { \(given.joined(separator: ", ")) },
        "graph": [
          \(graph.joined(separator: ",\n    "))
        ] }
      """
  }

  /// Whether a word is one side of an equals sign that has blanks around it, and no quotes.
  private static func isTornAtEquals(_ word: String) -> Bool {
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      $0.trimmed()
    }
    return sides.count == 2 && sides.contains("")
  }

  /// Whether a name is set to figures with signs between them, `x=1/3`, which is neither a number nor a definition of others.
  private static func isCalculation(_ part: Substring) -> Bool {
    let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, given(sides[1]) == nil, let first = sides[1].first(where: { !$0.isWhitespace })
    else {
      return false
    }
    return (first.isNumber || "-+.[".contains(first))
      && sides[1].allSatisfy { !$0.isLetter && $0 != "@" && $0 != "(" }
  }

  /// A number or an array of numbers, as JSON has it; `nil` for anything else.
  private static func given(_ text: Substring) -> String? {
    var plain = text.trimmed().replacing("−", with: "-")
    if plain.hasPrefix("+") { plain.removeFirst() }
    if plain.hasPrefix(".") { plain = "0" + plain }
    if plain.hasPrefix("-.") { plain = "-0" + plain.dropFirst() }
    guard let value = try? JSONValue(parsing: Array(plain.utf8)) else { return nil }
    switch value.content {
    case .number, .array: return plain
    case .null, .boolean, .string, .object: return nil
    }
  }

  /// A name for what has none.
  private static func free(_ parts: [Substring]) -> String {
    let taken = Set(parts.compactMap { $0.split(separator: "=").first?.trimmed() })
    return ["f", "L", "y", "result"].first { !taken.contains($0) } ?? "derived_result"
  }
}
