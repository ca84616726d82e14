import Documents
import Lessons

/// Does what the command line asks for, and says how it went.
func run(_ arguments: [String]) -> ExitCode {
  do {
    try answer(Request(arguments))
    return .done
  } catch {
    StandardError.write(error.lines)
    return error.exitCode
  }
}

private func answer(_ request: Request) throws(CommandError) {
  switch request {
  case .workedExample(let request): try work(request)
  case .lessonList: try listLessons()
  case .lessonFile(let name):
    let bytes = try builtInLesson(name)
    try StandardOutput.write { try $0.append(bytes: bytes) }
  case .help(let command): try StandardOutput.write { try $0.append(Help.text(for: command)) }
  case .version: try StandardOutput.write { try $0.append(versionLine + "\n") }
  }
}

private func work(_ request: WorkedExampleRequest) throws(CommandError) {
  let file = try LessonFile(request.lesson)
  let output = try request.output.map(OutputFile.init(path:))
  if let output, let identity = file.identity, output.identity == identity {
    throw .outputIsLesson(output.path)
  }
  let example = try workedExample(file.lesson, request)
  let produce = { (sink: inout DescriptorOutput) in try example.write(as: request.format, to: &sink) }
  if let output {
    try output.write(produce)
  } else {
    try StandardOutput.write(produce)
    if request.isFormatByDefault, StandardOutput.isTerminal, StandardError.isTerminal {
      StandardError.write(["hint: --format text reads better in a terminal"])
    }
  }
  guard example.passed else { throw .gradientsDisagree }
}

private func workedExample(
  _ lesson: Lesson, _ request: WorkedExampleRequest
) throws(CommandError) -> WorkedExample {
  do {
    try WorkedExample.checkCanWrite(lesson, as: request.format)
    return try WorkedExample(lesson, settings: request.settings)
  } catch {
    switch error {
    case .unknownQuantity(let name, let suggestion): throw .unknownQuantity(name, suggestion: suggestion)
    case .noExample(let number, let count): throw .noExample(number, of: count)
    case .notAWeight(let name): throw .notAWeight(name)
    case .refused(let message): throw .refused(message)
    case .noFiniteResult(let message): throw .noFiniteResult(message)
    }
  }
}
