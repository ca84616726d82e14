import Backprop
import Formulas

/// What people do with the step, and with the velocity of momentum.
extension Rewriter {
  /// The part of the velocity that momentum keeps; `nil` where the lesson has no momentum.
  private var mu: Formula? {
    let mu = Optimizer.letter("mu")
    return exercise.entries[mu] == nil ? nil : mu
  }

  /// v′ = μ v + (1 − μ) g, a mean as in Ng's course, or μ (v + g).
  mutating func rewriteVelocity() {
    guard let mu, case .sum(let terms) = right, terms.count == 2 else { return }
    add(.special(.averagedDerivative), terms[0] + (.integer(1) - mu) * terms[1])
    add(.special(.decayedDerivative), terms[0] + mu * terms[1])
  }

  mutating func rewriteStep() {
    guard case .sum(let terms) = right, terms.count == 2, let old = terms.first else { return }
    add(.special(.updatedWeights), old - .symbol(Symbol(.learningRate)) * old)
    add(.special(.stepTimesOld), old + terms[1] * old)
    if mu != nil {
      let derivative = right.names.lazy.compactMap(derivativeInVelocity).first
      add(.special(.withoutMomentum), derivative.map { old - .symbol(Symbol(.learningRate)) * $0 })
    } else if right.names.allSatisfy({ !isOfOptimizer($0) }) {
      // With the usual 0.9: (1 − β) g of a mean, and g + β g of Nesterov's first step.
      add(.special(.averagedStep), old + terms[1].scaled(1, 10))
      add(.special(.nesterovStep), old + terms[1].scaled(19, 10))
    }
  }

  /// g of μ v + g.
  private func derivativeInVelocity(_ name: Formula) -> Formula? {
    guard let line = exercise.line(of: name), roles.all[line].kind == .newKept(.v) else { return nil }
    return exercise.lines[line].formula.terms.last
  }

  private func isOfOptimizer(_ name: Formula) -> Bool {
    if case .symbol(let symbol) = name { symbol.isOfOptimizer } else { false }
  }
}
