import Texts

/// Arrays as R, Mathematica and YAML print them, each in brackets: with labels before the rows, in braces, or behind dashes.
enum ListedRows {
  /// The text in as many lines; `nil` where it has no such arrays.
  static func inLines(_ bytes: [UInt8]) -> [UInt8]? {
    let signs = ["[1] ", "[1,] ", "Out[", "- ", "1: "]
    guard signs.contains(where: { Lines.find($0, from: 0, in: bytes) != nil }) else { return nil }
    var text: [UInt8] = []
    var isChanged = false
    var isBelowKey = false
    var start = 0
    while start < bytes.count {
      let line = Cursor(bytes, start..<Lines.end(of: start, in: bytes))
      if let block = Block(at: line, isBelowKey: isBelowKey) {
        text += block.text
        (isChanged, isBelowKey) = (true, false)
        start = block.end
      } else {
        let isOutput = line.begins(with: "Out[")
        isChanged = isChanged || isOutput
        text += bytes[start..<line.end].map { isOutput ? bracket(for: $0) : $0 }
        isBelowKey = bytes[start..<line.end].last { $0 != 0x20 && $0 != 0x0D } == UInt8(ascii: ":")
        start = line.end
      }
      if start < bytes.count { text.append(0x0A) }
      start += 1
    }
    return isChanged ? text : nil
  }

  private static func bracket(for byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "{"): UInt8(ascii: "[")
    case UInt8(ascii: "}"): UInt8(ascii: "]")
    default: byte
    }
  }

  /// What stands before each row.
  private enum Label: CaseIterable {
    /// `[1] 0.1 0.2`, and `[3] 0.3` if it goes on.
    case ofVector
    /// `[1,] 0.1 0.2` below `[,1] [,2]`.
    case ofMatrix
    /// `- 0.1`, and `1: 0.1`, below a key.
    case dash, number
  }

  /// The lines of one array.
  private struct Block {
    private(set) var text: [UInt8] = []
    /// Where its last line ends.
    private(set) var end: Int

    init?(at line: Cursor, isBelowKey: Bool) {
      end = line.end
      for label in Label.allCases {
        var rows: [Range<Int>] = []
        var next = line
        if label == .ofMatrix {
          guard Self.isHeadOfColumns(line) else { continue }
          next = Self.line(below: line)
        } else if label != .ofVector, !isBelowKey {
          continue
        }
        while let row = Self.row(of: next, label, number: rows.count + 1) {
          rows.append(row)
          end = next.end
          guard end < line.bytes.count else { break }
          next = Self.line(below: next)
        }
        guard rows.count > (label == .dash || label == .number ? 1 : 0) else { continue }
        write(rows, of: line.bytes, label)
        return
      }
      return nil
    }

    private mutating func write(_ rows: [Range<Int>], of bytes: [UInt8], _ label: Label) {
      let first = rows.first.map { bytes[$0] } ?? []
      // What R prints of one number is no array.
      if label == .ofVector, rows.count == 1, !first.contains(0x20) { return text += first }
      text += label == .ofMatrix ? "[\n".utf8 : "[".utf8
      for (index, row) in rows.enumerated() {
        if index > 0 { text.append(0x0A) }
        let cells = label == .ofMatrix ? Array("[".utf8) + bytes[row] + Array("]".utf8) : Array(bytes[row])
        text += cells
        if label == .dash || label == .number, index < rows.count - 1 { text.append(UInt8(ascii: ",")) }
      }
      text.append(UInt8(ascii: "]"))
    }

    private static func line(below line: Cursor) -> Cursor {
      Cursor(line.bytes, (line.end + 1)..<Lines.end(of: line.end + 1, in: line.bytes))
    }

    /// The numbers of a line with such a label.
    private static func row(of line: Cursor, _ label: Label, number: Int) -> Range<Int>? {
      var cursor = line
      cursor.skipBlanks()
      switch label {
      case .ofVector:
        guard cursor.take("["), let first = Int(cursor.digits()), number == 1 ? first == 1 : first > 1,
          cursor.take("]")
        else { return nil }
      case .ofMatrix: guard cursor.take("[\(number),]") else { return nil }
      case .dash: guard cursor.take("-") else { return nil }
      case .number: guard cursor.take("\(number):") else { return nil }
      }
      guard let blank = cursor.next, Cursor.isBlank(blank) else { return nil }
      let row = Cursor(line.bytes, cursor.position..<line.end).trimmedRange
      let isList = label == .dash || label == .number
      if isList, Cursor(line.bytes, row).startsArray { return row }
      let words = line.bytes[row].split { $0 == 0x20 || $0 == 0x09 }
      guard !words.isEmpty, !isList || words.count == 1,
        words.allSatisfy({ Decimal.read(Cursor(line.bytes, $0.startIndex..<$0.endIndex)) != nil })
      else { return nil }
      return row
    }

    /// Whether a line has the numbers of columns and no more.
    private static func isHeadOfColumns(_ line: Cursor) -> Bool {
      let words = line.text(line.position..<min(line.end, line.position + 4_096)).split(
        whereSeparator: \.isWhitespace)
      return !words.isEmpty && words.enumerated().allSatisfy { $1 == "[,\($0 + 1)]" }
    }
  }
}
