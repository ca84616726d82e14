import Backprop
import Documents
import Formulas

/// Steps after the first.
extension Derivation {
  /// The lines of a step, forward, backward, and of the optimizer.
  mutating func laterStep() -> [Block] {
    var blocks: [Block] = []
    for example in examples {
      steps = example
      blocks +=
        steps.wholeProduct != nil
        ? chainForward() + chainBackward() : layersForward() + layersBackward()
    }
    if let whole { blocks += penalty(whole) + total(whole) }
    let example: [Block] =
      lesson.learning.takesEachExample
      ? [
        .paragraph(
          Prose.sentences([say(LearningPhrase.nextExample), say(NetworkPhrase.givens(givens(ofExample: 0)))]))
      ] : []
    return (blocks + step()).ofLaterStep(
      lesson.learning.number, say(LearningPhrase.step(lesson.learning.number)), example)
  }

  /// The lesson as it is before the next step; `whole` has all examples.
  func next(_ whole: Lesson) throws(WorkedExampleError) -> Lesson {
    var (next, layout) = (whole, work.result.layout)
    next.learning = lesson.learning
    next.learning.number += 1
    var parameters = lesson.parameters
    let old = work.result.objective.network.parameters
    for id in parameters.indices {
      let lines = lesson.update(of: old[id], id, slope: work.result.gradient[id], layout)
      guard let last = lines.last else { continue }
      try lesson.learning.checkIsFinite(last.value, .symbol(layout.updated(id)))
      let kept = next.learning.keep(zip(updates(of: id).map(\.name), lines).map { ($0, $1) }, of: id, ledger)
      parameters[id] = kept.numeral
    }
    next.set(parameters, layout)
    return next.atStep
  }

  /// What is printed of the lesson as it is before a step; `whole` has all examples.
  func row(_ whole: Lesson, _ columns: [Layout.ID], rate: Numeral?) -> LearningCurve.Row {
    var all = whole
    all.set(lesson.parameters, work.result.layout)
    let value = lesson.learning.takesEachExample ? all.objective.costInDoubles : work.result.cost
    return LearningCurve.Row(
      rate: rate, parameters: columns.map { ledger.printed(parameter($0), digits: digits) },
      cost: lesson.learning.takesEachExample
        ? Numeral(rounding: value, digits: digits) : ledger.printed(.symbol(work.cost), digits: digits),
      value: value)
  }
}

extension Lesson {
  /// The lesson with the examples of the step that it is at.
  package var atStep: Lesson {
    guard learning.takesEachExample, learningRate != nil, examples.count > 1 else { return self }
    var lesson = self
    lesson.setSize = examples.count
    lesson.examples = [examples[(learning.number - 1) % examples.count]]
    return lesson
  }

  /// Puts other numbers in the places of the weights and biases.
  fileprivate mutating func set(_ parameters: [Numeral], _ layout: Layout) {
    for l in layers.indices {
      let inputs = layers[l].weights.inputs
      layers[l].weights = Weights(
        layers[l].weights.indices.map { j in
          (0..<inputs).map { parameters[layout.weight(l + 1, j, $0)] }
        })
      for j in layers[l].weights.indices {
        if let id = layout.bias(l + 1, j) { layers[l].biases?[j] = parameters[id] }
      }
    }
  }
}

extension Learning {
  /// Keeps what a step has worked out for a parameter, in the digits that were found to be exact; gives its new value.
  mutating func keep(
    _ lines: [(name: Formula, line: (quantity: UpdateQuantity, value: Double))], of id: Int, _ ledger: Ledger
  ) -> Kept {
    let numbers = lines.map { name, line in
      (line.quantity, ledger.digits(of: name).map { Kept(exactly: $0) } ?? Kept(rounded: line.value))
    }
    state[id] = optimizer.rule.type.states.compactMap { state in numbers.first { $0.0 == state }?.1 }
    let new = numbers.last?.1 ?? Kept(exactly: Numeral(integer: 0))
    if new.isExact { rounded.remove(id) } else { rounded.insert(id) }
    return new
  }
}

extension LayeredNarrator {
  /// The document, what was computed in each step, what came of them, and how a page computes those after the first; `nil` where it
  /// does not.
  typealias LaterSteps = (blocks: [Block], works: [Work], curve: LearningCurve, lines: [Spreadsheet.Line]?)

  /// All steps of a lesson.
  static func steps(_ whole: Lesson, _ first: Derivation, pathsFrom: Layout.ID?, _ settings: Settings)
    throws(WorkedExampleError) -> LaterSteps
  {
    var derivation = first
    let layout = first.work.result.layout
    let moved = (0..<layout.parameterCount).filter { whole.moves($0, layout) }
    let columns = moved.count <= LearningCurve.mostColumns ? moved : []
    var curve = LearningCurve(
      cost: .symbol(first.work.cost), takesEachExample: whole.learning.takesEachExample,
      names: columns.map(first.parameter))
    var blocks = derivation.blocks(pathsFrom: pathsFrom)
    curve.rows.append(derivation.row(whole, columns, rate: nil))
    var works = [first.work]
    var sheet: [Spreadsheet.Line] = []
    for number in 2...(whole.learning.steps + 1) {
      let rate =
        whole.learning.schedule == .constant
        ? nil : derivation.ledger.printed(Learning.rateName, digits: settings.digits)
      let lesson = try derivation.next(whole)
      do throws(WorkedExampleError) {
        let work = try Work(
          lesson, only: settings.only, exact: settings.exact ? ExactWork(lesson) : nil)
        derivation = Derivation(lesson, work: work, settings: settings)
        // The last cost may have no fraction that fits, and is rounded then.
        if number <= whole.learning.steps {
          try derivation.checkIsExact()
        } else if settings.exact, (try? derivation.checkIsExact()) == nil {
          derivation = Derivation(lesson, work: try Work(lesson, only: settings.only), settings: settings)
        }
      } catch {
        throw error.inStep(number)
      }
      let lines = derivation.laterStep()
      sheet += derivation.linesOfLaterStep
      curve.rows.append(derivation.row(whole, columns, rate: rate))
      // After the last step only the cost is computed.
      if number > whole.learning.steps { break }
      blocks += lines
      works.append(derivation.work)
    }
    let checks: [Block] =
      works.allSatisfy(\.check.passed) ? [.paragraph(derivation.say(LearningPhrase.agreement))] : []
    let isLiving = whole.learning.schedule == .constant && !whole.learning.takesEachExample
    return (
      blocks + checks + curve.blocks(in: settings.notation.language), works, curve, isLiving ? sheet : nil
    )
  }
}
