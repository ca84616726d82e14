import Formulas
import Lessons
import Texts

/// Gathers answers, blanks, and what was not read.
struct AnswerReader {
  let bytes: [UInt8]
  /// The same as it was handed in; the one above may have lines joined.
  let original: [UInt8]
  private(set) var names: any NameReading
  /// What looks like an answer and was not read, with the reason.
  var problems = ProblemList()
  /// What is counted and not judged.
  var passedOver = PassedOver()
  var answers: [Answer] = []
  /// Whether a number took the place of its rule among them.
  var hasNumbersAfterRules = false
  /// In the order of the file.
  var blanks: [Formula] = []
  /// How many names fit no quantity.
  private(set) var strangers = 0
  /// Where among the answers each name is.
  var places: [Formula: Int] = [:]
  var blankNames: Set<Formula> = []
  /// Whether what a step changes is written in its place, as programs do: v = 8, and then θ = 3.2 for the new θ.
  var isInPlace = false
  /// Why parts of the sheet are not judged.
  private var reasons: Set<String> = []
  /// The step in time that the lines are about, as `t = 2:` says it.
  private(set) var timeStep: Int?
  /// What the parameters are said to be in the lines below a heading.
  private var parameters: ParameterHeading?
  var table = TableColumns()
  private var arrays = ArrayLines()
  var steps = StepsOfDescent()

  private let text: SheetText
  /// Whether the program prints it, a worked example or a trace: what it says besides answers is no answer of anybody.
  var isWorkedExample = false

  init(_ text: SheetText, _ names: any NameReading) {
    bytes = AnswerSheet.isJSON(text.bytes) ? text.bytes : PrintedText.inLines(text.bytes)
    original = text.bytes
    self.text = text
    self.names = names
  }

  /// Whether nothing has been found, not even a blank or something wrong.
  var isEmpty: Bool { answers.isEmpty && blanks.isEmpty && problems.count == 0 }

  /// The most bytes that a line may have; what is longer holds no answer that could be read.
  static let longestLine = 4 * ExpressionReader.byteLimit

  mutating func readLines() {
    var sections = SectionOfExample(original)
    isWorkedExample = sections.isWorkedExample
    var asked: [(match: NameMatch, name: Range<Int>)] = []
    steps = StepsOfDescent(bytes, names)
    isInPlace = isInPlace || steps.areCounted
    var step: Int?
    var end = 0
    Lines.forEachCandidate(in: bytes, countedIn: original) { line, range in
      let (number, line) = (text.number(ofLine: line), range)
      guard line.lowerBound >= end, number <= Self.mostLinesBefore || Lines.mayHoldAnswer(bytes, line) else {
        return
      }
      if HeaderLine.isOne(line, of: bytes) { return }
      // Example 2: a1 = 0.5 says it in the same line.
      names.section = sections.example(at: line.lowerBound + 1)
      var cursor = Cursor(bytes, line.prefix(Self.longestLine))
      let found = steps.areCounted ? cursor.stepOfDescent : nil
      if found?.isHeading ?? (cursor.next == "#") { step = found?.number }
      var other = (found?.number ?? step).flatMap { $0 == 1 ? nil : $0 }
      switch sections.passedOver {
      case .printed(let kind): return passedOver.add(numbers(in: cursor).count, kind)
      case .second(let heading): return passOver(heading, SectionOfExample.Passed.reasonForSecond)
      case .step(let number): other = number
      case nil: break
      }
      if let other { return refuse(cursor, steps.reason(other)) }
      readHeading(cursor)
      if cursor.isHeadingOfPart { return }
      if line.count >= Self.shortestOfLesson,
        names.areOfLesson(cursor.text(max(line.lowerBound, line.upperBound - 48)..<line.upperBound))
      {
        return
      }
      cursor.skipBlanks()
      var row = cursor
      while row.take(">") { row.skipBlanks() }
      if row.next == "|" { cursor = row }
      if cursor.next == "|" || table.isList(cursor, names) {
        asked = []
        return readRow(cursor, number)
      }
      if let shown = cursor.namesThatAreShown(names) ?? cursor.nameAsked(names).map({ [$0] }) {
        asked = shown
        return
      }
      if let (number, behind) = cursor.stepByLetter {
        timeStep = number
        cursor.move(to: behind)
      }
      // An array goes on over lines until its brackets are closed.
      let whole = arrays.whole(from: cursor, in: bytes)
      end = whole.upperBound
      cursor = Cursor(bytes, cursor.position..<whole.upperBound)
      let reading = LineReading(cursor, names, hasSentences: !isWorkedExample)
      let isSaid = reading.statements.isEmpty && reading.strangers.isEmpty
      if isSaid, asked.count == 1, let node = cursor.valueOfNode {
        for statement in reading.readNode(node, of: asked[0].name, bytes) { read(statement, number) }
      } else if isSaid, !asked.isEmpty, let value = cursor.numberOrArray {
        end = readShown(asked, value, number)
      } else if isSaid, let (match, name) = cursor.nameAlone(names),
        let value = arrays.array(below: cursor.end, in: bytes)
          ?? ArrayLines.number(below: cursor.end, in: bytes)
      {
        end = value.upperBound
        read(Statement(match: match, name: name, value: value), number)
      } else if isSaid, let stranger = cursor.strangerThatIsShown(names),
        let value = arrays.array(below: cursor.end, in: bytes)
          ?? ArrayLines.number(below: cursor.end, in: bytes)
      {
        end = value.upperBound
        add(stranger: stranger)
      } else if isSaid, !isWorkedExample, let place = cursor.valueWithoutName {
        leaveUnread(place, names.valueAlone)
      } else if isSaid, let place = reading.unreadName, !names.areOfLesson(words(before: place)) {
        leaveUnread(place, names.notUnderstood)
      }
      asked = []
      for statement in reading.statements {
        if Cursor(bytes, statement.value).lastSideIsOpen, reading.statements.count == 1,
          let rows =
            ArrayLines.rows(below: line.upperBound, in: bytes)
            ?? arrays.array(below: line.upperBound, in: bytes)
        {
          end = rows.upperBound
          read(Statement(match: statement.match, name: statement.name, value: rows), number)
        } else {
          read(statement, number)
        }
      }
      for stranger in reading.strangers
      where bytes[stranger].first != UInt8(ascii: "J") || !reading.isArray(behind: stranger) {
        if isOneByItself(stranger, end) { continue }
        add(stranger: stranger)
      }
    }
  }

  /// Keeps what a heading says of the parameters below it.
  private mutating func readHeading(_ line: Cursor) {
    if ParameterHeading.isHeading(line) {
      parameters = ParameterHeading(line)
    } else if var heading = parameters {
      var first = line
      first.skipBlanks()
      let isBelow = heading.holds(line, indentedBy: first.position - line.position)
      parameters = isBelow ? heading : nil
    }
  }

  /// Takes back the answers with indices of a name that occurs with index 0 as well: they may count from 0.
  mutating func withdrawEntriesCountedFromZero() {
    let names = EntriesFromZero(problems, in: bytes)
    guard !names.isEmpty else { return }
    let doubtful = answers.filter(names.hold)
    answers.removeAll(where: names.hold)
    for answer in doubtful { problems.add(at: answer.range, EntriesFromZero.reason(answer)) }
    places = Dictionary(answers.indices.map { (answers[$0].name, $0) }) { first, _ in first }
  }

  /// A shorter line may be somebody's own.
  private static let shortestOfLesson = 48

  /// The heading of a list stands near its beginning.
  private static let mostLinesBefore = 64

  /// What the line of a place is called in the file.
  func line(of place: Int, _ lines: LineCounter) -> Int { text.number(ofLine: lines.number(of: place)) }

  mutating func add(stranger: Range<Int>) {
    if !isWorkedExample { strangers += 1 }
    let name = shortened(Cursor(bytes, stranger).text(stranger))
    leaveUnread(stranger, problems.hasRoom(at: stranger) ? names.stranger(name) : "")
  }

  /// Says why something that looks like an answer is not read; what our own documents say besides answers is only counted.
  mutating func leaveUnread(_ place: Range<Int>, _ reason: String) {
    if isWorkedExample { passedOver.add(1, .others) } else { problems.add(at: place, reason) }
  }

  /// Says once why something is not judged.
  private mutating func passOver(_ place: Range<Int>, _ reason: String) {
    if reasons.insert(reason).inserted { problems.add(at: place, reason) }
  }

  mutating func read(_ statement: Statement, _ number: Int) {
    let value = Cursor(bytes, statement.value)
    var found = statement
    found.match = atTime(found).before(value)
    if let meaning = parameters?.meaning(of: found, in: bytes, names) { found.match = meaning.before(value) }
    if let own = costOfSection(found) { found.match = .quantity(own) }
    let isBlank = value.isBlankToFill
    // J of a layer is the matrix of its slopes, whose entries have names of their own.
    if case .unknown = found.match, bytes[found.name].first == UInt8(ascii: "J"), value.startsArray { return }
    // With the cross-entropy: δ = 0.98 has a label of its own, also if the lesson has the words.
    let before = words(before: found.name)
    let isLabelled = !isWorkedExample && before.trimmed { $0.isWhitespace || $0 == "$" }.hasSuffix(":")
    if found.isInSentence, !isLabelled, names.areOfLesson(before) { return }
    if case .unknown = found.match, isOneByItself(found.name, found.value.upperBound) { return }
    if let reason = problem(found) {
      problems.add(at: found.name, reason)
      return
    }
    if isBlank { return leaveBlank(found.match) }
    let whole = found.name.lowerBound..<max(found.name.upperBound, found.value.upperBound)
    if found.value.count <= ExpressionReader.byteLimit, !checkText(whole) { return }
    do {
      let values = try AnswerValue.read(value, for: found.match, names)
      // "The error δ = ∂C/∂z" says what a letter stands for.
      if found.isInSentence, values.count == 1, values[0].count == 1, values[0][0].formula.isName { return }
      add(values, found.match, at: found.name, whole, number)
    } catch {
      // A sentence may begin with what a lesson is about: "η = 0.15 is the learning rate", "f = x + y is used twice".
      let isNoAnswer =
        if case .quantity(let name) = found.match {
          names.isGiven(name) || names.takesCrossAsName && isSentence(found.value)
        } else { false }
      // A rule for a matrix has no number: Z1 = W1 X + b1.
      let isRule =
        switch found.match {
        case .array: !value.lastSideIsNumber
        // zs = [] and weights = [randn(y, x) for …] are lines of a program.
        case .layers: value.isProgram
        // Compute C = ∑ᵢ (yᵢ − tᵢ)²: what a sum is.
        case .quantity, .change, .ambiguous, .unknown:
          value.endsInShape || value.text(value.trimmed).hasPrefix("∑") && !value.lastSideIsNumber
        }
      if isNoAnswer || isRule || found.isInSentence && !bytes[found.value].contains(where: Cursor.isDigit) {
        return
      }
      leaveUnread(error.range, error.message)
    }
  }

  /// Whether the derivative of the result by itself is said to be 1, as most begin: df = 1, df/df = 1.
  private mutating func isOneByItself(_ name: Range<Int>, _ end: Int) -> Bool {
    guard let result = names.costName(ofExample: nil), name.upperBound < end else { return false }
    let text = Cursor(bytes, name).text(name).filter { !$0.isWhitespace && $0 != "_" }
    let spellings = ["d\(result)", "d\(result)/d\(result)", "d\(result)d\(result)", "grad\(result)"]
    guard spellings.contains(text.replacing("∂", with: "d")),
      Cursor(bytes, name.upperBound..<end).lastDecimal?.value == 1
    else { return false }
    passedOver.add(1, .others)
    return true
  }

  /// Why a name cannot be read; `nil` for one that can.
  private mutating func problem(_ found: Statement) -> String? {
    // Which name is meant takes time to find, and only the first are shown.
    if case .unknown = found.match, !problems.hasRoom(at: found.name) {
      strangers += 1
      return ""
    }
    let written = Cursor(bytes, found.name).text(found.name)
    guard let reason = names.problem(found.match, written: written) else { return nil }
    if case .unknown = found.match { strangers += 1 }
    return reason
  }

  private func words(before name: Range<Int>) -> String {
    Cursor(bytes, 0..<name.lowerBound).text(max(0, name.lowerBound - 48)..<name.lowerBound)
  }

  /// Whether three words or more stand in a value.
  private func isSentence(_ value: Range<Int>) -> Bool {
    Cursor(bytes, value).text(value).split(separator: " ").count { word in
      word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "," || $0 == "." || $0 == ":" }
    } >= 3
  }

  /// Whether an answer is UTF-8.
  private mutating func checkText(_ range: Range<Int>) -> Bool {
    guard let problem = UTF8Text.problem(in: Array(bytes[range])) else { return true }
    problems.add(problem.moved(by: range.lowerBound))
    return false
  }
}
