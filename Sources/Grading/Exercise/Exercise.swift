import Backprop
import Formulas
import Lessons

/// A lesson as something to be derived: its lines, in the order of the derivation, with their true values.
package struct Exercise: Sendable {
  /// What is derived.
  let subject: any Subject
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

  /// The lines of a lesson.
  ///
  /// Throws where there are too many of them, and where the lesson has no finite cost.
  package init(_ lesson: Lesson) throws(WorkedExampleError) { try self.init(NetworkSubject(lesson)) }

  /// The lines of a lesson of named quantities.
  ///
  /// Throws where there are too many of them, and where a value or a derivative is not finite.
  package init(_ lesson: NamedLesson) throws(WorkedExampleError) { try self.init(GraphSubject(lesson)) }

  private init(_ subject: any Subject) throws(WorkedExampleError) {
    self.init(subject, lines: subject.lines, known: try subject.values())
  }

  /// The same with more lines, whose values follow from those that are there.
  init(_ exercise: Exercise, adding lines: [Line]) {
    var known: [Formula: Double] = [:]
    for (name, entry) in exercise.entries { known[name] = exercise.values[entry] }
    self.init(exercise.subject, lines: exercise.lines + lines, known: known)
  }

  private init(_ subject: any Subject, lines: [Line], known: [Formula: Double]) {
    self.subject = subject
    self.lines = lines
    var entries: [Formula: Int] = [:]
    for (index, line) in lines.enumerated() { entries[line.name] = index }
    let given = subject.givens
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

  /// The line of a name.
  package func line(of name: Formula) -> Int? { entries[name].flatMap { $0 < lines.count ? $0 : nil } }

  /// What a worksheet asks for, in the order of the derivation.
  package var asked: [Int] { lines.indices.filter { lines[$0].isAsked } }
}
