import Formulas

extension ActivationPhrase {
  /// In English.
  public var english: Prose {
    switch self {
    case .name(let activation): activation.nameInEnglish
    case .function(let activation): activation.functionInEnglish
    case .slope(let activation, let z, let isAlone): activation.slopeInEnglish(at: z, isAlone: isAlone)
    case .sameSlope(let activation): activation.sameSlopeInEnglish
    case .slopeName(let activation): activation.slopeNameInEnglish
    case .digitsTooFew(let activation, let a): activation.digitsInEnglish(of: a)
    case .saturated:
      "The neuron is saturated: its slope is below a hundredth of the maximum, so the upstream gradient is multiplied by a very small number."
    case .nearlySteepest(let z, let most): "At \(z) the slope is close to its maximum of \(most.digits)."
    case .active(let z):
      "\(z) is above 0: the neuron is active, and the upstream gradient is passed on unchanged."
    case .inactive(let z):
      "\(z) is below 0: the neuron is inactive, and it passes back 0 whatever the upstream gradient is."
    case .below(let z, let slope): "\(z) is below 0, so the slope is \(Formula.number(slope))."
    case .onKink(let z, let slope):
      "\(z) is 0, where the function has a kink and no derivative. By convention the slope for \(z) below 0 is used: \(Formula.number(slope))."
    case .nearlyInactive(let z):
      "\(z) is far below 0: the neuron is nearly inactive, and the upstream gradient is multiplied by a number close to 0."
    case .nearlyActive(let z):
      "\(z) is far above 0: the slope is close to 1, as that of ReLU, and the upstream gradient is passed on almost unchanged."
    case .falling(let z):
      "\(z) is to the left of the lowest point of the curve: the slope is negative, so the gradient changes its sign on the way back."
    }
  }
}

extension Activation {
  fileprivate var nameInEnglish: Prose {
    let setting = Formula.number(setting ?? Numeral(integer: 1))
    return switch kind {
    case .identity, .sigmoid, .tanh, .softplus, .softmax: "\(kind.rawValue)"
    case .relu: "ReLU"
    case .leakyReLU: "leaky ReLU, slope \(setting)"
    case .elu: "ELU, α = \(setting)"
    case .silu: "SiLU"
    case .gelu: "GELU in its tanh form"
    }
  }

  fileprivate var functionInEnglish: Prose {
    switch kind {
    case .identity: "the identity"
    case .sigmoid: "the sigmoid"
    case .tanh, .softplus, .softmax: "\(kind.rawValue)"
    case .relu: "ReLU"
    case .leakyReLU: "the leaky ReLU"
    case .elu: "ELU"
    case .silu: "SiLU"
    case .gelu: "GELU"
    }
  }

  fileprivate func slopeInEnglish(at z: Formula, isAlone: Bool) -> Prose {
    let curve: Prose =
      "½ if \(z) is 0, close to 1 far above 0, and close to 0 far below"
    return switch kind {
    case .identity: "The activation equals the \(.weightedInput), so the slope is 1."
    case .sigmoid:
      "The slope of the sigmoid is largest, ¼, if the \(.weightedInput) is 0. It is close to 0 if the activation is close to 0 or 1."
    case .tanh:
      "The slope of tanh is largest, 1, if the \(.weightedInput) is 0. It is close to 0 if the activation is close to 1 or −1."
    case .relu: "The slope of ReLU is 1 if the \(.weightedInput) is above 0, and 0 if it is below."
    case .leakyReLU:
      "The slope of the leaky ReLU is 1 if the \(.weightedInput) is above 0, and \(Formula.number(setting ?? .hundredth)) if it is below."
    case .softplus: "The slope of softplus is the sigmoid of \(z): \(curve)."
    case .silu, .gelu:
      "The slope of \(functionInEnglish) is \(curve). In between it is a little above 1 for some values, and a little below 0 for others."
    case .elu:
      "The slope of ELU is 1 if \(z) is above 0. Below 0 it is \(ELU(scale: setting ?? Numeral(integer: 1)).slopeBelow(z)), which is the closer to 0, the smaller \(z) is."
    case .softmax:
      isAlone
        ? "The softmax of one neuron is always 1, so the slope is 0."
        : "Every output depends on every \(.weightedInputLetter): if one \(.weightedInputLetter) grows, the output of the same neuron grows and all other outputs shrink. So there is a slope for each pair of output and \(.weightedInputLetter)."
    }
  }

  fileprivate var sameSlopeInEnglish: Prose {
    switch kind {
    case .identity: "As before, the slope is 1."
    case .softmax: "As before, the slope is 0."
    case .relu: "As before, the slope is 1 or 0, by the sign of the \(.weightedInput)."
    case .leakyReLU:
      "As before, the slope is 1 or \(Formula.number(setting ?? .hundredth)), by the sign of the \(.weightedInput)."
    case .sigmoid, .tanh, .softplus, .silu, .elu, .gelu:
      "As before, this is the slope of \(functionInEnglish)."
    }
  }

  fileprivate var slopeNameInEnglish: Prose {
    switch kind {
    case .relu: "(ReLU′ is 1 above 0 and 0 elsewhere.)"
    case .leakyReLU:
      "(ReLU′ is 1 above 0 and 0 elsewhere, so this is 1 or \(Formula.number(setting ?? .hundredth)).)"
    case .identity, .sigmoid, .tanh, .softplus, .silu, .elu, .gelu, .softmax: ""
    }
  }

  fileprivate func digitsInEnglish(of a: Formula) -> Prose {
    let rest = Formula.integer(1) - a
    return switch kind {
    case .sigmoid:
      "(The activation \(a) is so close to 1 that its digits do not give \(rest) accurately. The line uses \(rest) = σ(−\(.weightedInputLetter)) instead.)"
    case .tanh:
      "(The activation \(a) is so close to 1 or −1 that its digits do not give its slope accurately. The line uses \(rest) = 2 σ(−2\(.weightedInputLetter)) and \(Formula.integer(1) + a) = 2 σ(2\(.weightedInputLetter)) instead.)"
    case .identity, .relu, .leakyReLU, .softplus, .silu, .elu, .gelu, .softmax:
      "(Computed from the \(.weightedInput), because the digits of the activation are not enough.)"
    }
  }
}
