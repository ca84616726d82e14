import Backprop
import Documents
import Formulas

/// A derivation in fractions.
extension Derivation {
  /// Throws the first name, in the order of the derivation, that takes more than 128 bits; without fractions, none does.
  func checkIsExact() throws(WorkedExampleError) {
    guard ledger.isInFractions else { return }
    // ∂C/∂ of what is inside an example is derived only where it is asked for.
    let onward = Set(wanted == nil ? onward.map(\.name) : [])
    let lines = (all + examples.compactMap(\.wholeProduct)).filter {
      isWanted($0.name) && !onward.contains($0.name)
    }
    let tooLarge =
      lines.first { ledger.fraction($0.name) == nil || ledger.fraction($0.formula) == nil }
      ?? updates.first { ledger.fraction($0.formula) == nil }
    guard let tooLarge else { return }
    if case .update = tooLarge.kind, !lesson.learning.isPlain {
      throw lesson.learning.hasNoFraction(tooLarge.name.plainName)
    }
    throw .refused(
      """
      the fraction of \(tooLarge.name.plainName) takes integers beyond 128 bits, which --exact computes with: it wants \
      shorter numbers or fewer layers
      """)
  }

  /// The cost with other parameters; `nil` without fractions, and where it takes more than 128 bits.
  func exactCost(_ change: (inout [Rational]) -> Void) -> Rational? {
    guard let exact = work.exact else { return nil }
    var parameters = exact.objective.network.parameters
    change(&parameters)
    return exact.cost(with: parameters)
  }

  /// The cost after one step of gradient descent, in the same way.
  func exactCostAfterStep() -> Rational? {
    guard let gradient = work.exact?.gradient else { return nil }
    return exactCost { parameters in
      for id in parameters.indices {
        let lines = lesson.update(of: parameters[id], id, slope: gradient[id], work.result.layout)
        parameters[id] = lines.last?.value ?? parameters[id]
      }
    }
  }

  /// Said where a number in a derivation in fractions is rounded after all.
  func remarkOnRounding(_ isRounded: Bool) -> Prose {
    ledger.isInFractions && isRounded ? say(ChangePhrase.roundedCost) : ""
  }

  /// Why the check is in decimals.
  var decimals: CheckPhrase.Decimals? {
    guard ledger.isInFractions else { return nil }
    return work.missedKink.map { .acrossKink(.symbol($0)) } ?? .rounded
  }
}

extension Formula {
  /// The name as it is typed, dC/dw2[1,3].
  fileprivate var plainName: String {
    if case .symbol(let symbol) = self { return symbol.name }
    if case .partial(let above, let below) = self { return "d\(above.name)/d\(below.name)" }
    return "a term"
  }
}
