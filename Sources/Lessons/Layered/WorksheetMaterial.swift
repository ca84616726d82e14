import Backprop
import Documents
import Formulas

/// What a worksheet takes from the derivation of a lesson, so that the two say the same.
package struct WorksheetMaterial: Sendable {
  /// What the lesson is called.
  package let title: Prose
  /// The network with its numbers.
  package let network: [Block]
  /// The activation function that goes by a letter, in full; empty where there is none.
  package let definitions: Prose
  /// The inputs and the targets of each example.
  package let givens: [Prose]
  /// How the penalty is made up; empty without one.
  package let penalty: Prose
  /// What the cost is made of, where it has parts.
  package let wholeCost: Prose
  /// What a step of the optimizer does; empty where the lesson has none.
  package let step: Prose
  /// What stands above it.
  package let stepTitle: Prose
  /// The line that leads to each quantity, true as printed, by the quantity's name.
  package let lines: [Formula: Equation]

  /// The layers of a lesson whose numbers are all shown are no wider than this.
  package static let widestLayer = Derivation.widestTable

  /// Whoever calculates with givens that are rounded needs more of their digits than the results have.
  private static let moreDigits = 2

  /// Runs the lesson; throws where it has no finite gradient.
  package init(_ lesson: Lesson, settings: Settings) throws(WorkedExampleError) {
    var settings = settings
    settings.all = true
    var derivation = Derivation(
      lesson, work: try Work(lesson, only: []), settings: settings, ofEveryExample: true)
    derivation.givenDigits += Self.moreDigits
    title = derivation.heading
    // What the neurons put out is asked for.
    network = derivation.network().map(\.untraced)
    definitions = derivation.definitions
    givens = lesson.examples.indices.map { [derivation] in
      derivation.say(NetworkPhrase.givens(derivation.givens(ofExample: $0)))
    }
    penalty =
      lesson.activePenalty.map { [derivation] in
        derivation.say(
          TotalPhrase.penaltyTerms($0, examples: derivation.work.result.layout.penaltyDivisor))
      } ?? ""
    let parts = derivation.parts
    wholeCost = parts.examples > 1 || parts.hasPenalty ? derivation.say(TotalPhrase.parts(parts)) : ""
    step = lesson.learningRate.map { [derivation] in derivation.wordsOfStep($0) } ?? ""
    stepTitle = derivation.say(lesson.learning.heading)
    lines = derivation.lines()
  }

  /// The same of a lesson of named quantities, which has no examples and no penalty.
  package init(_ lesson: NamedLesson, settings: Settings) throws(WorkedExampleError) {
    var settings = settings
    settings.all = true
    let work = try GraphWork(lesson, inFractions: false, checking: [])
    var derivation = try GraphDerivation(lesson, work: work, settings: settings)
    derivation.givenDigits += Self.moreDigits
    title = derivation.title
    let picture = derivation.picture().map { block -> Block in
      if case .graph(let picture) = block { .graph(picture.untraced) } else { block }
    }
    network = [derivation.heading] + picture + derivation.givens()
    (definitions, givens, penalty, wholeCost) = ("", [], "", "")
    step = lesson.learningRate.map { [derivation] in derivation.wordsOfStep($0) } ?? ""
    stepTitle = settings.notation.language.say(lesson.learning.heading)
    lines = derivation.lines()
  }
}

extension GraphDerivation {
  /// The line of every step, in the order of the derivation.
  fileprivate mutating func lines() -> [Formula: Equation] {
    var lines: [Formula: Equation] = [:]
    for step in steps.all() { lines[step.name] = equation(of: step) }
    guard let rate = lesson.learningRate else { return lines }
    if rate.value == 0 { return lines }
    for id in lesson.by where id != steps.root {
      noteUpdates(of: id)
      for update in steps.updates(of: id) { lines[update.name] = equation(of: update) }
    }
    return lines
  }
}

extension Derivation {
  /// The line of every quantity, in the order of the derivation: a line may rest on what those before it found.
  fileprivate mutating func lines() -> [Formula: Equation] {
    var lines: [Formula: Equation] = [:]
    for step in all where ledger[step.name] != nil { lines[step.name] = equation(of: step) }
    for id in moved {
      noteUpdates(of: id)
      for update in updates(of: id) { lines[update.name] = equation(of: update) }
    }
    return lines
  }
}
