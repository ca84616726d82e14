import Formulas
import Texts

/// How the names of a network are taken from a text, and what they may mean.
extension NetworkNames {
  /// A name that was taken: what it may mean, and where it ends.
  struct Taken {
    var of: NetworkReadings?
    var by: NetworkReadings
    var cursor: Cursor
    /// Whether what was taken last may be an exponent.
    var mayBePower = false
    var isChange = false
    /// δ, which in a section about an example is that of its own cost.
    var isOfExample = false
  }

  func take(_ cursor: inout Cursor, isLeft: Bool) -> NameMatch? {
    if hasOptimizer, let letter = letterOfOptimizer(&cursor) { return letter }
    if isLeft, let lists = listOfLayers(&cursor) { return lists }
    let readings = readings(cursor, isLeft: isLeft)
    guard let longest = readings.first else { return nil }
    let matches = readings.map { isLeft ? match($0) : single(match($0)) }
    func use(_ index: Int) -> NameMatch? {
      cursor = readings[index].cursor
      return matches[index]
    }
    // A square goes before a layer that nobody would write so.
    if !isLeft, longest.mayBePower, let shorter = matches.dropFirst().firstIndex(where: isQuantity),
      !readings[shorter].by.strict.isEmpty
    {
      return use(shorter)
    }
    if let index = matches.firstIndex(where: isQuantity) { return use(index) }
    if let index = matches.firstIndex(where: { if case .array = $0 { true } else { false } }) {
      return use(index)
    }
    return use(0)
  }

  /// In arithmetic a name is one number.
  private func single(_ match: NameMatch) -> NameMatch {
    if case .array(let array) = match, array.singles.count == 1 { return .quantity(array.singles[0]) }
    return match
  }

  private func isQuantity(_ match: NameMatch) -> Bool {
    switch match {
    case .quantity, .change: true
    case .array, .layers, .ambiguous, .unknown: false
    }
  }

  /// All ways to take a name, the longest first.
  private func readings(_ start: Cursor, isLeft: Bool) -> [Taken] {
    guard let first = start.byte(0), Self.mayBegin(first) || !modules.isEmpty else { return [] }
    // A list of these functions would copy all names for each of them.
    var found = error(start, isLeft: isLeft)
    if found.isEmpty { found = slope(start, isLeft: isLeft) }
    if found.isEmpty { found = change(start, isLeft: isLeft) }
    if found.isEmpty { found = ratio(start, isLeft: isLeft) }
    if found.isEmpty { found = runTogether(start, isLeft: isLeft) }
    if found.isEmpty { found = gradient(start, isLeft: isLeft) }
    if found.isEmpty, !modules.isEmpty { found = module(start, isLeft: isLeft) }
    if found.isEmpty { found = state(start, isLeft: isLeft) }
    if found.isEmpty { found = shorthand(start, isLeft: isLeft) }
    return found.isEmpty ? plain(start, isLeft: isLeft) : found
  }

  /// Whether a name may begin with a byte: a letter, a parenthesis, or a command of TeX.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: "\\")
  }

  /// A letter with its numbers.
  private func quantities(_ start: Cursor, isLeft: Bool) -> [(
    readings: NetworkReadings, cursor: Cursor, mayBePower: Bool
  )] {
    var cursor = start
    let isNew = cursor.takeNewBeforeName()
    guard let letter = cursor.takeNetworkLetter() else { return [] }
    return quantities(letter, cursor, isNew: isNew, isLeft: isLeft)
  }

  private func quantities(_ letter: NetworkLetter, _ start: Cursor, isNew: Bool, isLeft: Bool)
    -> [(readings: NetworkReadings, cursor: Cursor, mayBePower: Bool)]
  {
    var cursor = start
    if letter == .cost, outline.examples == 1 { cursor.takeLetterOfExample() }
    let (place, shorter) = cursor.takePlace(isLeft: isLeft)
    if isLeft { cursor.skipTensorTail() }
    let all = [(place, cursor)] + shorter.reversed()
    return all.compactMap { place, cursor in
      if cursor.isInName { return nil }
      var place = place
      if isNew { place.isNew = true }
      var readings = NetworkReadings(letter, place, outline)
      if letter == .cost, formulas["C1"] == nil, outline.examples == 1 { readings.dropExample() }
      guard !readings.strict.isEmpty || !readings.loose.isEmpty else { return nil }
      let mayBePower = place.raised.last.map { !$0.isEnclosed } ?? false
      return (
        readings, cursor,
        mayBePower && (!place.plain.isEmpty || !place.lowered.isEmpty || place.brackets != nil)
      )
    }
  }

  func plain(_ start: Cursor, isLeft: Bool) -> [Taken] {
    quantities(start, isLeft: isLeft).map {
      Taken(by: $0.readings, cursor: $0.cursor, mayBePower: $0.mayBePower)
    }
  }

  static let ofCost = NetworkReadings(strict: [NetworkName(letter: "C")])

  /// δ2[1], which is ∂C/∂z2[1].
  private func error(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    let isInFace = cursor.next == "\\" && NetworkLetter.faces.contains { cursor.take($0 + "{") }
    guard cursor.take("delta") || cursor.take("δ") || cursor.take("\\delta"), !isInFace || cursor.take("}")
    else {
      return []
    }
    if let next = cursor.next, Cursor.isLetter(next) { return [] }
    return quantities(.weightedInput, cursor, isNew: false, isLeft: isLeft).map {
      Taken(
        of: Self.ofCost, by: $0.readings, cursor: $0.cursor, mayBePower: $0.mayBePower, isOfExample: true)
    }
  }

  /// σ′(z2[1]), which is ∂a2[1]/∂z2[1].
  private func slope(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    let words =
      isLeft
      ? ["sigma", "σ", "\\sigma", "tanh", "\\tanh", "relu", "ReLU", "g", "f"] : ["sigma", "σ", "\\sigma"]
    guard words.contains(where: { cursor.take($0) }), cursor.takePrime() else { return [] }
    cursor.skipBlanks()
    _ = cursor.take("\\left")
    guard cursor.take("(") else { return [] }
    cursor.skipBlanks()
    return plain(cursor, isLeft: isLeft).compactMap { inner in
      var inner = inner
      inner.cursor.skipBlanks()
      _ = inner.cursor.take("\\right")
      guard inner.cursor.take(")"), inner.by.strict.first?.letter == "z" else { return nil }
      var of = inner.by
      for index in of.strict.indices { of.strict[index].letter = "a" }
      inner.of = of
      inner.mayBePower = false
      return inner
    }
  }

  /// Δw1, delta w1.
  private func change(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    guard ["Δ", "∆", "\\Delta", "Delta", "delta"].contains(where: { cursor.take($0) }) else { return [] }
    _ = cursor.take("_")
    cursor.skipBlanks()
    return plain(cursor, isLeft: isLeft).compactMap { taken in
      guard let letter = taken.by.strict.first?.letter ?? taken.by.loose.first?.letter,
        letter == "w" || letter == "b"
      else { return nil }
      var taken = taken
      taken.isChange = true
      return taken
    }
  }

  /// ∂ of one by another.
  private func ratio(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    if cursor.take("\\frac") || cursor.take("\\dfrac") || cursor.take("\\tfrac") {
      guard cursor.take("{"), cursor.takeDifferential(), let of = longest(&cursor),
        cursor.takeAfterBlanks("}"),
        cursor.takeAfterBlanks("{"), cursor.takeDifferential(), let by = longest(&cursor),
        cursor.takeAfterBlanks("}")
      else { return [] }
      return [Taken(of: of, by: by, cursor: cursor)]
    }
    let isEnclosed = cursor.take("(")
    guard cursor.takeDifferential(), let of = longest(&cursor) else { return [] }
    if isEnclosed { guard cursor.takeAfterBlanks(")") else { return [] } }
    cursor.skipBlanks()
    guard cursor.take("/") else { return [] }
    cursor.skipBlanks()
    let isBelowEnclosed = cursor.take("(")
    guard cursor.takeDifferential() else { return [] }
    return quantities(cursor, isLeft: isLeft).compactMap { by in
      var end = by.cursor
      if isBelowEnclosed { guard end.takeAfterBlanks(")") else { return nil } }
      return Taken(of: of, by: by.readings, cursor: end, mayBePower: by.mayBePower && !isBelowEnclosed)
    }
  }

  private func longest(_ cursor: inout Cursor) -> NetworkReadings? {
    guard let found = quantities(cursor, isLeft: false).first else { return nil }
    cursor = found.cursor
    return found.readings
  }

  /// dCdz2, dC_dz2, dLoss_dW1, da2_da1.
  private func runTogether(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    guard cursor.take("d") || cursor.take("∂") else { return [] }
    // The first letter may be followed by a d, which is in no word.
    for (text, letter) in NetworkLetter.spellings(from: cursor.byte(0) ?? 0) where cursor.begins(with: text) {
      var ahead = cursor
      _ = ahead.take(text)
      var place = WrittenPlace()
      place.plain = ahead.digits()
      _ = ahead.take("_")
      guard ahead.take("d") || ahead.take("∂") else { continue }
      let found = quantities(ahead, isLeft: isLeft)
      if found.isEmpty { continue }
      let of = NetworkReadings(letter, place, outline)
      return found.map { Taken(of: of, by: $0.readings, cursor: $0.cursor, mayBePower: $0.mayBePower) }
    }
    return []
  }

  /// dW2, dz2_1, db1.
  private func shorthand(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    guard cursor.take("d") || cursor.take("∂") || cursor.take("\\partial ") else { return [] }
    _ = cursor.take("_")
    return plain(cursor, isLeft: isLeft).compactMap { taken in
      guard let letter = taken.by.strict.first?.letter ?? taken.by.loose.first?.letter, letter != "C",
        letter != "y",
        letter != "eta"
      else { return nil }
      var taken = taken
      taken.of = Self.ofCost
      // The columns of dZ and dA are the derivatives of each example's own cost.
      taken.isOfExample = letter == "z" && columns != .ofMean || letter == "a" && columns == .ofOwnCosts
      return taken
    }
  }
}
