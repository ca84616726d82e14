import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of slopes.
extension Claim {
  static let slopes = [
    Claim(
      "Twice how far the output is above the target, negative below it: far off, even a small change matters."
    ) {
      slopesOfCost($0, $1, 2)
    },
    Claim(
      "How far the output is above the target, negative below it: the ½ of the cost cancels the 2 of the square."
    ) {
      slopesOfCost($0, $1, 1)
    },
    Claim(
      "Twice how far the output is above the target, negative below it, divided by the number of outputs, as a mean is."
    ) { slopesOfCost($0, $1, 2 / Double($1.layout.widths.last ?? 1)) },
    Claim(
      "The slope is 1 if the output is above the target and −1 if it is below, however far; on the target, where the cost has a kink, 0 is taken."
    ) { said, it in slopesOfCost(said, it) { slope, difference in slope == Double(difference.sign) } },
    Claim(
      "How far the output is above the target, negative below it, up to {} and no further: an outlier pulls no harder than that."
    ) { said, it in
      let most = said.gaps[0].number ?? .nan
      return slopesOfCost(said, it) { ($0 - min(most, max(-most, $1.value))).magnitude <= 1e-15 * most }
    },
    Claim(
      "An output that is on the right side of 0 by 1 or more costs nothing, and its slope is 0; any other has the slope −1 or 1, towards its own side."
    ) { said, it in it.lesson.cost == .hinge },
    Claim(
      "The slope of the sigmoid: at most ¼, where {} is 0, and small once the neuron is nearly on or nearly off."
    ) {
      said, it in
      it.activation(said.layer ?? 0) == .sigmoid && slopesOfLayer(said, it).allSatisfy { $0 <= 0.25 }
    },
    Claim("The slope of tanh: at most 1, where {} is 0, and small once the neuron is close to 1 or −1.") {
      said, it in
      it.activation(said.layer ?? 0) == .tanh && slopesOfLayer(said, it).allSatisfy { $0 <= 1 }
    },
    Claim("The slope of ReLU: 1 above 0 and 0 below, so a nudge passes as it is, or not at all.") {
      said, it in
      it.activation(said.layer ?? 0) == .relu && slopesOfLayer(said, it).allSatisfy { $0 == 0 || $0 == 1 }
    },
    Claim("The slope of the leaky ReLU: 1 above 0, and {} below it.") { said, it in
      slopesOfLayer(said, it).allSatisfy { $0 == 1 || $0 == said.gaps[0].number }
    },
    Claim("The neuron hands on what it gets, so every nudge passes as it is.") { said, it in
      it.activation(said.layer ?? 0) == .identity
    },
    Claim("With one neuron alone its share is always 1: no nudge passes.") { said, it in
      it.layout.widths.last == 1 && it.activation(it.layout.layerCount) == .softmax
    },
    Claim(
      "Raising one weighted input raises its own share, and lowers all the others: every output feels every z."
    ) { _, it in (it.layout.widths.last ?? 0) > 1 && it.activation(it.layout.layerCount) == .softmax },
    Claim(
      "The slope of softplus is the sigmoid of {}: ½ where {} is 0, close to 1 far above 0, and close to 0 far below."
    ) { said, it in it.activation(said.layer ?? 0) == .softplus },
    Claim(
      "The slope of SiLU: ½ where {} is 0, close to 1 far above 0, and close to 0 far below; on the way it is a little above 1, and a little below 0."
    ) { said, it in it.activation(said.layer ?? 0) == .silu },
    Claim(
      "The slope of GELU: ½ where {} is 0, close to 1 far above 0, and close to 0 far below; on the way it is a little above 1, and a little below 0."
    ) { said, it in it.activation(said.layer ?? 0) == .gelu },
    Claim("The slope of ELU: 1 above 0; below 0 it is {}, which fades as {} falls.") { said, it in
      it.activation(said.layer ?? 0).kind == .elu
    },
    Claim(
      "Here {} is to the left of the lowest point of the curve: the slope is negative, so the gradient changes its sign on the way back."
    ) { said, it in curvedSlope(said, it).map { $0.slope < 0 && $0.z < -0.7 } ?? false },
    Claim("Here {} is far below 0: the neuron is nearly off, and hardly anything passes back.") { said, it in
      curvedSlope(said, it).map { $0.slope < 0.01 && $0.z < -3 } ?? false
    },
    Claim("Here {} is far above 0: the neuron passes nearly everything back, as ReLU does.") { said, it in
      curvedSlope(said, it).map { $0.slope > 0.99 && $0.z > 3 } ?? false
    },
    Claim("The slope of the same curve, at this neuron's own {}.") { isAsInNextLayer($0, $1) },
    Claim("As before, what comes in goes on as it is.") { said, it in
      isAsInNextLayer(said, it) && it.activation(said.layer ?? 0) == .identity
    },
    Claim("The sign of this neuron's own {} decides.") { said, it in
      isAsInNextLayer(said, it) && it.activation(said.layer ?? 0).rule.hasKink
    },
    Claim("At this {} the curve is nearly as steep as it gets.") { said, it in
      relativeSlope(said.gaps[0].formula, it).map { $0 > 0.98 } ?? false
    },
    Claim(
      "The neuron is saturated: its slope is below a hundredth of the maximum, so the upstream gradient is multiplied by a very small number."
    ) { said, it in
      guard case .partial(let a, _)? = said.equationBefore?.left else { return false }
      return relativeSlope(.symbol(a), it).map { $0 < 0.01 } ?? false
    },
    Claim("Here {} is above 0: the neuron is on, and passes everything back.") { said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) > 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == 1
    },
    Claim(
      "Here {} is below 0: the neuron is off, and nothing passes back, however wrong the output is."
    ) { said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) < 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == 0
    },
    Claim("Here {} is below 0, so the slope is {}.") { said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) < 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == said.gaps[1].number
    },
    Claim("Here {} is 0, right on the kink: the slope from below is taken.") { said, it in
      guard let symbol = said.gaps[0].formula?.symbol, let l = symbol.layer else { return false }
      let below = it.activation(l).setting?.value ?? 0
      return it.value(.symbol(symbol))?.sign == 0 && it.activation(l).rule.hasKink && below != 1
    },
  ]

  /// ∂a/∂z and z of an activation that bends.
  private static func curvedSlope(_ said: Saying, _ it: Figures) -> (slope: Double, z: Double)? {
    guard let symbol = said.gaps[0].formula?.symbol, let z = it.value(.symbol(symbol))?.value,
      [.softplus, .silu, .elu, .gelu].contains(it.activation(symbol.layer ?? 0).kind)
    else { return nil }
    return it.slopeOfActivation(symbol).map { ($0, z) }
  }

  private static func slopesOfCost(_ said: Saying, _ it: Figures, _ factor: Double) -> Bool {
    slopesOfCost(said, it) { slope, difference in
      (slope - factor * difference.value).magnitude <= 1e-15 * slope.magnitude
    }
  }

  /// Whether what is said holds of ∂C/∂a and a − y of all outputs, where they are what is carried.
  private static func slopesOfCost(
    _ said: Saying, _ it: Figures, _ holds: (Double, Twofold) -> Bool
  ) -> Bool {
    let trace = it.fineTraces[said.example]
    return it.lesson.examples[said.example].targets.indices.allSatisfy { j in
      let a = it.layout.activation(it.layout.layerCount, j)
      let difference = trace.values[a] - it.fine.examples[said.example].targets[j]
      let slope = trace.gradients[a].value
      return Cancelled(it.activation(it.layout.layerCount), it.lesson.cost) != nil
        || holds(slope, difference)
    }
  }

  private static func slopesOfLayer(_ said: Saying, _ it: Figures) -> [Double] {
    guard let l = said.layer else { return [.nan] }
    return it.lesson.examples.indices.flatMap { x in
      (0..<it.layout.widths[l]).map { j in
        it.slopeOfActivation(it.layout.symbol(it.layout.weightedInput(l, j), example: x)) ?? .nan
      }
    }
  }

  private static func isAsInNextLayer(_ said: Saying, _ it: Figures) -> Bool {
    guard let l = said.layer, l < it.layout.layerCount else { return false }
    return it.activation(l) == it.activation(l + 1)
  }
}
