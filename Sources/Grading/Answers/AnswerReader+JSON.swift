import Formulas
import Lessons
import Texts

/// Answers in JSON: { "dC/da3": -0.35 }, the same deeper down, or lists of objects with a name and a value.
extension AnswerReader {
  mutating func readObject(_ root: JSONValue) {
    // The document that the command writes says more of a lesson than its quantities.
    let isTrace = root["quantities"]?.elements != nil && root["version"] != nil
    isWorkedExample = isTrace
    read(root, Surroundings(lines: LineCounter(bytes)))
  }

  /// What a trace says besides quantities: of its check, and of itself.
  private static let keysOfTrace: Set = [
    "version", "trace", "forward", "vectorized", "numeric", "numericBound", "nudged", "of", "layers",
  ]

  /// Where in a file a value stands.
  private struct Surroundings {
    let lines: LineCounter
    /// What stands before the names of an object: dC/d of a gradient, new of parameters after a step.
    var prefix = ""
    /// Which of the examples it is about, counted from 1.
    var example: Int?
    /// Which of the layers.
    var layer: Int?
  }

  private mutating func read(_ value: JSONValue, _ around: Surroundings) {
    if let elements = value.elements {
      for element in elements { read(element, around) }
      return
    }
    guard case .object(let members) = value.content else { return }
    if readNamed(value, around) { return }
    for member in members where !isWorkedExample || !Self.keysOfTrace.contains(member.key) {
      read(member, around)
    }
  }

  /// { "name": "z1", "value": 0.66, "gradient": … }, { "of": "z1", "by": "w1", "value": 0.8 }.
  private mutating func readNamed(_ object: JSONValue, _ around: Surroundings) -> Bool {
    func text(_ key: String) -> String? {
      if case .string(let text)? = object[key]?.content { text } else { nil }
    }
    let name =
      text("name") ?? text("quantity") ?? text("of").flatMap { of in text("by").map { "d\(of)/d\($0)" } }
    guard let name,
      let value = ["mine", "answer", "written", "value"].lazy.compactMap({ object[$0] }).first
    else { return false }
    read(name, at: object.range, value, around)
    // The derivative of the cost with respect to itself is no line of anybody's.
    if text("name") != nil, name != names.costName(ofExample: around.example),
      let gradient = object["gradient"], isWorkedExample
    {
      read("dC/d" + name, at: object.range, gradient, around)
    }
    return true
  }

  private mutating func read(_ member: JSONMember, _ around: Surroundings) {
    if isWorkedExample, member.key == "costs" {
      // The first is the cost before any step, which has its own key.
      return passedOver.add(max(0, (member.value.elements?.count ?? 0) - 1), .laterSteps)
    }
    if isWorkedExample, member.key == "hessian" {
      let rows = member.value["values"]?.elements ?? []
      let step = member.value["newtonStep"]?.elements ?? []
      return passedOver.add(
        rows.reduce(step.count) { $0 + ($1.elements?.count ?? 0) }, .secondDerivatives)
    }
    var inner = around
    switch member.value.content {
    case .object:
      switch ParameterHeading.kind(ofKey: member.key) {
      case .gradient: inner.prefix = names.costName(ofExample: around.example).map { "d\($0)/d" } ?? ""
      case .new: inner.prefix = "new "
      case nil: inner.layer = member.key.numberOfLayer ?? around.layer
      }
      read(member.value, inner)
    case .array(let elements)
    where elements.contains(where: { if case .object = $0.content { true } else { false } }):
      for (index, element) in elements.enumerated() {
        if isWorkedExample, member.key == "examples" { inner.example = index + 1 }
        read(element, inner)
      }
    case .null, .boolean, .number, .string, .array:
      let isCost = around.example != nil && member.key == "cost"
      let name = isCost ? names.costName(ofExample: around.example) ?? member.key : member.key
      read(whole(name, around), at: member.keyRange, member.value, around)
    }
  }

  /// A key with what stands above it: dC/dw1 for w1 of the gradient, z1 for z of layer 1.
  private func whole(_ key: String, _ around: Surroundings) -> String {
    func isName(_ key: String) -> Bool { TableLabel.match(key, names) != nil }
    // dW2 among gradients has its d already.
    let whole = around.prefix + key
    // 0.weight is a module of a program.
    var spellings = around.prefix.hasPrefix("d") ? [whole, key + ".grad", key] : [whole, key]
    if let layer = around.layer { spellings += [whole + "\(layer)", key + "\(layer)"] }
    return spellings.first(where: isName) ?? whole
  }

  private mutating func read(
    _ key: String, at keyRange: Range<Int>, _ value: JSONValue, _ around: Surroundings
  ) {
    let written = Array(key.utf8)
    var cursor = Cursor(written, written.indices)
    cursor.skipMarksAndBlanks()
    let match = names.take(&cursor, isLeft: true)
    cursor.skipMarksAndBlanks()
    guard let match, cursor.isAtEnd else {
      guard value.looksLikeAnswer else { return }
      let example = names.example
      return leaveUnread(
        keyRange, "\(shortened(key)) is not the name of a quantity; write names as in \(example)")
    }
    if let reason = names.problem(match, written: key) {
      return leaveUnread(keyRange, reason)
    }
    let text: [UInt8]
    switch value.content {
    case .null: return leaveBlank(match)
    case .string(let string): text = Array(string.utf8)
    case .number, .array: text = Array(bytes[value.range])
    case .boolean, .object:
      problems.add(
        at: value.range,
        "the value of \(shortened(key)) must be a number, an array, or arithmetic in quotes, but is \(value.kind)"
      )
      return
    }
    do {
      let cursor = Cursor(text, text.indices)
      if cursor.isBlankToFill { return leaveBlank(match) }
      let match = match.before(cursor)
      let sides = try AnswerValue.read(cursor, for: match, names)
      let whole =
        min(keyRange.lowerBound, value.range.lowerBound)..<max(keyRange.upperBound, value.range.upperBound)
      let quoted =
        keyRange.count > key.utf8.count ? keyRange.lowerBound + 1..<keyRange.upperBound - 1 : keyRange
      add(sides, match, at: quoted, whole, line(of: keyRange.lowerBound, around.lines))
    } catch {
      problems.add(at: place(of: error, in: text, value), error.message)
    }
  }

  /// Where in the file a problem of a string is; all of the string if it has escapes, which move the places.
  private func place(of problem: Problem, in text: [UInt8], _ value: JSONValue) -> Range<Int> {
    let quotes = if case .string = value.content { 1 } else { 0 }
    guard value.range.count == text.count + 2 * quotes else { return value.range }
    return problem.moved(by: value.range.lowerBound + quotes).range
  }
}

extension JSONValue {
  /// Whether it is a number, or holds some, or says one.
  fileprivate var looksLikeAnswer: Bool {
    switch content {
    case .number: return true
    case .array(let elements): return elements.contains(where: \.looksLikeAnswer)
    case .string(let text):
      let bytes = Array(text.utf8)
      return Decimal.read(Cursor(bytes, bytes.indices)) != nil
    case .null, .boolean, .object: return false
    }
  }
}

extension String {
  /// 1 of `layer1`, `layer 1`, `Layer_1`, `Schicht 1`; `nil` for any other key.
  fileprivate var numberOfLayer: Int? {
    let word = lowercased().prefix { !$0.isNumber }.filter(\.isLetter)
    guard ["layer", "schicht", "l", "层", "第"].contains(word) else { return nil }
    return Int(drop { !$0.isNumber }.prefix { $0.isNumber })
  }
}
