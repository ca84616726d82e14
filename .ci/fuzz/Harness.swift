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
  case lesson, answers, arithmetic, command

  static let chosen = getenv("FUZZ").flatMap { Target(rawValue: String(cString: $0)) } ?? .lesson

  func run(_ bytes: [UInt8]) {
    switch self {
    case .lesson: readLesson(bytes)
    case .answers: readAnswers(bytes)
    case .arithmetic: readAnswers(Array("a1[1] = ".utf8) + bytes)
    case .command: readCommand(bytes)
    }
  }
}

/// A lesson that is taken is traced, checked and written in every format, or refused with a sentence.
private func readLesson(_ bytes: [UInt8]) {
  let lesson: Lesson
  do {
    lesson = try Lesson(json: bytes)
  } catch {
    _ = error.description(path: "lesson.json")
    return
  }
  let parameters = lesson.layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count + 1 } }
  // What is larger is slower, and nothing else.
  guard parameters * lesson.examples.count <= 200, lesson.layers.count <= 12 else { return }
  var settings = Settings()
  settings.all = true
  settings.digits = 1 + bytes.count % 17
  for format in Format.allCases {
    do {
      try WorkedExample.checkCanWrite(lesson, as: format)
      var sink = Nowhere()
      try WorkedExample(lesson, settings: settings).write(as: format, to: &sink)
    } catch let error as WorkedExampleError {
      _ = "\(error)"
    } catch {
      fatalError("nothing else is thrown: \(error)")
    }
  }
  var worksheet = Worksheet.Settings()
  worksheet.judges = true
  for isKey in [false, true] {
    worksheet.showsAnswers = isKey
    guard let sheet = try? Worksheet(lesson, worksheet) else { return }
    var sink = Nowhere()
    try? sheet.write(by: HTMLWriter(notation: .nielsen, hasSteps: false), to: &sink)
    try? sheet.write(by: ExamWriter(notation: .slides), to: &sink)
  }
}

/// Answers that are read are judged and reported.
private func readAnswers(_ bytes: [UInt8]) {
  do {
    let sheet = try AnswerSheet(bytes, for: Judge.assessor.exercise)
    let report = Report(
      Judge.assessor.exercise, Judge.assessor.assess(sheet), name: "answers", reveals: true)
    var sink = Nowhere()
    try? TextWriter(notation: .threeBlueOneBrown).write(report.blocks, to: &sink)
  } catch {
    _ = error.description(path: "answers.md")
  }
}

private enum Judge {
  static let assessor: Assessor = {
    guard let bytes = Catalog.source(of: "two-neurons"), let lesson = try? Lesson(json: bytes),
      let exercise = try? Exercise(lesson)
    else { fatalError("the lesson is gone") }
    return Assessor(Marker(exercise), of: lesson)
  }()
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
