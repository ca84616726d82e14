import Texts

/// Where words around an answer begin and end.
extension Cursor {
  /// Passes over marks that set a name or a value apart: `**`, backticks, `$`, quotes.
  mutating func skipMarks() {
    while let next {
      switch next {
      case "*", "`", "$", "\"", "“", "”", "_", "&": skip()
      case "\\" where take("\\(") || take("\\)") || take("\\["): break
      default: return
      }
    }
  }

  mutating func skipMarksAndBlanks() {
    var place = -1
    while place != position {
      place = position
      skipMarks()
      skipBlanks()
    }
  }

  /// The line without a remark at its end.
  ///
  /// % begins a remark, as in LaTeX, even an empty one; directly behind a digit it is a percentage.
  var withoutRemark: Cursor {
    var ahead = self
    var isAfterBlank = false
    while let next = ahead.next {
      let place = ahead.position
      if isAfterBlank {
        if next == "#" || next == "%" && !ahead.isPercentage(after: position) || ahead.begins(with: "//")
          || ahead.isCommentWithoutWords
        {
          return Cursor(bytes, position..<place)
        }
      }
      if ahead.begins(with: "<!--") { return Cursor(bytes, position..<place) }
      isAfterBlank = Self.isBlank(next)
      ahead.skip()
    }
    return self
  }

  /// Whether nothing follows a % behind a number, in a line that is not of TeX: 12.5 %.
  private func isPercentage(after start: Int) -> Bool {
    var beyond = self
    beyond.skip()
    guard Cursor(bytes, beyond.position..<end).isBlankToFill else { return false }
    let before = bytes[start..<position]
    return Self.isDigit(before.last { $0 != 0x20 }) && !before.contains(UInt8(ascii: "\\"))
  }

  /// Whether what is left says how sure somebody is, and no more: ✓, ?, (?), :).
  private var isCommentWithoutWords: Bool {
    guard end - position < 32 else { return false }
    let rest = text(position..<end).unicodeScalars.filter { !Self.isBlank($0) }
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      ["?", "!"].contains(scalar) || !scalar.isASCII && scalar.properties.generalCategory == .otherSymbol
    }
    return rest.allSatisfy { isSign($0) || ["(", ")", ":", ";", "-", "\u{FE0F}"].contains($0) }
      && (rest.contains(where: isSign) || rest.starts(with: ":)".unicodeScalars)
        || rest.starts(with: ";)".unicodeScalars))
  }

  /// Where a sentence goes on behind a value: at a comma, a semicolon or a point with words behind it, at `and`, at two blanks.
  var endOfClause: Int? {
    var ahead = self
    var depth = 0
    ahead.skipBlanks()
    while let next = ahead.next {
      let place = ahead.position
      switch next {
      case "(", "[", "{":
        // Words in parentheses are a remark.
        // np.sum(dZ2, axis=1) is a call.
        let isCall = place > position && bytes[place - 1].isOfWord
        if next == "(", depth == 0, place > position, !isCall, ahead.isBeforeWords || ahead.isRemarkOnDigits,
          !Self.endsInOperator(Cursor(bytes, position..<place))
        {
          return place
        }
        if next == "(", depth == 0, place > position, ahead.isBeforeIdeograph { return place }
        if next == "[", depth == 0, place > position, ahead.isRemarkInBrackets { return place }
        depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      case ",", ";", ".", ":":
        if depth == 0, place == position || bytes[place - 1] != UInt8(ascii: "\\") {
          var beyond = ahead
          beyond.skip()
          let start = beyond.position
          beyond.skipBlanks()
          let hasGap =
            beyond.position > start || beyond.next == "$" || beyond.next == "\\" || next == ";" || next == ","
          if hasGap && beyond.isAtWordOrMark || next == ":" && beyond.isAtEnd { return place }
        }
      case "$" where depth == 0 && place > position:
        var beyond = ahead
        beyond.skipMarks()
        beyond.skipBlanks()
        if !beyond.isAtEnd { return place }
      case "⇒", "∴", "。", "\t": if depth == 0, place > position { return place }
      case "\\" where ahead.begins(with: "\\begin{"): depth += 1
      case "\\" where ahead.begins(with: "\\end{"): depth = max(0, depth - 1)
      case "\\" where depth == 0:
        if ahead.begins(with: "\\quad") || ahead.begins(with: "\\qquad") {
          // Words, and not the shape of a matrix.
          var beyond = ahead
          while beyond.take("\\quad") || beyond.take("\\qquad") { beyond.skipBlanks() }
          if beyond.isAtWordOrMark { return place }
        } else if ["\\\\", "\\text{", "\\Rightarrow", "\\implies", "\\therefore", "\\tag", "\\label"]
          .contains(where: {
            ahead.begins(with: $0)
          })
        {
          return place
        }
      case " " where depth == 0 && place > position:
        if ahead.begins(with: "  ") {
          var beyond = ahead
          beyond.skipBlanks()
          // A product may go on in the next line of a formula.
          if beyond.isAtWordOrMark, !beyond.begins(with: "\\cdot"), !beyond.begins(with: "\\times") {
            return place
          }
        }
        if Self.conjunctions.contains(where: { ahead.begins(with: $0) }) || ahead.begins(with: " =>")
          || ahead.isAtLastWord || ahead.isAtDigits
        {
          return place
        }
      default: break
      }
      ahead.skip()
    }
    return nil
  }

  /// Whether Chinese begins behind the sign here: (以样本1为例).
  private var isBeforeIdeograph: Bool {
    var beyond = self
    beyond.skip()
    return beyond.next?.isIdeograph ?? false
  }

  /// Whether a sign of arithmetic stands last, with or without a blank: what it is followed by is no remark.
  private static func endsInOperator(_ cursor: Cursor) -> Bool {
    let tail = cursor.text(max(cursor.position, cursor.end - 4)..<cursor.end)
    return tail.reversed().first { !$0.isWhitespace }.map { "+-−*/·⋅×÷^".contains($0) } ?? false
  }

  private static let conjunctions = [
    " and ", " we get ", " we have ", " gives ", " yields ", " so ", " then ", " therefore ", " thus ",
    " hence ", " because ", " since ", " which ",
    " where ",
    " with ", " for ", " by ", " from ", " und ", " für ", " mit ", " bei ", " wobei ", " denn ", " aus ",
    " also ", " rounded", " approximately", " et ", " at ",
  ]

  /// Whether the last word of a line stands here, and the sentence goes on in the next one: C = (a − y)² for.
  private var isAtLastWord: Bool {
    guard end - position < 16 else { return false }
    let word = text(position..<end) + " "
    return Self.conjunctions.contains(word) || [" is ", " if "].contains(word)
  }

  private var isAtWordOrMark: Bool {
    guard let next else { return false }
    return Self.isLetter(next) || ["$", "\\", "∂", "δ", "`", "Δ", "∇", "⇒"].contains(next)
      || begins(with: "**")
  }

  /// Whether words stand in the parentheses that open here.
  private var isBeforeWords: Bool {
    var ahead = self
    ahead.skip()
    var letters = 0
    while let next = ahead.next, next != ")" {
      if next == "\\" {
        // The name of a command is no word.
        ahead.skip()
        while let letter = ahead.next, Self.isLetter(letter) { ahead.skip() }
        continue
      }
      if next.isASCII, Self.isLetter(next) { letters += 1 } else { letters = 0 }
      // Three letters in a row: no name has them, but a function may.
      let word = ahead.position - letters + 1
      if letters > 3, !ExpressionReader.beginsWithFunction(Cursor(bytes, word..<end)) { return true }
      ahead.skip()
    }
    return false
  }

  /// Whether it is a list of a program that has no numbers yet: [], [np.zeros(b.shape) for b in biases].
  var isProgram: Bool {
    let text = text(position..<end)
    return !text.contains(where: \.isNumber) || text.contains(" for ")
  }

  /// Whether there is nothing, or only what a worksheet has where something is to be written.
  var isBlankToFill: Bool {
    String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.allSatisfy {
      Self.isBlank($0)
        || ["_", ".", "…", "?", "\\", "*", "`", "$", "\"", ",", ";", "\n", "&", "|"].contains($0)
    }
  }

  /// The same without blanks, and without the marks and the punctuation that may surround a value.
  var trimmed: Range<Int> {
    var ahead = self
    ahead.skipBlanks()
    let hasMarks = ahead.position
    ahead.skipMarksAndBlanks()
    let start = ahead.position
    let isStarred = bytes[hasMarks..<start].contains(UInt8(ascii: "*"))
    var place = end
    while place > start {
      let byte = bytes[place - 1]
      let isDouble = place - 1 > start && bytes[place - 2] == UInt8(ascii: "*")
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "`"),
        UInt8(ascii: "$"),
        UInt8(ascii: "\""), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."),
        UInt8(ascii: "&"):
        place -= 1
      case UInt8(ascii: "*") where isDouble || isStarred: place -= isDouble ? 2 : 1
      default:
        // Digits that go on: 0.2099…
        if Cursor(bytes, max(start, place - 3)..<place).begins(with: "…") {
          place -= 3
          continue
        }
        // A blank that is no ASCII, or the other half of \(.
        let tail = Cursor(bytes, max(start, place - 2)..<place)
        if tail.begins(with: "\\)") || tail.begins(with: "\\]") || tail.begins(with: "\\\\")
          || tail.begins(with: "\u{A0}")
        {
          place -= 2
        } else {
          return start..<place
        }
      }
    }
    return start..<max(start, place)
  }
}

extension UInt8 {
  /// Whether a name of a program ends in it.
  fileprivate var isOfWord: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self == UInt8(ascii: "'") }
}
