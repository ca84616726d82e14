import Documents
import Formulas
import Grading
import Lessons
import Texts

/// A lesson to be derived one number at a time.
struct PracticeRequest {
  var lesson: LessonSource
  var settings = Worksheet.Settings()
  /// The file in which the session is kept; `nil` if it is not kept.
  var output: String?
  /// How the questions and the answers are written.
  var writing: WritingRequest

  init(_ arguments: Arguments) throws(CommandError) {
    let document = try DocumentRequest(arguments, byDefault: .text)
    lesson = document.lesson
    // The answers are read from standard input.
    if lesson == .standardInput { throw .noLesson(.practice) }
    output = document.writing.output
    // The file contains the answers; everything else is for the terminal.
    writing = document.writing
    writing.style = Terminal.style(isASCII: arguments.has(.ascii), isFile: false)
    settings.source = lesson.argument
    settings.variant = document.variant
    settings.languageIsAsked = document.writing.notation.language != nil
    if let digits = document.writing.digits { settings.digits = digits }
    if writing.style.isASCII { writing.notation.alphabet = nil }
  }
}

/// Asks, listens and answers, to the end of the lesson or of the input.
func practice(_ request: PracticeRequest) throws(CommandError) {
  let file = try LessonFile(request.lesson, language: request.writing.notation.language)
  let earlier = try request.output.flatMap { path throws(CommandError) in try earlierSession(path, request) }
  var settings = request.settings
  settings.notation = request.writing.notation(in: file.lesson.language)
  var session: Practice
  do throws(WorkedExampleError) {
    let lesson = try request.settings.variant.map { seed throws(WorkedExampleError) in
      try file.lesson.variant(seed: seed)
    }
    session = try Practice(lesson ?? file.lesson, settings, resuming: earlier)
  } catch {
    throw CommandError(error)
  }
  let writer = TextWriter(notation: settings.notation, style: request.writing.style)
  func say(_ blocks: [Block]) throws(CommandError) {
    try StandardOutput.write { try writer.write(blocks, to: &$0) }
  }
  try say(session.greeting)
  var input = LineReader()
  var asked = ""
  var isKept = earlier != nil
  while let question = session.question {
    // A question that is repeated has its heading above already.
    if question.name != asked { try say(question.heading) }
    asked = question.name
    // If the output is closed, there will be no more answers.
    guard try StandardOutput.write({ try $0.append("    \(question.name) = ") }) else { break }
    guard let line = input.next() else {
      try StandardOutput.write { try $0.append("\n\n") }
      break
    }
    // A terminal has shown the line and its end already.
    try StandardOutput.write { try $0.append(LineReader.isTerminal ? "\n" : "\(harmless(line))\n\n") }
    try say(session.respond(to: line))
    if let path = request.output {
      let text = session.file
      try OutputFile(path: path).write { try $0.append(text) }
      isKept = true
    }
  }
  try say(session.score)
  if let path = request.output {
    let words = session.farewell(file: harmless(path), isKept: isKept)
    try StandardOutput.write { try $0.append(words + "\n") }
  }
}

/// The file of an earlier session of the same lesson; `nil` where there is no file yet.
private func earlierSession(_ path: String, _ request: PracticeRequest) throws(CommandError) -> [UInt8]? {
  guard try OutputFile(path: path).exists else { return nil }
  let file = try InputFile(regular: path, limit: AnswerSheet.byteLimit)
  guard let header = try? AnswerSheet.front(of: file.bytes).header, header.lesson == request.settings.source,
    header.variant == request.settings.variant, UTF8Text.problem(in: file.bytes) == nil,
    Practice.isSession(file.bytes)
  else { throw .noSession(path) }
  return file.bytes
}
