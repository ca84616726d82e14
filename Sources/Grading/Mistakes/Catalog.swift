import Backprop
import Formulas
import Synchronization

/// The wrong formulas of an exercise's lines, made once for all exercises with these lines, and when they are asked for.
final class Catalog: Sendable {
  let exercise: Exercise
  let shape: Shape
  private let wholes = Mutex<[Whole]?>(nil)

  /// A derivation from the beginning with a mistake.
  struct Whole: Sendable {
    let suspect: Suspect
    let values: [Double]
  }

  /// A wrong formula of a line.
  struct Wrong: Sendable {
    let label: Label
    let formula: Formula
    let change: EntryFormula
    let mistake: Mistake
    /// Which formula it is among those of its line: two rewritings may come to the same one.
    let number: Int
  }

  /// Those of one line.
  struct WrongFormulas: Sendable {
    var all: [Wrong] = []
    /// The first of each label.
    var places: [Label: Int] = [:]
  }

  init(_ exercise: Exercise) {
    self.exercise = exercise
    shape = Shape.of(exercise)
  }

  /// Where a line stands on paper: the new parameters, and what follows from them, after all derivatives.
  func placeOnPaper(_ line: Int) -> (Int, Int) {
    let step = exercise.lines[line].step
    let isOfStep = if case .update = step { true } else { step == nil && !exercise.lines[line].isCompound }
    return (isOfStep ? 1 : 0, rank[line])
  }

  /// The wrong formulas of a line.
  func wrong(_ line: Int) -> WrongFormulas {
    if let known = shape.made.withLock({ $0[line] }) { return known }
    let role = roles.all[line]
    var wrong = WrongFormulas()
    if role.kind != .other {
      let rewriter = Rewriter(exercise, roles, line)
      var numbers: [Formula: Int] = [:]
      for (label, formula) in rewriter.found {
        guard let change = EntryFormula(formula, entries: exercise.entries) else { continue }
        let number = numbers[formula] ?? numbers.count
        numbers[formula] = number
        if wrong.places[label] == nil { wrong.places[label] = wrong.all.count }
        wrong.all.append(
          Wrong(
            label: label, formula: formula, change: change,
            mistake: label.mistake(in: role, of: roles, right: rewriter.right), number: number))
      }
    }
    shape.made.withLock { $0[line] = wrong }
    return wrong
  }

  /// What a rewriting makes of a line, if it can be made there.
  func wrong(_ label: Label, in line: Int) -> Wrong? {
    let wrong = wrong(line)
    return wrong.places[label].map { wrong.all[$0] }
  }

  /// The whole derivation of somebody who makes a mistake wherever it can be made, for each that has a name.
  var derivations: [Whole] {
    if let known = wholes.withLock({ $0 }) { return known }
    let all = suspects.map { Whole(suspect: $0, values: exercise.derived(making: [$0])) }
    wholes.withLock { $0 = all }
    return all
  }

  /// Every mistake with a name, wherever it can be made; the most frequent first.
  var suspects: [Suspect] {
    var seen: Set<Int> = []
    var found: [Suspect] = []
    for line in exercise.lines.indices {
      for wrong in wrong(line).all where wrong.mistake.isNamed {
        for key in keys(wrong.label, at: line) where key.scope == .everywhere {
          let lead = lead(key)
          guard seen.insert(lead.id).inserted else { continue }
          let suspect = Suspect(lead, named: wrong.mistake)
          // What changes nothing with these numbers is no mistake.
          let values = exercise.derived(making: [suspect])
          let isSeen = exercise.lines.indices.contains { line in
            let (a, b) = (values[line], exercise.values[line])
            return (a - b).magnitude > 1e-12 * Swift.max(a.magnitude, b.magnitude)
          }
          if isSeen { found.append(suspect) }
        }
      }
    }
    return found.sorted { $0.mistake.evidence.rawValue > $1.mistake.evidence.rawValue }
  }
}
