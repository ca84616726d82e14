import Texts

/// The text of a Jupyter notebook: its Markdown cells, and what its code printed.
struct NotebookText {
  private(set) var bytes: [UInt8] = []
  /// Which line of the file each line of the text is.
  private(set) var numbers: [Int] = []
  private let lines: LineCounter

  /// `nil` for what is no notebook.
  init?(_ file: [UInt8]) {
    guard let root = try? JSONValue(parsing: file), let cells = root["cells"]?.elements,
      root["nbformat"] != nil || root["metadata"] != nil
    else { return nil }
    lines = LineCounter(file)
    for cell in cells {
      guard case .string(let kind)? = cell["cell_type"]?.content else { continue }
      if kind == "code" {
        let last =
          cell["source"].flatMap(\.text)?.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
        for output in cell["outputs"]?.elements ?? [] { add(output, ofLine: last) }
      } else if let source = cell["source"] {
        add(source)
      }
    }
  }

  /// What was printed, or the value of the last line, which stands behind its name.
  private mutating func add(_ output: JSONValue, ofLine last: String) {
    if let text = output["text"] { return add(text) }
    guard let plain = output["data"]?["text/plain"] else { return }
    let isName =
      !last.isEmpty && last.count < 80 && !last.contains("(") && !last.contains("=") && !last.hasPrefix("{")
    add(plain, behind: isName ? last + " = " : "")
  }

  private mutating func add(_ text: JSONValue, behind name: String = "") {
    let parts = text.elements ?? [text]
    bytes += name.utf8
    for part in parts {
      guard case .string(let line) = part.content else { continue }
      let number = lines.number(of: part.range.lowerBound)
      for byte in line.utf8 {
        if byte == 0x0A { numbers.append(number) }
        bytes.append(byte)
      }
      if !line.utf8.isEmpty, part == parts.last { numbers.append(number) }
    }
    if bytes.last != 0x0A { bytes.append(0x0A) } else if numbers.count > 1 { numbers.removeLast() }
    // An empty line keeps what comes next apart.
    numbers.append(numbers.last ?? 1)
    bytes.append(0x0A)
  }
}

/// Says in which line a place is; places are asked for in their order, and any place is answered.
struct LineCounter {
  private let breaks: [Int]

  init(_ bytes: [UInt8]) { breaks = bytes.indices.filter { bytes[$0] == 0x0A } }

  /// Counted from 1.
  func number(of place: Int) -> Int {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}

extension JSONValue {
  /// The value of a key.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.key == key }?.value
  }

  var elements: [JSONValue]? { if case .array(let elements) = content { elements } else { nil } }

  /// A string, or several one after the other.
  fileprivate var text: String? {
    switch content {
    case .string(let text): text
    case .array(let parts): parts.compactMap(\.text).joined()
    case .null, .boolean, .number, .object: nil
    }
  }
}
