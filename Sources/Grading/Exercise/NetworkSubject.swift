import Backprop
import Formulas
import Lessons

/// A layered lesson as an exercise.
struct NetworkSubject: Subject {
  /// The lesson.
  let lesson: Lesson
  /// The quantities that ids stand for.
  let layout: Layout

  /// The largest number of parameters times examples that can be derived by hand.
  static let mostParametersTimesExamples = 1_000

  /// The largest number of softmax outputs that can be derived by hand; the slopes are the square of it.
  static let widestSoftmax = 20

  /// Throws if there is too much to derive by hand.
  init(_ lesson: Lesson) throws(WorkedExampleError) {
    try Self.checkSize(of: lesson)
    self.lesson = lesson
    layout = Layout(lesson.objective)
  }

  var kind: SubjectKind { .network }
  var examples: Int { lesson.examples.count }

  /// Its weights, inputs and targets, and the learning rate.
  var givens: [(name: Formula, value: Numeral)] {
    lesson.givenParameters(layout) + lesson.examples.indices.flatMap { lesson.givens(ofExample: $0, layout) }
      + lesson.givenStep(layout)
  }

  /// Its lines have all of them.
  var localGradients: [LocalGradientFormula] { [] }

  func names(of exercise: Exercise) -> any NameReading {
    NetworkNames(
      exercise, layers: lesson.layers.count, examples: lesson.examples.count,
      steps: lesson.learning.steps, lesson: LessonWords(lesson.summary, lesson.summaries.values))
  }

  func place(of line: Line) -> (section: WorksheetSection, part: WorksheetPart)? {
    line.onWorksheet(layers: lesson.layers.count).map { topic, part in
      (WorksheetSection(topic: topic, example: lesson.examples.count > 1 ? line.example : nil), part)
    }
  }

  func material(_ settings: Settings) throws(WorkedExampleError) -> WorksheetMaterial {
    try WorksheetMaterial(lesson, settings: settings)
  }

  func others() -> [Exercise] {
    drawn { try Exercise(Variant.lesson(of: lesson, seed: $0) { _ in true }) }
  }

  func values() throws(WorkedExampleError) -> [Formula: Double] {
    let result: Backpropagation
    do {
      result = try Backpropagation(lesson.objective)
    } catch {
      throw .noFiniteResult(error.description)
    }
    let layout = result.layout
    var values: [Formula: Double] = [:]
    for example in lesson.examples.indices {
      let trace = result.trace(ofExampleAlone: example)
      let cost = trace.symbol(layout.exampleCost)
      for factor in trace.factors + trace.uncarried {
        values[.partial(trace.symbol(factor.of), by: trace.symbol(factor.by))] = factor.value
      }
      for id in 0...layout.exampleCost {
        values[.symbol(trace.symbol(id))] = trace.values[id]
        if id != layout.exampleCost { values[.partial(cost, by: trace.symbol(id))] = trace.gradients[id] }
      }
    }
    let total = layout.symbol(layout.cost, example: nil)
    guard layout.costHasParts else { return values }
    values[.symbol(total)] = result.cost
    for id in 0..<layout.parameterCount {
      values[.partial(total, by: layout.symbol(id, example: nil))] = result.gradient[id]
    }
    return values
  }

  /// Throws if a lesson has too many lines.
  static func checkSize(of lesson: Lesson) throws(WorkedExampleError) {
    let parameters = lesson.layers.reduce(0) {
      $0 + $1.weights.count * $1.weights.inputs + ($1.biases?.count ?? 0)
    }
    let count = parameters * lesson.examples.count
    guard count <= mostParametersTimesExamples else {
      throw .refused(
        "the lesson has \(count) parameters times examples, too many to derive by hand; the most is "
          + "\(mostParametersTimesExamples)")
    }
    if let widest = lesson.layers.last, widest.activation == .softmax,
      widest.weights.count > widestSoftmax
    {
      throw .refused(
        "a softmax of \(widest.weights.count) outputs is too wide to derive by hand; the most is \(widestSoftmax)"
      )
    }
  }
}
