import Backprop
import Formulas
import Testing

@testable import Lessons

private func lesson(_ name: String) throws -> Lesson { try Lesson(json: Catalog.source(of: name) ?? []) }

private func training(_ lesson: Lesson, batch: Int = 1, seed: UInt64 = 1, steps: Int) throws -> LessonTraining
{
  var training = try LessonTraining(lesson, batch: batch, seed: seed)
  for _ in 0..<steps { training.step() }
  return training
}

@Test(arguments: Catalog.layered.filter { $0 != "digit" && $0 != "dropout-layer" })
private func `One step with all examples is the step at the end of the worked example`(name: String) throws {
  let lesson = try lesson(name)
  guard lesson.learningRate != nil else { return }
  let trained = try training(lesson, batch: lesson.examples.count, steps: 1).trained()
  let work = try Work(lesson, only: [])
  for (old, (new, wanted)) in zip(lesson.parameters, zip(trained.parameters, work.updated(lesson))) {
    // What the step leaves alone keeps its digits; the order of additions differs, and their rounding with it.
    guard let wanted else {
      #expect(new == old)
      continue
    }
    #expect(abs(new.value - wanted) <= 1e-12 * max(1, abs(wanted)))
  }
}

@Test func `A lesson that was trained is as it was but for its weights, its biases and where they come from`()
  throws
{
  for name in ["xor", "weight-decay", "digit"] {
    let lesson = try lesson(name)
    var trained = try training(lesson, steps: 2).trained()
    #expect(trained.layers != lesson.layers)
    #expect(trained.layers.allSatisfy { !$0.weights.areDrawn })
    let summary = try #require(trained.summary)
    #expect(summary.hasPrefix("The weights are those after "))
    #expect(summary.hasSuffix(" of training in batches of 1, with the seed 1."))
    (trained.layers, trained.summary) = (lesson.layers, lesson.summary)
    trained.summaries = lesson.summaries
    #expect(trained == lesson)
  }
}

@Test func `Without an end of digits the very doubles are written`() throws {
  let training = try training(lesson("xor"), batch: 3, steps: 7)
  var text = ""
  try training.trained().write(to: &text)
  let again = try Lesson(json: Array(text.utf8))
  #expect(again.parameters.map(\.value) == training.trained().parameters.map(\.value))
  #expect(again == training.trained())
  for number in training.trained(digits: 3).parameters {
    #expect(number == Numeral(rounding: number.value, digits: 3))
  }
}

@Test(
  arguments: [
    (0.0, nil, "0"), (-0.0, nil, "0"), (1.0, nil, "1"), (-12.5, nil, "-12.5"), (0.1, nil, "0.1"),
    (1e-7, nil, "1e-7"), (1e300, nil, "1e300"), (2.0 / 3, 3, "0.667"), (0.5, 3, "0.500"),
    // Nothing larger is a double.
    (Double.greatestFiniteMagnitude, 2, "1.7976931348623157e308"),
  ] as [(Double, Int?, String)])
private func `A weight is written in the digits that are asked for`(value: Double, digits: Int?, text: String)
{
  #expect(Numeral(parameter: value, digits: digits)?.typed == text)
}

@Test func `A seed gives the same training again, and another seed another one`() throws {
  let lesson = try lesson("xor")
  let first = try training(lesson, seed: 1, steps: 9).trained()
  #expect(try training(lesson, seed: 1, steps: 9).trained() == first)
  #expect(try training(lesson, seed: 2, steps: 9).trained() != first)
}

@Test func `Training makes the cost smaller, and says how far it is`() throws {
  var training = try LessonTraining(lesson("xor"), batch: 3, seed: 1)
  func place() -> String { training.place.english.plain(in: Notation(language: .english)) }
  let before = training.score()
  #expect(before.count == 4)
  #expect(place() == "no epochs")
  training.step()
  #expect(place() == "1 of 2 steps")
  training.step()
  #expect(place() == "1 epoch")
  for _ in 1...99 { training.step() }
  #expect(place() == "50 epochs and 1 of 2 steps")
  #expect(training.score().cost < before.cost / 4)
}

@Test(arguments: [
  (
    #""learningRate": 2"#, "",
    #"the lesson has no learning rate, but steps need one: add "learningRate": 0.5, say, to its file"#
  ),
  (
    #""learningRate": 2"#, #","learningRate": 0.0"#,
    "the learning rate of the lesson is 0, so a step changes nothing"
  ),
])
private func `A lesson without a step cannot be trained`(old: String, new: String, reason: String) throws {
  let source = String(decoding: Catalog.source(of: "xor") ?? [], as: UTF8.self).replacing(
    ",\n  " + old, with: new)
  do {
    _ = try LessonTraining(Lesson(json: Array(source.utf8)), batch: 1, seed: 1)
    Issue.record("it was trained")
  } catch let error as WorkedExampleError {
    guard case .refused(let message) = error else { throw error }
    #expect(message == reason)
  }
}

@Test func `A network is judged on the examples of another lesson, if they fit it`() throws {
  let digit = try lesson("digit")
  let score = try digit.score(onExamplesOf: digit)
  #expect(score.count == 1)
  #expect(score.correct != nil)
  #expect(try lesson("xor").score(onExamplesOf: lesson("xor")).correct == nil)
  #expect(throws: WorkedExampleError.self) { try digit.score(onExamplesOf: lesson("xor")) }
}
