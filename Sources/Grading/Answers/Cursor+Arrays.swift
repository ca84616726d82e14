import Texts

/// The pieces of arrays, as programs and books print them.
extension Cursor {
  mutating func skipBlanksAndLines() {
    skipBlanks()
    while take("\n") { skipBlanks() }
  }

  var trimmedRange: Range<Int> {
    var cursor = self
    cursor.skipBlanksAndLines()
    var end = cursor.end
    while end > cursor.position, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return cursor.position..<end
  }

  /// Passes over the shape that a document says: [2 × 3].
  mutating func skipShape() {
    var ahead = self
    while ahead.take("\\quad") || ahead.take("\\qquad") || ahead.take(" ") {}
    guard ahead.take("["), !ahead.digits().isEmpty else { return }
    ahead.skipBlanks()
    guard ahead.take("\\times") || ahead.take("×") || ahead.take("x") else { return }
    ahead.skipBlanks()
    guard !ahead.digits().isEmpty, ahead.take("]") else { return }
    self = ahead
  }

  /// Whether the shape of a matrix is all that is left behind a formula.
  var endsInShape: Bool {
    var ahead = self
    while !ahead.isAtEnd {
      var beyond = ahead
      beyond.skipShape()
      if beyond.position > ahead.position {
        beyond.skipMarksAndBlanks()
        if beyond.isAtEnd { return true }
      }
      ahead.skip()
    }
    return false
  }

  /// Takes `array(`, `np.array(`, `tensor(`, `torch.Tensor(`.
  mutating func takeArrayWord() -> Bool {
    var ahead = self
    let start = ahead.position
    while let next = ahead.next, next.isASCII, ahead.position - start < 32,
      Self.isLetter(next) || next == "." || next == "_" || Self.isDigit(ahead.byte(0))
    {
      ahead.skip()
    }
    guard ahead.position > start, ahead.take("(") else { return false }
    var inner = ahead
    inner.skipBlanksAndLines()
    guard inner.next == "[" else { return false }
    self = ahead
    return true
  }

  /// Passes over `2×2 Matrix{Float64}:`.
  mutating func skipJuliaHead() -> Bool {
    var ahead = self
    guard !ahead.digits().isEmpty else { return false }
    while let next = ahead.next, next != "\n", next != ":" { ahead.skip() }
    guard text(position..<ahead.position).contains("{"), ahead.take(":") else { return false }
    self = ahead
    return true
  }

  /// Takes \begin{pmatrix} … \end{pmatrix}; the result is what stands between.
  mutating func takeMatrixEnvironment() -> Cursor? {
    var ahead = self
    if ahead.take("\\left") { ahead.skip() }
    ahead.skipBlanksAndLines()
    for name in Self.matrixEnvironments where ahead.take("\\begin{\(name)}") {
      if name == "array", ahead.take("{") {
        while let next = ahead.next, next != "}" { ahead.skip() }
        _ = ahead.take("}")
      }
      let start = ahead.position
      while !ahead.isAtEnd, !ahead.begins(with: "\\end{\(name)}") { ahead.skip() }
      let inner = Cursor(bytes, start..<ahead.position)
      guard ahead.take("\\end{\(name)}") else { return nil }
      ahead.skipBlanksAndLines()
      if ahead.take("\\right") { ahead.skip() }
      self = ahead
      return inner
    }
    return nil
  }

  static let matrixEnvironments = [
    "pmatrix", "bmatrix", "matrix", "vmatrix", "Bmatrix", "smallmatrix", "array",
  ]

  /// Takes a pair of brackets or parentheses; the result is what stands between.
  mutating func takeBracketed() -> Cursor? {
    var ahead = self
    _ = ahead.take("\\left")
    guard ahead.take("[") || ahead.take("(") else { return nil }
    let start = ahead.position
    var depth = 1
    while let next = ahead.next {
      if next == "[" || next == "(" { depth += 1 }
      if next == "]" || next == ")" { depth -= 1 }
      if depth == 0 { break }
      ahead.skip()
    }
    var end = ahead.position
    guard !ahead.isAtEnd else { return nil }
    ahead.skip()
    if Cursor(bytes, start..<end).text(start..<end).hasSuffix("\\right") { end -= 6 }
    self = ahead
    return Cursor(bytes, start..<end)
  }

  /// Whether lists in parentheses follow one another, and not arithmetic: (1, 2), (3, 4).
  var holdsSeveralLists: Bool {
    var ahead = self
    ahead.skipBlanksAndLines()
    guard let first = ahead.takeBracketed() else { return false }
    ahead.skipBlanksAndLines()
    return first.text(first.position..<first.end).contains(",") && (ahead.isAtEnd || ahead.next == ",")
  }

  mutating func takeTransposition() -> Bool {
    ["^{\\top}", "^\\top", "^{T}", "^T", "ᵀ", ".T", "'"].contains { take($0) }
  }
}
