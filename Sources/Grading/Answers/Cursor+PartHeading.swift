import Formulas
import Lessons
import Texts

/// What worksheets print above the parts of their questions.
extension Cursor {
  /// Whether the line says by which definition a part is worked out, `By k = floor(x · 100): k`, 由μ = (x₁ + x₂)/2计算：μ.
  ///
  /// Behind the last colon stand the names of what is asked for; an exam has no names there, and `\\part` before.
  var isHeadingOfPart: Bool {
    var cursor = self
    cursor.skipListMarkers()
    cursor.skipMarksAndBlanks()
    let isOfExam = cursor.take("\\part ")
    cursor.skipBlanks()
    guard Self.partHeadings.contains(where: { cursor.begins(with: $0.before) }) else { return false }
    let said = cursor.text(cursor.position..<cursor.end).replacing("\u{A0}", with: " ").replacing(
      "~", with: " ")
    return Self.partHeadings.contains { before, after in
      guard said.hasPrefix(before) else { return false }
      let rest = said.dropFirst(before.count)
      guard !isOfExam else { return rest.contains("=") && rest.contains(after) }
      guard let colon = rest.lastIndex(of: ":") else { return false }
      let names = rest[rest.index(after: colon)...]
      return rest[..<colon].contains("=") && rest[..<colon].trimmed().hasSuffix(after)
        && names.contains(where: \.isLetter) && !names.contains("=") && !names.contains("≈")
    }
  }

  private static let partHeadings = Language.allCases.compactMap {
    language -> (before: String, after: String)? in
    let phrase = WorksheetPhrase.part(.values(of: .text("§")), count: 1, first: .symbol(Symbol(.cost)))
    let parts = language.say(phrase).plain(in: Notation(language: language)).split(
      separator: "§", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    return (
      parts[0].trimmed { $0.isWhitespace || $0 == "`" }, parts[1].trimmed { $0.isWhitespace || $0 == "`" }
    )
  }
}
