import Texts

/// A quantity of a network as it may be meant: its parts, as text.
struct NetworkName: Hashable {
  var isNew = false
  var letter: String
  /// The layer, or for C the example.
  var number = ""
  var indices: [String] = []
  var example = ""
  /// Whether it is one of several neurons, also where the number is 1.
  var isOneOfSeveral = false

  /// As `Symbol.name` has it.
  var text: String { bare + (indices.isEmpty ? "" : "[" + indices.joined(separator: ",") + "]") + suffix }

  /// Without its neurons.
  var group: String { bare + suffix }

  private var bare: String { (isNew ? "new " : "") + letter + number }
  private var suffix: String { example.isEmpty ? "" : "@" + example }

  /// The example that it says it belongs to.
  var ownExample: String { letter == "C" ? number : example }

  /// As written, and without the numbers that a single neuron need not have.
  var variants: [NetworkName] {
    guard !isOneOfSeveral, !indices.isEmpty, indices.allSatisfy({ $0 == "1" }) else { return [self] }
    var plain = self
    plain.indices = []
    return [self, plain]
  }
}

/// The names that a letter with its numbers may mean.
struct NetworkReadings {
  /// What the numbers say where they stand.
  var strict: [NetworkName] = []
  /// What they may say besides, if nothing else fits.
  var loose: [NetworkName] = []
}

/// What is to be known of a network to read its names.
struct NetworkOutline {
  let layers: Int
  let examples: Int
  /// How much the sheet counts layers on: 0, or −1 where the input is its layer 1, or 1 where the first is its layer 0.
  var shift = 0
  /// The example of the section that is read.
  var section: Int?
  /// Whether δ^{2,1} is that of example 2, as the sheet shows it; `nil` where either may be meant.
  var isExampleFirst: Bool?

  /// The number of a layer as the lesson has it; the last may be written L, and the one before L-1.
  func layer(_ written: String) -> String? {
    guard written.utf8.count < 9 else { return nil }
    guard written.first == "L" else { return Int(written).map { "\($0 + shift)" } }
    return Int(written.count > 1 ? written.dropFirst() : "0").map { "\(layers + $0)" }
  }
}

extension NetworkOutline {
  /// Whether a text has the example before the layer in pairs above a letter, δ^{x,l} or δ^{3,1} where there is no layer 3.
  func isExampleFirst(in text: [UInt8]) -> Bool? {
    var start = 0
    while let place = Lines.find("^{", from: start, in: text) {
      start = place + 2
      var cursor = Cursor(text, start..<min(start + 16, text.count))
      let isLetter = cursor.take("x")
      let first = isLetter ? "" : cursor.digits()
      if cursor.take("l") || cursor.take("L") {
        cursor.skipBlanks()
        if cursor.take(","), cursor.take("x") || cursor.take(" x") { return false }
        continue
      }
      guard isLetter || !first.isEmpty, cursor.take(",") else { continue }
      cursor.skipBlanks()
      if isLetter { return true }
      guard let one = Int(first), let two = Int(cursor.digits()), cursor.next == "}" else { continue }
      if one > layers, one <= examples, two <= layers { return true }
      if two > layers, two <= examples, one <= layers { return false }
    }
    return nil
  }
}

extension NetworkReadings {
  /// With one example C₀ and C₁ are its cost.
  mutating func dropExample() {
    for index in strict.indices where strict[index].number == "0" || strict[index].number == "1" {
      strict[index].number = ""
    }
  }

  /// The table: how the numbers at a letter say which quantity it is.
  init(_ letter: NetworkLetter, _ place: WrittenPlace, _ outline: NetworkOutline) {
    let isPair = place.raised.count > 1 && place.raised.allSatisfy { !$0.isEnclosed }
    if isPair, outline.examples > 1, outline.isExampleFirst != false,
      letter == .weightedInput || letter == .activation
    {
      var other = place
      other.raised = place.raised.reversed().map { .init(digits: $0.digits, isEnclosed: true) }
      let swapped = NetworkReadings(letter, other, outline)
      (strict, loose) = (swapped.strict, swapped.loose)
      guard outline.isExampleFirst == nil, place.raised[0] != place.raised[1] else { return }
      var sure = outline
      sure.isExampleFirst = false
      let second = NetworkReadings(letter, place, sure)
      strict = second.strict + strict
      loose = second.loose + loose
      return
    }
    let layer = (plain: place.plain, raised: place.raised.first?.digits)
    let example = place.raised.count > 1 ? place.raised[1].digits : place.example
    switch letter {
    case .weight: readLayers("w", layer, place, "", outline)
    case .bias: readLayers("b", layer, place, "", outline)
    case .weightedInput: readLayers("z", layer, place, example, outline)
    case .activation: readLayers("a", layer, place, example, outline)
    case .hidden:
      readLayers("a", layer, place, example, outline)
      strict.removeAll { $0.number == "0" || $0.number == "\(outline.layers)" }
      loose.removeAll { $0.number == "0" || $0.number == "\(outline.layers)" }
    case .output: readOneLayer("a", number: "\(outline.layers)", place, outline)
    case .logits: readOneLayer("z", number: "\(outline.layers)", place, outline)
    case .input: readOneLayer("a", number: "0", place, outline)
    case .target: readOneLayer("y", number: "", place, outline)
    case .cost:
      guard place.brackets == nil else { return }
      let numbers = [place.plain, place.raised.first?.digits ?? ""] + place.lowered + [place.example]
      let number = numbers.first { !$0.isEmpty } ?? ""
      strict = [NetworkName(letter: "C", number: number)]
    case .penalty: strict = place == WrittenPlace() ? [NetworkName(letter: "R")] : []
    case .rate: strict = place == WrittenPlace() ? [NetworkName(letter: "eta")] : []
    }
    if place.isNew {
      for index in strict.indices { strict[index].isNew = true }
      for index in loose.indices { loose[index].isNew = true }
    }
  }

  /// A letter that each layer has.
  private mutating func readLayers(
    _ letter: String, _ layer: (plain: String, raised: String?), _ place: WrittenPlace, _ example: String,
    _ outline: NetworkOutline
  ) {
    func names(_ layer: String, _ groups: [String]) -> [NetworkName] {
      guard let layer = outline.layer(layer) else { return [] }
      return Self.indexLists(groups, areTwo: letter == "w").flatMap { indices in
        Self.examples(example, letter, outline).map {
          NetworkName(letter: letter, number: layer, indices: indices, example: $0)
        }
      }
    }
    func anywhere(_ groups: [String]) -> [NetworkName] {
      guard !groups.isEmpty else { return [] }
      return (1...max(1, outline.layers)).flatMap { names("\($0 - outline.shift)", groups) }.map { name in
        var name = name
        name.isOneOfSeveral = true
        return name
      }
    }
    let digits = place.plain.isEmpty ? [] : [place.plain]
    if let raised = layer.raised {
      // a^(1)_2, w_{13}^{(2)}, w13^(2), a^(1)[2]
      strict = names(raised, digits + place.behind)
    } else if !layer.plain.isEmpty {
      // a1[2], w2[1,3], w2[1][3], a1_2, W2_{13}
      strict = names(layer.plain, place.behind)
      // w13 with its layer left out, and z12 for layer 1, neuron 2.
      if place.behind.isEmpty {
        loose = anywhere(digits)
        let parts = layer.plain.map(String.init)
        if parts.count == 2, letter != "w" { loose += names(parts[0], [parts[1]]) }
        if parts.count == 3, letter == "w" { loose += names(parts[0], Array(parts.dropFirst())) }
      }
    } else if let first = place.behind.first {
      // a_1, a_{1,2}: the layer first; or w_{13}, b_2, where only one layer has such a neuron.
      loose = names(first, Array(place.behind.dropFirst())) + anywhere(place.behind)
    } else if outline.layers == 1 {
      strict = names("\(1 - outline.shift)", [])
    }
  }

  /// A letter of one layer: all its numbers are neurons, and what stands above in parentheses is an example.
  private mutating func readOneLayer(
    _ letter: String, number: String, _ place: WrittenPlace, _ outline: NetworkOutline
  ) {
    let digits = place.plain.isEmpty ? [] : [place.plain]
    let example = place.raised.first { $0.isEnclosed }?.digits ?? place.example
    guard place.raised.allSatisfy(\.isEnclosed) else { return }
    let all = Self.examples(example, letter, outline)
    strict = Self.indexLists(digits + place.behind, areTwo: false).flatMap { indices in
      all.map { NetworkName(letter: letter, number: number, indices: indices, example: $0) }
    }
  }

  /// 13 is 1 and 3 where two numbers are wanted; of a layer of one neuron one of them is left out.
  private static func indexLists(_ groups: [String], areTwo: Bool) -> [[String]] {
    guard areTwo, groups.count == 1, let group = groups.first else { return [groups] }
    var lists = [[group], ["1", group], [group, "1"]]
    if group.count == 2 { lists.insert(group.map(String.init), at: 0) }
    return lists
  }

  /// The example that is written, or that of the section, or none.
  private static func examples(_ written: String, _ letter: String, _ outline: NetworkOutline) -> [String] {
    if letter == "w" || letter == "b" || outline.examples == 1 && written.isEmpty { return [""] }
    if outline.examples == 1 { return [written == "1" ? "" : written] }
    if !written.isEmpty { return [written] }
    return outline.section.map { ["\($0)"] } ?? [""]
  }
}
