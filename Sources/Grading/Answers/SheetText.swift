import Lessons
import Texts

/// A file of answers as lines of plain text, in whatever way it was kept.
///
/// Places in answers and problems are those of this text, which for plain text in UTF-8 is the file.
struct SheetText {
  private(set) var bytes: [UInt8]
  /// The same byte for byte, with decimal commas where they were typed; `nil` where there are none.
  private(set) var typed: [UInt8]?
  /// Which line of the file each line is; `nil` where they are the same.
  private var numbers: [Int]?

  /// Throws where it is no text.
  init(_ file: [UInt8]) throws(LessonError) {
    guard file.count <= AnswerSheet.byteLimit else {
      throw LessonError(
        Problem(at: 0..<0, "the answers have more than 16 MiB, which is the limit"), in: file)
    }
    if let kind = FileKind(file) { throw LessonError(Problem(at: 0..<0, kind.wayOut), in: file) }
    let decoded = Self.decoded(file)
    if Self.areSlides(decoded) { throw LessonError(Problem(at: 0..<0, Self.slides), in: file) }
    bytes = Self.plain(decoded)
    if AnswerSheet.isJSON(bytes), let notebook = NotebookText(bytes) {
      (bytes, numbers) = (Self.plain(notebook.bytes), notebook.numbers)
    } else if PageText.isPage(bytes) {
      let page = PageText(bytes)
      if page.isFilledIn == false { throw LessonError(Problem(at: 0..<0, Self.emptyFields), in: file) }
      (bytes, numbers) = (Self.plain(page.bytes), page.numbers)
    }
    if let lines = RewrittenLines.inLines(bytes) {
      numbers = lines.numbers.map(number(ofLine:))
      bytes = lines.bytes
    }
    if let plain = ExamText.inLines(bytes) { bytes = plain }
    if let plain = StackedMatrices.inLines(bytes) { bytes = plain }
    if let plain = ScaledRows.inLines(bytes) { bytes = plain }
    if let plain = ListedRows.inLines(bytes) { bytes = plain }
    let commas = DecimalCommas(in: bytes)
    if commas.areSaid || commas.areUsual(inBraces: DecimalCommas.countInBraces(decoded)) {
      (typed, bytes) = (bytes, commas.withPoints)
    }
  }

  /// Whether the program wrote it as slides, on which an equation stands in pieces and a step on several.
  private static func areSlides(_ text: [UInt8]) -> Bool {
    Array("]{beamer}".utf8).isContained(in: text.prefix(1000))
      || PageText.isPage(text) && Array("<section class=\"slide".utf8).isContained(in: text[...])
  }

  private static let slides =
    "these are slides, which say the same in pieces; check the worked example or a worksheet, in Markdown, text, LaTeX or HTML"

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
}

extension [UInt8] {
  fileprivate func isContained(in text: ArraySlice<UInt8>) -> Bool { text.firstRange(of: self) != nil }
}
