import Backprop
import Formulas
import Lessons
import Synchronization

/// Assesses what people hand in for one exercise.
package struct Assessor: Sendable {
  /// What judges the numbers.
  package let marker: Marker
  /// Whose variants show whether a formula is right for other numbers as well.
  private let variants: any Subject
  /// Derivatives along all paths that are asked for besides.
  private var compounds: [Formula] = []
  /// What judges such answers as well, kept for other sheets with the same.
  private let wider = Wider()

  private final class Wider: Sendable {
    /// Each is a whole exercise with its mistakes: more of them are not kept.
    private static let most = 16
    private let markers = Mutex<[[Formula]: Marker]>([:])

    func marker(_ exercise: Exercise, adding compounds: [Formula]) -> Marker {
      if let known = markers.withLock({ $0[compounds] }) { return known }
      let marker = Marker(exercise.adding(compounds))
      markers.withLock { if $0.count < Self.most { $0[compounds] = marker } }
      return marker
    }
  }

  /// What is to be derived.
  package var exercise: Exercise { marker.exercise }

  /// An assessor who tries formulas on other numbers, too: those of three variants of the lesson.
  package init(_ marker: Marker, of lesson: Lesson) {
    self.marker = marker
    variants = (try? NetworkSubject(lesson)) ?? marker.exercise.subject
  }

  /// The same of a lesson of named quantities.
  package init(_ marker: Marker, of lesson: NamedLesson) {
    self.marker = marker
    variants = (try? GraphSubject(lesson)) ?? marker.exercise.subject
  }

  /// Of an exercise that has the lesson's own numbers.
  package init(_ exercise: Exercise) {
    marker = Marker(exercise)
    variants = exercise.subject
  }

  /// Exercises of the same shape with other numbers.
  var otherNumbers: [Exercise] { variants.others().map { $0.adding(compounds) } }

  /// The same for answers to derivatives along all paths as well, which no line of the exercise is.
  package func asking(for compounds: [Formula]) -> Assessor {
    compounds.isEmpty ? self : Assessor(wider.marker(exercise, adding: compounds), variants, compounds)
  }

  private init(_ marker: Marker, _ variants: any Subject, _ compounds: [Formula]) {
    self.marker = marker
    self.variants = variants
    self.compounds = compounds
  }

  /// Judges all answers; `asked` is how many significant digits a sheet asks for, where it says so.
  package func assess(_ sheet: AnswerSheet, asked: Int? = nil) -> Assessment {
    let own = ownValues(sheet)
    let understood = understood(sheet)
    var claims: [Int: Claim] = [:]
    var workings: [Int: [Formula]] = [:]
    for answer in sheet.answers {
      guard let line = exercise.line(of: answer.name), let side = answer.sides.last else { continue }
      // A formula that is right says no number that could be wrong.
      guard understood[line] != .always, isBefore(line, side.formula) else { continue }
      let claim = claim(side, for: line, own)
      guard claim.value.isFinite else { continue }
      claims[line] = claim
      workings[line] = self.workings(of: answer, line, claim, own)
    }
    let marking = marker.mark(claims, workings: workings, asked: asked)
    let verdicts = Dictionary(marking.marks.map { ($0.line, $0.verdict) }) { first, _ in first }
    // A number that the lesson gives is no answer where it is as given.
    let rows = sheet.answers.compactMap { row($0, own, verdicts, understood) }
      .filter { $0.line != nil || $0.verdict != .correct }
    let answered = Set(rows.compactMap(\.line))
    return Assessment(
      rows: rows, marking: marking,
      quantities: answered.union(exercise.asked).count + rows.count { $0.line == nil },
      openLines: exercise.asked.filter { !answered.contains($0) }, missed: sheet.missed,
      passedOver: sheet.passedOver, layerShift: sheet.layerShift, files: sheet.files)
  }

  private func row(
    _ answer: Answer, _ own: OwnValues, _ verdicts: [Int: Verdict],
    _ understood: [Int: Understanding]
  ) -> Assessment.Row? {
    guard let entry = exercise.entries[answer.name], let side = answer.sides.last else { return nil }
    let expected = exercise.values[entry]
    let claim = claim(side, for: entry, own)
    guard let line = exercise.line(of: answer.name) else {
      let isSame =
        (claim.value - expected).magnitude <= Swift.max(claim.unit / 2, 1e-9 * expected.magnitude)
      return Assessment.Row(
        answer: answer, line: nil, value: claim.value, expected: expected,
        verdict: isSame ? .correct : .wrong,
        note: isSame ? nil : .otherGiven)
    }
    var verdict = verdicts[line] ?? .wrong
    var note = answer.sides.dropLast().lazy.compactMap { unequal($0, claim, for: line, own) }.first
    switch understood[line] {
    case .always: verdict = .correct
    case .onlyHere:
      verdict = .wrong
      note = .lucky
    case nil:
      if !isBefore(line, side.formula) {
        verdict = .wrong
        note = .circular
      }
    }
    if !claim.value.isFinite {
      verdict = .wrong
      note = .notFinite
    }
    return Assessment.Row(
      answer: answer, line: line, value: claim.value, expected: expected, verdict: verdict, note: note)
  }
}
