import Documents
import Formulas

extension Exercise {
  /// The lines and the mistakes for a page that judges by itself, as a marker does.
  func answerRules(asked: Int, in notation: Notation = .threeBlueOneBrown) -> AnswerRules {
    let catalog = Catalog(self)
    var rules = AnswerRules(
      lines: rules.map { rule in [rule.formula.formula] + (rule.shortcut.map { [$0.formula] } ?? []) },
      givens: Array(values[lines.count...]), asked: asked)
    var labels = Numbering<Label>()
    var mistakes = Numbering<Mistake>()
    rules.wrong = lines.indices.map { line in
      var seen: Set<Label> = []
      return catalog.wrong(line).all.filter { seen.insert($0.label).inserted }.map { wrong in
        AnswerRules.Wrong(
          label: labels[wrong.label], mistake: mistakes[wrong.mistake], formula: wrong.change.formula)
      }
    }
    rules.pen = mistakes[.pen]
    rules.mistakes = mistakes.all.map {
      AnswerRules.Mistake(
        id: $0.id, evidence: $0.evidence.rawValue,
        hint: notation.language.say(MistakePhrase.hint($0)).plain(in: notation))
    }
    (rules.groups, rules.joint, rules.order) = (catalog.groups, catalog.joint, catalog.order)
    (rules.layers, rules.places, rules.copies) = (catalog.layers, catalog.places, catalog.copies)
    rules.conventions = catalog.conventions
    rules.conventionWords = Dictionary(
      uniqueKeysWithValues: Marking.Convention.allCases.map {
        ("\($0)", notation.language.say(ReportPhrase.convention($0)).plain(in: notation))
      })
    return rules
  }
}

extension Catalog {
  fileprivate var conventions: AnswerRules.Conventions {
    var conventions = AnswerRules.Conventions()
    conventions.errors = lines(of: Conventions.errors)
    conventions.afterErrors = lines(of: Conventions.afterErrors)
    conventions.slopesOfCost = lines(of: Conventions.slopesOfCost)
    conventions.weights = lines(of: Conventions.weights)
    conventions.newWeights = lines(of: [.newWeight])
    conventions.costs = lines(of: Conventions.costs)
    conventions.totalCosts = lines(of: Conventions.totalCosts)
    (conventions.velocities, conventions.rate) = (velocities, rate ?? 0)
    conventions.transposed = transposed
    conventions.otherSlopes = otherSlopes.mapValues(\.formula)
    conventions.otherHalves = otherHalves.map { $0.mapValues(\.formula) }
    conventions.areAdded = roles.areAdded
    conventions.masked = lines(of: Conventions.masked)
    let before = beforeDropout
    conventions.beforeDropout = before.activations.mapValues(\.formula)
    conventions.derivativesBeforeDropout = before.derivatives.mapValues(\.formula)
    conventions.sums = otherReductions.mapValues(\.formula)
    return conventions
  }
}

/// Numbers for things, in the order in which they come.
private struct Numbering<Thing: Hashable> {
  private(set) var all: [Thing] = []
  private var numbers: [Thing: Int] = [:]

  subscript(thing: Thing) -> Int {
    mutating get {
      if let number = numbers[thing] { return number }
      numbers[thing] = all.count
      all.append(thing)
      return all.count - 1
    }
  }
}
