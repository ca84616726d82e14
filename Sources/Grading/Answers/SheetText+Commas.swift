import Texts

/// Decimal commas, as opposed to those between cells and thousands.
extension SheetText {
  /// Whether a comma stands between two digits anywhere.
  private static func hasCommaInNumber(_ text: [UInt8]) -> Bool {
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

  /// Whether numbers have a decimal comma throughout: some have, and none has a point.
  static func hasDecimalCommas(_ text: [UInt8]) -> Bool {
    guard hasCommaInNumber(text) else { return false }
    if areCommasBetweenCells(text) { return false }
    var found = false
    for place in places(between: text, of: [UInt8(ascii: ","), UInt8(ascii: ".")]) {
      if text[place] == UInt8(ascii: ".") { return false }
      // 1,234,567 has none.
      if place + 5 < text.count, text[place + 4] == UInt8(ascii: ","),
        (1...3).allSatisfy({ Cursor.isDigit(text[place + $0]) }),
        Cursor.isDigit(text[place + 5])
      {
        return false
      }
      found = true
    }
    return found
  }

  /// Whether a heading of words with commas between them has rows of as many cells below it: x,-2,-4 below node,forward,backward.
  private static func areCommasBetweenCells(_ text: [UInt8]) -> Bool {
    let lines = text.prefix(mostBytesBeforeHeading).split(separator: 0x0A).map { line in
      (commas: line.count { $0 == UInt8(ascii: ",") }, hasDigit: line.contains { Cursor.isDigit($0) })
    }
    guard let heading = lines.firstIndex(where: { $0.commas > 1 && !$0.hasDigit }) else { return false }
    let rows = lines[(heading + 1)...].prefix { $0.commas > 0 }
    return !rows.isEmpty && rows.allSatisfy { $0.commas == lines[heading].commas }
  }

  private static let mostBytesBeforeHeading = 8_192

  static func withPoints(_ text: [UInt8]) -> [UInt8] {
    var text = text
    for place in places(between: text, of: [UInt8(ascii: ",")]) { text[place] = UInt8(ascii: ".") }
    // In (0,5; 0,25) the semicolons keep the numbers apart.
    let brackets: Set<UInt8> = [
      UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x0A,
    ]
    for part in text.split(whereSeparator: brackets.contains)
    where part.contains(UInt8(ascii: ";")) && part.startIndex > 0
      && [UInt8(ascii: "("), UInt8(ascii: "[")].contains(text[part.startIndex - 1])
    {
      for place in part.indices.dropFirst().dropLast()
      where part[place] == UInt8(ascii: ",") && Cursor.isDigit(part[place - 1])
        && Cursor.isDigit(part[place + 1])
      { text[place] = UInt8(ascii: ".") }
    }
    return text
  }

  /// Where such signs stand between the digits of one number, and neither within indices nor behind a name.
  private static func places(between text: [UInt8], of signs: Set<UInt8>) -> [Int] {
    var places: [Int] = []
    var depth = 0
    var isNumber = false
    for (place, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): depth = max(0, depth - 1)
      case 0x0A: depth = 0
      default: break
      }
      if Cursor.isDigit(byte) {
        let before = place > 0 ? text[place - 1] : 0x20
        if !Cursor.isDigit(before) {
          // In w1,0.5 the 1 belongs to the name; in =-0,5 the 0 begins a number.
          isNumber =
            !(before | 0x20 >= UInt8(ascii: "a") && before | 0x20 <= UInt8(ascii: "z"))
            && before != UInt8(ascii: "_")
            && before != UInt8(ascii: "@") && before != UInt8(ascii: "^") && before < 0x80
            || before >= 0x80 && !isNameBefore(place, in: text)
        }
      } else if signs.contains(byte), depth == 0, isNumber, place > 0, Cursor.isDigit(text[place - 1]),
        place + 1 < text.count,
        Cursor.isDigit(text[place + 1])
      {
        places.append(place)
        isNumber = false
      } else if byte != UInt8(ascii: ",") && byte != UInt8(ascii: ".") {
        isNumber = false
      }
    }
    return places
  }

  /// Whether a letter that is not ASCII stands before a place: δ2.
  private static func isNameBefore(_ place: Int, in text: [UInt8]) -> Bool {
    var start = place - 1
    while start > 0, text[start] & 0xC0 == 0x80, place - start < 4 { start -= 1 }
    return UTF8Text.scalar(at: start, in: text).scalar.map(Cursor.isLetter) ?? false
  }
}
