import Backprop
import Formulas
import Lessons

/// A lesson as something to be derived: its lines, in the order of the derivation, with their true values.
package struct Exercise: Sendable {
  /// The lesson.
  package let lesson: Lesson
  /// What the ids of its quantities stand for.
  package let layout: Layout
  /// Each after those that it needs.
  package let lines: [Line]
  /// Which line has a name, or for a given a number from `lines.count` on.
  package let entries: [Formula: Int]
  /// The values of the lines, and after them those of the givens.
  package let values: [Double]
  /// The lines' formulas over the numbers of entries.
  let rules: [Rule]
  /// What the lesson gives: its weights, inputs, targets.
  let givens: [Interval]

  /// More numbers than these are nothing to be derived by hand.
  package static let mostParametersTimesExamples = 1_000

  /// Nor is a softmax of more outputs, which has the square of them in slopes.
  package static let widestSoftmax = 20

  /// The lines of a lesson.
  ///
  /// Throws where there are too many of them, and where the lesson has no finite cost.
  package init(_ lesson: Lesson) throws(WorkedExampleError) {
    try Self.checkSize(of: lesson)
    let layout = Layout(lesson.objective)
    let known = try TrueValues(lesson)
    self.lesson = lesson
    self.layout = layout
    lines = Exercise.lines(of: lesson, layout)
    var entries: [Formula: Int] = [:]
    for (index, line) in lines.enumerated() { entries[line.name] = index }
    let given = Exercise.givens(of: lesson, layout)
    for (index, pair) in given.enumerated() { entries[pair.name] = lines.count + index }
    self.entries = entries
    givens = given.map { Interval($0.value) }
    rules = lines.map { Rule($0.formula, shortcut: $0.shortcut, entries: entries) }
    var values = lines.map { known[$0.name] ?? .nan } + given.map(\.value.value)
    // What the trace has no name for follows from what it has.
    for (index, rule) in rules.enumerated() where values[index].isNaN {
      values[index] = rule.formula.value { values[$0] }
    }
    self.values = values
  }

  /// Throws where a lesson has too many lines.
  static func checkSize(of lesson: Lesson) throws(WorkedExampleError) {
    let parameters = lesson.layers.reduce(0) {
      $0 + $1.weights.count * $1.weights.inputs + ($1.biases?.count ?? 0)
    }
    let count = parameters * lesson.examples.count
    guard count <= mostParametersTimesExamples else {
      throw .refused(
        "\(count) parameters times examples are too many to be derived by hand: the most is "
          + "\(mostParametersTimesExamples)")
    }
    if let widest = lesson.layers.last, widest.activation == .softmax,
      widest.weights.count > widestSoftmax
    {
      throw .refused(
        "a softmax of \(widest.weights.count) outputs, each of which depends on every other, is too wide to be derived by hand: "
          + "the most is \(widestSoftmax)")
    }
  }

  /// The line of a name.
  package func line(of name: Formula) -> Int? { entries[name].flatMap { $0 < lines.count ? $0 : nil } }

  /// What a worksheet asks for, in the order of the derivation.
  package var asked: [Int] { lines.indices.filter { lines[$0].isAsked } }

  /// The values of names, as the trace has them.
  private struct TrueValues {
    private var values: [Formula: Double] = [:]

    init(_ lesson: Lesson) throws(WorkedExampleError) {
      let result: Backpropagation
      do {
        result = try Backpropagation(lesson.objective)
      } catch {
        throw .noFiniteResult(error.description)
      }
      let layout = result.layout
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
      guard layout.costHasParts else { return }
      values[.symbol(total)] = result.cost
      for id in 0..<layout.parameterCount {
        values[.partial(total, by: layout.symbol(id, example: nil))] = result.gradient[id]
      }
    }

    subscript(name: Formula) -> Double? { values[name] }
  }
}
