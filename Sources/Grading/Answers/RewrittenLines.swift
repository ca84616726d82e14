import Texts

/// Ways of writing that no line shows by itself, in lines that are read: values in comments of code, dictionaries, labels before
/// equations, what TeX lays out.
struct RewrittenLines {
  /// A line, without what ends it, and its number in the text.
  struct Line {
    var text: String
    let number: Int

    /// Whether it has a sign of ASCII: much sooner found than by a pattern, and most lines have none.
    func has(_ sign: Unicode.Scalar) -> Bool { text.utf8.contains(UInt8(ascii: sign)) }

    /// Whether it has a sign twice, one right behind the other.
    func hasTwice(_ sign: Unicode.Scalar) -> Bool {
      zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: sign) && $1 == $0 }
    }

    /// Whether an index is a letter: `_j`, `_{jk}`.
    var hasLetterAsIndex: Bool {
      var isIndex = false
      for byte in text.utf8 {
        if isIndex, (UInt8(ascii: "i")...UInt8(ascii: "k")).contains(byte) { return true }
        isIndex = byte == UInt8(ascii: "_") || isIndex && byte == UInt8(ascii: "{")
      }
      return false
    }

    /// What it begins with behind blanks.
    var first: Character? { text.first { !$0.isWhitespace } }
  }

  var lines: [Line] = []
  var isChanged = false

  /// No derivation by hand is longer.
  private static let longest = 1 << 18
  private static let signs = [
    "∇", "therefore", "---", "#", "//", "%", "{", "BP", "Eq", "Gl", "[*", "(*", "('", "(\"", "_", "\\left.",
    "\\text",
    "\\begin{tab",
  ]

  /// The text, and which of its lines each line was; `nil` where nothing is written otherwise.
  static func inLines(_ bytes: [UInt8]) -> (bytes: [UInt8], numbers: [Int])? {
    guard bytes.count < longest, signs.contains(where: { Lines.find($0, from: 0, in: bytes) != nil }),
      UTF8Text.problem(in: bytes) == nil, !AnswerSheet.isJSON(bytes)
    else { return nil }
    func holds(_ signs: [String]) -> Bool { signs.contains { Lines.find($0, from: 0, in: bytes) != nil } }
    var rewritten = RewrittenLines(bytes)
    if holds(["--"]) { rewritten.readFractions() }
    if holds(["\\begin{array}"]) { rewritten.readArrays() }
    if holds(["\\left.", "|_", "vert_", "\\text", "\\therefore", "pdv", "\\partial_"]) {
      rewritten.readTeX()
    }
    if holds(["\\begin{tabular"]) { rewritten.readTables() }
    if holds(["'", "\""]) { rewritten.readDictionaries() }
    if holds(["#", "//", "%"]) { rewritten.readComments() }
    rewritten.readLabels()
    guard rewritten.isChanged, !SectionOfExample(bytes).isWorkedExample else { return nil }
    let text = rewritten.lines.map(\.text).joined(separator: "\n")
    return (Array(text.utf8), rewritten.lines.map(\.number))
  }

  private init(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines = parts.enumerated().map { index, part in
      let text = part.last == 0x0D ? part.dropLast() : part
      return Line(text: String(decoding: text, as: UTF8.self), number: index + 1)
    }
  }

  mutating func set(_ index: Int, _ text: String) {
    guard lines[index].text != text else { return }
    lines[index].text = text
    isChanged = true
  }

  /// Lines that stand in the place of others, and where those end.
  typealias Block = (lines: [Line], end: Int)

  /// Puts blocks in the place of the lines at which they are found.
  mutating func replace(_ block: (RewrittenLines, Int) -> Block?) {
    let before = self
    var written: [Line] = []
    var index = 0
    while index < before.lines.count {
      if let found = block(before, index) {
        written += found.lines
        isChanged = true
        index = found.end
      } else {
        written.append(before.lines[index])
        index += 1
      }
    }
    lines = written
  }

  /// Whether a text is a number or an array, of which the end may stand in the next lines.
  static func isValue(_ text: some StringProtocol, mayBeOpen: Bool = false) -> Bool {
    let bytes = Array(text.utf8)
    let cursor = Cursor(bytes, bytes.indices)
    let trimmed = Cursor(bytes, cursor.trimmed)
    if trimmed.isAtEnd { return false }
    if Decimal.read(trimmed) != nil || trimmed.numberOfProgram != nil { return true }
    guard trimmed.startsArray || trimmed.next == "(" else { return false }
    if trimmed.startsArray, mayBeOpen { return text.contains(where: \.isNumber) }
    return ((try? NumberArray(trimmed)) ?? nil) != nil
  }

  /// The sides of a line between its signs of equality.
  static func sides(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let relations = Relation.all(in: Cursor(bytes, bytes.indices))
    let starts = [0] + relations.map(\.upperBound)
    let ends = relations.map(\.lowerBound) + [bytes.count]
    return zip(starts, ends).map { String(decoding: bytes[$0..<max($0, $1)], as: UTF8.self) }
  }
}

extension RewrittenLines {
  /// Labels before an equation such as (BP1) and [*]; and δ^L_j where all j are meant.
  fileprivate mutating func readLabels() {
    for index in lines.indices {
      var text = lines[index].text
      let line = lines[index]
      guard text.utf8.count < 2_000, line.has("=") || line.has(":") || text.utf8.contains(0xE2) else {
        continue
      }
      if line.has("B"), text.contains("BP") {
        text = text.replacing(/[(\[]BP\s?[0-9][a-z]?[)\]]\s*:?/, with: "")
        text = text.replacing(/^\s*BP\s?[0-9][a-z]?\s*[:.)]\s*/, with: "")
      }
      let first = line.first
      if first == "E" || first == "G" {
        text = text.replacing(
          /^\s*(?:Eq|Eqn|Equation|Gl|Gleichung)\b\.?\s*(?:\([0-9]+[a-z]?\)|[0-9]+[a-z]?)\s*[:.)]?\s+/,
          with: "")
      }
      if first == "(" || first == "[" { text = text.replacing(/^\s*[(\[]\*+[)\]]\s+/, with: "") }
      if text.utf8.contains(0xE2), text.contains("∇") {
        text = text.replacing(/∇_?\{?([bwW])\}?\s*C?\s+(?:for|of|in)\s+layer\s+([0-9]+)/) {
          "∇_{\($0.1)^{(\($0.2))}} C"
        }
      }
      set(index, withoutGeneralIndices(text))
    }
  }

  /// ∂C/∂w^L_{jk} = [0.1 0.2; 0.3 0.4]: before an array the indices are all that there are.
  private func withoutGeneralIndices(_ text: String) -> String {
    guard Line(text: text, number: 0).hasLetterAsIndex, let value = Self.sides(text).last,
      Self.isValue(value, mayBeOpen: true),
      let first = value.first(where: { !$0.isWhitespace && !"$&".contains($0) }), "[(\\anto".contains(first)
    else { return text }
    let head = text.dropLast(value.count)
    let plain =
      head
      .replacing(/(\^(?:\{[^{}]*\}|[A-Za-z0-9]))_(?:\{(?:jk|kj|ij|j,\s?k|j|k|i)\}|[jki])(?![A-Za-z0-9{])/) {
        "\($0.1)"
      }
      .replacing(/_(?:\{(?:jk|kj|ij|j,\s?k|j|k|i)\}|[jki])(\^(?:\{[^{}]*\}|[A-Za-z0-9]))/) { "\($0.1)" }
    return plain + value
  }

  /// A derivative typed over three lines, with a stroke of dashes, and products of such behind it.
  fileprivate mutating func readFractions() {
    guard lines.count > 2 else { return }
    for index in 1..<(lines.count - 1) where lines[index].text.contains("--") {
      guard
        let match = lines[index].text.wholeMatch(
          of: /\s*[-–─]{2,}\s*(?:=[^=]*[-–─]{2,}\s*)?((?:=|≈)\s*[^-–─|]*[-−]?[^-–─|]*[0-9][^-–─|]*)/),
        let above = lines[index - 1].text.split(whereSeparator: \.isWhitespace).first,
        let below = lines[index + 1].text.split(whereSeparator: \.isWhitespace).first,
        let of = above.first, let by = below.first, "d∂".contains(of), "d∂".contains(by), above.count > 1,
        below.count > 1
      else { continue }
      set(index - 1, "")
      set(index, "\(above)/\(below) \(match.1)")
      set(index + 1, "")
    }
  }
}
