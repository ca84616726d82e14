import Formulas

extension ActivationPhrase {
  /// In Chinese.
  public var chinese: Prose {
    switch self {
    case .name(let activation): activation.nameInChinese
    case .function(let activation): activation.functionInChinese
    case .slope(let activation, let z, let isAlone): activation.slope(at: z, isAlone: isAlone)
    case .sameSlope(let activation): activation.sameSlope
    case .slopeName(let activation): activation.slopeNameInChinese
    case .digitsTooFew(let activation, let a): activation.digits(of: a)
    case .saturated: "神经元已经饱和：斜率不到最大值的百分之一，所以上游梯度要乘以一个很小的数。"
    case .nearlySteepest(let z, let most): "在\(z)处，斜率接近最大值\(most.digits)。"
    case .active(let z): "\(z)大于0：神经元处于激活状态，上游梯度原样往回传。"
    case .inactive(let z): "\(z)小于0：神经元未激活，无论上游梯度是多少，传回的都是0。"
    case .below(let z, let slope): "\(z)小于0，所以斜率是\(Formula.number(slope))。"
    case .onKink(let z, let slope):
      "\(z)为0，函数在这里有折点，没有导数。按约定采用\(z)小于0时的斜率\(Formula.number(slope))。"
    case .nearlyInactive(let z):
      "\(z)远小于0：神经元几乎没有激活，上游梯度要乘以一个接近0的数。"
    case .nearlyActive(let z):
      "\(z)远大于0：斜率和ReLU一样接近1，上游梯度几乎原样往回传。"
    case .falling(let z):
      "\(z)在曲线最低点的左侧：斜率为负，所以梯度往回传时变号。"
    }
  }
}

extension Activation {
  fileprivate var nameInChinese: Prose {
    let setting = Formula.number(setting ?? Numeral(integer: 1))
    return switch kind {
    case .identity: "恒等函数"
    case .sigmoid, .tanh, .softplus, .softmax: "\(kind.rawValue)"
    case .relu: "ReLU"
    case .leakyReLU: "leaky ReLU，斜率\(setting)"
    case .elu: "ELU，α = \(setting)"
    case .silu: "SiLU"
    case .gelu: "GELU（tanh形式）"
    }
  }

  fileprivate var functionInChinese: Prose {
    switch kind {
    case .identity: "恒等函数"
    case .sigmoid: "sigmoid函数"
    case .tanh, .softplus, .softmax: "\(kind.rawValue)"
    case .relu: "ReLU"
    case .leakyReLU: "leaky ReLU"
    case .elu: "ELU"
    case .silu: "SiLU"
    case .gelu: "GELU"
    }
  }

  fileprivate func slope(at z: Formula, isAlone: Bool) -> Prose {
    let curve: Prose = "\(z)为0时是½，远大于0时接近1，远小于0时接近0"
    return switch kind {
    case .identity: "激活值等于\(.weightedInput)，所以斜率是1。"
    case .sigmoid: "sigmoid函数的斜率不超过¼，\(.weightedInput)为0时等于¼；激活值接近0或1时，斜率接近0。"
    case .tanh: "tanh的斜率不超过1，\(.weightedInput)为0时等于1；激活值接近1或−1时，斜率接近0。"
    case .relu: "ReLU的斜率：\(.weightedInput)大于0时是1，小于0时是0。"
    case .leakyReLU:
      "leaky ReLU的斜率：\(.weightedInput)大于0时是1，小于0时是\(Formula.number(setting ?? .hundredth))。"
    case .softplus: "softplus的斜率是\(z)的sigmoid函数值：\(curve)。"
    case .silu, .gelu:
      "\(functionInChinese)的斜率：\(curve)。在两端之间，有些地方略大于1，有些地方略小于0。"
    case .elu:
      "ELU的斜率：\(z)大于0时是1，小于0时是\(ELU(scale: setting ?? Numeral(integer: 1)).slopeBelow(z))，\(z)越小，它越接近0。"
    case .softmax:
      isAlone
        ? "只有一个神经元的softmax总是1，所以斜率是0。"
        : "每个输出都依赖于每个\(.weightedInputLetter)：一个\(.weightedInputLetter)增大时，同一个神经元的输出增大，其他输出都减小。所以每个输出与每个\(.weightedInputLetter)之间都有一个斜率。"
    }
  }

  fileprivate var sameSlope: Prose {
    switch kind {
    case .identity: "与前面一样，斜率是1。"
    case .softmax: "与前面一样，斜率是0。"
    case .relu: "与前面一样，斜率是1或0，取决于\(.weightedInput)的符号。"
    case .leakyReLU: "与前面一样，斜率是1或\(Formula.number(setting ?? .hundredth))，取决于\(.weightedInput)的符号。"
    case .sigmoid, .tanh, .softplus, .silu, .elu, .gelu: "与前面一样，这是\(functionInChinese)的斜率。"
    }
  }

  fileprivate var slopeNameInChinese: Prose {
    switch kind {
    case .relu: "（ReLU′在大于0处是1，在其他地方是0。）"
    case .leakyReLU:
      "（ReLU′在大于0处是1，在其他地方是0，所以这里是1或\(Formula.number(setting ?? .hundredth))。）"
    case .identity, .sigmoid, .tanh, .softplus, .silu, .elu, .gelu, .softmax: ""
    }
  }

  fileprivate func digits(of a: Formula) -> Prose {
    let rest = Formula.integer(1) - a
    return switch kind {
    case .sigmoid:
      "（激活值\(a)非常接近1，由它的这几位数字得不到准确的\(rest)。这一行改用\(rest) = σ(−\(.weightedInputLetter))。）"
    case .tanh:
      "（激活值\(a)非常接近1或−1，由它的这几位数字得不到准确的斜率。这一行改用\(rest) = 2 σ(−2\(.weightedInputLetter))和\(Formula.integer(1) + a) = 2 σ(2\(.weightedInputLetter))。）"
    case .identity, .relu, .leakyReLU, .softplus, .silu, .elu, .gelu, .softmax:
      "（由\(.weightedInput)算出，因为激活值的位数不够。）"
    }
  }
}
