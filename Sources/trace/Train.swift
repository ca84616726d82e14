import Documents
import Formulas
import Lessons

/// Trains a lesson's network, and writes the lesson with the weights that were learnt.
///
/// Problems with files are found before the first step.
func train(_ request: TrainRequest) throws(CommandError) {
  let file = try LessonFile(request.lesson, language: request.notation.language)
  let notation = request.notation.notation(in: file.lesson.language)
  let lesson: Lesson
  do {
    lesson = try file.lesson.ofLayers("training")
  } catch {
    throw CommandError(error)
  }
  let exam = try request.accuracyOn.map { source throws(CommandError) in try Exam(source, for: lesson) }
  guard request.epochs > 0 else {
    try exam?.show(try exam?.sit(lesson), in: notation, onOutput: true)
    return
  }
  if request.batch > lesson.examples.count {
    throw .batchTooLarge(request.batch, examples: lesson.examples.count)
  }
  if let example = request.example, example > lesson.examples.count {
    throw .noExample(example, of: lesson.examples.count)
  }
  func checked(_ path: String?) throws(CommandError) -> OutputFile? {
    guard let path else { return nil }
    let output = try OutputFile(path: path)
    for read in [file.identity, exam?.identity] where read != nil && read == output.identity {
      throw .outputIsLesson(path)
    }
    try output.checkCanWrite()
    return output
  }
  let output = try checked(request.output)
  if let picture = try checked(request.plot?.path), let output, picture.isSame(as: output) {
    throw .outputTwice(output.path)
  }
  if output == nil, StandardOutput.isTerminal, StandardError.isTerminal {
    StandardError.write([notation.text(MessagePhrase.lessonIsPrinted)])
  }

  let (training, plot, ending) = try run(request, on: lesson, exam, notation)
  var trained = training.trained(digits: request.digits)
  // The test uses the weights as they are written, with their rounded digits.
  let score = try exam?.sit(trained)
  if let example = request.example { trained.examples = [trained.examples[example - 1]] }
  var isWritten = true
  if let output {
    // The path may lead to another file by now.
    try OutputFile(path: output.path).write { try trained.write(to: &$0) }
  } else {
    isWritten = try StandardOutput.write { try trained.write(to: &$0) }
  }
  if let (path, format) = request.plot {
    try OutputFile(path: path).write { try $0.append(plot.text(as: format, notation: notation)) }
  }
  if ending == .stopped {
    StandardError.write([notation.text(MessagePhrase.stopped(training.place, isWritten: isWritten))])
  }
  try exam?.show(score, in: notation, onOutput: output != nil)
}

/// How a training ended.
private enum Ending {
  case complete
  /// Stopped by a signal.
  case stopped
}

/// The training that is asked for, before its first step.
private func training(_ request: TrainRequest, of lesson: Lesson) throws(CommandError) -> LessonTraining {
  let learning: Learning
  do {
    learning = try lesson.learning.changed(
      optimizer: request.optimizer, schedule: request.schedule, steps: request.epochs)
  } catch {
    throw .wrongLearning(error.message)
  }
  do {
    return try LessonTraining(
      lesson, rate: request.rate, learning: learning, batch: request.batch, dropout: request.dropout,
      seed: request.seed)
  } catch {
    throw CommandError(error)
  }
}

/// Takes the steps, to the last one or until a signal asks for an end.
private func run(
  _ request: TrainRequest, on lesson: Lesson, _ exam: Exam?, _ notation: Notation
) throws(CommandError) -> (LessonTraining, CostPlot, Ending) {
  var training = try training(request, of: lesson)
  // The trained lesson may be too large for a lesson file, which is better said before hours of training.
  if lesson.layers.reduce(0, { $0 + $1.weights.count * $1.weights.inputs }) > 100_000 {
    var kept = training.trained(digits: request.digits)
    if request.example != nil { kept.examples = Array(kept.examples.prefix(1)) }
    let size = kept.fileSize
    if size > Lesson.Limit.bytes { throw .trainedLessonTooLarge(size) }
  }
  let before = training.score()
  guard before.cost.isFinite else {
    throw .noFiniteResult(
      "the cost is not finite before the first step; the worked example of the lesson says why")
  }
  var (score, plot) = (before, CostPlot(before: before.cost))
  // The best result so far on the examples of the test, if the training may stop without a better one.
  var best: (training: LessonTraining, score: Score)?
  let exam = request.patience == nil ? nil : exam
  StopSignal.listen()
  var progress = TrainingProgress(epochs: request.epochs, before: before, notation)
  while training.epochs < request.epochs, !StopSignal.hasArrived, score.cost.isFinite {
    training.step()
    if training.stepsInEpoch == 0 {
      score = training.score()
      plot.append(score.cost)
      if let exam {
        let now = training.score(on: exam.examples)
        if best.map({ now.isBetter(than: $0.score) }) ?? true { best = (training, now) }
      }
    }
    progress.show(training, score)
    let wait = best.map { training.epochs - $0.training.epochs } ?? 0
    if let patience = request.patience, wait >= patience { break }
  }
  if StopSignal.hasArrived { StopSignal.holdOut() }
  if training.stepsInEpoch > 0 { score = training.score() }
  progress.finish(training, score)
  guard score.cost.isFinite else {
    throw .noFiniteResult(
      "the cost is no longer finite after \(Language.english.text(training.place)), with the learning rate "
        + "\(request.rate.map { "\($0)" } ?? lesson.learningRate?.typed ?? "0"); try a smaller learning rate; nothing is written"
    )
  }
  let ending: Ending = StopSignal.hasArrived && training.epochs < request.epochs ? .stopped : .complete
  if let best, let exam, ending == .complete {
    let message = MessagePhrase.best(best.training.place, on: exam.name, after: training.place)
    StandardError.write([notation.text(message)])
    training = best.training
  }
  return (training, plot, ending)
}
