extension JSONValue {
  /// The most text that is read: 16 MiB.
  public static let byteLimit = 16 << 20
  /// How deep arrays and objects may lie in each other.
  public static let depthLimit = 64

  /// Reads one JSON text, strictly by RFC 8259.
  ///
  /// A UTF-8 byte order mark at the start is passed over. Keys must differ within an object, numbers must
  /// fit a double, and no character may have more than 30 accents or other marks on it. The first problem is thrown. Time and memory grow with the text, and not faster.
  public init(parsing bytes: [UInt8]) throws(Problem) {
    guard bytes.count <= Self.byteLimit else {
      throw Problem(at: 0..<0, "the text has more than 16 MiB, which is the limit")
    }
    if let problem = UTF8Text.problem(in: bytes) { throw problem }
    var reader = JSONReader(bytes)
    self = try reader.document()
  }
}

/// Goes through a text once, from its start; the methods are the rules of the grammar.
struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  /// Expects UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: UTF8Text.byteOrderMark) { position = UTF8Text.byteOrderMark.count }
  }

  /// The byte to be read next; `nil` at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  mutating func document() throws(Problem) -> JSONValue {
    skipBlanks()
    guard next != nil else {
      throw Problem(
        at: 0..<0, "the file is \(bytes.isEmpty ? "empty" : "blank"), but must contain a JSON value")
    }
    // Only a number begins with a minus sign, and what else does is a list, or YAML.
    if next == UInt8(ascii: "-"), position + 1 < bytes.count, !Self.isDigit(bytes[position + 1]) {
      throw noJSON(word(at: position))
    }
    let value = try value(depth: 0)
    skipBlanks()
    guard next == nil else { throw trailingText() }
    return value
  }

  mutating func value(depth: Int) throws(Problem) -> JSONValue {
    let start = position
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""):
      let text = try string()
      return JSONValue(.string(text), at: start..<position)
    case UInt8(ascii: "-"): return try number()
    case let byte? where Self.isDigit(byte): return try number()
    default:
      let word = word(at: start)
      let content: JSONValue.Content
      switch word {
      case "true": content = .boolean(true)
      case "false": content = .boolean(false)
      case "null": content = .null
      default: throw depth == 0 ? noJSON(word) : noValue(word)
      }
      position += word.utf8.count
      return JSONValue(content, at: start..<position)
    }
  }

  mutating func array(depth: Int) throws(Problem) -> JSONValue {
    let start = position
    try open(depth: depth)
    var elements: [JSONValue] = []
    skipBlanks()
    if take("]") { return JSONValue(.array([]), at: start..<position) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return JSONValue(.array(elements), at: start..<position) }
      try comma(in: start, closedBy: "]")
    }
  }

  mutating func object(depth: Int) throws(Problem) -> JSONValue {
    let start = position
    try open(depth: depth)
    var members: [JSONMember] = []
    // Compared as bytes: to Swift, the two ways to write é are equal strings; to JSON they are not.
    var places: [[UInt8]: Int] = [:]
    skipBlanks()
    if take("}") { return JSONValue(.object([]), at: start..<position) }
    while true {
      let keyStart = position
      guard next == UInt8(ascii: "\"") else { throw noKey(openedAt: start) }
      let key = try string()
      let keyRange = keyStart..<position
      if let earlier = places.updateValue(keyStart, forKey: Array(key.utf8)) {
        let line = lineNumber(of: earlier, in: bytes)
        throw Problem(
          at: keyRange, "the key \(quoted(key)) also appears on line \(line); remove one of the two")
      }
      skipBlanks()
      guard take(":") else { throw noColon(after: key, openedAt: start) }
      skipBlanks()
      members.append(JSONMember(key: key, keyRange: keyRange, value: try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return JSONValue(.object(members), at: start..<position) }
      try comma(in: start, closedBy: "}")
    }
  }

  /// Takes the bracket or brace that is next.
  private mutating func open(depth: Int) throws(Problem) {
    guard depth < JSONValue.depthLimit else {
      throw Problem(
        at: position..<(position + 1),
        "arrays and objects are nested more than \(JSONValue.depthLimit) levels deep, which is the limit")
    }
    position += 1
  }

  /// Takes the comma between two elements, and the blanks after it.
  private mutating func comma(in start: Int, closedBy closer: Unicode.Scalar) throws(Problem) {
    let place = position
    guard take(",") else { throw noComma(openedAt: start, closedBy: closer) }
    skipBlanks()
    if next == UInt8(ascii: closer) {
      throw Problem(
        at: place..<(place + 1), "there is a comma before the closing \(closer); remove the comma")
    }
  }
}
