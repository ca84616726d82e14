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
    let moved = lesson.learningRate == nil ? [] : lesson.by.filter { $0 != steps.root }
    let slopes = steps.derived.compactMap { id -> Spreadsheet.Line? in
      guard let root = steps.root, id != root, steps.fed(by: id).contains(root),
        case .product = nameOfSlope(root, by: id), let slope = steps.localGradient(of: root, by: id)
      else { return nil }
      return Spreadsheet.Line(nameOfSlope(root, by: id), slope.formula, kind: .rest)
    }
    return Spreadsheet(
      digits: digits, isCleaned: work.isCleaned,
      givens: givens + lesson.step(steps).map(Spreadsheet.Given.init),
      lines: steps.all(updating: moved).map {
        Spreadsheet.Line(
          $0.name, $0.formula, orElse: $0.whenSaturated, kind: $0.addsWays ? .lineOfTerms : .line)
      } + slopes)
  }
}
