import Texts

/// Texts whose numbers have a decimal comma, 0,35, and the same with points.
struct DecimalCommas {
  private let text: [UInt8]

  init(in text: [UInt8]) { self.text = text }

  /// How many stand in braces, 0{,}35, as TeX has them.
  static func countInBraces(_ text: [UInt8]) -> Int {
    var count = 0
    let bytes = text.span
    var place = 1
    while place + 3 < bytes.count {
      if bytes[place] == UInt8(ascii: "{"), bytes[place + 1] == UInt8(ascii: ","),
        bytes[place + 2] == UInt8(ascii: "}"), Cursor.isDigit(bytes[place - 1]),
        Cursor.isDigit(bytes[place + 3])
      {
        count += 1
      }
      place += 1
    }
    return count
  }

  /// Whether the header of a worksheet says so: decimal=comma.
  var areSaid: Bool {
    guard !AnswerSheet.isJSON(text), let line = HeaderLine(in: text) else { return false }
    var cursor = Cursor(text, line.settings)
    while let (key, value, _) = cursor.takeSetting() {
      if key == "decimal" { return value == "comma" }
    }
    return false
  }

  /// Whether most numbers have one: what the author of a lesson says may have points.
  ///
  /// `inBraces` commas are points already.
  func areUsual(inBraces: Int) -> Bool {
    guard inBraces > 0 || hasCommaInNumber, !areBetweenCells else { return false }
    var (commas, points) = (inBraces, -inBraces)
    for place in placesBetweenDigits {
      if text[place] == UInt8(ascii: ".") {
        points += 1
        continue
      }
      // 1,234,567 has none.
      if place + 5 < text.count, text[place + 4] == UInt8(ascii: ","),
        (1...3).allSatisfy({ Cursor.isDigit(text[place + $0]) }), Cursor.isDigit(text[place + 5])
      {
        return false
      }
      commas += 1
    }
    return commas > Self.usual * max(0, points)
  }

  private static let usual = 4

  /// Whether a heading of words with commas between them has rows of as many cells below it: x,-2,-4 below node,forward,backward.
  private var areBetweenCells: Bool {
    let lines = text.prefix(Self.mostBytesBeforeHeading).split(separator: 0x0A).map { line in
      (
        commas: line.count { $0 == UInt8(ascii: ",") },
        // A sentence has spaces.
        isHeading: !line.contains { Cursor.isDigit($0) || $0 == UInt8(ascii: " ") }
      )
    }
    guard let heading = lines.firstIndex(where: { $0.commas > 1 && $0.isHeading }) else { return false }
    let rows = lines[(heading + 1)...].prefix { $0.commas > 0 }
    return !rows.isEmpty && rows.allSatisfy { $0.commas == lines[heading].commas }
  }

  private static let mostBytesBeforeHeading = 8_192

  private var hasCommaInNumber: Bool {
    let bytes = text.span
    var place = 1
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: ","), Cursor.isDigit(bytes[place - 1]), Cursor.isDigit(bytes[place + 1])
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// Where a comma or a point stands between the digits of one number, and neither in brackets nor behind a name.
  private var placesBetweenDigits: [Int] {
    var places: [Int] = []
    forEachSign { place, isInBrackets, _ in if !isInBrackets { places.append(place) } }
    return places
  }

  /// The text with points.
  ///
  /// Semicolons that keep the parts of a list in another list apart become commas.
  var withPoints: [UInt8] {
    var pointed = text
    forEachSign { place, _, areIndices in if !areIndices { pointed[place] = UInt8(ascii: ".") } }
    var depth = 0
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case UInt8(ascii: ";") where depth > 1: pointed[place] = UInt8(ascii: ",")
      case 0x0A: depth = 0
      default: break
      }
    }
    return pointed
  }

  /// Calls `body` for each comma or point between the digits of one number, unless it stands behind a name.
  private func forEachSign(_ body: (_ place: Int, _ isInBrackets: Bool, _ areIndices: Bool) -> Void) {
    // For each open bracket, whether there are indices in it.
    var open: [Bool] = []
    var isNumber = false
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("):
        open.append((open.last ?? false) || areIndices(behind: place))
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): _ = open.popLast()
      case 0x0A: open.removeAll()
      default: break
      }
      if Cursor.isDigit(byte) {
        let before = place > 0 ? text[place - 1] : 0x20
        if !Cursor.isDigit(before) {
          // In w1,0.5 the 1 belongs to the name; in =-0,5 the 0 begins a number.
          isNumber =
            !Self.isLetter(before) && before != UInt8(ascii: "_") && before != UInt8(ascii: "@")
            && before != UInt8(ascii: "^") && before < 0x80
            || before >= 0x80 && !isNameBefore(place)
        }
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
        if isNumber, place > 0, Cursor.isDigit(text[place - 1]), place + 1 < text.count,
          Cursor.isDigit(text[place + 1])
        {
          body(place, !open.isEmpty, open.last ?? false)
          isNumber = false
        }
      } else {
        isNumber = false
      }
    }
  }

  /// Whether a bracket opens indices of the name before it: w2[1,3], w_{1,3}, W2(1,3), but not σ(1,5).
  private func areIndices(behind bracket: Int) -> Bool {
    guard bracket > 0 else { return false }
    let before = text[bracket - 1]
    switch text[bracket] {
    case UInt8(ascii: "{"): return before == UInt8(ascii: "_") || before == UInt8(ascii: "^")
    case UInt8(ascii: "["):
      let isName =
        Self.isLetter(before) || Cursor.isDigit(before) || before == UInt8(ascii: "]") || before >= 0x80
      return isName && holdsWholeNumbers(behind: bracket)
    default:
      var start = bracket
      while start > 0, Cursor.isDigit(text[start - 1]) { start -= 1 }
      return start < bracket && start > 0 && Self.isLetter(text[start - 1])
        && holdsWholeNumbers(behind: bracket)
    }
  }

  private func holdsWholeNumbers(behind bracket: Int) -> Bool {
    var end = bracket + 1
    while end < text.count, Cursor.isDigit(text[end]) || [0x20, UInt8(ascii: ",")].contains(text[end]) {
      end += 1
    }
    return end < text.count && [UInt8(ascii: "]"), UInt8(ascii: ")")].contains(text[end])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a letter that is not ASCII stands before a place: δ2.
  private func isNameBefore(_ place: Int) -> Bool {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80, place - start < 4 { start -= 1 }
    return UTF8Text.scalar(at: start, in: text).scalar.map(Cursor.isLetter) ?? false
  }
}
