import Formulas

/// What people do with dropout and with a skip.
extension Rewriter {
  mutating func rewriteOutput() {
    switch role.kind {
    case .activation, .slope:
      let terms = right.terms
      for (place, term) in terms.enumerated() {
        guard case .product(let factors) = term, let mask = factors.first?.mask else { continue }
        let f = Formula.product(of: Array(factors.dropFirst()))
        func with(_ other: Formula) -> Formula {
          .total(terms.indices.map { $0 == place ? other : terms[$0] })
        }
        if mask.isKept {
          add(.special(.notDivided), with(f))
        } else {
          add(.special(.maskIgnored), with(.integer(1) / .number(mask.keep) * f))
          add(.special(.dropoutIgnored), with(f))
        }
      }
      if terms.count > 1, case .symbol(let last)? = terms.last, last.meaning == .activation {
        add(.special(.skipLeftOut), .total(terms.dropLast()))
      }
    case .passed:
      // What comes by a skip is the only term without a weight and without δ.
      let others = right.terms.filter { term in
        guard let entry = exercise.entries[term] else { return true }
        return ![.passed, .costSlope].contains(roles.all[entry].kind)
      }
      if others.count < right.terms.count { add(.special(.skipLeftOut), .total(others)) }
    case .weight, .bias, .weightedInput, .target, .cost, .penalty, .totalCost, .costSlope, .otherSlope,
      .error, .outputError, .weightGradient, .biasGradient, .share, .penaltySlope, .totalWeightGradient,
      .totalBiasGradient, .onward, .newWeight, .newBias, .named, .localGradient, .derivative, .update, .kept,
      .newKept, .constant, .rate, .other:
      break
    }
  }
}

extension Formula {
  /// Whether the neuron is kept, and the probability that it is, of m/keep; `nil` of another formula.
  var mask: (isKept: Bool, keep: Numeral)? {
    guard case .quotient(.number(let m), .number(let keep)) = self, m.value == 0 || m.value == 1,
      keep.value > 0, keep.value <= 1
    else { return nil }
    return (m.value == 1, keep)
  }
}
