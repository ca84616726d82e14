import Formulas

extension TotalPhrase {
  var chinese: Prose {
    switch self {
    case .penalty(let r, let penalty, let examples):
      """
      惩罚项\(r)加在\(.cost)上，权重的绝对值越大，惩罚项就越大。这样，每个权重都多了一条影响\(.cost)的路径，直接通过\(r)。\
      \(r)中不含偏置。\(Self.terms(penalty, examples))
      """
    case .penaltyTerms(let penalty, let examples): Self.terms(penalty, examples)
    case .penaltySlopes(let penalty, let examples):
      "\(strong: "惩罚项随每个权重的变化。")\(Self.slopes(penalty, examples))"
    case .weightIsZero(let w):
      "\(w)为0，正好在绝对值函数的折点上：左侧的斜率是−1，右侧是1。按约定取0。"
    case .cost: "\(.cost)。"
    case .parts(let parts):
      parts.examples > 1
        ? "总\(.cost)是各样本的\(.costs)的\(parts.isSum ? "总和" : "平均值")\(parts.hasPenalty ? "，再加上惩罚项" : "")。"
        : "总\(.cost)是样本的\(.cost)加上惩罚项。"
    case .shares(let parts): "\(strong: "总\(.cost)随各部分的变化。")\(Self.factors(parts))"
    case .inside(let letters, let total, let own):
      """
      惩罚项不依赖于\(Chinese.joined(letters.map { "\($0)" }, by: "、"))，所以\(total)对它们的导数等于\(own)对它们的导数。
      """
    case .derivatives(let total, let own, let penalty, let examples):
      "\(strong: "导数。")\(Self.paths(total, own, penalty, examples))"
    case .otherExamples(let count, let areSomeNotDerived):
      switch (count > 0, areSomeNotDerived) {
      case (true, true): "（\(Self.rest(count))\(Self.notDerived)）"
      case (true, false): "（\(Self.rest(count))）"
      case (false, true): "（\(Self.notDerived)）"
      case (false, false): ""
      }
    case .signsDiffer(let differing): Self.cancelling(differing, in: "平均值")
    case .signsDifferInSum(let differing): Self.cancelling(differing, in: "总和")
    }
  }

  private static func cancelling(_ differing: Differing, in total: Prose) -> Prose {
    "对\(Self.which(differing))来说，各样本的导数符号不同，所以在\(total)中有一部分互相抵消。"
  }

  private static func terms(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let l2 = penalty?.l2.map { Formula.number($0) / .integer(2) }
    let l1 = penalty?.l1.map { Formula.number($0) }
    let squares: Prose? = l2.map { "权重的平方和乘以\($0)" }
    let sizes: Prose? = l1.map { "权重的绝对值之和乘以\($0)" }
    let parts = Chinese.joined([squares, sizes].compactMap { $0 }, by: "，加上")
    return "惩罚项等于\(parts)\(examples > 1 ? "，整体再除以样本的个数" : "")。"
  }

  private static func slopes(_ penalty: Lesson.Penalty?, _ examples: Int) -> Prose {
    let sizes: Prose = "与权重同号（sign在大于0处是1，在小于0处是−1），对所有不为0的权重绝对值都相同。"
    guard let l2 = penalty?.l2 else { return penalty?.l1 == nil ? "" : "导数\(sizes)" }
    guard penalty?.l1 == nil else { return "第一项与权重成正比；第二项\(sizes)" }
    let factor = decay(l2, examples)
    return "导数与权重成正比：仅就惩罚项而言，梯度下降的一步使每个权重都乘以同一个因子\(factor)。"
  }

  private static func factors(_ parts: Parts) -> Prose {
    if parts.isSum, parts.examples > 1 { return "总和中每一部分的系数都是1。" }
    return parts.examples > 1
      ? "在平均值中，每个样本的\(.cost)的系数是\(.integer(1) / .integer(parts.examples))，所以总\(.cost)对每个样本的\(.cost)的导数都相同\(parts.hasPenalty ? "；惩罚项的系数是1" : "")。"
      : "总\(.cost)是两者之和，所以两个导数都是1。"
  }

  private static func paths(_ total: Formula, _ own: Formula, _ penalty: Formula?, _ examples: Int) -> Prose {
    let start: Prose =
      examples > 1
      ? "一个参数通过每个样本的\(.cost)影响\(total)\(penalty == nil ? "" : "，权重还通过惩罚项影响它")。"
      : "一个权重通过\(own)\(penalty.map { "和\($0)" } ?? "")影响\(total)。"
    return "\(start)根据链式法则，把这些贡献相加。"
  }

  private static func rest(_ count: Int) -> Prose {
    "括号中最后一个数是对其余\(count)个样本求和的结果。"
  }

  private static let notDerived: Prose = "没有列出推导的样本，其导数用同样的方法算出。"

  private static func which(_ differing: Differing) -> Prose {
    switch differing {
    case .one(let parameter): "\(parameter)"
    case .all: "这里的每个参数"
    case .some(let count, let first): "这些参数中的\(count)个（第一个是\(first)）"
    }
  }
}
