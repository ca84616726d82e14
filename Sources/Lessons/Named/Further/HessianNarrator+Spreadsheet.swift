import Backprop
import Documents
import Formulas

/// The numbers of the derivation, and how they follow from each other.
extension HessianNarrator {
  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?) { (blocks(), spreadsheet) }

  /// Those of the first derivation, then each row's backward pass through it, Newton's step, and later steps of the optimizer.
  private var spreadsheet: Spreadsheet? {
    guard rows.allSatisfy({ $0.work.exact == nil && $0.work.isCleaned == derivation.work.isCleaned }),
      let first = derivation.first.spreadsheet
    else { return nil }
    let second = rows.enumerated().flatMap { place, row in
      let own = row.derivation.steps.all().filter { step in
        // What is derived is the same for all rows.
        guard case .value(let id) = step.kind else { return true }
        return place == 0 && id >= derivation.derived.valueCount
      }
      return row.derivation.steps.lines(own)
    }
    return Spreadsheet(first, and: second + linesOfNewton).adding(later)
  }

  private var linesOfNewton: [Spreadsheet.Line] {
    guard hasNewton else { return [] }
    return equations(rows.map(\.derivation.result)).map { Spreadsheet.Line($0.name, $0.formula) }
  }
}
