import Texts

/// A table whose heading names quantities, layers, neurons, examples or steps, with a number in each cell: the name of a number is
/// put together from its row and its column.
struct CrossTable {
  /// What a number in a label counts.
  enum Count { case layer, neuron, example, step }

  /// What a cell of the heading, or the first cell of a row, says.
  enum Label {
    /// A name, or what of a name is left without its layer: z1, z, ∂C/∂w.
    case name(Range<Int>)
    /// Layer 1, neuron 2.
    case number(Count, Int)
    /// The numbers below it count layers, or neurons.
    case count(Count)
  }

  /// What a cell holds.
  enum Cell {
    case pair(Statement)
    /// Of a later step.
    case later
    /// A number whose name was not found.
    case unread(Range<Int>)
  }

  private let heading: [Cursor]
  private let columns: [Label?]
  /// The columns that have a number before the first step: below it stand those after each step.
  private var columnsOfStart: Set<Int> = []
  /// Whether it is the heading of a matrix, W | 1 | 2, whose rows are numbered as its columns are.
  private let isMatrix: Bool

  /// `nil` for a heading that names nothing.
  init?(_ heading: [Cursor], _ names: any NameReading) {
    self.heading = heading
    columns = heading.enumerated().map { Self.label($1, names, isFirst: $0 == 0) }
    let hasName = columns.contains { if case .name = $0 { true } else { false } }
    let numbers = columns.count { if case .number = $0 { true } else { false } }
    let counted = heading.dropFirst().compactMap(\.wholeNumber)
    isMatrix = hasName && !counted.isEmpty && counted.count == heading.count - 1
    guard hasName || numbers > 0, isMatrix || counted.isEmpty else { return nil }
  }

  /// What is built like a name in the heading, and names nothing: p_k, but no function.
  var strangers: [Range<Int>] {
    zip(heading, columns).dropFirst().compactMap { cell, column in
      let name = cell.text(cell.trimmed)
      let isBuiltLikeName =
        name.contains { $0.isNumber || "_/∂".contains($0) } && !name.contains { $0 == "(" || $0 == " " }
      return column == nil && isBuiltLikeName && cell.wholeNumber == nil ? cell.trimmed : nil
    }
  }

  /// What the cells of a row say; nothing for a row that is read in another way.
  mutating func read(_ row: [Cursor], _ names: any NameReading) -> [Cell] {
    if isMatrix { return entries(row, names) }
    var labels: [Label] = []
    for (cell, column) in zip(row, columns) {
      switch column {
      case .count(let count): if let number = cell.wholeNumber { labels.append(.number(count, number)) }
      case nil: if let label = Self.label(cell, names, isFirst: false) { labels.append(label) }
      // z3 | 1 below x | y is a name with its value.
      case .name: if case .name = Self.label(cell, names, isFirst: false) { return [] }
      case .number: break
      }
    }
    var found: [Cell] = []
    for (index, (cell, column)) in zip(row, columns).enumerated() where cell.isDecimalOrArray {
      guard let column else { continue }
      switch column {
      case .count: continue
      case .name, .number:
        if labels.contains(where: { if case .number(.step, 0) = $0 { true } else { false } }) {
          columnsOfStart.insert(index)
        }
        found.append(read(cell, labels + [column], names, isAfter: columnsOfStart.contains(index)))
      }
    }
    // In a table of examples that the lesson does not have no column counts.
    let hasExamples = columns.contains { if case .number(.example, _) = $0 { true } else { false } }
    if hasExamples, found.contains(where: { if case .unread = $0 { true } else { false } }) { return [] }
    let isRead = found.contains { if case .unread = $0 { false } else { true } }
    return isRead || !labels.contains { if case .name = $0 { true } else { false } } ? found : []
  }

  /// The row of a matrix; what the lesson gives is no answer.
  private func entries(_ row: [Cursor], _ names: any NameReading) -> [Cell] {
    guard case .name(let range)? = columns.first ?? nil, let first = row.first else { return [] }
    let start = first.wholeNumber.map { "\($0)," } ?? ""
    return zip(heading, row).dropFirst().compactMap { head, cell in
      guard cell.isDecimalOrArray, let column = head.wholeNumber else { return nil }
      let value = cell.withoutRemark.trimmed
      guard case .quantity(let name)? = Self.match(cell.text(range) + "[\(start)\(column)]", names) else {
        return .unread(value)
      }
      return names.isGiven(name) ? nil : .pair(Statement(match: .quantity(name), name: range, value: value))
    }
  }

  private func read(_ cell: Cursor, _ labels: [Label], _ names: any NameReading, isAfter: Bool) -> Cell {
    let ranges = labels.compactMap { if case .name(let range) = $0 { range } else { nil } }
    let value = Cursor(cell.bytes, cell.withoutRemark.trimmed)
    let place = value.position..<value.end
    guard ranges.count == 1, let range = ranges.first else { return .unread(place) }
    var name = cell.text(range)
    var numbers: [Count: Int] = [:]
    for case .number(let count, let number) in labels { numbers[count] = number }
    if let layer = numbers[.layer] { name = Self.name(name, ofLayer: layer) }
    let marks = (numbers[.neuron].map { "[\($0)]" } ?? "") + (numbers[.example].map { "@\($0)" } ?? "")
    // Behind the name, or within the last braces of a fraction.
    name = [name + marks, Self.added(marks, to: name)].first { Self.match($0, names) != nil } ?? name + marks
    if let step = numbers[.step] {
      // A name that is complete is of a step of descent, and h of a step in time.
      if case .quantity? = Self.match(name, names) {
        if step > 1 { return .later }
        if step == 1, isAfter {
          guard Self.match("new " + name, names) != nil else { return .later }
          name = "new " + name
        }
      } else {
        name += "[\(step)]"
      }
    }
    guard let match = Self.match(name, names) else { return .unread(place) }
    return .pair(Statement(match: match, name: range, value: place))
  }

  /// z1 for z, and ∂C/∂w^(1) for ∂C/∂w^(l).
  private static func name(_ name: String, ofLayer layer: Int) -> String {
    for letter in ["(l)", "[l]", "{l}", "_l", "^l"] {
      if let place = name.ranges(of: letter).last {
        return name[..<place.lowerBound] + letter.replacing("l", with: "\(layer)") + name[place.upperBound...]
      }
    }
    return added("\(layer)", to: name)
  }

  /// With something more before the braces that close it.
  private static func added(_ marks: String, to name: String) -> String {
    let closers = name.reversed().prefix { "})".contains($0) }.count
    return name.dropLast(closers) + marks + name.suffix(closers)
  }

  private static func match(_ name: String, _ names: any NameReading) -> NameMatch? {
    taken(name, names).flatMap { LineReading.isQuantity($0) ? $0 : nil }
  }

  /// What all of a text may mean, if it is known: not the names that the lesson does not have.
  private static func taken(_ name: String, _ names: any NameReading) -> NameMatch? {
    let bytes = Array(name.utf8)
    var cursor = Cursor(bytes, bytes.indices)
    guard let match = names.take(&cursor, isLeft: true), cursor.isAtEnd else { return nil }
    if case .unknown = match { return nil }
    return match
  }

  private static func label(_ cell: Cursor, _ names: any NameReading, isFirst: Bool) -> Label? {
    var range = cell.trimmed
    guard (1...longestLabel).contains(range.count) else { return nil }
    // x^(2), as courses call an example.
    let parts = cell.text(range).split { "^({)}".contains($0) }
    if parts.count == 2, ["x", "X"].contains(parts[0]), let number = Int(parts[1]) {
      return .number(.example, number)
    }
    // m_t is m, which the row says the step of.
    if let ending = endings.first(where: { cell.text(range).hasSuffix($0) }), ending.utf8.count < range.count
    {
      range = range.lowerBound..<(range.upperBound - ending.utf8.count)
    }
    let text = cell.text(range)
    // The target t is no count of steps, and the cost L none of layers.
    if !isFirst, match(text, names) != nil { return .name(range) }
    let words = text.split { " =.:()^#".contains($0) }.map { $0.count > 1 ? $0.lowercased() : String($0) }
    if let word = words.first, let count = counts[word] {
      if words.count == 1 { return .count(count) }
      if words.count == 2, let number = Int(words[1]) { return .number(count, number) }
    }
    guard cell.wholeNumber == nil, Decimal.read(Cursor(cell.bytes, range)) == nil else { return nil }
    let spellings = [text, name(text, ofLayer: 1), text + "[1]", text + "@1"]
    return spellings.contains { taken($0, names) != nil } ? .name(range) : nil
  }

  private static let longestLabel = 64
  private static let endings = ["_t", "_{t}", "_k", "_{k}", "_i", "_{i}", "_n", "_{n}"]
  private static let counts: [String: Count] = [
    "layer": .layer, "l": .layer, "schicht": .layer, "层": .layer, "neuron": .neuron, "unit": .neuron,
    "node": .neuron,
    "i": .neuron, "j": .neuron, "神经元": .neuron, "example": .example, "ex": .example, "sample": .example,
    "beispiel": .example, "样本": .example, "step": .step, "iteration": .step, "iter": .step, "epoch": .step,
    "n": .example, "k": .neuron,
    "schritt": .step, "t": .step, "步骤": .step, "步": .step,
  ]
}

extension Cursor {
  fileprivate var wholeNumber: Int? { Int(text(trimmed)) }

  /// Whether a number or an array is all of a cell.
  fileprivate var isDecimalOrArray: Bool {
    let cell = Cursor(bytes, withoutRemark.trimmed)
    return Decimal.read(cell) != nil || cell.startsArray
  }
}
