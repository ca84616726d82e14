import Backprop
import Formulas

extension GraphPhrase {
  var chinese: Prose {
    switch self {
    case .untitled(let result): "\(result)的导数"
    case .graph: "计算图"
    case .gradient: "梯度"
    case .summary(let count, let result):
      """
      这个计算图有\(count)个量，结果是\(result.chinese)。所有导数都已计算并检验。这里对每个量只推导绝对值最大的那个导数；\
      选项--only NAME推导另一个导数，--all写出全部推导。
      """
    case .givens(let equations):
      "给定的值是\(Chinese.commas(equations.map { "\($0)" }))。"
    case .longArray(let array, let count): "\(array)由\(count)个数组成，见本课的文件。"
    case .stepsLeftOut(let count):
      "所有导数都在这些数值处求出；本课的\(count == 1 ? "更新步骤" : "各个更新步骤")在这里略去。"
    case .forward: "每个量都由它前面的量算出。"
    case .fractions: "没有舍入：所有的数都是分数，每一行都精确成立。"
    case .backward(let result, let ends, let repeats):
      """
      反向传播从\(result)出发，一直回到\(ends.map { $0.isEmpty ? "要对其求导的量" : Self.list($0) } ?? "给定的量")。如果用一个量算出一个新的量，新量对旧量的导数就是局部梯度，\(result)对新量的导数就是上游梯度，它已经求出。两者的乘积就是\(result)对旧量的导数。\
      \(repeats ? "一个量在多处用到时，把各处的乘积相加。" : "")
      """
    case .backwardFromGiven(let name, let result):
      """
      \(Prose([.code(name)]))之后的部分在这里称为\(result)。\(result)对它的各个元素的导数，也就是上游梯度，是给定的。\
      反向传播由此一直回到给定的量：每个局部梯度乘以上游梯度，一个量被多次用到时，把这些乘积相加。
      """
    case .direct(let result, let only): "\(result)对\(only.map { "\($0)" } ?? "它直接用到的每个量")的导数："
    case .condition(let condition, let hasTies):
      "方括号中的条件\(condition)成立时值为1，否则为0。\(hasTies ? "两个数相等时，视为选中第一个。" : "")"
    case .feeds(let subjects, let result, let fed, let isSeeded):
      Self.feeds(Self.list(subjects), isOne: subjects.count == 1, result, fed, isSeeded)
    case .upstreamGiven(let subjects, let result):
      "\(Self.head(result, Self.list(subjects)))上游梯度是给定的。"
    case .noEffect(let subject, let result):
      "\(Self.head(result, "\(subject)"))它不影响\(result)。"
    case .noEffects(let names, let result):
      "\(Self.head(result, names.chinese))它们不影响\(result)。"
    case .multipliedByZero(let losses, let areMore):
      """
      \(Chinese.list(losses.map { "\($0.place)中的\($0.quantity)" }, areMore: areMore))\
      \(losses.count == 1 && !areMore ? "" : "都")乘以0，对梯度没有贡献。
      """
    case .products(let local, let upstream):
      "这里\(local)是局部梯度，\(upstream)是上游梯度。"
    case .shortNames(let derivative): "这里的导数用简短的名称：\(error: derivative)。"
    case .forLetters(let ranges): "对\(Chinese.list(ranges.map { $0.prose(by: "，") }))："
    case .sameForLetters(let ranges): "同样，对\(Chinese.list(ranges.map { $0.prose(by: "，") }))："
    case .slices: "下标位置上的冒号表示该下标取遍所有值，即一整行或一整列。"
    case .alike(let array): "\(array)的其余元素用同样的方法计算。全部数值如下："
    case .atEdges(let names, let kinds):
      """
      \(names.chinese)在这里\(names.shown.count == 1 && !names.areMore ? "" : "都")处于边界上，导数不存在，用哪个斜率由约定决定。\
      \(kinds.contains(.max) || kinds.contains(.min) ? Self.tie(kinds) : "")\
      \(kinds.map(Self.slope).reduce("" as Prose) { "\($0)\($1)" })
      """
    case .stepIsFlat: "阶跃函数在0的两侧都是平的：斜率为0，没有梯度经过它往回传。"
    case .floorIsFlat: "在两个相邻的整数之间，floor是平的：斜率为0，没有梯度经过它往回传。"
    case .stopEndsGradients: "stop的值当作给定的量：导数为0，没有梯度经过它往回传。"
    case .stopped(let subject, let result):
      "\(Self.head(result, "\(subject)"))它只通过stop影响\(result)，所以导数为0。"
    case .gradientOfOne(let only, let result):
      "梯度就是\(result)对\(only)的导数。\(Self.meaning(result))"
    case .gradientOfAll(let result, let names):
      "梯度由\(result)对\(names.map { $0.isEmpty ? "下列各量" : Self.list($0) } ?? "所有给定的量")的导数组成。\(Self.meaning(result))"
    case .cutShort(let shown, let count):
      "以上是\(count)行中的前\(shown)行；--format json给出全部。"
    case .checkColumns(let result, let hasZeros):
      """
      下面用另外两种方法计算梯度。“前向模式”不需要反向传播：它每次取一个给定的量，在计算每个值的同时，计算这个值对该量的导数。\
      “有限差分”不需要求导：把该量增大和减小一点，再重新计算\(result)。“误差界”说明有限差分与真实的导数最多可能相差多少。\
      误差界不超过导数绝对值的百万分之一时，有限差分才能作为检验\
      \(hasZeros ? "；导数为0时，误差界须小于\(.power(.integer(10), -9))" : "")。“一致”是指这些数之间的差不超过误差界和舍入误差。
      """
    case .shortCheck(let count):
      "\(count == 1 ? "这个" : "这些")导数用另外两种方法计算：前向模式（求值的同时求导，不需要反向传播）和有限差分，并给出后者的误差界："
    case .column(let column): column.chinese
    case .verdict(let counts): Self.words(counts)
    case .pathCount(let source, let result, let count):
      "从\(source)到\(result)有\(Chinese.count(count, "条路径"))。同一条路径上的局部梯度相乘："
    case .path(let names): Chinese.joined(names.map { "\($0)" }, by: " → ")
    case .notFinite(let result): "用新的值做前向传播，\(result)不是有限数：学习率太大。"
    case .increased(let result): "\(result)增大了：对这一步来说，学习率太大。"
    }
  }

  private static func list(_ names: [Formula]) -> Prose { Chinese.list(names.map { "\($0)" }) }

  /// Which of equal arguments has the gradient.
  private static func tie(_ kinds: [Graph.Edge]) -> Prose {
    let words = kinds.contains(.max) ? kinds.contains(.min) ? "max和min" : "max" : "min"
    return "\(words)的自变量相等时，这里把全部梯度给第一个。另一种约定把梯度平均分给它们，PyTorch的maximum和minimum就是这样。"
  }

  private static func slope(_ edge: Graph.Edge) -> Prose {
    switch edge {
    case .max, .min: ""
    case .magnitude: "在0处，|x|的斜率取0；它在0的左侧是−1，在右侧是1。"
    case .step: "step和sign的斜率取0。"
    case .floor: "floor在整数处跳变，斜率取0。"
    }
  }

  private static func head(_ result: Formula, _ subject: Prose) -> Prose {
    "\(strong: "考察\(result)随\(subject)的变化。")"
  }

  private static func feeds(
    _ subject: Prose, isOne: Bool, _ result: Formula, _ fed: [Formula], _ isSeeded: Bool
  ) -> Prose {
    """
    \(head(result, subject))\(subject)\(isOne ? "" : "都")用于计算\(list(fed))\
    \(isSeeded ? "，另外还有给定的上游梯度" : "")。
    """
  }

  private static func meaning(_ result: Formula) -> Prose {
    """
    导数为正时，该量稍微增大，\(result)就增大；\
    导数为负时，该量稍微增大，\(result)就减小。
    """
  }

  private static func words(_ counts: VerdictCounts) -> Prose {
    let noun: Prose = "导数"
    if counts.disagreeing > 0 {
      return """
        \(Chinese.count(counts.all, "个\(noun)"))中有\(counts.disagreeing)个\(strong: "结果不一致")：那里至少有一种计算是错误的或不够准确。
        """
    }
    if counts.agreeing == counts.all, counts.tried == counts.all {
      return counts.all == 1
        ? "三种计算的结果一致。" : "对\(Chinese.all(counts.all, noun))，三种计算的结果一致。"
    }
    let undecided = Chinese.count(counts.undecided, "个\(noun)")
    let onKinks = Chinese.count(counts.onKinks, "个\(noun)")
    return Chinese.joined(
      [
        "链式法则与前向模式的结果一致。",
        counts.tried < counts.all ? "\(counts.all)个\(noun)中有\(counts.tried)个用有限差分做了检验。" : "",
        counts.undecided > 0 ? "对其中的\(undecided)，有限差分不够准确，无法判定。" : "",
        counts.onKinks > 0 ? "其中的\(onKinks)处在折点上。" : "",
      ], by: "")
  }
}

extension GraphPhrase.Result {
  fileprivate var chinese: Prose {
    switch self {
    case .typed(let name): Prose([.code(name)])
    case .valued(let equation): "\(equation)"
    }
  }
}

extension GraphPhrase.Names {
  fileprivate var chinese: Prose { Chinese.list(shown.map { "\($0)" }, areMore: areMore) }
}

extension GraphPhrase.Column {
  fileprivate var chinese: Prose {
    switch self {
    case .quantity: "量"
    case .value: "值"
    case .derivative: "导数"
    case .derivativeOf(let result): "\(result)的导数"
    case .chainRule: "链式法则"
    case .forwardMode: "前向模式"
    case .numeric: "有限差分"
    case .errorBound: "误差界"
    case .verdict: "结论"
    case .forward: "前向模式"
    case .bound: "误差界"
    }
  }
}
