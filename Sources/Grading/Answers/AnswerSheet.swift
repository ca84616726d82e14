import Formulas
import Lessons
import Texts

/// What somebody handed in: a filled-in worksheet, a derivation, a list of names and values, a table, a notebook, or JSON.
package struct AnswerSheet: Sendable {
  /// The most bytes that are read: 16 MiB.
  package static let byteLimit = JSONValue.byteLimit

  /// In the order of the file; blanks that were left empty are not among them.
  package let answers: [Answer]
  /// The names of blanks that were left empty, each once.
  package let unanswered: [Formula]
  /// What looks like an answer and was not read.
  package let missed: UnreadLines
  /// What is not asked for, and was counted only.
  package let passedOver: PassedOver
  /// Derivatives along all paths that were answered, and that are no lines of the exercise.
  package let compounds: [Formula]
  /// How much the sheet counts its layers on from those of the lesson.
  package let layerShift: Int
  /// The files, if there are several.
  package let files: Files?

  /// Reads the answers to an exercise.
  ///
  /// It is JSON if it begins with a brace or a bracket, and lines of text otherwise. What cannot be read is kept with its reason
  /// and stops nothing; throws where nothing at all was read.
  package init(_ file: [UInt8], for exercise: Exercise) throws(LessonError) {
    let text = try SheetText(file)
    var names = exercise.names.reading(text.bytes)
    var reader = try Self.reader(text, names)
    for other in names.readingColumnsOtherwise(in: text.bytes) {
      // Who says more that is right with other columns means those.
      let second = try Self.reader(text, other)
      if Self.fits(second.answers, other) > Self.fits(reader.answers, names) {
        (reader, names) = (second, other)
      }
    }
    var shift = 0
    // Some books count the input as layer 1, some programs the first layer as 0.
    let fit = Self.fits(reader.answers, names)
    let isMisfit = reader.strangers == 0 && fit == 0 && reader.answers.count > 1
    for other in [1, -1] where (reader.strangers > 0 || isMisfit) && shift == 0 {
      guard let shifted = names.counting(layersOn: other) else { break }
      let second = try Self.reader(text, shifted)
      // A slip in one line is no way to count: the numbers must fit no worse.
      let count = second.answers.count
      if second.strangers == 0,
        isMisfit
          ? count == reader.answers.count && Self.fits(second.answers, names) == count
          : count > max(2, reader.answers.count) && Self.fits(second.answers, names) >= fit
      {
        (reader, shift) = (second, other)
      }
    }
    let people = Self.isJSON(text.bytes) ? [] : Self.people(inFirstLinesOf: text.bytes)
    for (name, line) in people.dropFirst()
    where name.lowercased() != people[0].name.lowercased() && TableLabel.match(name, names) == nil {
      reader.problems.add(
        at: line, "this sheet is by \(shortened(people[0].name)) as well; remove one of the two names")
    }
    if reader.isEmpty { reader.problems.add(Self.noAnswer(in: text.bytes, example: names.example)) }
    if reader.answers.isEmpty, reader.problems.count > 0 {
      throw LessonError(reader.problems.inSigns(of: text), in: text.typed ?? text.bytes)
    }
    // What a worksheet says of a quantity whose blank is empty, or that is no part of it, is no answer.
    let blanks = Set(reader.blanks)
    answers = reader.inOrder.filter { answer in
      !(blanks.contains(answer.name) || exercise.isLeftOut(answer.name))
        || answer.sides.last?.formula.names.isEmpty ?? true
    }.map { $0.quoted(from: text) }
    let lines = LineCounter(reader.problems.count > 0 ? text.bytes : [])
    missed = UnreadLines(reader.problems.inSigns(of: text), in: text.typed ?? text.bytes) {
      text.number(ofLine: lines.number(of: $0))
    }
    passedOver = reader.passedOver
    var compounds: [Formula] = []
    for answer in answers where exercise.entries[answer.name] == nil { compounds.append(answer.name) }
    self.compounds = compounds
    layerShift = shift
    files = nil
    let answered = Set(answers.map(\.name))
    unanswered = reader.blanks.filter { !answered.contains($0) }
  }

  private static func reader(_ text: SheetText, _ names: any NameReading) throws(LessonError) -> AnswerReader
  {
    func read(isInPlace: Bool) throws(LessonError) -> AnswerReader {
      var reader = AnswerReader(text, names)
      reader.isInPlace = isInPlace
      if isJSON(text.bytes) {
        reader.readObject(try json(text.bytes))
      } else {
        reader.readLines()
        reader.withdrawEntriesCountedFromZero()
      }
      return reader
    }
    let reader = try read(isInPlace: false)
    // What stands before the first value that is written in its place may be so, too.
    return reader.isInPlace ? try read(isInPlace: true) : reader
  }

  /// How many numbers are the true ones, to the digits that they have.
  private static func fits(_ answers: [Answer], _ names: any NameReading) -> Int {
    answers.count { answer in
      guard let decimal = answer.sides.last?.decimal, let value = names.value(of: answer.name) else {
        return false
      }
      return (decimal.value - value).magnitude <= decimal.unit
    }
  }

  /// Whether the first thing in it is a brace, or a bracket with an object behind it.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let signs = bytes[start...].lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.prefix(2)
    // {'dw3': 0.1} is what Python prints.
    if Array(signs) == [UInt8(ascii: "{"), UInt8(ascii: "'")] { return false }
    return signs.first == UInt8(ascii: "{") || Array(signs) == [UInt8(ascii: "["), UInt8(ascii: "{")]
  }

  static func json(_ bytes: [UInt8]) throws(LessonError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw LessonError(error, in: bytes)
    }
  }

  private static func noAnswer(in bytes: [UInt8], example: String) -> Problem {
    // In another encoding there is no name to be found.
    if let problem = UTF8Text.problem(in: bytes) { return problem }
    return Problem(
      at: 0..<0, "no answers found; an answer is a line name = value, such as \(example) = -0.35")
  }
}

extension ProblemList {
  mutating func add(_ problem: Problem) { add(at: problem.range, problem.message) }

  /// The same with decimal commas in its sentences where the text has them.
  fileprivate func inSigns(of text: SheetText) -> ProblemList {
    guard text.typed != nil else { return self }
    return map { DecimalCommas.exchanged($0) }
  }
}
