import Lessons
import Texts

/// What is wrong with arithmetic, in sentences.
extension ExpressionReader {
  /// A value is missing at the end, or before a closing parenthesis.
  func nothing(after place: Range<Int>?) -> Problem {
    guard let place, !place.isEmpty else {
      return Problem(at: cursor.range, "a number is missing here; write one, or a name, or arithmetic")
    }
    return Problem(
      at: place,
      "nothing follows '\(shortened(cursor.text(place)))'; write a value after it, or remove it")
  }

  /// Something else stands where a value should.
  func noValue(_ word: String, from start: Int) -> Problem {
    let range = start..<max(cursor.position, cursor.range.upperBound)
    if word.isEmpty {
      if cursor.isAtEnd { return nothing(after: nil) }
      if let problem = invisible() { return problem }
      return Problem(
        at: range, "a number, a name or a parenthesis is expected here, but \(shown(range)) was found")
    }
    let place = start..<cursor.position
    if let name = nameInModule(after: start) { return name }
    if ["i", "j"].contains(word), Cursor.isDigit(cursor.bytes[start > cursor.start ? start - 1 : start]) {
      return Problem(at: place, "\(shown(place)) behind a number makes it complex; write a real number")
    }
    if cursor.next == "(" {
      let plain = word.first == "\\" ? String(word.dropFirst()) : word
      let meant = strangers.contains(plain) ? nil : suggestion(for: plain, among: Self.allNames)
      let all = Self.allNames.joined(separator: ", ")
      let way = meant.map { "did you mean \($0)?" } ?? "the functions are \(all)"
      return Problem(at: place, "\(shown(place)) is not a known function; \(way)")
    }
    return Problem(
      at: place,
      "'\(shown(place))' is neither a number nor a name of this lesson; "
        + "write a number, or arithmetic such as 2*(0.64 - 1)")
  }

  /// `np.exp`: what a function is called in a program.
  private func nameInModule(after start: Int) -> Problem? {
    var ahead = cursor
    guard ahead.take(".") else { return nil }
    let nameStart = ahead.position
    while let next = ahead.next, Cursor.isLetter(next) || Cursor.isDigit(ahead.byte(0)) { ahead.skip() }
    let name = cursor.text(nameStart..<ahead.position)
    guard Self.functionNames.contains(name) else { return nil }
    let range = start..<ahead.position
    return Problem(at: range, "\(shown(range)) is written \(name) here")
  }

  /// Something stands behind a value that is complete, or before the parenthesis of `start` is closed.
  func leftover(openedAt start: Int?) -> Problem {
    if cursor.next == ",", let comma = commaInNumber() { return comma }
    if let problem = invisible() { return problem }
    if let start, cursor.isAtEnd {
      return Problem(
        at: start..<(start + 1), "the parenthesis that opens here is never closed; close it")
    }
    if let problem = strayCloser(openedAt: start) { return problem }
    if cursor.next == "%" {
      return Problem(at: cursor.range, "% is not allowed here; write 0.5 for 50%")
    }
    if cursor.next == "," || cursor.next == ";" {
      return separator(openedAt: start)
    }
    if cursor.isAtNumber || isAtWord {
      var ahead = cursor
      while let next = ahead.next, Cursor.isLetter(next) || next == "." || Cursor.isDigit(ahead.byte(0)) {
        ahead.skip()
      }
      let range = cursor.position..<ahead.position
      return Problem(
        at: range,
        "two values stand side by side, and the second is '\(shown(range))'; write one of them, or * between them, "
          + "and # before a remark")
    }
    return Problem(
      at: cursor.range, "\(shown(cursor.range)) is not allowed here; a value is followed by +, -, *, / or ^")
  }

  func invisible() -> Problem? {
    cursor.next.flatMap(invisibility(of:)).map { Problem(at: cursor.range, $0) }
  }

  func shown(_ range: Range<Int>) -> String { shortened(cursor.text(range)) }
}
