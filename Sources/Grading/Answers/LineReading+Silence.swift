import Texts

/// Lines that say a number of something in a way that is not read: these are shown, and not passed over.
extension LineReading {
  /// No sentence that says one number is longer.
  private static let longestSentence = 160
  /// In a longer line no name is looked for.
  private static let longestParagraph = 1_000

  /// The name, or the word for a derivative, of a line that says one number of it.
  ///
  /// The number is the last word, or stands before `for` and the name; no other clause is between.
  var unreadName: Range<Int>? {
    let length = line.end - line.position
    guard statements.isEmpty, strangers.isEmpty, length <= Self.longestParagraph else { return nil }
    guard length <= Self.longestSentence else { return nameBesideNumbers }
    if let name = nameBeforeSign ?? nameWithBound ?? nameBeforeWords { return name }
    return nameBesideOneNumber ?? nameBesideNumbers
  }

  /// The name that one number at the end, or before `for`, is said of.
  private var nameBesideOneNumber: Range<Int>? {
    let words = words
    let numbers = words.indices.filter { isNumber(words[$0]) }
    // Whole numbers count layers and neurons.
    let decimals = numbers.filter { line.text(words[$0]).contains(".") }
    guard decimals.count < 2, let place = decimals.first ?? numbers.last else { return nil }
    let number = words[place]
    let hasPoint = !decimals.isEmpty
    if place + 2 < words.count, hasPoint, line.text(words[place + 1]) == "for" {
      return words[(place + 2)...].first(where: isName)
    }
    guard place == words.count - 1 else { return nil }
    let before = Cursor(line.bytes, line.position..<number.lowerBound)
    let hasSign = !Relation.all(in: before).isEmpty || line.text(before.position..<before.end).contains(":")
    guard hasPoint || hasSign else { return nil }
    let ends = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ".")]
    let clause = words[..<place].dropLast().lastIndex { ends.contains(line.bytes[$0.upperBound]) } ?? -1
    let said = words[(clause + 1)..<place]
    let word = said.first(where: isWordForDerivative)
    // In prose what is given may stand beside any number.
    let name = said.first { isName($0) && (hasSign || word != nil || !isGiven($0)) || hasSign && isCost($0) }
    return name ?? (hasSign ? word : nil)
  }

  /// A name of a quantity that is not given, in a line with any decimal.
  private var nameBesideNumbers: Range<Int>? {
    let words = words
    guard words.contains(where: { isNumber($0) && line.text($0).contains(".") }) else { return nil }
    // A remark may name what was worked out above: z2 is below 0, so the slope is 0.1.
    return words.first { isName($0) && !isGiven($0) && line.bytes[$0].contains(UInt8(ascii: "/")) }
  }

  /// A name anywhere before a sign that one number follows: dC/dz 2 = 0.0786.
  private var nameBeforeSign: Range<Int>? {
    let said = line.withoutRemark
    let relations = Relation.all(in: said)
    guard let first = relations.first, let last = relations.last else { return nil }
    let value = Cursor(line.bytes, Cursor(line.bytes, last.upperBound..<said.end).trimmed)
    guard Decimal.read(value) != nil || ((try? NumberArray(value)) ?? nil) != nil else { return nil }
    let operators = ["·", "*", "×", "+", "-", "−", "/", "\\cdot", "\\times"]
    // 0.01 · ∂C/∂w = 0.001 is arithmetic with a name in it.
    let before = line.text(said.position..<first.lowerBound).split(separator: " ")
    guard !before.contains(where: { operators.contains(String($0)) }) else { return nil }
    // a1 after dropout = 0.5
    let words = words
    let name = words.prefix { $0.upperBound <= first.lowerBound }
    let isFollowedByWords = name.dropFirst().allSatisfy { line.text($0).allSatisfy(\.isLetter) }
    if let start = name.first, name.count > 1, isFollowedByWords, isName(start) { return start }
    return words.first { word in
      guard word.upperBound <= first.lowerBound, line.bytes[word].contains(UInt8(ascii: "/")) else {
        return false
      }
      var cursor = Cursor(line.bytes, word)
      var ratio = cursor
      return names.take(&cursor, isLeft: true) != nil && cursor.isAtEnd
        || ratio.takeRatio() != nil && ratio.isAtEnd
    }
  }

  /// A name of which a line says only a bound: C < 0.25, 0.69 ≤ a3 ≤ 0.70, a3 ∈ [0.69, 0.70].
  private var nameWithBound: Range<Int>? {
    var cursor = line.withoutRemark
    cursor.skipListMarkers()
    cursor.skipMarksAndBlanks()
    _ = cursor.takeBound()
    guard let (match, name) = takeName(&cursor), Self.isQuantity(match) else { return nil }
    cursor.skipMarksAndBlanks()
    guard cursor.takeComparison() else { return nil }
    let value = Cursor(line.bytes, Cursor(line.bytes, cursor.position..<cursor.end).trimmed)
    return value.startsArray || Decimal.read(value) != nil ? name : nil
  }

  /// A name, and words in place of a sign before its number: L between 2468 and 2470, C beträgt ungefähr 0,24, z1约为0.66.
  private var nameBeforeWords: Range<Int>? {
    let said = line.withoutRemark
    var cursor = said
    cursor.skipListMarkers()
    // In z1约为0.66 the name ends where Chinese begins.
    let end = said.placeOfIdeograph ?? said.end
    var first = Cursor(line.bytes, cursor.position..<max(end, cursor.position))
    if let (match, name) = takeName(&first), Self.isQuantity(match) {
      cursor.move(to: first.position)
      if !isGiven(name) || cursor.isBeforeChange, cursor.takeWordsForSign() { return name }
    }
    return words.first { word in
      var cursor = Cursor(line.bytes, word.upperBound..<said.end)
      let isCapital = word.count == 1 && (0x41...0x5A).contains(line.bytes[word.lowerBound])
      return (isCapital ? isOneName(word) : isName(word) || isCost(word))
        && (!isGiven(word) || cursor.isBeforeChange) && cursor.takeWordsForSign()
    }
  }

  private func isOneName(_ word: Range<Int>) -> Bool {
    var cursor = Cursor(line.bytes, word)
    return Self.isQuantity(names.take(&cursor, isLeft: true)) && cursor.isAtEnd
  }

  private func isGiven(_ word: Range<Int>) -> Bool {
    var cursor = Cursor(line.bytes, word)
    guard case .quantity(let name)? = names.take(&cursor, isLeft: true) else { return false }
    // What an optimizer keeps is 0 before the first step.
    if case .symbol(let symbol) = name, symbol.isOfOptimizer { return true }
    return names.isGiven(name)
  }

  private func isWordForDerivative(_ word: Range<Int>) -> Bool {
    let text = line.text(word)
    return Self.ofDerivatives.contains(text.lowercased()) || ["δ", "delta", "error"].contains(text)
  }

  private func isCost(_ word: Range<Int>) -> Bool {
    ["cost", "loss", "kosten"].contains(line.text(word).lowercased())
  }

  /// Words as they stand between blanks, without marks and punctuation around them.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var cursor = line.withoutRemark
    while !cursor.isAtEnd {
      cursor.skipBlanks()
      let start = cursor.position
      while let next = cursor.next, !Cursor.isBlank(next), next != "=", next != ":" { cursor.skip() }
      let word = Cursor(line.bytes, start..<cursor.position).trimmed
      if !word.isEmpty { words.append(word) }
      if cursor.next == "=" || cursor.next == ":" { cursor.skip() }
    }
    return words
  }

  private func isNumber(_ word: Range<Int>) -> Bool { Decimal.read(Cursor(line.bytes, word)) != nil }

  /// Whether a word is all of a name that is no single letter, as the article a is.
  private func isName(_ word: Range<Int>) -> Bool {
    var cursor = Cursor(line.bytes, word)
    guard word.count > 1, line.bytes[word].contains(where: { !Cursor.isLetter(Unicode.Scalar($0)) }) else {
      return false
    }
    switch names.take(&cursor, isLeft: true) {
    case .quantity, .array, .layers, .change: return cursor.isAtEnd
    case .ambiguous, .unknown, nil: return false
    }
  }
}

extension Cursor {
  /// Takes words that stand in place of a sign, if a number follows them.
  fileprivate mutating func takeWordsForSign() -> Bool {
    _ = take(",")
    skipMarksAndBlanks()
    guard Self.wordsForSign.contains(where: { takeWord($0) }) else { return false }
    repeat {
      _ = take(".")
      skipMarksAndBlanks()
    } while (Self.wordsForSign + Self.wordsBehindSign).contains(where: { takeWord($0) })
    _ = takeMinus()
    return isAtNumber || next == "½" || next == "¼"
  }

  /// Whether words follow that give even a parameter a new value.
  fileprivate var isBeforeChange: Bool {
    var ahead = self
    ahead.skipMarksAndBlanks()
    return ["becomes", "became", "gets", "changes", "goes", "then gets", "then becomes", "wird"].contains {
      ahead.begins(with: $0 + " ")
    }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    var ahead = self
    guard ahead.take(word) else { return false }
    if let next = ahead.next, next.isASCII, Self.isLetter(next), word.utf8.first.map({ $0 < 0x80 }) == true {
      return false
    }
    self = ahead
    return true
  }

  private static let wordsForSign = [
    "is", "was", "equals", "equal", "about", "approximately", "approx", "roughly", "around", "nearly",
    "almost",
    "circa", "ca", "between", "lies", "should", "must", "comes", "turns", "works", "close", "near", "ist",
    "war",
    "gleich", "beträgt", "betraegt", "etwa", "ungefähr", "ungefaehr", "rund", "liegt", "zwischen", "ergibt",
    "knapp", "fast", "vaut", "environ", "entre", "evaluates",
    "amounts", "came", "has", "hat", "betragen", "which", "的值", "等于", "约为", "约等于", "大约", "大概", "约", "是", "为",
    "得",
    "介于", "在", "becomes", "became", "gets", "changes", "goes", "then", "wird",
  ]
  private static let wordsBehindSign = [
    "to", "be", "out", "at", "as", "in", "the", "range", "somewhere", "just", "a", "value", "of", "bei",
    "sich", "zu", "den", "Wert",
  ]

  /// Takes a number with a sign of comparison behind it.
  fileprivate mutating func takeBound() -> Bool {
    var ahead = self
    _ = ahead.takeMinus()
    guard ahead.takeMantissa() != nil else { return false }
    ahead.skipBlanks()
    guard ahead.takeComparison() else { return false }
    ahead.skipMarksAndBlanks()
    self = ahead
    return true
  }

  /// Takes <, ≤, ∈ and the like.
  fileprivate mutating func takeComparison() -> Bool {
    [
      "<=", ">=", "!=", "<", ">", "≤", "≥", "≠", "⩽", "⩾", "∈", "≪", "≫", "\\leq", "\\geq", "\\neq", "\\le",
      "\\ge",
      "\\lt", "\\gt", "\\ne", "\\in ",
    ].contains { take($0) }
  }
}
