import Backprop
import Documents
import Formulas

/// The numbers of the derivation, and how they follow from each other.
extension GraphDerivation {
  /// `nil` where not all lines are written.
  var spreadsheet: Spreadsheet? {
    guard wanted == nil, !isSummary, work.exact == nil else { return nil }
    let givens = (0..<graph.count).compactMap { id -> Spreadsheet.Given? in
      guard let given = graph.given[id] else { return nil }
      let quantity = graph.quantity(of: id)
      return Spreadsheet.Given(
        name(id), given, isExact: ledger.isExact(name(id)),
        range: quantity.isConstant || quantity.isIndex ? .none : .all)
    }
    return Spreadsheet(
      digits: digits, isCleaned: work.isCleaned,
      givens: givens + lesson.step(steps).map(Spreadsheet.Given.init), lines: lines)
  }

  private var lines: [Spreadsheet.Line] {
    let moved = lesson.learningRate == nil ? [] : lesson.by.filter { $0 != steps.root }
    let slopes = steps.derived.compactMap { id -> Spreadsheet.Line? in
      guard let root = steps.root, id != root, steps.fed(by: id).contains(root),
        case .product = nameOfSlope(root, by: id), let slope = steps.localGradient(of: root, by: id)
      else { return nil }
      return Spreadsheet.Line(nameOfSlope(root, by: id), slope.formula, kind: .rest)
    }
    return steps.lines(steps.all(updating: moved)) + slopes
  }

  /// A step after the first, which begins with what the one before has left; after the last only the values.
  var linesOfLaterStep: [Spreadsheet.Line] {
    guard wanted == nil, !isSummary else { return [] }
    let number = lesson.learning.number
    let states = lesson.learning.optimizer.rule.type.states
    let kept = lesson.by.filter { $0 != steps.root }.flatMap { id in
      ([.parameter] + states).map { quantity in
        let (old, new) = (
          steps.symbol(of: quantity, at: id, isNew: false), steps.symbol(of: quantity, at: id, isNew: true)
        )
        return Spreadsheet.Line(.symbol(old), .symbol(new), kind: .kept)
      }
    }
    let isOver = number > lesson.learning.steps
    let values = (0..<graph.count).filter { graph.given[$0] == nil }.map {
      Spreadsheet.Line(steps.value(of: $0))
    }
    return (kept + (isOver ? values : lines)).map { $0.ofStep(number) }
  }
}

extension GraphSteps {
  /// How steps follow from others; a slope that loses digits as it is written has a second line, which computes it.
  func lines(_ steps: [Graph.Step]) -> [Spreadsheet.Line] {
    steps.flatMap { step in
      [Spreadsheet.Line(step)]
        + (computation(of: step).map { [Spreadsheet.Line(step.name, $0, kind: .hidden)] } ?? [])
    }
  }
}

extension Spreadsheet.Line {
  /// How a step of a graph follows from others.
  init(_ step: Graph.Step) {
    self.init(
      step.name, step.formula, orElse: step.whenSaturated, kind: step.addsWays ? .lineOfTerms : .line)
  }
}
