import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of the gradient and of its check.
extension Claim {
  static let check = [
    Claim("The gradient {} contains the derivatives of the cost with respect to all parameters.") {
      said, it in rows(said).count == it.layout.parameterCount
    },
    Claim(
      "The gradient {} contains the derivatives of the cost with respect to all parameters. The table shows a part of it."
    ) { said, it in rows(said).count < it.layout.parameterCount },
    Claim("Of the weights, {} has the largest derivative in absolute value and {} the smallest.") {
      ranking($0, $1, from: 0, leavesOut: .nothing)
    },
    Claim(
      "Of the weights with a derivative other than 0, {} has the largest derivative in absolute value and {} the smallest."
    ) {
      ranking($0, $1, from: 0, leavesOut: .zeros)
    },
    Claim(
      "Of the weights whose derivative is larger than its rounding error, {} has the largest derivative in absolute value and {} the smallest."
    ) { ranking($0, $1, from: 0, leavesOut: .roundings) },
    Claim(
      "A small change in {} changes the cost about {} times as much as the same change in {}, in absolute value."
    ) {
      said, it in
      guard let most = it.id(said.gaps[0].formula), let least = it.id(said.gaps[2].formula) else {
        return false
      }
      let ratio = (it.gradient[most] / it.gradient[least]).magnitude.value
      return said.gaps[1].shows(ratio, uncertainty: ratio * uncertainty(least, it))
    },
    Claim(
      "Of the weights, the largest derivative in absolute value, {}, is about {} times the smallest, {}."
    ) { ranking($0, $1, leavesOut: .nothing) },
    Claim(
      "Of the weights with a derivative other than 0, the largest derivative in absolute value, {}, is about {} times the smallest, {}."
    ) { ranking($0, $1, leavesOut: .zeros) },
    Claim(
      "Of the weights whose derivative is larger than its rounding error, the largest derivative in absolute value, {}, is about {} times the smallest, {}."
    ) { ranking($0, $1, leavesOut: .roundings) },
    Claim(
      "The column “finite differences” needs no derivatives: each parameter is increased and decreased by a small amount, and the forward pass is repeated."
    ) { said, it in it.check.parameters.allSatisfy { $0.numeric != nil } },
    Claim(
      "The finite difference is accepted as a test only if this bound is at most a millionth of the derivative."
    ) {
      said, it in bounds(it) && !shownInCheck(said, it).contains { $0.trace == 0 }
    },
    Claim(
      "The finite difference is accepted as a test only if this bound is at most a millionth of the derivative, or below {} if the derivative is 0."
    ) { said, it in bounds(it) && shownInCheck(said, it).contains { $0.trace == 0 } },
    Claim("The three computations agree on {}.") { said, it in
      agreement(said, it)
        && it.check.parameters.allSatisfy {
          [.agrees, .agreesOnBothSides].contains($0.verdict) && $0.numeric != nil
        }
    },
    Claim("Chain rule and matrices agree on {}.") { said, it in
      agreement(said, it)
        && it.check.parameters.allSatisfy {
          ($0.trace - ($0.recomputed ?? .nan)).magnitude <= 1e-10 * $0.trace.magnitude + 1e3
            * it.rounding[$0.index]
            + 1e-300
        }
    },
    Claim(
      "For {} of them the finite differences do not decide: they are not accurate enough, or the cost is not finite nearby."
    ) { undecided($0, $1) },
    Claim(
      "For {} of them the finite differences do not decide: they are not accurate enough, or the cost has a kink nearby or is not finite nearby."
    ) { undecided($0, $1) && [.absoluteError, .hinge].contains($1.lesson.cost) },
    Claim(
      "For {} of them the cost has a kink however small the change is, so there is no finite difference to compare with."
    ) { said, it in
      said.gaps[0].count == it.check.parameters.count { $0.verdict == .kink }
    },
    Claim(
      "{}: when it changes, it crosses 0, where there is a kink. The slope of the cost is {} for smaller {} and {} for larger {}; the derivative used here is {}."
    ) { said, it in kink(said, it, at: 0, others: 0, below: 1, above: 3, used: 5) },
    Claim(
      "{}: when it changes, it crosses 0, where there is a kink. On both sides the slope of the cost is {}; the derivative used here is {}."
    ) { said, it in kink(said, it, at: 0, others: 0, below: 1, above: 1, used: 2) },
    Claim(
      "{}: when it changes, {} crosses 0, where there is a kink. The slope of the cost is {} for smaller {} and {} for larger {}; the derivative used here is {}."
    ) { said, it in kink(said, it, others: 0, below: 2, above: 4, used: 6) },
    Claim(
      "{}: when it changes, {} and one other quantity cross 0, where there is a kink. The slope of the cost is {} for smaller {} and {} for larger {}; the derivative used here is {}."
    ) { said, it in kink(said, it, others: 1, below: 2, above: 4, used: 6) },
    Claim(
      "{}: when it changes, {} and {} other quantities cross 0, where there is a kink. The slope of the cost is {} for smaller {} and {} for larger {}; the derivative used here is {}."
    ) { said, it in kink(said, it, others: said.gaps[2].count, below: 3, above: 5, used: 7) },
    Claim(
      "{}: when it changes, {} and one other quantity cross 0, where there is a kink. On both sides the slope of the cost is {}; the derivative used here is {}."
    ) { said, it in kink(said, it, others: 1, below: 2, above: 2, used: 3) },
    Claim(
      "{}: when it changes, {} and {} other quantities cross 0, where there is a kink. On both sides the slope of the cost is {}; the derivative used here is {}."
    ) { said, it in kink(said, it, others: said.gaps[2].count, below: 3, above: 3, used: 4) },
    Claim(
      "{}: when it changes, {} crosses 0, where there is a kink. The cost itself has no kink there: on both sides its slope is {}, so its derivative is {}."
    ) { said, it in kink(said, it, others: 0, below: 2, above: 2, used: 3) },
    Claim(
      "{}: when it changes, {} and one other quantity cross 0, where there is a kink. The cost itself has no kink there: on both sides its slope is {}, so its derivative is {}."
    ) { said, it in kink(said, it, others: 1, below: 2, above: 2, used: 3) },
    Claim(
      "{}: when it changes, {} and {} other quantities cross 0, where there is a kink. The cost itself has no kink there: on both sides its slope is {}, so its derivative is {}."
    ) { said, it in kink(said, it, others: said.gaps[2].count, below: 3, above: 3, used: 4) },
    Claim(
      "The check is computed in double precision, so the column “chain rule” shows the fractions from above as rounded decimals."
    ) {
      _, it in
      it.settings.exact
        && it.check.parameters.allSatisfy {
          ($0.trace - it.gradient[$0.index].value).magnitude <= 1e-14 * $0.trace.magnitude + 1e-25
        }
    },
    Claim(
      "The check is computed in double precision, so the column “chain rule” shows decimals. Rounding moves {} to the other side of its kink, so the slope is not the same as in fractions."
    ) { said, it in
      guard let z = said.gaps[0].formula?.symbol, let id = it.layout.id(of: z) else { return false }
      let x = (z.example ?? 1) - 1
      return (it.traces[x].values[id] > 0) != (it.fineTraces[x].values[id].sign > 0)
    },
  ]

  private static func undecided(_ said: Saying, _ it: Figures) -> Bool {
    let undecided = it.check.parameters.filter { parameter in
      switch parameter.numeric {
      case .slope(let value, let bound):
        parameter.verdict != .disagrees
          && (bound > 1e-6 * parameter.trace.magnitude || (value - parameter.trace).magnitude > bound
            || parameter.trace == 0)
          && !(parameter.trace == 0 && bound < 1e-9 && value.magnitude <= bound)
      case .unknown: true
      case .kink, nil: false
      }
    }
    return said.gaps[0].count == undecided.count
  }

  private enum LeftOut { case nothing, zeros, roundings }

  /// The rows of the next table, or of the one before.
  private static func rows(_ said: Saying) -> [[String]] {
    let tables = said.blocks[(said.place + 1)...] + said.blocks[..<said.place].reversed()
    for case .table(let table) in tables { return table.rows.all.map { $0.map(DocumentReader.plain) } }
    return []
  }

  private static func shownInCheck(_ said: Saying, _ it: Figures) -> [GradientCheck.Parameter] {
    let names = Set(rows(said).compactMap(\.first))
    return it.check.parameters.filter {
      names.contains(DocumentReader.plain("\(Formula.symbol(it.layout.symbol($0.index, example: nil)))"))
    }
  }

  /// What counts is known to a millionth.
  private static func bounds(_ it: Figures) -> Bool {
    it.check.parameters.allSatisfy { parameter in
      guard parameter.verdict == .agrees, case .slope(_, let bound) = parameter.numeric else { return true }
      return parameter.trace == 0 ? bound < 1e-9 : bound <= 1e-6 * parameter.trace.magnitude
    }
  }

  private static func agreement(_ said: Saying, _ it: Figures) -> Bool {
    let text = said.gaps[0].text
    let count = it.check.parameters.count
    return text
      == (count == 1 ? "the one parameter" : count == 2 ? "both parameters" : "all \(count) parameters")
      && it.check.parameters.allSatisfy { $0.verdict != .disagrees }
  }

  /// How far rounding may have moved a ratio.
  private static func uncertainty(_ id: Int, _ it: Figures) -> Double {
    4 * it.rounding[id] / max(it.gradient[id].magnitude.value, .leastNormalMagnitude)
  }

  /// Two weights by their names.
  private static func ranking(
    _ said: Saying, _ it: Figures, from gap: Int, leavesOut: LeftOut
  ) -> Bool {
    guard let most = it.id(said.gaps[gap].formula), let least = it.id(said.gaps[gap + 1].formula),
      let ranked = ranked(it, leavesOut)
    else { return false }
    let sizes = it.gradient.map(\.magnitude)
    return ranked.allSatisfy {
      ($0 == most || (sizes[most] - sizes[$0]).sign > 0 && !it.isExact(sizes[most], sizes[$0]))
        && ($0 == least || (sizes[$0] - sizes[least]).sign > 0 && !it.isExact(sizes[least], sizes[$0]))
    }
  }

  /// The ends by who shares them.
  private static func ranking(_ said: Saying, _ it: Figures, leavesOut: LeftOut) -> Bool {
    guard let ranked = ranked(it, leavesOut) else { return false }
    let sizes = it.gradient.map(\.magnitude)
    func end(_ gap: Saying.Gap, _ isFurther: (Double, Double) -> Bool) -> Twofold? {
      guard var best = ranked.first else { return nil }
      for id in ranked where isFurther(sizes[id].value, sizes[best].value) { best = id }
      let shared = ranked.filter {
        (sizes[$0] - sizes[best]).value.magnitude <= 2 * (it.rounding[$0] + it.rounding[best])
      }
      if let owner = it.id(gap.formula) {
        return ranked.allSatisfy { $0 == owner || !it.isExact(sizes[$0], sizes[owner]) }
          && shared.contains(owner)
          ? sizes[best] : nil
      }
      let equal = ranked.filter { it.isExact(sizes[$0], sizes[best]) }
      let count = gap.text == "shared by two weights" ? 2 : Int(gap.text.dropFirst(10).prefix { $0.isNumber })
      return count.map { equal.count <= $0 && $0 <= shared.count && $0 > 1 } ?? false ? sizes[best] : nil
    }
    guard let most = end(said.gaps[0], >), let least = end(said.gaps[2], <) else { return false }
    let ratio = (most / least).value
    return said.gaps[1].shows(ratio, uncertainty: ratio * (ranked.map { uncertainty($0, it) }.max() ?? 0))
  }

  /// The weights that have a place, if those without one are left out as it is said.
  private static func ranked(_ it: Figures, _ leavesOut: LeftOut) -> [Int]? {
    let sizes = it.gradient.map { $0.magnitude.value }
    // Within rounding of the bound either is right.
    let isExact = it.settings.exact
    let zeros = it.weights.filter { isExact ? sizes[$0] == 0 : it.result.gradient[$0] == 0 }
    let small = isExact ? zeros : it.weights.filter { it.result.gradient[$0].magnitude <= it.rounding[$0] }
    let isRight =
      switch leavesOut {
      case .nothing: small.isEmpty
      case .zeros: !zeros.isEmpty
      case .roundings: small.count > zeros.count
      }
    return isRight ? it.weights.filter { !small.contains($0) } : nil
  }

  private static func kink(
    _ said: Saying, _ it: Figures, at place: Int = 1, others: Int?, below: Int, above: Int, used usedGap: Int
  ) -> Bool {
    guard let id = it.id(said.gaps[0].formula), let others, let quantity = said.gaps[place].formula?.symbol,
      let crossing = it.layout.id(of: quantity),
      let parameter = it.check.parameters.first(where: { $0.index == id }),
      said.gaps[usedGap].shows(parameter.trace)
    else { return false }
    // Between the largest steps of the numeric gradient the quantity is 0.
    let most = 8e-4 * max(1, it.fine.network.parameters[id].magnitude.value)
    let example = (quantity.example ?? 1) - 1
    let values = [-most, 0, most].map { step in
      it.moved { Twofold($0 == id ? step : 0) }.traces[example].values[crossing].value
    }
    let isCrossed = values.contains { $0 <= 1e-12 } && values.contains { $0 >= -1e-12 }
    guard case .kink(let kink)? = parameter.numeric, isCrossed else { return false }
    return kink.count == others + 1 && isSlope(said.gaps[below], kink.below)
      && isSlope(said.gaps[above], kink.above)
  }

  /// Whether a slope is printed in digits that are known of it.
  private static func isSlope(_ gap: Saying.Gap, _ slope: Kink.Slope?) -> Bool {
    if gap.text == "not known" { return slope.map { $0.value.magnitude <= $0.bound } ?? true }
    guard let slope else { return false }
    return gap.isWithinUnit(of: slope.value) && gap.shows(slope.value, uncertainty: slope.bound)
  }
}
