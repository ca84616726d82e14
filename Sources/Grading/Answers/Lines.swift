import Texts

/// Goes through the lines of a text.
enum Lines {
  /// Calls `body` with every line that may be an answer, or that opens something, and its number from 1.
  ///
  /// What it decides, it decides from a few bytes: most of a long text is prose. Where lines were joined, `original` is the text
  /// as it was, whose lines are counted.
  static func forEachCandidate(
    in bytes: [UInt8], countedIn original: [UInt8],
    where mayBegin: ((_ bytes: [UInt8], _ place: Int) -> Bool)? = mayBeginName,
    _ body: (_ number: Int, _ line: Range<Int>) -> Void
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
      if end - first > 1, mayBegin?(bytes, first) ?? true { body(number, start..<end) }
      start = end + 1
    }
  }

  /// Whether a name of a network, or a mark before one, may begin at a place that has a byte after it.
  static func mayBeginName(_ bytes: [UInt8], _ place: Int) -> Bool {
    let (byte, after) = (bytes[place], bytes[place + 1])
    switch byte {
    case UInt8(ascii: "w"), UInt8(ascii: "b"), UInt8(ascii: "z"), UInt8(ascii: "a"):
      return Cursor.isDigit(after)
    case UInt8(ascii: "C"), UInt8(ascii: "R"), UInt8(ascii: "x"), UInt8(ascii: "y"):
      return after | 0x20 < UInt8(ascii: "a") || after | 0x20 > UInt8(ascii: "z")
    case UInt8(ascii: "n"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "s"): return true
    case UInt8(ascii: "c"), UInt8(ascii: "f")...UInt8(ascii: "m"), UInt8(ascii: "o")...UInt8(ascii: "r"),
      UInt8(ascii: "t")...UInt8(ascii: "v"), UInt8(ascii: "A")...UInt8(ascii: "B"),
      UInt8(ascii: "D")...UInt8(ascii: "Q"), UInt8(ascii: "S")...UInt8(ascii: "Z"):
      return false
    default: return true
    }
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
}

/// Mathematics that stands by itself: what is in it is printed, not answered.
struct Displays {
  private var end = 0
  /// What is never closed from here on is nothing that opens.
  private var unclosed: Set<String> = []

  /// Mathematics that stands by itself, with what opens and closes it, and without.
  struct Display {
    let whole: Range<Int>
    let content: Range<Int>
  }

  /// Whether the line belongs to displayed mathematics.
  mutating func hold(_ line: Range<Int>, of bytes: [UInt8]) -> Bool {
    if line.lowerBound < end { return true }
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    guard let (opener, closer) = Self.marks(of: cursor) else { return cursor.begins(with: "\\") }
    guard !unclosed.contains(closer) else { return true }
    if let display = find(opener, closer, from: cursor.position, in: bytes) { end = display.whole.upperBound }
    return true
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
    guard let place = Self.find(closer, from: start + 2, in: bytes) else {
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

  private static func find(_ text: String, from start: Int, in bytes: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var start = start
    while let place = Lines.place(of: first, in: bytes, from: start) {
      if bytes[place...].starts(with: wanted) { return place }
      start = place + 1
    }
    return nil
  }
}
