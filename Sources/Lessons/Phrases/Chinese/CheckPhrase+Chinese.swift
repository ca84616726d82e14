import Backprop
import Formulas

extension CheckPhrase {
  var chinese: Prose {
    switch self {
    case .introduction(let isWhole, let hasZeros, let decimals):
      """
      下面用另外两种方法计算\(.gradient)。“矩阵”一列由反向传播的矩阵方程算出，一次处理一整层。“有限差分”一列不需要求导：\
      把\(isWhole ? "每个参数" : "一部分参数")增大和减小一点，再重新做前向传播。“误差界”一列给出有限差分与真实导数\
      之间最多可能相差多少。误差界不超过导数绝对值的百万分之一时，有限差分才能作为检验\
      \(hasZeros ? "；导数为0时，误差界须小于\(.power(.integer(10), -9))" : "")。\
      “一致”是指这些数之间的差不超过误差界和舍入误差。\(decimals.map(Self.words) ?? "")
      """
    case .verdict(let verdict): Self.word(verdict)
    case .missing: "–"
    case .notFinite: "不是有限数"
    case .result(let counts, let costHasKinks): Self.words(counts, costHasKinks: costHasKinks)
    case .disagreement(let name, let disagreement): "\(name)：\(disagreement.chinese)。"
    case .kink(let name, let event, let below, let above, let used, let result):
      """
      \(name)：\(event.chinese(of: name))。\(Self.slopes(below, above, name, of: result.map { "\($0)" } ?? "\(.cost)"))；\
      这里采用的导数\(Self.value(used))。
      """
    case .noCorner(let name, let event, let slope, let used, let result):
      """
      \(name)：\(event.chinese(of: name))。但\(result.map { "\($0)" } ?? "\(.cost)")本身在那里没有折点：\
      两侧的斜率都\(Self.slope(slope))，所以导数\(Self.value(used))。
      """
    }
  }

  private static func words(_ decimals: Decimals) -> Prose {
    let start: Prose = "检验是用双精度计算的，所以“链式法则”一列给出的是"
    return switch decimals {
    case .rounded: "\(start)上文各分数的小数近似值。"
    case .acrossKink(let z): "\(start)小数。舍入使\(z)落到折点的另一侧，所以斜率与用分数计算时不同。"
    }
  }

  private static func words(_ counts: VerdictCounts, costHasKinks: Bool) -> Prose {
    let parameters = Chinese.all(counts.all, "参数")
    if counts.disagreeing > 0 {
      return """
        \(counts.all)个参数中有\(counts.disagreeing)个\(strong: "结果不一致")：在这些参数上，至少有一种计算是错误的或不够准确。
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return "在\(parameters)上，三种计算的结果一致。"
    }
    var prose: Prose = "在\(parameters)上，链式法则与矩阵方程的结果一致。"
    if counts.tried < counts.all {
      let agree: Prose = counts.undecided + counts.onKinks == 0 ? "，结果也一致" : ""
      prose = """
        \(prose)有限差分只计算了从\(counts.all)个参数中随机抽取的\(counts.tried)个\(agree)。短横线表示没有有限差分。
        """
    }
    if counts.undecided > 0 {
      let why: Prose = costHasKinks ? "在附近有折点或不是有限数" : "在附近不是有限数"
      prose = """
        \(prose)对其中的\(Chinese.count(counts.undecided, "个参数"))，有限差分无法判定：它不够准确，或者\(.cost)\(why)。
        """
    }
    if counts.onKinks > 0 {
      prose = """
        \(prose)对其中的\(Chinese.count(counts.onKinks, "个参数"))，无论改变量取得多小，变化范围内都有\(.cost)的折点，\
        所以没有可以比较的有限差分。
        """
    }
    return prose
  }

  private static func slopes(_ below: Numeral?, _ above: Numeral?, _ name: Formula, of result: Prose) -> Prose
  {
    below == above
      ? "在两侧，\(result)的斜率都\(slope(below))"
      : "\(result)的斜率在\(name)较小的一侧\(slope(below))，在\(name)较大的一侧\(slope(above))"
  }

  private static func value(_ value: Numeral?) -> Prose {
    value.map { "是\(Formula.number($0))" } ?? "不是有限数"
  }

  private static func slope(_ slope: Numeral?) -> Prose {
    slope.map { "约为\(Formula.number($0))" } ?? "未知"
  }

  private static func word(_ verdict: GradientCheck.Verdict) -> Prose {
    switch verdict {
    case .agrees: "一致"
    case .disagrees: "不一致"
    case .inconclusive: "无法判定"
    case .kink: "折点"
    case .agreesOnBothSides: "两侧均一致"
    case .unchecked: "未检验"
    }
  }
}

extension CheckPhrase.Disagreement {
  fileprivate var chinese: Prose {
    switch self {
    case .notFinite: "由链式法则得到的导数不是有限数"
    case .recomputed(.vectorized, let value): "矩阵方程得到的\(value.map { "是\(Formula.number($0))" } ?? "不是有限数")"
    case .recomputed(.forward, let value): "前向模式得到的\(value.map { "是\(Formula.number($0))" } ?? "不是有限数")"
    case .numeric(let value, let bound):
      "有限差分\(value.map { "是\(Formula.number($0))" } ?? "不是有限数")\(bound.map { "，误差不超过\(Formula.number($0))" } ?? "")"
    }
  }
}

extension CheckPhrase.Event {
  /// What happens when a parameter of this name changes.
  fileprivate func chinese(of name: Formula) -> Prose { "它变化时\(chinese(name))" }

  private func chinese(_ name: Formula) -> Prose {
    switch self {
    case .crossing(name, others: 0): "经过0，那里有折点"
    case .crossing(let quantity, let others):
      others == 0
        ? "，\(quantity)经过0，那里有折点"
        : "，\(quantity)和另外\(Chinese.count(others, "个量"))经过0，那里有折点"
    case .argument(let operation, let quantity, let others):
      "，\(quantity)\(Self.and(others))中\(operation)的自变量经过0，那里有折点"
    case .jump(let function, let quantity, let others):
      "，\(quantity)\(Self.and(others))中\(function)的自变量越过一个整数，函数值在那里跳变"
    case .choice(let operation, let quantity, let others):
      "，\(quantity)\(Self.and(others))中\(operation)改取另一个自变量，\(quantity)在那里有折点"
    }
  }

  private static func and(_ others: Int) -> Prose {
    others == 0 ? "" : "（以及另外\(Chinese.count(others, "个量"))）"
  }
}
