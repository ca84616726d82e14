import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of several examples, and of a penalty.
extension Claim {
  static let total = [
    Claim("The penalty is {} times the sum of the squares of the weights.") {
      penalty($0, $1, 0, nil, isDivided: false)
    },
    Claim(
      "The penalty is {} times the sum of the squares of the weights, all divided by the number of examples."
    ) { penalty($0, $1, 0, nil, isDivided: true) },
    Claim("The penalty is {} times the sum of the absolute values of the weights.") {
      penalty($0, $1, nil, 0, isDivided: false)
    },
    Claim(
      "The penalty is {} times the sum of the absolute values of the weights, all divided by the number of examples."
    ) { penalty($0, $1, nil, 0, isDivided: true) },
    Claim(
      "The penalty is {} times the sum of the squares of the weights plus {} times the sum of the absolute values of the weights."
    ) { penalty($0, $1, 0, 1, isDivided: false) },
    Claim(
      "The penalty is {} times the sum of the squares of the weights plus {} times the sum of the absolute values of the weights, all divided by the number of examples."
    ) { penalty($0, $1, 0, 1, isDivided: true) },
    Claim(
      "The derivative is proportional to the weight: by itself, it multiplies every weight by the same factor in a step of gradient descent, {}."
    ) {
      said, it in
      guard let l2 = it.fine.penalty?.l2, it.fine.penalty?.l1 == nil else { return false }
      let (n, eta) = (Twofold(it.layout.exampleCount), Twofold(Numeral("0.37") ?? .hundredth))
      let factor: Twofold = said.gaps[0].formula?.evaluated { _ in eta } ?? Twofold(0)
      return it.isExact(factor, Twofold(1) - eta * l2 / n)
        && it.weights.allSatisfy { id in
          let w = it.fine.network.parameters[id]
          return it.isExact(w - eta * (l2 / n * w), factor * w) || w.sign == 0
        }
    },
    Claim(
      "The derivative has the sign of the weight (sign is 1 above 0 and −1 below) and the same absolute value for all weights other than 0."
    ) {
      _, it in it.fine.penalty?.l2 == nil && it.fine.penalty?.l1 != nil
    },
    Claim(
      "The first term is proportional to the weight; the second has the sign of the weight (sign is 1 above 0 and −1 below) and the same absolute value for all weights other than 0."
    ) { _, it in it.fine.penalty?.l2 != nil && it.fine.penalty?.l1 != nil },
    Claim(
      "{} is 0, where the absolute value has a kink: its slope is −1 below and 1 above. By convention 0 is used."
    ) { said, it in it.value(said.gaps[0].formula)?.sign == 0 && it.fine.penalty?.l1 != nil },
    Claim("(The last term in the parentheses is the sum over the other {} examples.") {
      otherExamples($0, $1)
    },
    Claim("(The last term in the parentheses is the sum over the other {} examples.)") {
      otherExamples($0, $1)
    },
    Claim(
      "The penalty does not depend on {} or {}, so the derivatives of {} with respect to them equal those of {}."
    ) { _, it in it.layout.exampleCount == 1 },
    Claim("The total is the sum of both, so both derivatives are 1.") { _, it in it.layout.exampleCount == 1
    },
    Claim(
      "The cost of each example has the factor {} in the mean, so the derivative is the same for every example."
    ) { said, it in
      share(said, it) && it.fine.penalty == nil
    },
    Claim(
      "The cost of each example has the factor {} in the mean, so the derivative is the same for every example; the penalty has the factor 1."
    ) {
      said, it in
      share(said, it) && it.fine.penalty != nil
    },
    Claim(
      "For each of these parameters the derivatives of the examples have different signs, so they partly cancel in the mean."
    ) { said, it in disagreeing(said, it).map { $0.few <= $0.of && $0.of <= $0.many } ?? false },
    Claim(
      "For {} of these parameters, {} being the first, the derivatives of the examples have different signs, so they partly cancel in the mean."
    ) { said, it in
      guard let count = said.gaps[0].count, let found = disagreeing(said, it),
        let id = it.id(said.gaps[1].formula)
      else { return false }
      return found.few <= count && count <= found.many && count < found.of && found.possible.contains(id)
    },
    Claim(
      "For {} the derivatives of the examples have different signs, so they partly cancel in the mean."
    ) { said, it in
      guard let found = disagreeing(said, it), let id = it.id(said.gaps[0].formula) else { return false }
      return found.few <= 1 && found.possible.contains(id)
    },
  ]

  private static func share(_ said: Saying, _ it: Figures) -> Bool {
    said.gaps[0].formula?.evaluated { _ in .nan } == 1 / Double(it.layout.exampleCount)
  }

  private static func penalty(
    _ said: Saying, _ it: Figures, _ l2: Int?, _ l1: Int?, isDivided: Bool
  ) -> Bool {
    let penalty = it.lesson.activePenalty
    func factor(_ gap: Int) -> Double? { said.gaps[gap].formula?.evaluated { _ in .nan } }
    return penalty?.l2.map { $0.value / 2 } == l2.flatMap(factor)
      && penalty?.l1?.value == l1.flatMap(factor)
      && isDivided == (it.layout.exampleCount > 1)
  }

  private static func otherExamples(_ said: Saying, _ it: Figures) -> Bool {
    let line = said.blocks[(said.place + 1)...].flatMap(\.equations).first
    let named = line?.sides.first?.formula.names.filter { name in
      switch name {
      case .symbol(let symbol): symbol.meaning == .cost
      case .partial(let cost, _): cost.meaning == .cost
      default: false
      }
    }
    return said.gaps[0].count == it.layout.exampleCount - (named?.count ?? 0)
  }

  /// On how many of the derivatives above the signs of all examples differ for certain, and on how many within rounding.
  private static func disagreeing(
    _ said: Saying, _ it: Figures
  ) -> (few: Int, many: Int, of: Int, possible: [Int])? {
    let lines = said.blocks[..<said.place].reversed().prefix { !$0.equations.isEmpty }.flatMap(\.equations)
    let shown = Set(
      lines.compactMap { line -> Int? in
        guard case .partial(let cost, let by) = line.left, cost == Symbol(.cost) else { return nil }
        return it.layout.id(of: by)
      })
    func signs(_ id: Int, _ least: Double) -> Set<Int> {
      Set(it.fineTraces.map { $0.gradients[id] }.filter { $0.magnitude.value > least }.map(\.sign))
    }
    let certain = shown.filter { signs($0, 4 * it.rounding[$0] * Double(it.layout.exampleCount)).count == 2 }
    let possible = shown.filter { id -> Bool in
      let signs = Set(it.traces.map { $0.gradients[id] }.filter { $0 != 0 }.map { $0 > 0 })
      return signs.count == 2
    }
    return (certain.count, possible.count, shown.count, Array(possible))
  }
}
