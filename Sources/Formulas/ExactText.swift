/// Search and replacement byte by byte: by characters, as the standard library has them, they take ten times as long.
extension String {
  /// Whether the text is somewhere in it.
  package func has(_ part: String) -> Bool { utf8[...].start(of: part.utf8) != nil }

  /// With another text wherever this one is.
  package func exchanging(_ part: String, for other: String) -> String {
    var rest = utf8[...]
    guard !part.isEmpty, var place = rest.start(of: part.utf8) else { return self }
    var result = ""
    while true {
      result += Substring(rest[..<place])
      result += other
      rest = rest[place...].dropFirst(part.utf8.count)
      guard let next = rest.start(of: part.utf8) else { return result + Substring(rest) }
      place = next
    }
  }
}

extension Substring.UTF8View {
  fileprivate func start(of part: String.UTF8View) -> Index? {
    guard let first = part.first else { return startIndex }
    var rest = self
    while let place = rest.firstIndex(of: first) {
      rest = rest[place...]
      if rest.starts(with: part) { return place }
      rest = rest.dropFirst()
    }
    return nil
  }
}
