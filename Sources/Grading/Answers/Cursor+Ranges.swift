import Texts

/// What looks like arithmetic and says no single number: a range, two numbers, a date that a spreadsheet made of a number.
extension Cursor {
  /// Why a value, without marks around it, is no single number; `nil` for anything else.
  ///
  /// `truth` is the lesson's number: 0.2 - 0.7 is a difference where that is negative.
  func noSingleNumber(_ truth: Double?) -> Problem? {
    guard end - position < 64 else { return nil }
    let place = position..<end
    let written = shortened(text(place))
    if isDate {
      return Problem(
        at: place, "\(written) is a date, as spreadsheets make of numbers; write the number again, as text")
    }
    return switch pair(truth) {
    case .range: Problem(at: place, "\(written) is a range; write the one number that you mean")
    case .rangeOrDifference:
      Problem(at: place, "\(written) may be a range or a difference; write the one number that you mean")
    case .twoNumbers: Problem(at: place, "\(written) are two numbers; write the one that you mean")
    case nil: nil
    }
  }

  private enum Pair { case range, rangeOrDifference, twoNumbers }

  /// What two numbers are with nothing else but a word or a sign between them, and perhaps words behind them.
  private func pair(_ truth: Double?) -> Pair? {
    var cursor = self
    let isBetween = Self.wordsBefore.contains { cursor.take($0) }
    cursor.skipBlanks()
    guard let first = cursor.takeWholeNumber() else { return nil }
    if cursor.isAtDigits { return nil }
    let isApart = cursor.next.map(Self.isBlank) ?? false
    cursor.skipBlanks()
    let kind: Pair
    if (Self.signsOfRanges + (isApart ? Self.wordsOfRanges : [])).contains(where: { cursor.take($0) }) {
      kind = .range
    } else if isApart, Self.wordsBetweenNumbers.contains(where: { cursor.take($0) }) {
      kind = isBetween ? .range : .twoNumbers
    } else if cursor.takeMinus() || cursor.take("—") {
      kind = .rangeOrDifference
    } else {
      return nil
    }
    cursor.skipBlanks()
    guard let second = cursor.takeWholeNumber() else { return nil }
    cursor.skipBlanks()
    guard cursor.isAtEnd || cursor.next.map(Self.isLetter) ?? false else { return nil }
    guard kind == .rangeOrDifference else { return kind }
    // Who says a range begins with the smaller number.
    let isDifference = first >= second || first >= 0 && (truth ?? 0) < 0
    return isDifference ? nil : kind
  }

  private static let wordsBefore = ["between ", "from ", "zwischen ", "von ", "entre ", "介于", "在", "从"]
  private static let signsOfRanges = [
    "...", "..", "…", "~", "〜", "至", "到", "±", "+/-", "+-", "\\pm",
  ]
  private static let wordsOfRanges = ["to ", "bis ", "up to ", "à "]
  private static let wordsBetweenNumbers = [
    "or ", "and ", "oder ", "und ", "ou ", "et ", "resp. ", "或", "和", "与",
  ]

  private mutating func takeWholeNumber() -> Double? {
    var ahead = self
    let isNegative = ahead.takeMinus()
    guard let mantissa = ahead.takeMantissa(),
      let value = Double(mantissa + "e" + (ahead.takeExponent() ?? "0"))
    else { return nil }
    _ = ahead.take("%")
    self = ahead
    return isNegative ? -value : value
  }

  /// Whether it is a day: `2024-05-12`, `5/12/2024`, `12.05.2024`, `05/12`, `12. May`, `Mar-24`.
  private var isDate: Bool {
    let text = text(position..<end)
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let months = words.count { Self.months.contains($0.lowercased()) }
    let numbers = words.filter { word in word.allSatisfy { $0.isASCII && $0.isNumber } }
    guard (2...3).contains(words.count), numbers.count + months == words.count else { return false }
    if months == 1 {
      // 0.5 dec says how many decimals there are.
      return !startsWithDecimal && text.allSatisfy { $0.isLetter || $0.isNumber || " .-/".contains($0) }
    }
    let signs = Set(text.filter { !$0.isNumber })
    guard let sign = signs.first, signs.count == 1, "-/.".contains(sign), text.first?.isNumber == true,
      text.count == numbers.reduce(numbers.count - 1, { $0 + $1.count })
    else { return false }
    let isYear = numbers.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    let hasZero = numbers.contains { $0.count == 2 && $0.first == "0" }
    // 01.02. is a day: no number begins with a 0 and another digit.
    let isDay =
      sign == "." && numbers[0].first == "0" && numbers.allSatisfy { $0.count == 2 }
      && (1...12).contains(Int(numbers[1]) ?? 0)
    return numbers.count == 3 ? isYear || hasZero : hasZero && sign != "." || isDay
  }

  private var startsWithDecimal: Bool {
    var cursor = self
    return cursor.takeMantissa()?.contains(".") ?? false
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "mär", "mrz", "mai", "okt", "dez", "januar", "februar", "märz", "juni", "juli", "oktober", "dezember",
  ]
}
