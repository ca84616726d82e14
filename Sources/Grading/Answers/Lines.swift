import Texts

/// Goes through the lines of a text.
enum Lines {
  /// Calls `body` with every line that is not empty, and its number from 1.
  ///
  /// Where lines were joined, `original` is the text as it was, whose lines are counted.
  static func forEachCandidate(
    in bytes: [UInt8], countedIn original: [UInt8], _ body: (_ number: Int, _ line: Range<Int>) -> Void
  ) {
    let count = bytes.count
    var (number, counted) = (1, 0)
    var start = 0
    while start < count {
      var first = start
      while first < count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      let end = end(of: first, in: bytes)
      while counted < first {
        if original[counted] == 0x0A { number += 1 }
        counted += 1
      }
      if end > first { body(number, start..<end) }
      start = end + 1
    }
  }

  /// Whether a line has a digit, a relation, or a letter that is no ASCII: most of a long text is prose.
  static func mayHoldAnswer(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    if line.count < 16 { return true }
    var place = line.lowerBound
    // Not by way of a slice: in a debug build that takes a hundred times as long.
    while place < line.upperBound {
      let byte = bytes[place]
      if byte >= 0x80 || byte <= 0x39 && byte >= 0x30 || byte == 0x3D || byte == 0x7C || byte == 0x5C
        || byte == 0x7E
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// Where the line of a place ends.
  static func end(of place: Int, in bytes: [UInt8]) -> Int {
    self.place(of: 0x0A, in: bytes, from: place) ?? bytes.count
  }

  /// The first place of a byte.
  static func place(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    guard start >= 0 else { return nil }
    var place = start
    // Not by way of a slice: in a debug build that takes a hundred times as long, and a text may have ten megabytes.
    while place < bytes.count, bytes[place] != byte { place += 1 }
    return place < bytes.count ? place : nil
  }

  /// The first place of a text.
  static func find(_ text: String, from start: Int, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var start = start
    while let place = Self.place(of: first, in: bytes, from: start) {
      if bytes[place...].starts(with: wanted) { return place }
      start = place + 1
    }
    return nil
  }
}

/// Mathematics that stands by itself: what is in it is printed, not answered.
struct Displays {
  /// What is never closed from here on is nothing that opens.
  private var unclosed: Set<String> = []

  /// Mathematics that stands by itself, with what opens and closes it, and without.
  struct Display {
    let whole: Range<Int>
    let content: Range<Int>
  }

  /// What opens in a line, if it is closed anywhere.
  mutating func open(at line: Range<Int>, in bytes: [UInt8]) -> Display? {
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    guard let (opener, closer) = Self.marks(of: cursor), !unclosed.contains(closer) else { return nil }
    return find(opener, closer, from: cursor.position, in: bytes)
  }

  private mutating func find(_ opener: String, _ closer: String, from start: Int, in bytes: [UInt8])
    -> Display?
  {
    guard let place = Lines.find(closer, from: start + 2, in: bytes) else {
      unclosed.insert(closer)
      return nil
    }
    let first = min(start + opener.utf8.count, place)
    return Display(whole: start..<(place + closer.utf8.count), content: first..<place)
  }

  /// What opens a display here, and what closes it.
  private static func marks(of opening: Cursor) -> (opener: String, closer: String)? {
    if opening.begins(with: "$$") { return ("$$", "$$") }
    if opening.begins(with: "\\[") { return ("\\[", "\\]") }
    if opening.begins(with: "```math") { return ("```math", "\n```") }
    for name in ["equation", "align", "gather", "multline", "aligned", "eqnarray", "flalign"] {
      for name in [name, name + "*"] where opening.begins(with: "\\begin{\(name)}") {
        return ("\\begin{\(name)}", "\\end{\(name)}")
      }
    }
    return nil
  }
}
