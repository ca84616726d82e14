import Backprop
import Documents
import Formulas

/// Steps after the first.
extension GraphDerivation {
  /// The lines of a step, forward, backward, and of the optimizer.
  mutating func laterStep() -> [Block] {
    let number = lesson.learning.number
    return (forward() + backward() + step()).ofLaterStep(number, say(LearningPhrase.step(number)))
  }

  /// The lesson as it is before the next step.
  func next() throws(WorkedExampleError) -> NamedLesson {
    var next = lesson
    next.learning.number += 1
    var numbers: [Graph.ID: Numeral] = [:]
    for id in lesson.by {
      let lines = lesson.update(of: work.trace.values[id], id, slope: work.gradient(id))
      guard !lines.isEmpty else { continue }
      let names = steps.updates(of: id).map(\.name)
      if let last = lines.last, let name = names.last { try lesson.learning.checkIsFinite(last.value, name) }
      numbers[id] = next.learning.keep(zip(names, lines).map { ($0, $1) }, of: id, ledger).numeral
    }
    next.graph = graph.giving(numbers)
    return next
  }

  /// What is printed of the lesson as it is before a step.
  func row(_ columns: [Graph.ID], rate: Numeral?) -> LearningCurve.Row {
    LearningCurve.Row(
      rate: rate, parameters: columns.map { ledger.printed(name($0), digits: digits) },
      cost: ledger.printed(result, digits: digits), value: steps.root.map(work.value) ?? .nan)
  }

  /// What comes after the first step: the document, what was computed in each step, the first included, what came of them, and how
  /// a page computes them; `nil` where it does not.
  typealias LaterSteps = (
    blocks: [Block], works: [GraphWork], curve: LearningCurve, lines: [Spreadsheet.Line]?
  )

  /// All steps but this first one, whose lines are made already.
  func laterSteps(_ settings: Settings) throws(WorkedExampleError) -> LaterSteps {
    var derivation = self
    let columns = lesson.by.count <= LearningCurve.mostColumns ? lesson.by : []
    var curve = LearningCurve(cost: result, takesEachExample: false, names: columns.map(name))
    var blocks: [Block] = []
    curve.rows.append(derivation.row(columns, rate: nil))
    var works = [work]
    var sheet: [Spreadsheet.Line] = []
    for number in 2...(lesson.learning.steps + 1) {
      let rate =
        lesson.learning.schedule == .constant
        ? nil : derivation.ledger.printed(Learning.rateName, digits: digits)
      let lesson = try derivation.next()
      do throws(WorkedExampleError) {
        // The last result may have no fraction that fits, and is rounded then.
        let isLast = number > lesson.learning.steps
        let fits = !isLast || (try? GraphWork(lesson, inFractions: settings.exact)) != nil
        let work = try GraphWork(lesson, inFractions: settings.exact && fits)
        derivation = try GraphDerivation(lesson, work: work, settings: settings)
      } catch {
        throw error.inStep(number)
      }
      let lines = derivation.laterStep()
      sheet += derivation.linesOfLaterStep
      curve.rows.append(derivation.row(columns, rate: rate))
      // After the last step only the result is computed.
      if number > lesson.learning.steps { break }
      blocks += lines
      works.append(derivation.work)
    }
    let checks: [Block] =
      works.allSatisfy(\.check.passed) ? [.paragraph(derivation.say(LearningPhrase.agreement))] : []
    return (
      blocks + checks + (steps.root == nil ? [] : curve.blocks(in: settings.notation.language)), works,
      curve, lesson.learning.schedule == .constant ? sheet : nil
    )
  }
}
