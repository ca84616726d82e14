import Documents
import Formulas
import Grading
import Lessons

/// Shows a worked example one step at a time, as the reader asks for it.
func step(_ request: WorkedExampleRequest) throws(CommandError) {
  guard StandardOutput.isTerminal, LineReader.isTerminal else { throw .noTerminal }
  let writing = request.document.writing
  let file = try LessonFile(
    request.document.lesson, resultIsNamedLater: request.document.namesResult,
    language: writing.notation.language)
  let (steps, passed): (SteppedText, Bool)
  do throws(WorkedExampleError) {
    let lesson = try request.document.variant.map { seed throws(WorkedExampleError) in
      try file.lesson.variant(seed: seed)
    }
    try WorkedExample.checkCanWrite(lesson ?? file.lesson, as: .text)
    var settings = request.settings
    settings.notation = writing.notation(in: file.lesson.language)
    let example = try WorkedExample(lesson ?? file.lesson, settings: settings)
    (steps, passed) = (example.steps, example.passed)
  } catch {
    throw CommandError(error)
  }
  try walk(through: steps, in: writing.notation(in: file.lesson.language))
  guard passed else { throw .gradientsDisagree }
}

/// The commands that the reader may type.
private enum Wish {
  case next, back, out

  init?(_ line: String) {
    switch line.filter({ $0 != " " }).lowercased() {
    case "", "n": self = .next
    case "b": self = .back
    case "q": self = .out
    default: return nil
    }
  }
}

/// From the first step to the last, or to the end of the input.
private func walk(through steps: SteppedText, in notation: Notation) throws(CommandError) {
  var input = LineReader()
  var place = 0
  while place < steps.count {
    let text = steps.text(of: place)
    try StandardOutput.write { try $0.append(text) }
    switch try wish(&input, isLast: place == steps.count - 1, in: notation) {
    case .next: place += 1
    case .back: place = max(0, place - 1)
    case .out: return
    }
  }
}

/// Asks until there is an answer; the end of the input, or of the output, means quit.
private func wish(
  _ input: inout LineReader, isLast: Bool, in notation: Notation
) throws(CommandError) -> Wish {
  let question = notation.text(SessionPhrase.steps(isLast: isLast))
  while true {
    guard try StandardOutput.write({ try $0.append(question + " ") }) else {
      return .out
    }
    guard let line = input.next() else {
      try StandardOutput.write { try $0.append("\n") }
      return .out
    }
    if let wish = Wish(line) {
      try StandardOutput.write { try $0.append("\n") }
      return wish
    }
  }
}
