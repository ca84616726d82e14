import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of a small change of one parameter, and of the step.
extension Claim {
  static let step = [
    Claim("With {} changed by {}, the cost is not finite.") { said, it in
      guard let id = it.id(said.gaps[0].formula) else { return false }
      return !(it.cost + it.change(it.nudge(id))).value.isFinite
    },
    Claim("{} does not change.") { said, it in change(said, it).actual.sign == 0 },
    Claim("{} keeps its value in double precision.") { said, it in
      let change = change(said, it)
      return change.predicted.sign == 0 && change.actual.magnitude.value <= 64 * change.scale
    },
    Claim("The actual change is too small for double precision: {} keeps its value.") { said, it in
      let change = change(said, it)
      return change.actual.magnitude.value <= 64 * change.scale
    },
    Claim("The actual change equals the predicted change exactly.") { said, it in
      let change = change(said, it)
      return (change.actual - change.predicted).magnitude.value <= 1e-28 * max(1, it.cost.magnitude.value)
    },
    Claim("The difference is within rounding error.") { said, it in
      let change = change(said, it)
      return (change.actual - change.predicted).magnitude.value <= 64 * change.scale
    },
    Claim("The predicted change is too small for double precision.") { said, it in
      let change = change(said, it)
      return change.predicted.magnitude.value <= 64 * change.scale
    },
    Claim(
      "The difference comes from the curvature of the cost. It shrinks faster than the change in {}: if you halve a small change, the difference becomes about a quarter, or less."
    ) { said, it in
      let change = change(said, it)
      return isFromCurvature(said, change)
        && change.difference.magnitude <= 0.11 * change.predicted.magnitude.value
        && shrinksWithSquare(change.direction, it)
    },
    Claim("The difference is due to the curvature of the cost along the step.") { said, it in
      let change = change(said, it)
      return isFromCurvature(said, change)
        && change.difference.magnitude <= 0.11 * change.predicted.magnitude.value
    },
    Claim(
      "The predicted change is 0, because the derivative is 0. The actual change comes from the curvature of the cost."
    ) { said, it in
      let change = change(said, it)
      return change.predicted.magnitude.value <= 64 * change.scale && isFromCurvature(said, change)
    },
    Claim(
      "The difference is more than a tenth of the predicted change: for a change of {}, the linear approximation is not accurate here."
    ) { said, it in
      let change = change(said, it)
      return isFromCurvature(said, change)
        && change.difference.magnitude > 0.09 * change.predicted.magnitude.value
        && shrinksWithSquare(change.direction, it)
    },
    Claim(
      "This change meets a kink of the cost, where its slope jumps. The prediction uses one slope only, so the difference need not shrink with the square of the change."
    ) { said, it in
      it.jumps(along: change(said, it).direction)
    },
    Claim(
      "This change may meet a kink of the cost, where its slope jumps. The prediction uses one slope only, so the difference need not shrink with the square of the change."
    ) { said, it in !it.crossings(to: change(said, it).moved).isEmpty },
    Claim("The cost has decreased.") { _, it in (it.afterStep.cost - it.cost).sign < 0 },
    Claim("The cost has increased: the step was too large.") { _, it in
      (it.afterStep.cost - it.cost).sign > 0
        && (1...30).contains { it.change(it.step, times: tenth(to: $0)).sign < 0 }
    },
    Claim("The cost has increased. On a kink the derivative that is used need not point downhill.") { _, it in
      (it.afterStep.cost - it.cost).sign > 0 && it.startsOnKink(to: it.afterStep)
    },
    Claim("The cost is the same as before.") { _, it in
      (it.afterStep.cost - it.cost).magnitude.value <= 1e-28 * max(1, it.cost.magnitude.value)
    },
    Claim("The cost is unchanged in double precision.") { said, it in
      (it.afterStep.cost - it.cost).magnitude.value <= 64 * change(said, it).scale
    },
    Claim("The cost has changed by no more than its rounding error.") { said, it in
      (it.afterStep.cost - it.cost).magnitude.value <= 64 * change(said, it).scale
    },
    Claim("With the new parameters the cost is not finite: the learning rate is too large.") { _, it in
      !it.afterStep.cost.value.isFinite
        && (1...30).contains { it.change(it.step, times: tenth(to: $0)).value.isFinite }
    },
    Claim(
      "The difference is more than a tenth of the predicted change: the slope of the cost changes a lot along the step. The smaller the learning rate, the better the prediction."
    ) {
      said, it in
      let change = change(said, it)
      return isFromCurvature(said, change) && change.actual.sign < 0 && becomesAccurate(it)
    },
    Claim(
      "The cost should have decreased, but it has not: the step is too large for the linear approximation."
    ) {
      said, it in
      let change = change(said, it)
      return isFromCurvature(said, change) && change.predicted.sign < 0
        && change.actual.value >= -64 * change.scale && becomesAccurate(it)
    },
    Claim("(As a fraction the new cost needs integers of more than 128 bits, so it is rounded here.)") {
      said, it in
      it.settings.exact
    },
    Claim("In this lesson the biases are not changed.") { said, it in
      !it.lesson.trainsBiases && it.hasBiases.contains(true)
        && !said.blocks.flatMap(\.equations).contains { $0.left.symbol?.meaning == .newBias }
    },
    Claim("With a learning rate of 0 no parameter changes.") { _, it in it.lesson.learningRate?.value == 0 },
    Claim(
      "Each parameter changes by minus the learning rate times its derivative. If only one of them changed, the cost would change by about minus the learning rate times the square of its derivative. For all changes together, these amounts are added: the cost changes by about {}. Here {} is the sum of the squares of {}:"
    ) {
      said, it in
      isSquaredGradient(said, it) && becomesAccurate(it)
    },
    Claim(
      "Each parameter changes by minus the learning rate times its derivative. If only one of them changed, the cost would change by about minus the learning rate times the square of its derivative. For all changes together, these amounts are added: the cost changes by about {}, if the step meets no kink. Here {} is the sum of the squares of {}:"
    ) {
      said, it in isSquaredGradient(said, it) && it.startsOnKink(to: it.afterStep)
    },
  ]

  /// What a change of the parameters makes of the cost, and what was predicted, above a sentence about it.
  private struct Change {
    let direction: [Twofold]
    let moved: Figures.Moved
    let predicted: Twofold
    let actual: Twofold
    /// What rounding may make of the cost, before and after.
    let scale: Double
    /// Of the printed numbers, both in doubles.
    let difference: Double
  }

  private static func change(_ said: Saying, _ it: Figures) -> Change {
    let isStep = said.headings(2).first?.hasPrefix("One step") ?? false
    var direction = it.step
    var moved = isStep ? it.afterStep : nil
    if !isStep {
      let prediction = said.blocks[..<said.place].reversed().lazy.flatMap(\.equations).first {
        if case .product(let factors) = $0.left { factors.count == 2 } else { false }
      }
      if case .product(let factors)? = prediction?.left, case .partial(_, let by)? = factors.last,
        let id = it.layout.id(of: by)
      {
        direction = it.nudge(id)
      }
      moved = it.moved { direction[$0] }
    }
    let there = moved ?? it.afterStep
    let (predicted, actual) = (it.predicted(direction), there.cost - it.cost)
    let slopes = zip(direction, it.rounding).reduce(0) { $0 + $1.0.magnitude.value * $1.1 }
    let parameters = zip(it.fine.network.parameters, it.gradient).reduce(0) {
      $0 + .ulpOfOne * ($1.0 * $1.1).magnitude.value
    }
    let scale =
      it.roundingScale(it.fineTraces, it.fine) + it.roundingScale(there.traces, there.objective) + slopes
      + parameters
    var shifted = it.result.objective
    shifted.network.parameters = zip(shifted.network.parameters, direction).map { $0 + $1.value }
    let cost = (try? Backpropagation(shifted).cost) ?? there.cost.value
    return Change(
      direction: direction, moved: there, predicted: predicted, actual: actual, scale: scale,
      difference: it.settings.exact ? (actual - predicted).value : cost - it.result.cost - predicted.value)
  }

  /// Whether more of the difference is real than rounding.
  private static func isFromCurvature(_ said: Saying, _ change: Change) -> Bool {
    let real = (change.actual - change.predicted).value
    return (change.difference - real).magnitude <= 0.5 * change.difference.magnitude || change.difference == 0
  }

  /// Whether a tenth of the change leaves a hundredth of the difference, from some size on.
  private static func shrinksWithSquare(_ direction: [Twofold], _ it: Figures) -> Bool {
    func left(_ t: Double) -> Double {
      (it.change(direction, times: t) - it.predicted(direction) * Twofold(t)).magnitude.value
    }
    let floor = 1e-26 * max(1e-3, it.cost.magnitude.value)
    return (0...12).contains { power in
      let t = tenth(to: power)
      let (one, tenth) = (left(t), left(t / 10))
      return tenth <= 0.013 * one + floor
    }
  }

  private static func tenth(to power: Int) -> Double { Double.exp(-Double(power) * Double.ln(10)) }

  /// Whether the prediction comes to be right for small learning rates, as far as 31 digits show it.
  private static func becomesAccurate(_ it: Figures) -> Bool {
    let (predicted, least) = (it.predicted(it.step), 1e-27 * max(1e-3, it.cost.magnitude.value))
    return (-3...30).contains { power in
      let t = tenth(to: power)
      let expected = (predicted * Twofold(t)).value
      if expected.magnitude < least { return predicted.value.magnitude < 1e3 * least }
      return (it.change(it.step, times: t).value - expected).magnitude <= 0.01 * expected.magnitude
    }
  }

  private static func isSquaredGradient(_ said: Saying, _ it: Figures) -> Bool {
    let all = it.gradient.indices.filter { it.lesson.trainsBiases || !it.layout.isBias($0) }
    let square = all.reduce(0) { $0 + (it.gradient[$1] * it.gradient[$1]).value }
    let what =
      it.lesson.trainsBiases
      ? "all derivatives" : "the derivatives of the weights, because only the weights change"
    let words = said.gaps[2].text.replacing(
      "; some are written out, and the last term is the sum of the others", with: "")
    guard let shown = said.equationsAfter.first?.sides.last?.formula, shown.number != nil else {
      return words == what
    }
    let uncertainty = all.reduce(0) {
      $0 + 4 * it.rounding[$1] * (it.rounding[$1] + it.gradient[$1].magnitude.value)
    }
    return words == what && shown.shows(square, uncertainty: uncertainty + 1e-12 * square)
  }
}
