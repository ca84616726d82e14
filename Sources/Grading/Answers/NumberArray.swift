import Texts

/// Numbers in rows, as books and programs print them: where each of them stands.
struct NumberArray {
  /// All rows have the same length.
  private(set) var rows: [[Range<Int>]]
  /// Whether one pair of brackets says neither that it is a row nor that it is a column.
  private(set) var isFlat = false

  /// `nil` where there is no array; throws where there is one that cannot be read.
  init?(_ value: Cursor) throws(Problem) {
    var cursor = value
    cursor.skipBlanksAndLines()
    let start = cursor.position
    if cursor.take("Parameter containing:") { cursor.skipBlanksAndLines() }
    let isWrapped = cursor.takeArrayWord()
    cursor.skipBlanksAndLines()
    if cursor.skipJuliaHead() {
      self.rows = Self.lines(of: cursor)
      cursor.move(to: cursor.end)
    } else if let inner = cursor.takeMatrixEnvironment() {
      self.rows = Self.split(inner, by: "\\\\").map { Self.split($0, by: "&").map(\.trimmedRange) }
    } else if let inner = cursor.takeBracketed() {
      (rows, isFlat) = try Self.entries(inner, depth: 0)
    } else if cursor.next == "[" {
      throw Problem(at: cursor.position..<value.end, "the bracket that opens here is never closed; close it")
    } else {
      return nil
    }
    if rows.count == 1, rows[0].count == 1, isFlat, !isWrapped, cursor.bytes[start] == UInt8(ascii: "(") {
      return nil
    }
    if cursor.takeTransposition() { transpose() }
    cursor.skipShape()
    // What else a program prints of it: dtype=float32), grad_fn=<AddBackward0>).
    if isWrapped { cursor.move(to: cursor.end) }
    cursor.skipBlanksAndLines()
    while cursor.take(oneOf: [".", ",", ";", "$", "`", "*", ")"]) || cursor.take("\\)") {
      cursor.skipBlanksAndLines()
    }
    guard cursor.isAtEnd else { return nil }
    rows.removeAll { $0.allSatisfy(\.isEmpty) }
    guard let first = rows.first else { return nil }
    let place = value.position..<value.end
    guard rows.allSatisfy({ $0.count == first.count }) else {
      throw Problem(at: place, "the rows of this array have different lengths")
    }
    if rows.joined().contains(where: { value.text($0) == "..." || value.text($0) == "…" }) {
      throw Problem(at: place, "this array is cut with …; print all of its entries")
    }
  }

  /// Rows of numbers, one in a line, as MATLAB prints them.
  init?(linesOf value: Cursor) {
    rows = Self.lines(of: value)
    guard count > 1, let first = rows.first, rows.allSatisfy({ $0.count == first.count }) else { return nil }
    for entry in rows.joined() where Decimal.read(Cursor(value.bytes, entry)) == nil { return nil }
  }

  /// What a list has between its brackets, without looking into it; `nil` for what is no list.
  static func parts(of value: Cursor) -> [Cursor]? {
    var cursor = value
    cursor.skipMarksAndBlanks()
    cursor.skipBlanksAndLines()
    guard cursor.next == "[", let inner = cursor.takeBracketed() else { return nil }
    return split(inner, by: ",").map { Cursor($0.bytes, $0.trimmedRange) }.filter { !$0.isAtEnd }
  }

  var count: Int { rows.reduce(0) { $0 + $1.count } }

  private mutating func transpose() {
    guard let first = rows.first else { return }
    rows = first.indices.map { column in rows.map { $0[column] } }
  }

  private static func lines(of cursor: Cursor) -> [[Range<Int>]] {
    split(cursor, by: "\n").map { words(of: $0) }.filter { !$0.isEmpty }
  }

  /// What stands between brackets: rows in brackets of their own, rows with semicolons between them, or a list.
  private static func entries(_ inner: Cursor, depth: Int) throws(Problem) -> (
    rows: [[Range<Int>]], isFlat: Bool
  ) {
    var cursor = inner
    cursor.skipBlanksAndLines()
    if cursor.next == "[" || cursor.next == "(" && depth == 0 && inner.holdsSeveralLists {
      guard depth < 4 else {
        throw Problem(at: inner.range, "this array has more than four levels of brackets")
      }
      var parts: [(rows: [[Range<Int>]], isFlat: Bool)] = []
      while let part = cursor.takeBracketed() {
        parts.append(try entries(part, depth: depth + 1))
        cursor.skipBlanksAndLines()
        _ = cursor.take(",") || cursor.take(";")
        cursor.skipBlanksAndLines()
      }
      guard cursor.isAtEnd else {
        throw Problem(at: cursor.range, "this is outside the rows of the array")
      }
      if parts.count == 1, let only = parts.first, !only.isFlat { return only }
      if parts.allSatisfy(\.isFlat) { return (parts.map { $0.rows.first ?? [] }, false) }
      return (parts.flatMap(\.rows), false)
    }
    let rows = split(inner, by: ";")
    let lists = rows.map { row -> [Range<Int>] in
      let cells = split(row, by: ",")
      return cells.count > 1 ? cells.map(\.trimmedRange).filter { !$0.isEmpty } : words(of: row)
    }.filter { !$0.isEmpty }
    return (lists, lists.count == 1)
  }

  private static func words(of cursor: Cursor) -> [Range<Int>] {
    var cursor = cursor
    var words: [Range<Int>] = []
    cursor.skipBlanksAndLines()
    while !cursor.isAtEnd {
      let start = cursor.position
      while let next = cursor.next, !Cursor.isBlank(next), next != "\n" { cursor.skip() }
      words.append(start..<cursor.position)
      cursor.skipBlanksAndLines()
    }
    return words
  }

  /// The parts between separators that stand in no brackets.
  private static func split(_ cursor: Cursor, by separator: String) -> [Cursor] {
    var cursor = cursor
    var parts: [Cursor] = []
    var (start, depth) = (cursor.position, 0)
    while !cursor.isAtEnd {
      let place = cursor.position
      if depth == 0, cursor.take(separator) {
        parts.append(Cursor(cursor.bytes, start..<place))
        start = cursor.position
        continue
      }
      if let next = cursor.next {
        depth += ["(", "[", "{"].contains(next) ? 1 : [")", "]", "}"].contains(next) ? -1 : 0
      }
      cursor.skip()
    }
    return parts + [Cursor(cursor.bytes, start..<cursor.end)]
  }
}
