import Documents
import Exports
import Grading
import Lessons

/// Does what the command line asks for, and says how it went.
func run(_ arguments: @autoclosure () throws(CommandError) -> [String]) -> ExitCode {
  var ending = ExitCode.done
  do {
    try answer(Request(arguments()))
  } catch {
    StandardError.write(error.lines)
    ending = error.exitCode
  }
  // Any other ending has said why already.
  guard ending == .done || ending == .disagreement else { return ending }
  do {
    try StandardOutput.finish()
  } catch {
    StandardError.write(error.lines)
    ending = error.exitCode
  }
  return ending
}

private func answer(_ request: Request) throws(CommandError) {
  switch request {
  case .workedExample(let request): try request.isStepped ? step(request) : work(request)
  case .worksheet(let request): try ask(request)
  case .questions(let request): try quiz(request)
  case .check(let request): try check(request)
  case .practice(let request): try practice(request)
  case .train(let request): try train(request)
  case .build(let request): try build(request)
  case .export(let request): try export(request)
  case .lessonList(let language): try listLessons(in: language)
  case .lessonFile(let name):
    let bytes = try builtInLesson(name)
    try StandardOutput.write { try $0.append(bytes: bytes) }
  case .completions(let shell, let language):
    try StandardOutput.write { try $0.append(shell.script(in: language)) }
  case .manual(let language): try StandardOutput.write { try $0.append(Manual.page(in: language)) }
  case .helpOfSecond(let language): try StandardOutput.write { try $0.append(Help.second(in: language)) }
  case .help(let command, let language):
    try StandardOutput.write { try $0.append(Help.text(for: command, in: language)) }
  case .version: try StandardOutput.write { try $0.append(versionLine + "\n") }
  }
}

private func work(_ request: WorkedExampleRequest) throws(CommandError) {
  var isRight = true
  var figures: [(name: String, content: String)] = []
  try write(request.document) { lesson throws(WorkedExampleError) in
    let format = request.document.writing.format
    try WorkedExample.checkCanWrite(lesson, as: format)
    var settings = request.settings
    settings.notation = request.document.writing.notation(in: lesson.language)
    if let kind = format.notebook {
      let notebook = try Notebook(lesson, settings: settings)
      return { try notebook.write(as: kind, to: &$0) }
    }
    let example = try WorkedExample(lesson, settings: settings)
    isRight = example.passed
    if request.figures != nil { figures = example.figures }
    return { try example.write(as: format, to: &$0) }
  } first: { input throws(CommandError) in
    try request.figures?.write(figures, besides: input)
  }
  guard isRight else { throw .gradientsDisagree }
}

private func ask(_ request: WorksheetRequest) throws(CommandError) {
  if let series = request.series {
    // For a lesson that is wrong no folder is made.
    _ = try LessonFile(
      request.document.lesson, resultIsNamedLater: request.document.namesResult,
      language: request.document.writing.notation.language)
    try series.makeFolder()
    for seed in series.variants { try ask(request.variant(seed, of: series)) }
    return
  }
  let writing = request.document.writing
  var filledIn: String?
  try write(request.document) { lesson throws(WorkedExampleError) in
    // A key has answers, and is written anew without a loss.
    filledIn = writing.output.flatMap {
      !request.settings.showsAnswers && hasAnswers($0, to: lesson) ? $0 : nil
    }
    let notation = try lesson.notation(writing.notation(in: lesson.language), names: writing.notation.names)
    var settings = request.settings
    settings.notation = notation
    settings.judges = writing.format == .html
    let worksheet = try Worksheet(lesson, settings)
    return { sink in
      switch writing.format {
      case .markdown:
        try worksheet.write(by: MarkdownWriter(notation: notation, math: writing.math), to: &sink)
      case .latex: try worksheet.write(by: ExamWriter(notation: notation), to: &sink)
      case .html: try worksheet.write(by: HTMLWriter(notation: notation, hasSteps: false), to: &sink)
      case .text: try worksheet.write(by: TextWriter(notation: notation, style: writing.style), to: &sink)
      // The request has refused them.
      case .json, .csv, .beamer, .slides, .notebook, .myst, .quarto: break
      }
    }
  } first: { _ throws(CommandError) in
    if let filledIn { throw .outputHasAnswers(filledIn) }
  }
}

/// Whether a sheet with answers to a lesson is at a path.
private func hasAnswers(_ path: String, to lesson: WrittenLesson) -> Bool {
  guard let status = try? FileStatus(path: path), status.isRegular,
    let bytes = (try? InputFile(ofAnswers: path))?.bytes, (try? AnswerSheet.front(of: bytes))?.header != nil,
    let exercise = try? Exercise(lesson), let sheet = try? AnswerSheet(bytes, for: exercise)
  else { return false }
  return sheet.answers.contains { exercise.line(of: $0.name) != nil }
}

private func quiz(_ request: QuestionsRequest) throws(CommandError) {
  let writing = request.document.writing
  try write(request.document) { lesson throws(WorkedExampleError) in
    var settings = request.settings
    settings.notation = try lesson.notation(writing.notation(in: lesson.language), names: nil)
    let bytes = try Quiz(lesson, settings).bytes(for: request.platform)
    return { try $0.append(bytes: bytes) }
  }
}

/// Reads the lesson, prepares its document, and only then begins to write: what comes first, then the document.
func write(
  _ request: DocumentRequest,
  _ prepare: (WrittenLesson) throws(WorkedExampleError) -> (inout DescriptorOutput) throws -> Void,
  first: (FileIdentity?) throws(CommandError) -> Void = { _ in }
) throws(CommandError) {
  let file = try LessonFile(
    request.lesson, resultIsNamedLater: request.namesResult,
    language: request.writing.notation.language)
  // The bytes of the file, which may be many, are not needed any more.
  let (given, identity) = (file.lesson, file.identity)
  let output = try OutputFile(request.writing, besides: identity)
  let produce: (inout DescriptorOutput) throws -> Void
  do {
    let seed = request.variant
    produce = try prepare(
      seed.map { seed throws(WorkedExampleError) in try given.variant(seed: seed) } ?? given)
  } catch {
    throw CommandError(error)
  }
  try first(identity)
  try write(request.writing, to: output, produce)
  if request.writing.isFormatByDefault, StandardOutput.isTerminal, StandardError.isTerminal {
    let notation = request.writing.notation(in: given.language)
    StandardError.write([notation.text(MessagePhrase.readsBetterAsText)])
  }
}

/// Writes to a file, or to standard output if there is none.
func write(
  _ request: WritingRequest, to output: OutputFile?, _ produce: (inout DescriptorOutput) throws -> Void
) throws(CommandError) {
  if let output { try output.write(produce) } else { try StandardOutput.write(produce) }
}

extension OutputFile {
  /// The output file, if there is one; throws if it is the file that is read.
  init?(_ request: WritingRequest, besides input: FileIdentity?) throws(CommandError) {
    guard let path = request.output else { return nil }
    try self.init(path: path)
    if let input, identity == input { throw .outputIsLesson(path) }
  }
}

extension CommandError {
  init(_ error: WorkedExampleError) {
    self =
      switch error {
      case .unknownQuantity(let name, let suggestion): .unknownQuantity(name, suggestion: suggestion)
      case .notDerived(let name, let suggestion): .notDerived(name, suggestion: suggestion)
      case .noExample(let number, let count): .noExample(number, of: count)
      case .notAWeight(let name): .notAWeight(name)
      case .refused(let message): .refused(message)
      case .noFiniteResult(let message): .noFiniteResult(message)
      }
  }
}
