import Backprop
import Formulas
import Lessons

/// A lesson as an exercise: its lines in the order of the derivation, with their correct values.
package struct Exercise: Sendable {
  /// The network or graph that is derived.
  let subject: any Subject
  /// The lines, each after those that it needs.
  package let lines: [Line]
  /// The line of each name; given numbers are counted from `lines.count` on.
  package let entries: [Formula: Int]
  /// The values of the lines, and after them those of the givens.
  package let values: [Double]
  /// The lines' formulas over the numbers of entries.
  let rules: [Rule]
  /// The given numbers: weights, inputs, targets.
  let givens: [Interval]
  /// The lines that the worksheet of it asks for, where it does not ask for all.
  var chosen: Set<Int>?

  /// The lines of a lesson.
  ///
  /// Throws if there are too many lines, or if the cost is not finite.
  package init(_ lesson: Lesson) throws(WorkedExampleError) { try self.init(NetworkSubject(lesson)) }

  /// The lines of a lesson of named quantities.
  ///
  /// Throws if there are too many lines, or if a value or a derivative is not finite.
  package init(_ lesson: NamedLesson) throws(WorkedExampleError) { try self.init(GraphSubject(lesson)) }

  private init(_ subject: any Subject) throws(WorkedExampleError) {
    self.init(subject, lines: subject.lines, known: try subject.values())
  }

  /// The same exercise with more lines, whose values follow from its lines.
  init(_ exercise: Exercise, adding lines: [Line]) {
    var known: [Formula: Double] = [:]
    for (name, entry) in exercise.entries { known[name] = exercise.values[entry] }
    self.init(exercise.subject, lines: exercise.lines + lines, known: known)
    chosen = exercise.chosen
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
    // Values that the trace does not have are computed from those that it has.
    for (index, rule) in rules.enumerated() where values[index].isNaN {
      values[index] = rule.formula.value { values[$0] }
    }
    self.values = values
  }

  /// The line of a name.
  package func line(of name: Formula) -> Int? { entries[name].flatMap { $0 < lines.count ? $0 : nil } }

  /// The lines that a worksheet asks for, in the order of the derivation.
  package var asked: [Int] { lines.indices.filter { lines[$0].isAsked && chosen?.contains($0) != false } }

  /// Whether a sheet for a part leaves a quantity out.
  func isLeftOut(_ name: Formula) -> Bool { line(of: name).map { chosen?.contains($0) == false } ?? false }
}
