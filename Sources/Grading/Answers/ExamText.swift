import Texts

/// A paper of the LaTeX class `exam` that is handed out: its solutions stand in the source, and are no answers.
enum ExamText {
  /// The text with what was written into it, `name = value`, in as many lines; `nil` for a key and for any other text.
  static func inLines(_ bytes: [UInt8]) -> [UInt8]? {
    guard let body = body(of: bytes) else { return nil }
    var text: [UInt8] = []
    var isSolution = false
    // What stands outside of the parts is printed: numbers that are given, the network.
    let hasParts = Cursor(bytes, body..<bytes.count).holds("\\begin{parts}")
    var isPart = !hasParts
    var start = 0
    while start < bytes.count {
      let range = start..<Lines.end(of: start, in: bytes)
      start = range.upperBound + 1
      let line = Cursor(bytes, range)
      if line.holds("\\begin{parts}") { isPart = true }
      if line.holds("\\end{parts}") { isPart = !hasParts }
      if isSolution {
        isSolution = !line.holds("\\end{solution")
      } else if let place = line.place(of: "\\begin{solution"), range.lowerBound >= body {
        isSolution = !Cursor(bytes, place..<range.upperBound).holds("\\end{solution")
        text += bytes[range.lowerBound..<place]
      } else if range.lowerBound < body || isPart || line.holds("trace:") {
        text += (range.lowerBound < body ? nil : answer(line)) ?? Array(bytes[range])
      }
      if range.upperBound < bytes.count { text.append(0x0A) }
    }
    return text
  }

  /// Where the questions begin, in a paper without its solutions.
  private static func body(of bytes: [UInt8]) -> Int? {
    guard bytes.contains(UInt8(ascii: "\\")) else { return nil }
    var (isExam, body): (Bool, Int?) = (false, nil)
    var start = 0
    while start < bytes.count {
      let range = start..<Lines.end(of: start, in: bytes)
      start = range.upperBound + 1
      var line = Cursor(bytes, range)
      line.skipBlanks()
      if line.begins(with: "\\documentclass"), line.holds("{exam}") { isExam = true }
      if line.begins(with: "\\begin{document}") { body = body ?? range.upperBound }
      if line.begins(with: "\\printanswers") { return nil }
    }
    return isExam ? body : nil
  }

  /// What stands on a line to write on: `\\blank{quantity}{name}`, `\\fillin[value]\\typed{name}`.
  private static func answer(_ line: Cursor) -> [UInt8]? {
    if let place = line.place(of: "\\blank{") {
      var cursor = Cursor(line.bytes, place..<line.end)
      _ = cursor.take("\\blank")
      guard let quantity = cursor.takeBraced(), let name = cursor.takeBraced() else { return nil }
      let behind = Array(line.bytes[cursor.position..<line.end])
      let inner = Cursor(line.bytes, quantity)
      guard let sign = Relation.all(in: inner).first else { return plain(line.text(name)) + behind }
      return plain(line.text(name)) + line.bytes[sign.upperBound..<quantity.upperBound] + behind
    }
    guard let place = line.place(of: "\\fillin") else { return nil }
    var cursor = Cursor(line.bytes, place..<line.end)
    _ = cursor.take("\\fillin")
    let value = cursor.takeInBrackets() ?? place..<place
    while cursor.takeInBrackets() != nil {}
    let behind = cursor.position..<line.end
    cursor.skipBlanks()
    if cursor.take("\\typed"), let name = cursor.takeBraced() {
      return plain(line.text(name)) + line.bytes[value] + [0x20] + line.bytes[cursor.position..<line.end]
    }
    var before = Array(line.bytes[line.position..<place])
    // $… = {}$: what keeps the place of a number.
    for tail in ["$", "{}"] where before.reversed().starts(with: tail.utf8.reversed()) {
      before.removeLast(tail.utf8.count)
    }
    return before + [0x20] + line.bytes[value] + line.bytes[behind]
  }

  /// A name as it is typed, with the sign behind it: an underscore needs no backslash there.
  private static func plain(_ name: String) -> [UInt8] {
    name.utf8.filter { $0 != UInt8(ascii: "\\") } + " = ".utf8
  }
}

extension Cursor {
  fileprivate func holds(_ word: String) -> Bool { place(of: word) != nil }

  /// Where a word that begins with a backslash, or with a brace, stands.
  fileprivate func place(of word: String) -> Int? {
    guard let first = word.utf8.first else { return nil }
    for place in position..<end where bytes[place] == first {
      if Cursor(bytes, place..<end).begins(with: word) { return place }
    }
    return nil
  }

  /// Takes {…}, and gives what is in it.
  fileprivate mutating func takeBraced() -> Range<Int>? {
    var ahead = self
    guard ahead.take("{") else { return nil }
    let start = ahead.position
    var depth = 1
    while let next = ahead.next {
      if next == "{" { depth += 1 }
      if next == "}" { depth -= 1 }
      let place = ahead.position
      ahead.skip()
      if depth == 0 {
        self = ahead
        return start..<place
      }
    }
    return nil
  }

  /// Takes […], and gives what is in it.
  fileprivate mutating func takeInBrackets() -> Range<Int>? {
    var ahead = self
    guard ahead.take("[") else { return nil }
    let start = ahead.position
    while let next = ahead.next, next != "]" { ahead.skip() }
    let place = ahead.position
    guard ahead.take("]") else { return nil }
    self = ahead
    return start..<place
  }
}
