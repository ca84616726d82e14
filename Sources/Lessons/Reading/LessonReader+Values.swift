import Formulas
import Texts

/// Single values of a lesson. What a value is to the reader is made into words only for a problem.
extension LessonReader {
  mutating func string(_ value: JSONValue, _ what: @autoclosure () -> String) -> String {
    if case .string(let text) = value.content { return text }
    problems.add(at: value.range, "\(what()) must be a string, but is \(value.kind)")
    return ""
  }

  mutating func boolean(_ value: JSONValue, _ what: @autoclosure () -> String) -> Bool {
    if case .boolean(let choice) = value.content { return choice }
    let way =
      value.content == .string("true") || value.content == .string("false") ? "; leave out the quotes" : ""
    problems.add(at: value.range, "\(what()) must be true or false, but is \(value.kind)\(way)")
    return false
  }

  mutating func number(
    _ value: JSONValue, _ what: @autoclosure () -> String, as kind: @autoclosure () -> String = "a number"
  ) -> Numeral? {
    if case .number(let text) = value.content {
      if let numeral = Numeral(text) { return numeral }
      problems.add(at: value.range, "\(what()) cannot be read: \(value.kind)")
    } else {
      problems.add(
        at: value.range, "\(what()) must be \(kind()), but is \(value.kind)\(Self.wayToNumber(value))")
    }
    return nil
  }

  /// What makes a number of a value that holds one.
  private static func wayToNumber(_ value: JSONValue) -> String {
    switch value.content {
    case .string(let text):
      if Numeral(text) != nil { return "; leave out the quotes" }
      let pointed = text.replacing(",", with: ".")
      return Numeral(pointed) == nil ? "" : "; write \(shortened(pointed)), with a point and without quotes"
    case .array(let elements):
      return elements.count == 1 && elements.areFlat ? "; leave out these brackets" : ""
    case .null, .boolean, .number, .object: return ""
    }
  }

  mutating func nonNegative(_ value: JSONValue, _ what: @autoclosure () -> String) -> Numeral? {
    guard let numeral = number(value, what()) else { return nil }
    if numeral.value >= 0 { return numeral }
    problems.add(at: value.range, "\(what()) must be 0 or more, but is \(value.shownNumber)")
    return nil
  }

  mutating func positive(_ value: JSONValue, _ what: @autoclosure () -> String) -> Numeral? {
    guard let numeral = number(value, what()) else { return nil }
    if numeral.value > 0 { return numeral }
    problems.add(at: value.range, "\(what()) must be more than 0, but is \(value.shownNumber)")
    return nil
  }

  /// A whole number, however it is written: 2, 2.0 or 2e0.
  mutating func wholeNumber(_ value: JSONValue, _ what: String, in range: ClosedRange<Int>) -> Int? {
    let bounds = "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))"
    guard let numeral = number(value, what, as: bounds) else { return nil }
    if let number = numeral.wholeNumber, range.contains(number) { return number }
    problems.add(at: value.range, "\(what) must be \(bounds), but is \(value.shownNumber)")
    return nil
  }

  /// The elements of an array; the message for a single value shows it in as many brackets as the array has.
  mutating func array(
    _ value: JSONValue, _ what: @autoclosure () -> String, arePlural: Bool = false, brackets: Int = 1,
    ofObjects: Bool = false
  ) -> [JSONValue]? {
    switch value.content {
    case .array(let elements): return elements
    case .number(let text) where !ofObjects:
      let (open, close) = (String(repeating: "[", count: brackets), String(repeating: "]", count: brackets))
      addNoArray(value, what(), arePlural, way: "; write \(open)\(shortened(text))\(close)")
    case .object where ofObjects: addNoArray(value, what(), arePlural, way: "; put it in brackets, [ … ]")
    case .null, .boolean, .number, .string, .object: addNoArray(value, what(), arePlural, way: "")
    }
    return nil
  }

  private mutating func addNoArray(_ value: JSONValue, _ what: String, _ arePlural: Bool, way: String) {
    problems.add(
      at: value.range, "\(what) must be an array, but \(arePlural ? "are" : "is") \(value.kind)\(way)")
  }

  /// An array of numbers; all that are none are reported.
  mutating func numbers(_ elements: [JSONValue], _ what: (Int) -> String) -> [Numeral]? {
    var numerals: [Numeral] = []
    numerals.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      if let numeral = number(element, what(index + 1)) { numerals.append(numeral) }
    }
    return numerals.count == elements.count ? numerals : nil
  }
}

extension [JSONValue] {
  /// Whether one of them is an array, of which nothing can be counted as if it were a number.
  var areNested: Bool { contains { $0.elementCount != nil } }

  /// What is said of twice as many numbers as there should be, where each pair is one number with a decimal comma.
  func commaHint(for count: Int) -> String {
    guard count > 0, self.count == 2 * count else { return "" }
    for index in stride(from: 0, to: self.count, by: 2) {
      guard self[index].isHalf(before: self[index + 1]) else { return "" }
      if index > 0, self[index - 1].isHalf(before: self[index]) { return "" }
    }
    guard case .number(let whole) = self[0].content, case .number(let decimals) = self[1].content else {
      return ""
    }
    return
      "; if \(shortened(whole + "," + decimals)) is one number, write \(shortened(whole + "." + decimals))"
  }
}

extension JSONValue {
  var isNumber: Bool { if case .number = content { true } else { false } }

  /// Whether the two are written like the halves of a number with a decimal comma.
  fileprivate func isHalf(before other: JSONValue) -> Bool {
    guard case .number(let whole) = content, case .number(let decimals) = other.content else { return false }
    return other.range.lowerBound == range.upperBound + 1 && !whole.contains(".")
      && decimals.allSatisfy(\.isNumber)
  }

  /// How many elements an array has.
  var elementCount: Int? {
    if case .array(let elements) = content { elements.count } else { nil }
  }

  fileprivate var shownNumber: String {
    if case .number(let text) = content { shortened(text) } else { kind }
  }
}

/// "2 inputs", "1 input", "no inputs".
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  if count == 1 { return "1 \(noun)" }
  return "\(count == 0 ? "no" : grouped(count)) \(plural ?? noun + "s")"
}

/// The number with a comma after each three digits, from the right.
func grouped(_ number: Int) -> String {
  var result = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index.isMultiple(of: 3), digit != "-" { result.append(",") }
    result.append(digit)
  }
  return String(result.reversed())
}
