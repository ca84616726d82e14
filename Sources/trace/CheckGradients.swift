import Documents
import Exports
import Formulas
import Grading
import Lessons

/// Compares the gradients that another program has found with those of the lesson, and writes what explains a difference.
func compare(
  _ gradients: GradientFile, in path: String, _ request: CheckRequest, besides input: FileIdentity?
) throws(CommandError) {
  guard let source = request.lesson ?? gradients.lesson.map({ LessonSource($0, besides: path) }),
    source != .standardInput
  else { throw .noLessonOf(path) }
  let file = try LessonFile(
    source, isNamedInFile: request.lesson == nil, language: request.writing.notation.language)
  let output = try OutputFile(request.writing, besides: input)
  if let output, let identity = output.identity, identity == file.identity {
    throw .outputIsLesson(output.path)
  }
  let comparison: GradientComparison
  do {
    let lesson = try request.variant.map { seed throws(WorkedExampleError) in
      try file.lesson.variant(seed: seed)
    }
    comparison = try GradientComparison(lesson ?? file.lesson, gradients)
  } catch {
    throw CommandError(error)
  }
  let language = request.writing.notation(in: file.lesson.language).language
  try write(request.writing, to: output) { sink in
    try write(comparison.blocks(in: language), request.writing, in: file.lesson.language, to: &sink)
  }
  if !comparison.agrees { throw .answersWrong }
}
