import Texts

/// Arrays that are printed over several lines.
struct ArrayLines {
  /// No array that is worked out by hand has more.
  private static let mostLines = 256

  /// Up to here no bracket is closed that is open, as was found out before.
  private var open = 0

  /// The line, and those after it until its brackets are closed; only the line where they never are.
  mutating func whole(from line: Cursor, in bytes: [UInt8]) -> Range<Int> {
    let own = line.position..<line.end
    guard line.position >= open, let unclosed = Self.unclosed(line), unclosed > 0 else { return own }
    var end = line.end
    var depth = unclosed
    for _ in 0..<Self.mostLines {
      guard end < bytes.count else { break }
      let next = (end + 1)..<Lines.end(of: end + 1, in: bytes)
      let cursor = Cursor(bytes, next)
      // A name begins something new, and no array has an empty line in it but between its rows.
      guard next.count <= 4_096, let change = Self.change(cursor) else { break }
      depth += change
      end = next.upperBound
      if depth <= 0 { return line.position..<end }
    }
    open = end
    return own
  }

  /// The array that stands below a name, as programs print it.
  mutating func array(below end: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = end + 1
    for _ in 0..<2 where start < bytes.count {
      var line = Cursor(bytes, start..<Lines.end(of: start, in: bytes))
      line.skipMarksAndBlanks()
      if line.isAtEnd {
        start = line.end + 1
        continue
      }
      guard line.startsArray else { return nil }
      let whole = whole(from: line, in: bytes)
      return (try? NumberArray(Cursor(bytes, whole))) == nil ? nil : whole
    }
    return nil
  }

  /// The number that is all of the next line.
  static func number(below end: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard end < bytes.count else { return nil }
    let line = (end + 1)..<Lines.end(of: end + 1, in: bytes)
    guard line.count < 48, Decimal.read(Cursor(bytes, Cursor(bytes, line).trimmed)) != nil else { return nil }
    return line
  }

  /// How many brackets of arrays stay open; `nil` where there are none.
  private static func unclosed(_ line: Cursor) -> Int? {
    guard
      line.bytes[line.position..<line.end].contains(where: {
        $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\")
      })
    else {
      return nil
    }
    return brackets(line)
  }

  private static func brackets(_ line: Cursor) -> Int {
    var cursor = line
    var depth = 0
    while let next = cursor.next {
      if cursor.begins(with: "\\begin{"), isMatrix(cursor) { depth += 1 }
      if cursor.begins(with: "\\end{"), isMatrix(cursor) { depth -= 1 }
      if next == "[" { depth += 1 }
      if next == "]" { depth -= 1 }
      cursor.skip()
    }
    return depth
  }

  /// Whether a matrix of TeX begins or ends here.
  static func isMatrix(_ cursor: Cursor) -> Bool {
    var ahead = cursor
    guard ahead.take("\\begin{") || ahead.take("\\end{") else { return false }
    return Cursor.matrixEnvironments.contains { ahead.begins(with: $0 + "}") }
  }

  /// What a line that goes on with an array adds to the depth; `nil` for one that cannot.
  private static func change(_ line: Cursor) -> Int? {
    line.bytes[line.position..<line.end].contains(UInt8(ascii: "=")) && !line.isTailOfTensor
      ? nil : brackets(line)
  }

  /// Lines of bare numbers below `dW2 =`, as MATLAB prints them.
  static func rows(below end: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = end + 1
    var found: Range<Int>?
    for _ in 0..<mostLines {
      guard start < bytes.count else { break }
      let line = start..<Lines.end(of: start, in: bytes)
      start = line.upperBound + 1
      let words = bytes[line].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if words.isEmpty {
        if found != nil { break }
        continue
      }
      guard line.count < 4_096,
        words.allSatisfy({ Decimal.read(Cursor(bytes, $0.startIndex..<$0.endIndex)) != nil })
      else { break }
      found = (found?.lowerBound ?? line.lowerBound)..<line.upperBound
    }
    return found
  }
}

extension Cursor {
  /// Whether the end of a printed tensor is in it: grad_fn=<MulBackward0>), dtype=float32).
  fileprivate var isTailOfTensor: Bool {
    let text = text(position..<end)
    return text.contains("grad_fn=") || text.contains("dtype=") || text.contains("requires_grad=")
      || text.contains("device=")
  }
}
