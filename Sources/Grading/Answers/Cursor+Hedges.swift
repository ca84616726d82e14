import Texts

/// Words that say how sure somebody is of a number, or how it was rounded.
extension Cursor {
  /// Passes over `about`, `approx.`, `I think` before a number.
  mutating func skipHedge() {
    var ahead = self
    while Self.hedgesWithoutBlank.contains(where: { ahead.take($0) })
      || ahead.takeWordWithBlank().map(Self.hedges.contains) == true
    {
      ahead.skipBlanks()
      if ahead.isAtNumberOrArray { self = ahead }
    }
  }

  /// The same without such words at its beginning and its end.
  var withoutHedges: Range<Int> {
    var start = self
    start.skipHedge()
    let rest = Cursor(bytes, start.position..<end)
    guard rest.isAtNumberOrArray else { return position..<end }
    var last = end
    for word in Self.hedgesBehindWithoutBlank where rest.text(rest.position..<last).hasSuffix(word) {
      last -= word.utf8.count
      while last > rest.position, bytes[last - 1] == 0x20 { last -= 1 }
    }
    for word in rest.text(rest.position..<last).split(separator: " ").dropFirst().reversed() {
      guard Self.hedgesBehind.contains(Self.plain(word)), !word.contains(where: \.isNumber) else { break }
      last -= word.utf8.count
      while last > rest.position, bytes[last - 1] == 0x20 { last -= 1 }
    }
    return rest.position..<last
  }

  /// Whether the parentheses that open here say to how many digits something was rounded: (4 s.f.), (to 3 decimal places).
  var isRemarkOnDigits: Bool {
    var ahead = self
    guard ahead.take("(") else { return false }
    let start = ahead.position
    while let next = ahead.next, next != ")", ahead.position - start < 48 { ahead.skip() }
    let inner = ahead.text(start..<ahead.position).lowercased()
    // Nothing of arithmetic: (1 − p) is a factor.
    guard ahead.next == ")", last == 0x20, inner.contains(where: \.isNumber),
      inner.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == ".") })
    else { return false }
    let words = inner.split { !$0.isLetter }.map(String.init)
    return words.allSatisfy(Self.wordsOfDigits.contains)
      && ["sf", "dp", "sig", "dec", "dig", "pl", "st", "nk"].contains(where: words.joined().contains)
  }

  /// Whether it is said here to how many digits something was rounded, `to 3 decimal places`; `0.3 to 0.4` is no such thing.
  var isAtDigits: Bool {
    guard begins(with: " to ") else { return false }
    let words = text(position..<Swift.min(end, position + 48)).split(separator: " ").dropFirst()
    let names = words.dropFirst().map { Self.plain($0) }
    return words.first?.allSatisfy(\.isNumber) == true && !names.isEmpty
      && names.allSatisfy(Self.wordsOfDigits.contains)
  }

  /// Where the parentheses with words and nothing of arithmetic begin that end a value: `0.66 (see p. 3)`, `0.66 (ok)`.
  var startOfLastRemark: Int? {
    var cursor = self
    while let next = cursor.next, next != "(" { cursor.skip() }
    let inner = cursor.text(cursor.position..<max(cursor.position, trimmed.upperBound))
    guard cursor.last == 0x20, inner.last == ")", inner.dropFirst().dropLast().contains(where: \.isLetter),
      inner.dropFirst().dropLast().allSatisfy({ $0.isLetter || $0.isNumber || " .,:;!?".contains($0) })
    else { return nil }
    return cursor.position
  }

  /// Whether words stand in the brackets that open here, and no list: [from 0.99·0.21].
  var isRemarkInBrackets: Bool {
    var ahead = self
    guard ahead.take("["), let word = ahead.takeWordWithBlank() else { return false }
    return word.count > 3 && !ExpressionReader.functionNames.contains(word)
  }

  /// A number without what is worked out once more in parentheses behind it, 0.1017 (0.2099*0.4846); `nil` for anything else.
  func numberBeforeItsCheck(_ names: any NameReading) -> Range<Int>? {
    var ahead = self
    _ = ahead.takeMinus()
    guard ahead.takeMantissa() != nil, let blank = ahead.next, Self.isBlank(blank) else { return nil }
    let number = position..<ahead.position
    ahead.skipBlanks()
    guard ahead.next == "(", let decimal = Decimal.read(Cursor(bytes, number))?.decimal,
      decimal.significantDigits > 1
    else { return nil }
    let inner = Cursor(bytes, ahead.position..<end)
    var reader = ExpressionReader(inner, names)
    guard let value = (try? reader.whole())?.evaluated({ names.value(of: $0) ?? .nan }) else { return nil }
    return (value - decimal.value).magnitude <= decimal.unit ? number : nil
  }

  /// A word of letters, with a point behind it or without, and the blanks that follow.
  private mutating func takeWordWithBlank() -> String? {
    let start = position
    var ahead = self
    while let next = ahead.next, Self.isLetter(next) { ahead.skip() }
    let word = ahead.text(start..<ahead.position).lowercased()
    _ = ahead.take(".")
    guard !word.isEmpty, let blank = ahead.next, Self.isBlank(blank) else { return nil }
    ahead.skipBlanks()
    self = ahead
    return word
  }

  private static func plain(_ word: Substring) -> String { word.lowercased().filter { $0.isLetter } }

  private static let hedges: Set<String> = [
    "about", "approx", "approximately", "around", "roughly", "circa", "ca", "i", "think", "guess", "get",
    "got", "maybe",
    "perhaps", "probably", "nearly", "almost", "exactly", "just", "say", "etwa", "ungefähr", "rund",
    "environ",
  ]
  // Chinese has no blanks between words.
  private static let hedgesWithoutBlank = ["大约", "大概", "约为", "约等于", "约", "近似", "差不多"]
  private static let hedgesBehindWithoutBlank = ["左右", "上下", "附近"]
  private static let hedgesBehind: Set<String> = [
    "approx", "approximately", "roughly", "about", "or", "so", "maybe", "probably", "i", "think", "guess",
    "exactly",
    "etwa", "ungefähr",
  ]
  private static let wordsOfDigits: Set<String> = [
    "s", "f", "sf", "sig", "fig", "figs", "sigfig", "sigfigs", "significant", "figures", "digits", "digit",
    "d", "p", "dp",
    "dec", "decimal", "decimals", "pl", "place", "places", "to", "rounded", "approx", "ca", "st", "nk",
  ]
}
