import Backprop
import Formulas

extension MatrixPhrase {
  var chinese: Prose {
    switch self {
    case .introduction(let letters, let examples): Self.introduction(letters, examples)
    case .forward: "前向传播"
    case .backward: "反向传播"
    case .products(let letters, let examples, let hasFunctions, let hasSoftmax):
      """
      \(letters.weights)的一行乘以\(examples > 1 ? "\(letters.activations)的一列" : "列向量\(letters.activations)")，就是一个神经元\(examples > 1 ? "对一个样本" : "")的加权和。\
      \(letters.biases.map { examples > 1 ? "\($0)加到每一列上。" : "再加上\($0)。" } ?? "")\
      \(Self.functions(hasFunctions, hasSoftmax, examples))
      """
    case .lastErrors: "\(strong: "最后一层的误差。")"
    case .slopesOfCost(let nabla, let examples):
      "\(nabla)\(examples > 1 ? "的每一列由相应样本自身的\(.cost)（而不是总\(.cost)）" : "由\(.cost)")对各个输出的导数组成。"
    case .elementwise(let slope, let activation):
      "⊙表示逐元素相乘：每个导数乘以同一个神经元的斜率\(slope)。\(ActivationPhrase.slopeName(activation).chinese)"
    case .elementwiseSign: "⊙表示逐元素相乘。"
    case .divided: "下面的分式中，分子的每个元素除以分母中同一位置的元素。"
    case .jacobian(let j, let product, let errors, let slopes, let examples):
      """
      每个输出都依赖于每个\(.weightedInputLetter)，所以这些斜率构成一个矩阵，即雅可比矩阵\(j)：第i行第j列是第i个输出对\
      第j个\(.weightedInput)的导数。因此误差是一个矩阵乘积。它的第一个因子是\(j)的转置，因为求和是对各个输出进行的，而各个输出就是\(j)的各行。对softmax来说，转置就是同一个矩阵。\
      \(examples > 1 ? "每个样本有自己的\(j)：\(errors)中属于该样本的一列是\(product)，其中\(slopes)只表示它的那一列。" : "")
      """
    case .identity(let errors, let equal):
      "激活函数是恒等函数，所以每个斜率都是1，\(errors)等于\(equal)。"
    case .slopeName(let activation): ActivationPhrase.slopeName(activation).chinese
    case .cancels(let cancelled, let isShown):
      isShown
        ? "与前面一样，乘积的\(Self.part(cancelled))会约去："
        : "与前面一样，乘积的\(Self.part(cancelled))会约去；数值由简化式算出。"
    case .back(let layer): "\(strong: "从第\(layer)层回到第\(layer - 1)层。")"
    case .transposed(let product, let layer, let width, let next, let columns):
      """
      转置矩阵的各行就是原矩阵的各列：转置矩阵的第k行由从第\(layer - 1)层的神经元k出发的各个权重组成。所以\(product)的第k行\(columns > 1 ? "由对该神经元激活值的导数组成，每个样本一个" : "是对该神经元激活值的导数")\
      \(next > 1 ? columns > 1 ? "，各是从它出发的各条路径的乘积之和" : "，即从它出发的各条路径的乘积之和" : "")。\
      形状是[\(width) × \(next)]乘以[\(next) × \(columns)]。
      """
    case .biases(let errors, let ones, let examples):
      examples > 1
        ? "\(strong: "偏置。")\(ones)是由\(examples)个1组成的一列：\(.matrixProduct([errors, ones]))把每一行对各个样本求和，因子\(.integer(1) / .integer(examples))再把总和变成平均值。"
        : "\(strong: "偏置。")对偏置的导数就是误差。"
    case .addedBiases(let errors, let ones, let examples):
      "\(strong: "偏置。")\(ones)是由\(examples)个1组成的一列：\(.matrixProduct([errors, ones]))把每一行对各个样本求和。"
    case .weights(let examples, let penalty):
      "\(strong: "权重。")\(Self.entries(examples))\(penalty.map { "\($0)由惩罚项的导数组成。" } ?? "")"
    }
  }

  private static func functions(_ others: Bool, _ softmax: Bool, _ examples: Int) -> Prose {
    let column: Prose = examples > 1 ? "每一整列" : "整列"
    return switch (others, softmax) {
    case (true, true): "softmax作用于最后一层的\(column)，其余激活函数分别作用于每个元素。"
    case (true, false): "激活函数分别作用于每个元素。"
    case (false, true): "softmax作用于\(column)。"
    case (false, false): ""
    }
  }

  private static func introduction(_ letters: Letters, _ examples: Int) -> Prose {
    let start: Prose =
      "用矩阵做同样的计算：一整层\(examples > 1 ? "的所有样本" : "")只用一个方程。\(letters.weights)由一层的权重组成：每一行对应本层的一个神经元，每一列对应前一层的一个神经元。"
    let shape: Prose = "方括号中是形状，行数在前。"
    let (z, a, delta) = (letters.weightedInputs, letters.activations, letters.errors)
    guard examples > 1 else {
      let columns = Chinese.list(
        ([letters.biases, z, a].compactMap { $0 }).map { "\($0)" } + ["误差\(delta)"])
      return "\(start)\(columns)（即上文的导数\(letters.error)）都是列向量，每一行对应一个神经元。\(shape)"
    }
    let bias: Prose = letters.biases.map { "\($0)是列向量，每一行对应一个神经元。" } ?? ""
    return """
      \(start)\(bias)\(z)、\(a)和误差\(delta)的每一行对应一个神经元，每一列对应\(examples)个样本中的一个。\
      \(delta)的每一列由相应样本自身的\(.cost)求导得到：第一列由\(letters.error)组成。\(shape)
      """
  }

  private static func part(_ cancelled: Cancelled) -> Prose {
    switch cancelled {
    case .logistic, .meanLogistic, .logisticLikelihood, .softmax: "大部分"
    case .binarySoftmax: "一部分"
    }
  }

  private static func entries(_ examples: Int) -> Prose {
    examples > 1
      ? "乘积的每个元素都是误差乘以激活值，再对各个样本求和。"
      : "一列乘以一行得到一个矩阵：第j行第k列是神经元j的误差乘以前一层神经元k的激活值。"
  }
}
