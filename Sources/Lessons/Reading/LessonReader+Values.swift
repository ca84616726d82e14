import Formulas

/// Single values of a lesson. What a value is to the reader is made into words only for a problem.
extension LessonReader {
  mutating func string(_ value: JSONValue, _ what: @autoclosure () -> String) -> String {
    if case .string(let text) = value.content { return text }
    problems.add(at: value.range, "\(what()) must be a string, but is \(value.kind)")
    return ""
  }

  mutating func boolean(_ value: JSONValue, _ what: @autoclosure () -> String) -> Bool {
    if case .boolean(let choice) = value.content { return choice }
    problems.add(at: value.range, "\(what()) must be true or false, but is \(value.kind)")
    return false
  }

  mutating func number(_ value: JSONValue, _ what: @autoclosure () -> String) -> Numeral? {
    switch value.content {
    case .number(let text):
      if let numeral = Numeral(text) { return numeral }
      problems.add(at: value.range, "\(what()) cannot be read: \(value.kind)")
    case .string(let text) where Numeral(text) != nil:
      problems.add(at: value.range, "\(what()) must be a number, but is \(value.kind); leave out the quotes")
    case .null, .boolean, .string, .array, .object:
      problems.add(at: value.range, "\(what()) must be a number, but is \(value.kind)")
    }
    return nil
  }

  mutating func nonNegative(_ value: JSONValue, _ what: @autoclosure () -> String) -> Numeral? {
    guard let numeral = number(value, what()) else { return nil }
    if numeral.value >= 0 { return numeral }
    problems.add(at: value.range, "\(what()) must be 0 or more, but is \(value.shownNumber)")
    return nil
  }

  /// A whole number, however it is written: 2, 2.0 or 2e0.
  mutating func wholeNumber(_ value: JSONValue, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let numeral = number(value, what) else { return nil }
    if let number = numeral.wholeNumber, range.contains(number) { return number }
    let bounds = "a whole number from \(grouped(range.lowerBound)) to \(grouped(range.upperBound))"
    problems.add(at: value.range, "\(what) must be \(bounds), but is \(value.shownNumber)")
    return nil
  }

  /// The elements of an array; a number alone is shown how it is written as one, in so many brackets.
  mutating func array(
    _ value: JSONValue, _ what: @autoclosure () -> String, brackets: Int = 1
  ) -> [JSONValue]? {
    if case .array(let elements) = value.content { return elements }
    var way = ""
    if case .number(let text) = value.content {
      let (open, close) = (String(repeating: "[", count: brackets), String(repeating: "]", count: brackets))
      way = "; write \(open)\(shortened(text))\(close)"
    }
    problems.add(at: value.range, "\(what()) must be an array, but is \(value.kind)\(way)")
    return nil
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

extension JSONValue {
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
