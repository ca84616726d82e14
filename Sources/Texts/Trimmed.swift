extension StringProtocol {
  /// Without such characters at both ends: blanks, if nothing else is said.
  package func trimmed(_ isBlank: (Character) -> Bool = \.isWhitespace) -> String {
    let end = reversed().drop(while: isBlank).startIndex.base
    return String(self[..<end].drop(while: isBlank))
  }
}
