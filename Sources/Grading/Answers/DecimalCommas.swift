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
  /// `inBraces` commas are points already. Of 2,469 alone nobody knows whether it is a number of thousands.
  func areUsual(inBraces: Int) -> Bool {
    guard inBraces > 0 || hasCommaInNumber, !areBetweenCells else { return false }
    var (commas, points) = (inBraces, -inBraces)
    var isCertain = inBraces > 0
    for number in numbers where !number.isInBrackets {
      let areCommas = number.signs.map { text[$0] == UInt8(ascii: ",") }
      if areCommas.count > 1, areCommas.allSatisfy({ $0 }), number.areThousands { return false }
      // Of 1.234,5 and 1,234.5 only the last sign stands before decimals.
      let decimals = number.areThousands && Set(areCommas).count == 2 ? areCommas.suffix(1) : areCommas[...]
      commas += decimals.count { $0 }
      points += decimals.count { !$0 }
      isCertain = isCertain || decimals.contains(true) && (!number.areThousands || areCommas.count > 1)
    }
    return isCertain && commas > Self.usual * max(0, points)
  }

  /// A sentence with commas for the points between digits, and points for the commas; what is in brackets are indices.
  static func exchanged(_ sentence: String) -> String {
    let bytes = Array(sentence.utf8)
    var exchanged = bytes
    var depth = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard depth == 0, place > 0, place + 1 < bytes.count, Cursor.isDigit(bytes[place - 1]),
          Cursor.isDigit(bytes[place + 1])
        else { continue }
        exchanged[place] = byte == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
      default: break
      }
    }
    return String(decoding: exchanged, as: UTF8.self)
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

  /// The text with points.
  ///
  /// Semicolons that keep the parts of a list in another list apart become commas; so do points between thousands, 2.469,0.
  var withPoints: [UInt8] {
    var pointed = text
    let numbers = numbers.filter { !$0.areIndices }
    // z1 = 0.66 shows that somebody writes decimals with a point.
    let havePoints = numbers.contains { number in
      number.signs.count == 1 && text[number.signs[0]] == UInt8(ascii: ".") && !number.areThousands
        && number.isBehindSign
    }
    for number in numbers {
      let points = number.signs.filter { text[$0] == UInt8(ascii: ".") }
      let areGroups =
        !points.isEmpty && number.areThousands && !(number.signs.count == 1 && havePoints)
        && points.count >= number.signs.count - 1
      for sign in number.signs {
        let isPoint = text[sign] == UInt8(ascii: ".")
        pointed[sign] = isPoint && areGroups ? UInt8(ascii: ",") : UInt8(ascii: ".")
      }
    }
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

  /// A number with commas or points between its digits.
  private struct Number {
    var signs: [Int]
    let isInBrackets: Bool
    let areIndices: Bool
    /// Whether all groups behind the first sign but the decimals have three digits, and at most three are before it: 2.469,0.
    var areThousands = false
    /// Whether a sign of equality stands before it.
    var isBehindSign = false
  }

  private var numbers: [Number] {
    var numbers: [Number] = []
    forEachSign { place, isInBrackets, areIndices in
      if let last = numbers.last?.signs.last, text[(last + 1)..<place].allSatisfy(Cursor.isDigit) {
        numbers[numbers.count - 1].signs.append(place)
      } else {
        numbers.append(Number(signs: [place], isInBrackets: isInBrackets, areIndices: areIndices))
      }
    }
    for index in numbers.indices {
      let signs = numbers[index].signs
      var (start, end) = (signs[0], signs[signs.count - 1] + 1)
      while start > 0, Cursor.isDigit(text[start - 1]) { start -= 1 }
      while end < text.count, Cursor.isDigit(text[end]) { end += 1 }
      // The last sign of two kinds is the one before the decimals.
      let hasDecimals = signs.count > 1 && text[signs[0]] != text[signs[signs.count - 1]]
      let ends = signs.dropFirst() + (hasDecimals ? [] : [end])
      numbers[index].areThousands =
        (1...3).contains(signs[0] - start) && text[start] != UInt8(ascii: "0")
        && zip(signs, ends).allSatisfy { $1 - $0 == 4 }
        && (hasDecimals ? signs.dropLast() : signs[...]).allSatisfy { text[$0] == text[signs[0]] }
      let before = text[..<start].suffix(4).reversed().drop { " -+".utf8.contains($0) }
      numbers[index].isBehindSign = before.first == UInt8(ascii: "=")
    }
    return numbers
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
