import Lessons
import Texts

/// A file of answers as lines of plain text, in whatever way it was kept.
///
/// Places in answers and problems are those of this text, which for plain text in UTF-8 is the file.
struct SheetText {
  private(set) var bytes: [UInt8]
  /// Which line of the file each line is; `nil` where they are the same.
  private var numbers: [Int]?

  /// Throws where it is no text.
  init(_ file: [UInt8]) throws(LessonError) {
    guard file.count <= AnswerSheet.byteLimit else {
      throw LessonError(
        Problem(at: 0..<0, "the answers have more than 16 MiB, which is the limit"), in: file)
    }
    if let kind = FileKind(file) { throw LessonError(Problem(at: 0..<0, kind.wayOut), in: file) }
    bytes = Self.plain(Self.decoded(file))
    if AnswerSheet.isJSON(bytes), let notebook = NotebookText(bytes) {
      (bytes, numbers) = (Self.plain(notebook.bytes), notebook.numbers)
    } else if PageText.isPage(bytes) {
      let page = PageText(bytes)
      if page.isFilledIn == false { throw LessonError(Problem(at: 0..<0, Self.emptyFields), in: file) }
      (bytes, numbers) = (Self.plain(page.bytes), page.numbers)
    }
    if let plain = ExamText.inLines(bytes) { bytes = plain }
    if let plain = StackedMatrices.inLines(bytes) { bytes = plain }
    if let plain = ScaledRows.inLines(bytes) { bytes = plain }
    if Self.hasDecimalCommas(bytes) { bytes = Self.withPoints(bytes) }
  }

  private static let emptyFields =
    "no field of this page holds a number, and most browsers save a page without what is typed into it; open the page, "
    + "press its button “Save the answers”, and check the file that it saves"

  /// What a line of this text is called in the file.
  func number(ofLine line: Int) -> Int {
    guard let numbers else { return line }
    return numbers.indices.contains(line - 1) ? numbers[line - 1] : numbers.last ?? line
  }

  /// UTF-16 with its mark as UTF-8; anything else as it is.
  private static func decoded(_ file: [UInt8]) -> [UInt8] {
    let isLittle = file.starts(with: [0xFF, 0xFE])
    guard isLittle || file.starts(with: [0xFE, 0xFF]), !file.starts(with: [0xFF, 0xFE, 0, 0]) else {
      return file
    }
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    var place = 2
    while place + 1 < file.count {
      let (first, second) = (UInt16(file[place]), UInt16(file[place + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      place += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Lines that end in \n, digits and signs of ASCII, and numbers without marks between their thousands.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    guard hasOddBytes(text) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var place = text.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    func byte(_ offset: Int) -> UInt8 { place + offset < text.count ? text[place + offset] : 0 }
    func areThousands(_ offset: Int) -> Bool {
      Cursor.isDigit(plain.last) && (0..<3).allSatisfy { Cursor.isDigit(byte(offset + $0)) }
        && !Cursor.isDigit(byte(offset + 3))
    }
    // 0.009 891 50: the last group behind a point may be shorter.
    func isGroup(_ offset: Int) -> Bool {
      areThousands(offset)
        || plain.suffix(3).count(where: Cursor.isDigit) == 3 && Cursor.isDigit(byte(offset))
          && (!Cursor.isDigit(byte(offset + 1)) || !Cursor.isDigit(byte(offset + 2)))
    }
    while place < text.count {
      switch text[place] {
      case 0x0D where byte(1) != 0x0A:
        plain.append(0x0A)
        place += 1
      // Full-width letters and signs: U+FF01 to U+FF5E.
      case 0xEF where byte(1) == 0xBC && (0x81...0xBF).contains(byte(2)):
        plain.append(byte(2) - 0x60)
        place += 3
      case 0xEF where byte(1) == 0xBD && (0x80...0x9E).contains(byte(2)):
        plain.append(byte(2) - 0x20)
        place += 3
      // The blank of full-width text, U+3000.
      case 0xE3 where byte(1) == 0x80 && byte(2) == 0x80:
        plain.append(0x20)
        place += 3
      // 0·25: nobody multiplies by 0.
      case 0xC2
      where byte(1) == 0xB7 && plain.last == UInt8(ascii: "0") && Cursor.isDigit(byte(2))
        && !Cursor.isDigit(plain.dropLast().last) && plain.dropLast().last != UInt8(ascii: "."):
        plain.append(UInt8(ascii: "."))
        place += 2
      // Thin blanks, U+2009 and U+202F.
      case 0xE2 where byte(1) == 0x80 && (byte(2) == 0x89 || byte(2) == 0xAF) && isGroup(3): place += 3
      case UInt8(ascii: "\\") where byte(1) == UInt8(ascii: ",") && isGroup(2): place += 2
      case UInt8(ascii: "'") where areThousands(1): place += 1
      // Marks without width, U+200B to U+200D, and U+2060.
      case 0xE2
      where byte(1) == 0x80 && (0x8B...0x8D).contains(byte(2)) || byte(1) == 0x81 && byte(2) == 0xA0:
        place += 3
      // What only keeps the place of a sign.
      case UInt8(ascii: "\\") where Cursor(text, place..<text.count).begins(with: "\\phantom{-}"): place += 11
      // x$_{1}${} and $-$ are how prose of TeX writes x₁ and a minus.
      case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "-") && byte(2) == UInt8(ascii: "$"):
        plain.append(UInt8(ascii: "-"))
        place += 3
      case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "_") && byte(2) == UInt8(ascii: "{"):
        var end = place + 3
        while end < text.count, end - place < 16, Cursor.isDigit(text[end]) || text[end] == UInt8(ascii: ",")
        { end += 1 }
        let isLowered =
          Cursor(text, end..<text.count).begins(with: "}$")
          && Cursor.isLetter(Unicode.Scalar(plain.last ?? 0x20))
        guard isLowered else {
          plain.append(text[place])
          place += 1
          continue
        }
        plain += text[(place + 1)...end]
        place = end + 2
        if byte(0) == UInt8(ascii: "{"), byte(1) == UInt8(ascii: "}") { place += 2 }
      // 0{,}35, as TeX has a decimal comma.
      case UInt8(ascii: "{")
      where byte(1) == UInt8(ascii: ",") && byte(2) == UInt8(ascii: "}") && Cursor.isDigit(plain.last)
        && Cursor.isDigit(byte(3)):
        plain.append(UInt8(ascii: "."))
        place += 3
      default:
        plain.append(text[place])
        place += 1
      }
    }
    return plain
  }

  /// Whether there is anything that is written in another way here: most texts have nothing.
  private static func hasOddBytes(_ text: [UInt8]) -> Bool {
    let bytes = text.span
    for place in bytes.indices {
      switch bytes[place] {
      case 0x0D, 0xEF, 0xE2, 0xE3, 0xC2, UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "{"),
        UInt8(ascii: "$"):
        return true
      default: continue
      }
    }
    return false
  }

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
  private static func hasDecimalCommas(_ text: [UInt8]) -> Bool {
    guard hasCommaInNumber(text) else { return false }
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

  private static func withPoints(_ text: [UInt8]) -> [UInt8] {
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
