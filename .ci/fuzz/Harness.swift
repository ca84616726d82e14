import Backprop
import Documents
import Formulas
import Glibc
import Grading
import Lessons

/// One input of the fuzzer, for the reader that FUZZ names, and for all that comes after it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Target.chosen.run([UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What reads what people write.
enum Target: String {
  case lesson, network, answers, arithmetic, command

  static let chosen = getenv("FUZZ").flatMap { Target(rawValue: String(cString: $0)) } ?? .lesson

  func run(_ bytes: [UInt8]) {
    var dice = Dice(bytes)
    switch self {
    case .lesson: readLesson(bytes, &dice)
    case .network: readLesson(Array(NetworkDraw(bytes).lesson.utf8), &dice)
    case .answers: readAnswers(bytes, &dice)
    case .arithmetic: readAnswers(Array("a1 = ".utf8) + bytes, &dice)
    case .command: readCommand(bytes)
    }
  }
}

/// What is done with an input is drawn from its bytes, so that the same input is treated in the same way.
private struct Dice {
  private var random: SplitMix64

  init(_ bytes: [UInt8]) {
    random = SplitMix64(seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
  mutating func isOne(in count: Int) -> Bool { below(count) == 0 }
}

/// What is said of a file names places that are in it, in lines that a terminal can show.
private func hold(_ error: LessonError, to bytes: [UInt8]) {
  let said = error.description(path: "a")
  guard
    error.problems.allSatisfy({
      0 <= $0.range.lowerBound && $0.range.upperBound <= bytes.count && !$0.message.isEmpty
    }),
    error.problems.count <= min(error.count, 20), !error.problems.isEmpty,
    said.split(separator: "\n").allSatisfy({ harmless(String($0)) == $0 && $0.unicodeScalars.count <= 512 })
  else { fatalError("this is no way to say it: \(said)") }
}

/// A lesson is written so that it is read back as the same; numbers that were drawn are written out.
private func writeAgain(_ lesson: Lesson) {
  var lesson = lesson
  for layer in lesson.layers.indices { lesson.layers[layer].isDrawn = false }
  var text = ""
  guard (try? lesson.write(to: &text)) != nil, let again = try? Lesson(json: Array(text.utf8)),
    again == lesson
  else {
    fatalError("it does not come back: \(text)")
  }
}

/// A lesson that is taken is traced, checked and written in some format, or refused with a sentence.
private func readLesson(_ bytes: [UInt8], _ dice: inout Dice) {
  let lesson: Lesson
  do {
    lesson = try Lesson(json: bytes)
  } catch {
    hold(error, to: bytes)
    return
  }
  let parameters = lesson.layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count + 1 } }
  let size = parameters * lesson.examples.count * (lesson.layers.last?.weights.count ?? 1)
  // What is larger is slower, and seldom else.
  guard size <= 12 || (size <= 300 && lesson.layers.count <= 12 && dice.isOne(in: 32)) else { return }
  // A document takes ten times as long as what it tells.
  switch dice.below(16) {
  case 0: writeWorksheet(lesson, &dice)
  case 1...3: writeDocument(lesson, &dice)
  case 4: writeAgain(lesson)
  default: _ = try? WorkedExample(lesson, settings: Settings())
  }
}

private func writeDocument(_ lesson: Lesson, _ dice: inout Dice) {
  var settings = Settings()
  settings.all = true
  settings.digits = 1 + dice.below(17)
  settings.notation = Notation.allCases[dice.below(Notation.allCases.count)]
  settings.math = dice.isOne(in: 2) ? .dollar : .github
  settings.exact = dice.isOne(in: 4)
  settings.isFragment = dice.isOne(in: 4)
  settings.textStyle = TextStyle(isASCII: dice.isOne(in: 2), stacksFractions: dice.isOne(in: 2))
  if dice.isOne(in: 4) { settings.paths = "w1[1,1]" }
  if dice.isOne(in: 4) { settings.only = ["b1[1]"] }
  if dice.isOne(in: 4) { settings.figures = "figure" }
  let format = Format.allCases[dice.below(Format.allCases.count)]
  do {
    try WorkedExample.checkCanWrite(lesson, as: format)
    let example = try WorkedExample(lesson, settings: settings)
    var sink = Nowhere()
    try example.write(as: format, to: &sink)
    if settings.figures != nil { _ = example.figures }
  } catch let error as WorkedExampleError {
    _ = "\(error)"
  } catch {
    fatalError("nothing else is thrown: \(error)")
  }
}

private func writeWorksheet(_ lesson: Lesson, _ dice: inout Dice) {
  var worksheet = Worksheet.Settings()
  worksheet.judges = dice.isOne(in: 2)
  worksheet.showsAnswers = dice.isOne(in: 2)
  guard let sheet = try? Worksheet(lesson, worksheet) else { return }
  var sink = Nowhere()
  if dice.isOne(in: 2) {
    try? sheet.write(by: HTMLWriter(notation: .nielsen, hasSteps: false), to: &sink)
  } else {
    try? sheet.write(by: ExamWriter(notation: .slides), to: &sink)
  }
}

/// Answers that are read are judged and reported.
private func readAnswers(_ bytes: [UInt8], _ dice: inout Dice) {
  do {
    _ = try AnswerSheet.header(of: bytes)
    // To find out what somebody had in mind takes a hundred times as long as to read it.
    let assessor = dice.isOne(in: 4) ? Judge.ofLayers : Judge.ofChain
    let sheet = try AnswerSheet(bytes, for: assessor.exercise)
    guard dice.isOne(in: 512) else { return }
    let report = Report(
      assessor.exercise, assessor.assess(sheet), name: "answers", reveals: dice.isOne(in: 2))
    var sink = Nowhere()
    try? TextWriter(notation: .threeBlueOneBrown).write(report.blocks, to: &sink)
  } catch {
    hold(error, to: bytes)
  }
}

private enum Judge {
  static let ofChain = of("single-chain")
  static let ofLayers = of("two-neurons")

  private static func of(_ name: String) -> Assessor {
    guard let bytes = Catalog.source(of: name), let lesson = try? Lesson(json: bytes),
      let exercise = try? Exercise(lesson)
    else { fatalError("the lesson is gone") }
    return Assessor(Marker(exercise), of: lesson)
  }
}

/// A line of the input is an argument.
private func readCommand(_ bytes: [UInt8]) {
  let arguments = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  do {
    _ = try Request(arguments)
  } catch {
    _ = error.lines
  }
}

/// Where documents go.
private struct Nowhere: TextSink {
  var count = 0
  mutating func append(_ text: String) { count += text.utf8.count }
}
