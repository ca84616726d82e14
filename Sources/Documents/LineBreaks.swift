import Formulas

/// Where lines of text without blanks may be broken.
extension String {
  /// The parts of a word: a line may be broken before and after a letter that is two columns wide, but not before a mark that
  /// ends something, and not after one that begins it.
  var unbrokenParts: [String] {
    // Wide letters begin with these bytes.
    guard utf8.contains(where: { $0 >= 0xE3 }) else { return [self] }
    var parts: [String] = []
    var last: Character?
    for character in self {
      let isBroken =
        last.map { ($0.columns > 1 || character.columns > 1) && !Self.openers.contains($0) } ?? true
      if isBroken, !Self.closers.contains(character) || last == nil {
        parts.append(String(character))
      } else {
        parts[parts.count - 1].append(character)
      }
      last = character
    }
    return parts
  }

  private static let openers = Set("（【「『“‘《([{")
  private static let closers = Set("，。！？；：、）】」』”’》…—,.;:!?)]}%")
}
