import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of slopes.
extension Claim {
  static let slopes = [
    Claim(
      "The derivative is twice the output minus the target. It is positive if the output is above the target, and negative if it is below."
    ) {
      slopesOfCost($0, $1, 2)
    },
    Claim(
      "The derivative is the output minus the target: the factor 2 from the square cancels the ½ of the cost."
    ) {
      slopesOfCost($0, $1, 1)
    },
    Claim(
      "The derivative is twice the output minus the target, divided by the number of outputs, because the cost is a mean over the outputs."
    ) { slopesOfCost($0, $1, 2 / Double($1.layout.widths.last ?? 1)) },
    Claim(
      "The derivative is 1 if the output is above the target, and −1 if it is below. If the output equals the target, the cost has a kink, and by convention 0 is used."
    ) { said, it in slopesOfCost(said, it) { slope, difference in slope == Double(difference.sign) } },
    Claim(
      "The derivative is the output minus the target, but not above {} and not below {}."
    ) { said, it in
      let most = said.gaps[0].number ?? .nan
      if said.gaps[1].number != -most { return false }
      return slopesOfCost(said, it) { ($0 - min(most, max(-most, $1.value))).magnitude <= 1e-15 * most }
    },
    Claim(
      "The cost of an output is 0 if output times target is at least 1, and so is its derivative; at 1, where there is a kink, by convention. Otherwise the derivative is minus the target."
    ) { said, it in
      let trace = it.fineTraces[said.example]
      return it.fine.examples[said.example].targets.enumerated().allSatisfy { j, y in
        let a = it.layout.activation(it.layout.layerCount, j)
        let isZero = (y * trace.values[a] - Twofold(1)).sign >= 0
        return trace.gradients[a].value == (isZero ? 0 : -y.value)
      }
    },
    Claim(
      "It is 0 if the target is 0. If not, it is negative, and a smaller output gives a larger absolute value."
    ) { said, it in
      it.fine.examples[said.example].targets.enumerated().allSatisfy { j, y in
        let a = it.layout.activation(it.layout.layerCount, j)
        let slope = it.traces[said.example].factors.first { $0.of == it.layout.exampleCost && $0.by == a }?
          .value
        return slope.map { y.sign == 0 ? $0 == 0 : $0 < 0 } ?? true
      }
    },
    Claim(
      "The slope of the sigmoid is largest, ¼, if the weighted input is 0. It is close to 0 if the activation is close to 0 or 1."
    ) {
      said, it in
      it.activation(said.layer ?? 0) == .sigmoid && slopesOfLayer(said, it).allSatisfy { $0 <= 0.25 }
    },
    Claim(
      "The slope of tanh is largest, 1, if the weighted input is 0. It is close to 0 if the activation is close to 1 or −1."
    ) {
      said, it in
      it.activation(said.layer ?? 0) == .tanh && slopesOfLayer(said, it).allSatisfy { $0 <= 1 }
    },
    Claim("The slope of ReLU is 1 if the weighted input is above 0, and 0 if it is below.") {
      said, it in
      it.activation(said.layer ?? 0) == .relu && slopesOfLayer(said, it).allSatisfy { $0 == 0 || $0 == 1 }
    },
    Claim("The slope of the leaky ReLU is 1 if the weighted input is above 0, and {} if it is below.") {
      said, it in
      slopesOfLayer(said, it).allSatisfy { $0 == 1 || $0 == said.gaps[0].number }
    },
    Claim("The activation equals the weighted input, so the slope is 1.") { said, it in
      it.activation(said.layer ?? 0) == .identity
    },
    Claim("The softmax of one neuron is always 1, so the slope is 0.") { said, it in
      it.layout.widths.last == 1 && it.activation(it.layout.layerCount) == .softmax
    },
    Claim(
      "Every output depends on every z: if one z grows, the output of the same neuron grows and all other outputs shrink."
    ) { _, it in (it.layout.widths.last ?? 0) > 1 && it.activation(it.layout.layerCount) == .softmax },
    Claim(
      "The slope of softplus is the sigmoid of {}: ½ if {} is 0, close to 1 far above 0, and close to 0 far below."
    ) { said, it in it.activation(said.layer ?? 0) == .softplus },
    Claim(
      "The slope of SiLU is ½ if {} is 0, close to 1 far above 0, and close to 0 far below. In between it is a little above 1 for some values, and a little below 0 for others."
    ) { said, it in it.activation(said.layer ?? 0) == .silu },
    Claim(
      "The slope of GELU is ½ if {} is 0, close to 1 far above 0, and close to 0 far below. In between it is a little above 1 for some values, and a little below 0 for others."
    ) { said, it in it.activation(said.layer ?? 0) == .gelu },
    Claim(
      "The slope of ELU is 1 if {} is above 0. Below 0 it is {}, which is the closer to 0, the smaller {} is."
    ) {
      said, it in
      it.activation(said.layer ?? 0).kind == .elu
    },
    Claim(
      "{} is to the left of the lowest point of the curve: the slope is negative, so the gradient changes its sign on the way back."
    ) { said, it in curvedSlope(said, it).map { $0.slope < 0 && $0.z < -0.7 } ?? false },
    Claim(
      "{} is far below 0: the neuron is nearly inactive, and the upstream gradient is multiplied by a number close to 0."
    ) { said, it in
      curvedSlope(said, it).map { $0.slope < 0.01 && $0.z < -3 } ?? false
    },
    Claim(
      "{} is far above 0: the slope is close to 1, as that of ReLU, and the upstream gradient is passed on almost unchanged."
    ) { said, it in
      curvedSlope(said, it).map { $0.slope > 0.99 && $0.z > 3 } ?? false
    },
    Claim("As before, this is the slope of {}.") { isAsInNextLayer($0, $1) },
    Claim("As before, the slope is 1.") { said, it in
      isAsInNextLayer(said, it) && it.activation(said.layer ?? 0) == .identity
    },
    Claim("As before, the slope is 1 or {}, by the sign of the weighted input.") { said, it in
      isAsInNextLayer(said, it)
        && [.relu, .leakyReLU].contains(it.activation(said.layer ?? 0).kind)
        && Double(said.gaps[0].text) ?? said.gaps[0].number == it.activation(said.layer ?? 0).setting?.value
          ?? 0
    },
    Claim("At {} the slope is close to its maximum of {}.") { said, it in
      relativeSlope(said.gaps[0].formula, it).map { $0 > 0.98 } ?? false
    },
    Claim(
      "The neuron is saturated: its slope is below a hundredth of the maximum, so the upstream gradient is multiplied by a very small number."
    ) { said, it in
      guard case .partial(let a, _)? = said.equationBefore?.left else { return false }
      return relativeSlope(.symbol(a), it).map { $0 < 0.01 } ?? false
    },
    Claim("{} is above 0: the neuron is active, and the upstream gradient is passed on unchanged.") {
      said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) > 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == 1
    },
    Claim(
      "{} is below 0: the neuron is inactive, and it passes back 0 whatever the upstream gradient is."
    ) { said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) < 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == 0
    },
    Claim("{} is below 0, so the slope is {}.") { said, it in
      (it.value(said.gaps[0].formula)?.sign ?? 0) < 0
        && it.slopeOfActivation(said.gaps[0].formula?.symbol ?? Symbol(.cost)) == said.gaps[1].number
    },
    Claim(
      "{} is 0, where the function has a kink and no derivative. By convention the slope for {} below 0 is used: {}."
    ) { said, it in
      guard let symbol = said.gaps[0].formula?.symbol, let l = symbol.layer else { return false }
      let below = it.activation(l).setting?.value ?? 0
      return it.value(.symbol(symbol))?.sign == 0 && it.activation(l).rule.hasKink && below != 1
        && said.gaps[2].number == below
    },
  ]

  /// ∂a/∂z and z of an activation that is curved.
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
        let slope =
          it.slopeOfActivation(it.layout.symbol(it.layout.weightedInput(l, j), example: x)) ?? .nan
        // What dropout multiplies it by is said after it.
        let keep = it.lesson.layers[l - 1].output.dropout?.keep.value ?? 1
        return slope * keep
      }
    }
  }

  private static func isAsInNextLayer(_ said: Saying, _ it: Figures) -> Bool {
    guard let l = said.layer, l < it.layout.layerCount else { return false }
    return it.activation(l) == it.activation(l + 1)
  }
}
