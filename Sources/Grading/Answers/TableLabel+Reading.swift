import Texts

extension TableLabel {
  /// `nil` for what is not understood.
  init?(_ cell: Cursor, _ names: any NameReading, isFirst: Bool) {
    // W⁽¹⁾ = [2 × 3], as documents have it above a matrix.
    let sign = isFirst ? Relation.all(in: cell).first?.lowerBound : nil
    let range = Cursor(cell.bytes, cell.position..<(sign ?? cell.end)).trimmed
    guard range.count <= Self.longest else { return nil }
    if range.isEmpty { return }
    if let number = cell.wholeNumber {
      guard number >= 0 else { return nil }
      bare = [number]
      return
    }
    if let number = Self.example(cell.text(range)) {
      numbers[.example] = number
      return
    }
    // The target t is no count of steps, and the cost L none of layers; in the corner, n is an array if the lesson has one.
    let match = Self.match(cell.text(range), names)
    let isArray = if case .array? = match { true } else { false }
    if isFirst ? isArray : match != nil {
      name = range
      return
    }
    if let count = Self.counts[Self.plain(cell.text(range))] ?? Self.letters[cell.text(range)] {
      self.count = count
      return
    }
    let words = cell.text(range).split { " =.:()#".contains($0) }.map(String.init)
    if words.count == 2, let count = Self.letters[words[0]], let number = Int(words[1]) {
      numbers[count] = number
      return
    }
    guard let rest = takeNumbers(Cursor(cell.bytes, range)) else { return nil }
    if rest.position == rest.end { return }
    guard take(rest, names) else { return nil }
  }

  private static let longest = 64

  /// x^(2), as courses call an example.
  private static func example(_ text: String) -> Int? {
    let parts = text.split { "^({)}".contains($0) }
    return parts.count == 2 && ["x", "X"].contains(parts[0]) ? Int(parts[1]) : nil
  }

  /// Keeps what `layer 1`, `2. Schicht`, 第2层 say, and returns what is left; `nil` where that is more than one piece.
  private mutating func takeNumbers(_ label: Cursor) -> Cursor? {
    var cursor = label
    var pieces: [Range<Int>] = []
    var start = cursor.position
    var isInWord = false
    func keep(_ end: Int) {
      let piece = Self.withoutJoints(Cursor(label.bytes, start..<max(start, end)))
      if !piece.isEmpty { pieces.append(piece) }
    }
    while let next = cursor.next {
      let before = cursor.position
      if !isInWord || !next.isASCII, let (count, number) = cursor.takeCount() {
        guard numbers.updateValue(number, forKey: count) == nil else { return nil }
        keep(before)
        start = cursor.position
        isInWord = false
        continue
      }
      isInWord = !(Cursor.isBlank(next) || ["(", ",", ":", ";", "#"].contains(next))
      cursor.skip()
    }
    keep(label.end)
    guard pieces.count < 2 else { return nil }
    return Cursor(label.bytes, pieces.first ?? label.end..<label.end)
  }

  /// Without the signs and words that join a name to what it is about.
  private static func withoutJoints(_ piece: Cursor) -> Range<Int> {
    var range = piece.trimmed
    while true {
      let before = range
      let text = piece.text(range)
      for joint in [",", ":", ";", "-", "–", "的", "of ", "in ", "for ", "von ", "der "]
      where text.hasPrefix(joint) {
        range = range.lowerBound + joint.utf8.count..<range.upperBound
      }
      for joint in [",", ":", ";", "-", "–", "的", " of", " in", " for", " von", " der", " (", "("]
      where range == before && text.hasSuffix(joint) {
        range = range.lowerBound..<range.upperBound - joint.utf8.count
      }
      if range == before, text.hasSuffix(")"), !text.contains("(") {
        range = range.lowerBound..<range.upperBound - 1
      }
      range = Cursor(piece.bytes, range).trimmed
      if range == before || range.isEmpty { return range }
    }
  }

  /// Reads a name, perhaps with a word for its derivative, or the word alone.
  private mutating func take(_ said: Cursor, _ names: any NameReading) -> Bool {
    var range = said.trimmed
    // m_t is m, which the row says the step of.
    if let ending = Self.endings.first(where: { said.text(range).hasSuffix($0) }),
      ending.utf8.count < range.count
    {
      range = range.lowerBound..<(range.upperBound - ending.utf8.count)
    }
    let text = said.text(range)
    let plain = Self.plain(text)
    if Self.match(text, names) != nil {
      name = range
      return true
    }
    if TableWords.gradients.contains(plain) || Self.isDerivativeOfCost(plain, names) {
      isGradient = true
      return true
    }
    if TableWords.values.contains(plain) {
      isValue = true
      return true
    }
    for word in TableWords.gradients where !isGradient {
      if plain.hasPrefix(word + " ") {
        isGradient = true
        let rest = range.lowerBound + word.utf8.count..<range.upperBound
        return take(Cursor(said.bytes, Self.withoutJoints(Cursor(said.bytes, rest))), names)
      }
      if plain.hasSuffix("的" + word) {
        isGradient = true
        return take(Cursor(said.bytes, range.lowerBound..<range.upperBound - ("的" + word).utf8.count), names)
      }
    }
    guard Decimal.read(Cursor(said.bytes, range)) == nil else { return false }
    let spellings = [text, Self.name(text, ofLayer: 1), text + "[1]", text + "@1"]
    guard spellings.contains(where: { Self.taken($0, names) != nil }) else { return false }
    name = range
    return true
  }

  /// dC, ∂C/∂, dL/d·: what is left of a derivative without what it is by.
  private static func isDerivativeOfCost(_ text: String, _ names: any NameReading) -> Bool {
    let letters = text.replacing("\\partial", with: "∂").filter { !" ${}·.…*".contains($0) }.map {
      $0 == "∂" ? "d" : $0
    }
    let costs = ["c", "l", "e", "j"] + [names.costName(ofExample: nil)?.lowercased()].compactMap { $0 }
    return costs.contains { ["d\($0)", "d\($0)/d"].contains(String(letters)) }
  }

  /// Without blanks and marks around it, in small letters.
  static func plain(_ text: String) -> String {
    text.trimmed { $0.isWhitespace || "*_`:".contains($0) }.lowercased()
  }

  static func match(_ name: String, _ names: any NameReading) -> NameMatch? {
    taken(name, names).flatMap { LineReading.isQuantity($0) ? $0 : nil }
  }

  /// The derivative by what is named.
  static func derivative(by name: String, _ names: any NameReading) -> NameMatch? {
    let cost = names.costName(ofExample: nil) ?? "C"
    return [name + ".grad", "d" + name, "d\(cost)/d" + name].lazy.compactMap { match($0, names) }.first {
      switch $0 {
      case .quantity(.partial): true
      case .array(let array): if case .partial? = array.entries.first { true } else { false }
      case .quantity, .layers, .change, .ambiguous, .unknown: false
      }
    }
  }

  /// What all of a text may mean, if it is known: not the names that the lesson does not have.
  private static func taken(_ name: String, _ names: any NameReading) -> NameMatch? {
    let bytes = Array(name.utf8)
    var cursor = Cursor(bytes, bytes.indices)
    guard let match = names.take(&cursor, isLeft: true), cursor.isAtEnd else { return nil }
    if case .unknown = match { return nil }
    return match
  }

  private static let endings = ["_t", "_{t}", "_k", "_{k}", "_i", "_{i}", "_n", "_{n}"]

  static let counts: [String: Count] = [
    "layer": .layer, "schicht": .layer, "层": .layer, "neuron": .neuron, "unit": .neuron, "node": .neuron,
    "神经元": .neuron, "个神经元": .neuron, "example": .example, "ex": .example, "sample": .example,
    "beispiel": .example, "样本": .example, "个样本": .example, "例": .example, "step": .step,
    "iteration": .step, "iter": .step, "epoch": .step, "schritt": .step, "步骤": .step, "步": .step,
    "row": .row, "zeile": .row, "行": .row, "to": .row, "nach": .row, "zu": .row, "到": .row,
    "column": .column, "spalte": .column, "列": .column, "from": .column, "von": .column, "从": .column,
  ]
  /// Alone in a cell of the heading.
  private static let letters: [String: Count] = [
    "l": .layer, "i": .neuron, "j": .neuron, "k": .neuron, "n": .example, "t": .step,
  ]
}
