import Lessons
import Texts

/// The line by which a sheet says which lesson it is for: `trace: lesson=single-chain`, with nothing before it in its line but
/// marks.
///
/// The words of a lesson come before and behind it, and may hold the same letters. A worksheet sets its own line apart, as
/// lines to copy are; a title is a heading, and has more words in its line.
struct HeaderLine {
  /// What follows `trace:`.
  let settings: Range<Int>
  private let standing: Standing

  /// How much a line looks like the one that a worksheet has, the least first.
  private enum Standing: Int, Comparable {
    /// Behind #, as a remark has it; a heading of Markdown, too.
    case remark
    /// A line that has more words.
    case begun
    /// A line of its own.
    case whole
    /// A line of its own, in a fence of Markdown or indented as text is to be copied.
    case setApart

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}

extension HeaderLine {
  /// The first of those lines of a text that look most like it; `nil` where there is none.
  init?(in bytes: [UInt8]) {
    var best: HeaderLine?
    var paragraph = Paragraph(bytes)
    var isAfterFence = false
    var start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    while start < bytes.count, best?.standing != .setApart {
      let line = start..<Lines.end(of: start, in: bytes)
      if let found = HeaderLine(line, of: bytes, isAfterFence: isAfterFence),
        best.map({ $0.standing < found.standing }) ?? true,
        found.standing == .setApart || !paragraph.isHeading(at: line)
      {
        best = found
      }
      isAfterFence = Cursor(bytes, line).begins(with: "```")
      start = line.upperBound + 1
    }
    guard let best else { return nil }
    self = best
  }

  /// Whether a line is one.
  static func isOne(_ line: Range<Int>, of bytes: [UInt8]) -> Bool {
    HeaderLine(line, of: bytes, isAfterFence: false) != nil
  }

  /// A line, if it is one.
  private init?(_ line: Range<Int>, of bytes: [UInt8], isAfterFence: Bool) {
    var cursor = Cursor(bytes, line)
    guard let marks = cursor.takeMarksBeforeHeader(), cursor.take("trace:") else { return nil }
    settings = cursor.position..<line.upperBound
    cursor.skipBlanks()
    guard cursor.begins(with: "lesson=") || cursor.begins(with: "variant=") else { return nil }
    while cursor.takeSetting() != nil {}
    cursor.skipMarksBehindHeader()
    if marks.haveNumberSign {
      guard cursor.isAtEnd else { return nil }
      standing = .remark
    } else if cursor.isAtEnd {
      standing = marks.setApart || isAfterFence ? .setApart : .whole
    } else {
      standing = .begun
    }
  }
}

/// What is known of the paragraph that was looked at last.
private struct Paragraph {
  private let bytes: [UInt8]
  private var end = 0
  private var isHeading = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a line belongs to a heading that is underlined, as titles are in plain text.
  ///
  /// Every line is looked at once, however many of them ask.
  mutating func isHeading(at line: Range<Int>) -> Bool {
    guard line.lowerBound >= end else { return isHeading }
    isHeading = false
    var start = line.upperBound + 1
    while start < bytes.count, !isHeading {
      let next = start..<Lines.end(of: start, in: bytes)
      let words = bytes[next].filter { $0 != 0x0D }
      if words.isEmpty { break }
      isHeading = Self.isUnderline(words)
      start = next.upperBound + 1
    }
    end = start
    return isHeading
  }

  private static func isUnderline(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: "=") }
      || String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy { $0 == "═" }
  }
}

extension Cursor {
  /// Passes over what may stand before a header: marks of lists, remarks, quotations and cells, and tags.
  ///
  /// The result says what they are; it is `nil` for the tags of a title.
  fileprivate mutating func takeMarksBeforeHeader() -> (setApart: Bool, haveNumberSign: Bool)? {
    let margin = position
    skipBlanks()
    var marks = (setApart: position - margin >= 4 || last == 0x09, haveNumberSign: false)
    while !isAtEnd {
      if isAtTagOfTitle { return nil }
      if begins(with: "<pre") || begins(with: "\\texttt{") { marks.setApart = true }
      if begins(with: "#") { marks.haveNumberSign = true }
      guard skipTag() || take("\\texttt{") || take(oneOf: Self.marksBeforeHeader) else { break }
      skipBlanks()
    }
    return marks
  }

  private var isAtTagOfTitle: Bool {
    begins(with: "<title") || begins(with: "<h") && Self.isDigit(byte(2))
  }

  /// Passes over a tag, or over what begins a comment.
  private mutating func skipTag() -> Bool {
    if take("<!--") { return true }
    guard take("<") else { return false }
    while let next, next != ">" { skip() }
    _ = take(">")
    return true
  }

  /// Passes over what may close such marks, and the punctuation that tables of numbers have at the end of a line.
  fileprivate mutating func skipMarksBehindHeader() {
    while true {
      skipBlanks()
      guard skipTag() || take("\\par") || take(oneOf: Self.marksBehindHeader) else { return }
    }
  }

  private static let marksBeforeHeader: Set<Unicode.Scalar> = [
    ">", "-", "*", "+", "•", "–", "|", "#", "/", "`", "\"", "“", "(", "[", "{", "%", ";", "_", "$",
  ]
  private static let marksBehindHeader: Set<Unicode.Scalar> = [
    ">", "-", "*", "|", "`", "\"", "”", ")", "]", "}", "\\", ";", ",", ".", "_", "$",
  ]
}
