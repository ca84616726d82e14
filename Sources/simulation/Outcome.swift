import Formulas

/// What came of a sheet with a mistake.
enum Outcome: String, CaseIterable {
  case right = "named right"
  case same = "same number"
  case lucky = "named wrong"
  case mayBeWith = "may be, with it"
  case mayBeWithout = "may be, without"
  case cannotTell = "cannot tell"
  case convention = "said as a convention"
  case passed = "passed"
}

extension Classroom {
  /// How a name fits what was done.
  private enum Fit: Int {
    case none, same, right
  }

  func outcome(of sheet: Sheet, _ judgement: Judge.Judgement) -> Outcome {
    guard judgement.firstWrong != nil else { return judgement.hasConvention ? .convention : .passed }
    guard let first = judgement.diagnoses.first else { return .cannotTell }
    let mayBe = first.mayBe.map { fit($0, sheet, at: first.line) }
    let named = first.named.map { fit($0, sheet, at: first.line) }
    if named.isEmpty {
      return mayBe.isEmpty ? .cannotTell : mayBe.contains { $0 != .none } ? .mayBeWith : .mayBeWithout
    }
    return named.contains(.right) ? .right : named.contains(.same) ? .same : .lucky
  }

  /// Right is the id that the list of mistakes has, or what gives the same number in this line of any exercise of this shape.
  private func fit(_ finding: Judge.Finding, _ sheet: Sheet, at line: Int) -> Fit {
    if let id = sheet.id, finding.ids.contains(id) { return .right }
    if finding.isOfPen, sheet.slip == line { return .right }
    guard sheet.kind.hasFormula || sheet.slipFactor != nil else { return .none }
    // An exercise in which the mistake changes nothing, as with a dead ReLU, tells nothing.
    let telling = otherGivens.filter { givens in
      !isNear(workings.values(believing: [:], givens: givens)[line], values(of: sheet, givens)[line])
    }
    if !telling.isEmpty, telling.allSatisfy({ isSame(finding, sheet, at: line, $0) }) {
      // A lost sign and a minus too many are one number, and two stories.
      return finding.isOfPen ? .same : .right
    }
    return isSame(finding, sheet, at: line, nil) ? .same : .none
  }

  /// The numbers of the student with all digits.
  private func values(of sheet: Sheet, _ givens: [Double]?) -> [Double] {
    workings.values(believing: sheet.wrong, givens: givens) { line, value in
      line == sheet.slip ? value * (sheet.slipFactor ?? 1) : value
    }
  }

  /// Whether a finding gives the student's number: by all that follows from it, or by its one formula on the student's numbers.
  private func isSame(_ finding: Judge.Finding, _ sheet: Sheet, at line: Int, _ givens: [Double]?) -> Bool {
    let own = values(of: sheet, givens)
    if finding.isOfPen {
      let right = workings.value(of: exercise.lines[line].formula, own)
      return [-1, 10, 0.1].contains { isNear($0 * right, own[line]) }
    }
    if isNear(workings.values(believing: finding.formulas, givens: givens)[line], own[line]) { return true }
    guard let (source, formula) = finding.formulas.first, finding.formulas.count == 1,
      sheet.wrong[source] != nil || sheet.slip == source
    else { return false }
    return isNear(workings.value(of: formula, own), own[source])
  }

  private func isNear(_ one: Double, _ other: Double) -> Bool {
    (one - other).magnitude <= 1e-9 * Swift.max(one.magnitude, other.magnitude) || (one.isNaN && other.isNaN)
  }
}
