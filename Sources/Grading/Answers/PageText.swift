import Texts

/// The text of an HTML page, its mathematics as TeX has it.
struct PageText {
  private(set) var bytes: [UInt8] = []
  private(set) var numbers: [Int] = []
  /// Whether there is a number in any of its fields; `nil` where it has no fields.
  private(set) var isFilledIn: Bool?
  private var line = 1
  private var isHead = false
  private var tooDeep = 0
  private var isInTable = false
  /// The column of the cell that is read, and where its text begins.
  private var (column, cellStart) = (0, 0)
  /// What cells that go on over several rows say in the rows below, by their columns.
  private var spans: [Int: (rows: Int, text: ArraySlice<UInt8>)] = [:]
  /// Whether all cells of the row are headings.
  private var isRowOfHeads = false
  /// How many rows and columns the cell takes.
  private var span = (rows: 1, columns: 1)
  /// What is open in mathematics: an element with its parts.
  private var open: [(name: String, parts: [String])] = []
  /// Where the last formula ended: what begins there goes on with it, since a page gives an equation in pieces.
  private var endOfMathematics: Int?

  /// Whether the text begins as pages do.
  static func isPage(_ file: [UInt8]) -> Bool {
    let head = String(decoding: file.prefix(512), as: UTF8.self).lowercased().drop { $0.isWhitespace }
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
      || head.hasPrefix("<?xml") && head.contains("<html")
  }

  init(_ file: [UInt8]) {
    var cursor = Cursor(file, 0..<file.count)
    while let next = cursor.next {
      if next == "<" {
        takeTag(&cursor)
      } else {
        let start = cursor.position
        while let next = cursor.next, next != "<" { cursor.skip() }
        add(text: cursor.text(start..<cursor.position))
      }
    }
    endLine()
  }

  private mutating func endLine() {
    bytes.append(0x0A)
    numbers.append(line)
  }

  private mutating func takeTag(_ cursor: inout Cursor) {
    let start = cursor.position
    if cursor.take("<!--") {
      while !cursor.isAtEnd, !cursor.begins(with: "-->") { cursor.skip() }
      count(start..<cursor.position, cursor.bytes)
      // The line by which a worksheet says which lesson it is for.
      let inner = cursor.text(start..<cursor.position)
      if inner.contains("trace:") {
        bytes += (inner + " -->").split(whereSeparator: \.isNewline).joined(separator: " ").utf8
        endLine()
      }
      return
    }
    while let next = cursor.next, next != ">" { cursor.skip() }
    _ = cursor.take(">")
    count(start..<cursor.position, cursor.bytes)
    let tag = cursor.text(start..<cursor.position)
    let isEnd = tag.hasPrefix("</")
    let name = String(tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
    switch name {
    case _ where ["script", "style", "svg"].contains(name) && !isEnd && !tag.hasSuffix("/>"):
      let from = cursor.position
      while !cursor.isAtEnd, !cursor.begins(with: "</\(name)") { cursor.skip() }
      count(from..<cursor.position, cursor.bytes)
    case "math": if isEnd { closeMathematics() } else { open = [("math", [])] }
    case _ where !open.isEmpty: mathematics(name, isEnd: isEnd, isEmpty: tag.hasSuffix("/>"))
    case "h1", "h2", "h3", "h4":
      endLine()
      if !isEnd { bytes += (String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " ").utf8 }
    case "thead": isHead = !isEnd
    case "td", "th":
      isRowOfHeads = name == "th" && (isRowOfHeads || column == 0)
      isEnd ? endCell() : beginCell(tag)
    case "tr":
      guard isEnd else {
        (column, isRowOfHeads) = (0, false)
        return
      }
      addCellsFromAbove()
      bytes.append(UInt8(ascii: "|"))
      endLine()
      if isHead || isRowOfHeads {
        bytes += "|---|---|".utf8
        endLine()
      }
    case "p", "div", "li", "ul", "ol", "br", "pre", "section", "figure", "dt", "dd", "label", "title":
      endLine()
    case "input":
      guard let name = Self.attribute("data-name", of: tag) else { return }
      let value = Self.attribute("value", of: tag) ?? ""
      isFilledIn = isFilledIn ?? false || !value.isEmpty
      endLine()
      bytes += "\(name) = \(Self.unescaped(value))".utf8
      endLine()
    case "span":
      // The next side of an equation goes on with it, whatever blanks stand before it.
      guard !isEnd, Self.attribute("class", of: tag) == "side", let end = endOfMathematics, end < bytes.count,
        bytes[end...].allSatisfy({ $0 == 0x0A || Cursor.isBlank(Unicode.Scalar($0)) })
      else { return }
      numbers.removeLast(min(numbers.count, bytes[end...].count { $0 == 0x0A }))
      bytes.removeSubrange(end...)
    case "table":
      isInTable = !isEnd
      spans = [:]
      endLine()
    default: break
    }
  }

  private mutating func beginCell(_ tag: String) {
    addCellsFromAbove()
    bytes += "| ".utf8
    cellStart = bytes.count
    func number(_ name: String) -> Int {
      min(
        max(Self.attribute(name, of: tag.replacing("'", with: "\"")).flatMap { Int($0) } ?? 1, 1),
        Self.mostMerged)
    }
    span = (number("rowspan"), number("colspan"))
  }

  private mutating func endCell() {
    bytes.append(0x20)
    if span.rows > 1, bytes.count - cellStart < Self.longestMerged {
      spans[column] = (span.rows - 1, bytes[cellStart...])
    }
    for _ in 1..<span.columns { bytes += "| ".utf8 }
    column += span.columns
    span = (1, 1)
  }

  /// A cell that goes on over several rows says the same in each.
  private mutating func addCellsFromAbove() {
    while let above = spans[column], above.rows > 0 {
      bytes += "| ".utf8
      bytes += above.text
      spans[column] = (above.rows - 1, above.text)
      column += 1
    }
  }

  /// No table merges more cells, or longer ones.
  private static let (mostMerged, longestMerged) = (64, 256)

  private mutating func count(_ range: Range<Int>, _ file: [UInt8]) {
    for place in range where file[place] == 0x0A { line += 1 }
  }

  private mutating func add(text: String) {
    let plain = Self.unescaped(text)
    if !open.isEmpty {
      let trimmed = plain.filter { !$0.isWhitespace || $0 == "\u{A0}" }
      line += text.utf8.count { $0 == 0x0A }
      if !trimmed.isEmpty, let last = open.indices.last { open[last].parts.append(trimmed) }
      return
    }
    for byte in plain.utf8 {
      if byte == 0x0A {
        // The rows of a table follow one another.
        if !isInTable { endLine() }
        line += 1
      } else {
        bytes.append(byte)
      }
    }
  }

  /// An element of MathML: what it says in TeX becomes a part of the one around it.
  private mutating func mathematics(_ name: String, isEnd: Bool, isEmpty: Bool) {
    if !isEnd {
      if isEmpty { return }
      // No formula of a page lies deeper.
      if open.count < 64 { open.append((name, [])) } else { tooDeep += 1 }
      return
    }
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    guard open.count > 1, let element = open.popLast(), let last = open.indices.last else { return }
    let parts = element.parts
    func part(_ index: Int) -> String { parts.indices.contains(index) ? parts[index] : "" }
    let text: String
    switch element.name {
    case "msup": text = part(1) == "′" ? part(0) + "′" : "\(part(0))^{\(part(1))}"
    case "msub", "munder": text = "\(part(0))_{\(part(1))}"
    case "msubsup", "munderover": text = "\(part(0))_{\(part(1))}^{\(part(2))}"
    case "mfrac": text = "\\frac{\(part(0))}{\(part(1))}"
    case "msqrt": text = "√(\(parts.joined()))"
    case "mover": text = "\\\(Self.accents[part(1)] ?? "mathrm"){\(part(0))}"
    case "mtd": text = parts.joined()
    case "mtr": text = parts.joined(separator: Self.cellEnd)
    case "mtable": text = Self.table(parts)
    case "mo":
      text =
        parts.joined().count == 1 && "=≈".contains(parts.joined()) ? " \(parts.joined()) " : parts.joined()
    case "mtext": text = " \(parts.joined(separator: " ")) "
    case "mrow" where parts.count == 3 && part(1).hasPrefix("\\begin{pmatrix}"): text = part(1)
    case "annotation", "semantics": text = element.name == "semantics" ? part(0) : ""
    default: text = parts.joined()
    }
    open[last].parts.append(text)
  }

  /// Between cells, until it is known whether they are those of a matrix.
  private static let cellEnd = "\u{1}"

  /// Rows that go on with an equation, or those of a matrix.
  private static func table(_ rows: [String]) -> String {
    let isAligned =
      rows.contains { $0.contains("=") || $0.contains("≈") } || rows.contains { $0.hasPrefix(cellEnd) }
    return isAligned
      ? rows.map { $0.replacing(cellEnd, with: " ") }.joined(separator: " ")
      : "\\begin{pmatrix} " + rows.map { $0.replacing(cellEnd, with: " & ") }.joined(separator: " \\\\ ")
        + " \\end{pmatrix}"
  }

  private static let accents = ["^": "hat", "ˆ": "hat", "‾": "bar", "¯": "bar", "~": "tilde", "˜": "tilde"]

  private mutating func closeMathematics() {
    tooDeep = 0
    while open.count > 1 { mathematics(open.last?.name ?? "", isEnd: true, isEmpty: false) }
    let text = open.first?.parts.joined(separator: " ") ?? ""
    open = []
    // Without a word between, only the closing dollar sign stands between two pieces.
    if endOfMathematics == bytes.count { bytes.removeLast() } else { bytes.append(UInt8(ascii: "$")) }
    bytes += "\(text)$".utf8
    endOfMathematics = bytes.count
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(name)=") else { return nil }
    let value = tag[start.upperBound...]
    guard value.first == "\"" else { return String(value.prefix { !$0.isWhitespace && $0 != ">" }) }
    return String(value.dropFirst().prefix { $0 != "\"" })
  }

  private static let namedSigns = [
    ("lt", "<"), ("gt", ">"), ("quot", "\""), ("#39", "'"), ("nbsp", " "), ("asymp", "≈"), ("amp", "&"),
  ]

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var plain = ""
    for (index, part) in text.split(separator: "&#x", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: ";"), let code = UInt32(part[..<end], radix: 16),
        let scalar = Unicode.Scalar(code)
      else {
        plain += (index > 0 ? "&#x" : "") + part
        continue
      }
      // What is applied or multiplied without a sign is not seen.
      if !(0x2061...0x2064).contains(code) {
        plain.unicodeScalars.append(scalar)
      } else if code == 0x2062 {
        plain += " "
      }
      plain += part[part.index(after: end)...]
    }
    guard plain.contains("&") else { return plain }
    return Self.namedSigns.reduce(plain) { $0.replacing("&" + $1.0 + ";", with: $1.1) }
  }
}
