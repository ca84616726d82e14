import Backprop
import Formulas

extension BackwardPhrase {
  var chinese: Prose {
    switch self {
    case .lead(let lead): lead.chinese
    case .chain:
      """
      反向传播从\(.cost)出发，逐层往回进行。每个新的因子都是一个局部梯度：前一个量有微小变化时，后一个量的变化与前一个量的变化之比。
      """
    case .layers(let hasSeveralPaths): "反向传播从\(.cost)出发，逐层往回进行。\(Self.paths(hasSeveralPaths))"
    case .smallChange(let w, let z, let a, let c):
      "\(w)的微小变化使\(z)变化，\(z)的变化使\(a)变化，\(a)的变化又使\(c)变化。链式法则把对应的三个导数相乘："
    case .upstream(let value, let layer, let isLast):
      """
      由第\(layer)层已经得到这一层的上游梯度，即\(.cost)对它的激活值的导数：\(value)。这里的步骤与第\(layer)层相同\
      \(isLast ? "，只是前面没有别的层，不需要求对输入的导数" : "")。
      """
    case .errorOfOutput(let error, let isRepeated):
      "这两个导数的乘积是\(.cost)对\(.weightedInput)的导数，称为该神经元的误差\(error: error)。\(isRepeated ? "在这一层中，\(.cost)的其余导数都以这两个因子结尾，也就是以\(error: error)结尾。" : "")"
    case .errorOfLayer: "与前面一样，神经元的误差是它的斜率乘以它的上游梯度。"
    case .errorsOfLayer(let error, let isSoftmax):
      """
      一个神经元的误差\(error: error)是\(.cost)对它的\(.weightedInput)的导数，即\
      \(isSoftmax ? "斜率与上游梯度的乘积对所有输出求和" : "斜率乘以\(.cost)对激活值的导数（上游梯度）")。
      """
    case .cancelled(let cancelled, let a, let y, let slope):
      "\(Self.rest(cancelled, a, y, slope))如果某个输出舍入后是\(cancelled.hasOneInDenominator ? "0或1" : "0")，上面的算法就会除以0，这个简化式不会。"
    case .shortForm: "简化式："
    case .targetsAddUp(let difference, let count):
      count == 1
        ? "目标输出之和为1，所以误差就是\(difference)。"
        : "目标输出之和为1，所以每个误差都是输出与目标输出之差，例如\(difference)。"
    case .tooLarge(let hasShortForm):
      hasShortForm
        ? "这个值太大，双精度数无法表示。下面的简化式用不到它，所以没有影响。"
        : "这个值太大，双精度数无法表示。"
    case .weight(let w, let z, let a):
      "权重与\(a)相乘，所以\(z)对\(w)的导数是\(a)。如果\(a)为0，权重变化时\(z)不变。"
    case .bias(let b, let z):
      "偏置是直接加上的，前面没有系数，所以\(z)对\(b)的导数是1，\(.cost)对偏置的导数就等于误差δ。"
    case .neuronBefore(let a, let z, let w, let layer):
      "它的激活值\(a)与\(w)相乘，所以\(z)对\(a)的导数是\(w)。\(Self.passing(layer))"
    case .weightAgain(let a, let isInput): "它与\(isInput ? "输入" : "")\(a)相乘。"
    case .biasAgain: "它是直接加上的，前面没有系数。"
    case .neuronBeforeAgain(let w, let layer):
      layer > 1 ? "它的激活值与\(w)相乘。\(Self.passing(layer))" : "它与\(w)相乘。"
    case .weights:
      """
      \(.weightedInput)对一个权重的导数，就是与这个权重相乘的激活值。\(.cost)对权重的导数，\
      等于这个激活值乘以该权重所指向的神经元的误差。
      """
    case .biases: "偏置是直接加上的，前面没有系数，所以\(.cost)对偏置的导数等于该神经元的误差。"
    case .layerBefore(let layer, let neurons, let hasSkip):
      """
      \(layer > 1 ? "这一层的每个神经元" : "每个输入")都通过第\(layer)层\(neurons == 1 ? "" : "的")\(Chinese.all(neurons, "神经元"))影响\(.cost)\
      \(hasSkip ? "，还通过绕过\(neurons == 1 ? "它" : "它们")的跳跃连接影响\(.cost)" : "")\
      \(neurons > 1 || hasSkip ? "：每条路径对应一个乘积，再把这些乘积相加" : "")。\
      \(hasSkip ? "跳跃连接的局部梯度是1。" : "")
      """
    case .weightsAgain: "与前面一样，每个导数都是激活值乘以误差。"
    case .biasesAgain: "每个导数都等于该神经元的误差。"
    case .weightBetween: "局部梯度就是这两个神经元之间的权重。"
    }
  }

  private static func paths(_ areSeveral: Bool) -> Prose {
    areSeveral
      ? "一个神经元的激活值是下一层每个神经元的输入：如果下一层有多个神经元，这个激活值就沿多条路径影响\(.cost)。同一条路径上的局部梯度相乘，各条路径的乘积相加，就得到导数。"
      : "每个因子都是一个局部梯度：一个量有微小变化时，由它算出的量的变化与它自己的变化之比。从参数到\(.cost)的路径上，各个因子相乘。"
  }

  private static func passing(_ layer: Int) -> Prose {
    layer > 1 ? "\(.cost)对这个激活值的导数就是第\(layer - 1)层的上游梯度。" : ""
  }

  private static func rest(_ cancelled: Cancelled, _ a: Formula, _ y: Formula, _ slope: Formula) -> Prose {
    let rest = .integer(1) - a
    return switch cancelled {
    case .logistic:
      """
      sigmoid函数与二元交叉熵搭配时，这个乘积的大部分会约去：把\(slope)通分，分子是\(a - y)，分母是\(a * rest)。\
      这个分母正是sigmoid函数的斜率，所以只剩下差\(a - y)。
      """
    case .meanLogistic:
      "sigmoid函数与二元交叉熵的平均值搭配时，这个乘积的大部分会约去，只剩下差\(a - y)除以输出的个数。"
    case .logisticLikelihood:
      "sigmoid函数与交叉熵搭配时，这个乘积的大部分会约去，只剩下\(-(y * rest))。"
    case .softmax:
      "softmax与交叉熵搭配时，每个斜率都以相应的输出为因子，\(.cost)对这个输出的导数则以该输出为分母，二者约去。每个神经元只剩下它的输出乘以各目标输出之和，再减去它的目标输出。"
    case .binarySoftmax:
      "softmax与二元交叉熵搭配时，分母中的\(a)会约去，分母中的\(rest)则保留下来。"
    }
  }
}

extension BackwardPhrase.Lead {
  fileprivate var chinese: Prose {
    switch self {
    case .costWithOutput(let count): "\(.cost)随\(count == 1 ? "" : "每个")输出的变化。"
    case .outputWithInput: "输出随\(.weightedInput)的变化。"
    case .activationWithInput: "激活值随\(.weightedInput)的变化。"
    case .activationsWithInputs(let isSoftmax):
      isSoftmax ? "每个输出随每个\(.weightedInput)的变化。" : "每个激活值随自己的\(.weightedInput)的变化。"
    case .error, .errors: "误差δ。"
    case .weight, .weights: "权重。"
    case .bias, .biases: "偏置。"
    case .neuronBefore: "前一个神经元。"
    case .input: "输入。"
    case .layerBefore(let layer): layer > 1 ? "回到第\(layer - 1)层。" : "回到输入。"
    case .inputsWithActivations: "每个\(.weightedInput)随前一层激活值的变化。"
    }
  }
}
