import Formulas
import Lessons
import Texts

/// Gathers answers, blanks, and what is wrong.
struct AnswerReader {
  let bytes: [UInt8]
  /// The same as it was handed in; the one above may have lines joined.
  private let original: [UInt8]
  let names: any NameReading
  var problems = ProblemList()
  private(set) var answers: [Answer] = []
  /// The first lines that read like answers and name nothing.
  private(set) var missed: [MissedLine] = []
  /// In the order of the file.
  private(set) var blanks: [Formula] = []
  private var places: [Formula: Int] = [:]
  private var blankNames: Set<Formula> = []

  init(_ bytes: [UInt8], _ names: any NameReading) {
    self.bytes = names.readPrintedLines ? PrintedText.inLines(bytes) : bytes
    original = bytes
    self.names = names
  }

  /// Whether nothing has been found, not even a blank or something wrong.
  var isEmpty: Bool { answers.isEmpty && blanks.isEmpty && problems.count == 0 }

  mutating func readLines() {
    var displays = Displays()
    let start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let mayBegin = names.readPrintedLines ? nil : Lines.mayBeginName
    Lines.forEachCandidate(in: bytes, countedIn: original, where: mayBegin) { number, line in
      let line = max(line.lowerBound, start)..<max(line.upperBound, start)
      if !names.readPrintedLines, displays.hold(line, of: bytes) { return }
      if let found = AnswerLine(line, of: bytes, names) {
        read(found, number)
      } else if missed.count < MissedLine.most, let line = MissedLine(line, of: bytes, line: number) {
        missed.append(line)
      }
    }
  }

  private mutating func read(_ found: AnswerLine, _ number: Int) {
    let isBlank = Cursor(bytes, found.value).isBlankToFill
    guard let name = names[found.shape] else {
      // x and y alone are columns of givens; what looks like a heading in a list is none of ours.
      if found.isWeak && isBlank || found.name.count == 1 && !found.isCost { return }
      let written = Cursor(bytes, found.name).text(found.name)
      let isShown = problems.hasRoom(at: found.name)
      let message = isShown ? names.unknown(found.shape, written: written) : ""
      problems.add(at: found.name, message)
      return
    }
    if isBlank { return leaveBlank(name) }
    let whole = found.name.lowerBound..<found.value.upperBound
    if found.value.count <= ExpressionReader.byteLimit, !checkText(whole) { return }
    // A sentence may begin a line with what the lesson gives: "η = 0.15 is the learning rate".
    let mayBeSentence = names.isGiven(name) || names.readPrintedLines && isSentence(found.value)
    if mayBeSentence, (try? Side.read(Cursor(bytes, found.value), names)) == nil { return }
    if let sides = sides(of: Cursor(bytes, found.value)) {
      add(name, written: found.name, sides: sides, at: whole, line: number)
    }
  }

  /// Whether words stand in a value: the summary of a lesson may begin with what it is about, "f = x + y is used twice".
  private func isSentence(_ value: Range<Int>) -> Bool {
    let words = Cursor(bytes, value).text(value).split(separator: " ").filter { word in
      word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "," || $0 == "." || $0 == ":" }
    }
    return words.count >= Self.fewestWords
  }

  private static let fewestWords = 3

  /// Whether an answer is UTF-8.
  private mutating func checkText(_ range: Range<Int>) -> Bool {
    guard let problem = UTF8Text.problem(in: Array(bytes[range])) else { return true }
    problems.add(problem.moved(by: range.lowerBound))
    return false
  }

  mutating func leaveBlank(_ name: Formula) {
    if blankNames.insert(name).inserted { blanks.append(name) }
  }

  mutating func add(_ name: Formula, written: Range<Int>, sides: [Side], at range: Range<Int>, line: Int) {
    guard let last = sides.last else { return leaveBlank(name) }
    let nameAsWritten = Cursor(bytes, written).text(written)
    if let index = places[name] {
      // Who says the same again, as in a table of results, says nothing wrong.
      let first = answers[index]
      // The rule, and then the number: the number is the answer.
      if names.readPrintedLines, first.sides.last?.decimal == nil || last.decimal == nil {
        if first.sides.last?.decimal == nil {
          answers[index] = Answer(
            line: line, range: range, name: name, nameAsWritten: nameAsWritten, sides: sides)
        }
        return
      }
      if first.sides.last?.says(last) == true {
        // What has more digits says more.
        if let unit = last.decimal?.unit, let old = first.sides.last?.decimal?.unit, unit < old {
          answers[index] = Answer(
            line: line, range: range, name: name, nameAsWritten: nameAsWritten, sides: sides)
        }
      } else {
        problems.add(
          at: written,
          "\(shortened(nameAsWritten)) has another value in line \(first.line); leave one of the two")
      }
      return
    }
    places[name] = answers.count
    answers.append(Answer(line: line, range: range, name: name, nameAsWritten: nameAsWritten, sides: sides))
  }

  /// What stands between the signs of equality, without blanks that were left empty; `nil` if something is wrong with it.
  mutating func sides(of value: Cursor) -> [Side]? {
    do {
      return try Side.read(value, names)
    } catch {
      problems.add(error)
      return nil
    }
  }
}

extension Cursor {
  /// Of `0.66 a1` before a sign of equality, a1 is the next answer, and no factor.
  fileprivate func checkIsOneAnswer() throws(Problem) {
    let words = text(trimmed).split { $0 == " " || $0 == "," || $0 == ";" }
    guard words.count == 2, Double(words[0]) != nil, let letter = words[1].first, letter.isLetter,
      words[1].count > 1
    else { return }
    throw Problem(at: trimmed, "a second answer begins in this line; give each a line of its own")
  }
}

extension Side {
  /// Whether another says the same: in the same letters, or the same number to as many digits as both have.
  fileprivate func says(_ other: Side) -> Bool {
    if written == other.written { return true }
    guard let decimal, let second = other.decimal else { return false }
    let unit = max(decimal.unit, second.unit)
    return (decimal.value - second.value).magnitude <= unit / 2 * (1 + 1e-9)
  }

  /// The sides of a value; those that are blanks are left out.
  static func read(_ value: Cursor, _ names: any NameReading) throws(Problem) -> [Side] {
    var cursor = value
    guard cursor.end - cursor.position <= ExpressionReader.byteLimit else {
      throw Problem(
        at: value.range,
        "the value that begins here has more than \(ExpressionReader.byteLimit) bytes, which is the most that is read"
      )
    }
    var sides: [Side] = []
    var start = cursor.position
    while true {
      // Of x ≥ y as it is typed the second sign is none of equality.
      if names.readPrintedLines, cursor.take(">=") || cursor.take("<=") { continue }
      let end = cursor.position
      let isLast = cursor.isAtEnd
      if isLast || cursor.take(oneOf: AnswerLine.equals) || cursor.take("\\approx") {
        let side = Cursor(cursor.bytes, start..<end)
        if !isLast { try side.checkIsOneAnswer() }
        if !side.isBlankToFill, let read = try Side.read(side, isLast: isLast, names) { sides.append(read) }
        if isLast { return sides }
        start = cursor.position
      } else {
        cursor.skip()
      }
    }
  }

  /// One of them; of a line that is printed the steps may be written in ways that nobody types, and only its result counts.
  private static func read(_ side: Cursor, isLast: Bool, _ names: any NameReading) throws(Problem) -> Side? {
    if isLast || !names.readPrintedLines { return try Side(side, names) }
    return try? Side(side, names)
  }

  private init(_ side: Cursor, _ names: any NameReading) throws(Problem) {
    let range = side.trimmed
    let cursor = Cursor(side.bytes, range)
    written = cursor.text(range)
    if let (decimal, numeral) = Decimal.read(cursor) {
      self.decimal = decimal
      formula = .number(numeral)
    } else {
      decimal = nil
      var reader = ExpressionReader(cursor, names)
      formula = try reader.whole()
    }
  }
}
