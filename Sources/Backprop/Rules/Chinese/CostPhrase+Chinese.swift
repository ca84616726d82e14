import Formulas

extension CostPhrase {
  /// In Chinese.
  public var chinese: Prose {
    switch self {
    case .name(let cost): cost.nameInChinese
    case .slope(let cost): cost.slopeInChinese
    }
  }
}

extension Cost {
  private var threshold: Formula { .number(setting ?? Numeral(integer: 1)) }

  fileprivate var nameInChinese: Prose {
    switch kind {
    // Nielsen's 二次代价 has a factor ½; 均方误差 would be the mean.
    case .squaredError: "平方误差"
    case .halfSquaredError: "平方误差的一半"
    case .meanSquaredError: "均方误差"
    case .binaryCrossEntropy: "二元交叉熵"
    case .meanBinaryCrossEntropy: "各输出的二元交叉熵的平均值"
    case .crossEntropy: "交叉熵"
    case .absoluteError: "绝对误差"
    case .huber: "Huber\(.cost)（δ = \(threshold)）"
    case .hinge: "合页\(.cost)（hinge）"
    }
  }

  fileprivate var slopeInChinese: Prose {
    let (a, y) = (Formula.symbol(Symbol(.activation)), Formula.symbol(Symbol(.target)))
    let (restOfOutput, restOfTarget) = (Formula.integer(1) - a, Formula.integer(1) - y)
    let logarithms: Prose =
      """
      这个导数是无界的：如果\(y)大于0，\(a)趋于0时导数为负，绝对值不断增大；如果\(y)小于1，\(a)趋于1时导数为正，不断增大。
      """
    let terms: Prose =
      "第一项来自\(y * .call(.ln, a))，第二项来自\(restOfTarget * .call(.ln, restOfOutput))"
    return switch kind {
    case .squaredError: "导数是输出减去目标输出所得差的两倍：输出大于目标输出时为正，小于时为负。"
    case .halfSquaredError: "导数是输出减去目标输出：对平方求导得到的因子2与\(.cost)中的½相互约去。"
    case .meanSquaredError:
      "导数是输出减去目标输出所得差的两倍，再除以输出的个数，因为\(.cost)是对各个输出取的平均值。"
    case .binaryCrossEntropy: "\(terms)。\(logarithms)"
    case .meanBinaryCrossEntropy:
      "\(terms)；两项都除以输出的个数，因为\(.cost)是对各个输出取的平均值。\(logarithms)"
    case .crossEntropy:
      "这是\(-(y * .call(.ln, a)))的导数。目标输出为0时，它是0；否则它是负数，输出越小，它的绝对值越大。"
    case .absoluteError:
      "输出大于目标输出时，导数是1，小于时是−1。输出等于目标输出时，\(.cost)有折点，按约定取0。"
    case .huber: "导数是输出减去目标输出，但最大取\(threshold)，最小取\(-threshold)。"
    case .hinge:
      "输出乘以目标输出不小于1时，这个输出的\(.cost)是0，导数也是0（等于1时有折点，按约定取0）。否则，导数是目标输出的相反数。"
    }
  }
}
