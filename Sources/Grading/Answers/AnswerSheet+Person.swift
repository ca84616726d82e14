import Texts

extension AnswerSheet {
  /// Whose sheet it is: what a line `name: Ada Lovelace` among the first ones says, in JSON the key "name".
  ///
  /// The result is `nil` where nothing says it.
  package static func person(of bytes: [UInt8]) -> String? {
    if isJSON(bytes) {
      guard let root = try? JSONValue(parsing: bytes), case .object(let members) = root.content,
        case .string(let name)? = members.first(where: { $0.key == "name" })?.value.content
      else { return nil }
      return trimmed(name[...])
    }
    for line in bytes.prefix(mostBytes).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(mostLines)
    {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let key = text[..<colon].drop { !$0.isLetter }.filter { $0.isLetter }.lowercased()
      if ["name", "student"].contains(key) { return trimmed(text[text.index(after: colon)...]) }
    }
    return nil
  }

  /// A name stands above the answers.
  private static let mostLines = 40
  private static let mostBytes = 8_192
  private static let longestName = 100

  /// Without blanks and marks of Markdown around it; `nil` where nothing is left.
  private static func trimmed(_ text: Substring) -> String? {
    let name = text.trimmed { $0.isWhitespace || "*_`|<>".contains($0) }
    return name.isEmpty ? nil : String(name.prefix(longestName))
  }
}
