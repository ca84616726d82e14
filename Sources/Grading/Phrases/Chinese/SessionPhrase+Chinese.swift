import Formulas

extension SessionPhrase {
  package var chinese: Prose {
    switch self {
    case .instructions(let count, let digits, let kind):
      """
      下面逐个询问\(count)个数。每个数可以写成带\(digits)位有效数字的数、算式（如\(code: "2*(0.64-1)")），或者用等号前的名称写的公式（如\(code: kind == .graph ? "x + 2*y" : "a2*(1-a2)")）。\
      输入\(code: "?")得到提示：先是一个问题，再是公式，最后是数值。输入\(code: "skip")把一个数留到最后，\
      输入\(code: "back")回到前一个数，输入\(code: kind == .graph ? "graph" : "net")再看一遍\
      \(kind == .graph ? "计算图" : "网络")，输入\(code: "quit")结束练习。
      """
    case .continued(let done, let all): "继续练习：\(all)个数中已完成\(done)个。"
    case .empty: "请输入一个数；输入\(code: "?")得到提示，输入\(code: "quit")结束练习。"
    case .first: "这是第一个数。"
    case .notANumber: "这不是一个数。"
    case .nudge(let nudge): Self.question(nudge)
    case .value(let value): "这个值是\(Formula.number(value))。"
    case .correct: "正确。"
    case .tooFewDigits(let asked): "没有错，但位数不足：请写\(asked)位有效数字。"
    case .carriedForward: "按你前面的数来算是正确的，但前面有一个数是错的。"
    case .lucky: "对这些数值是正确的，但换成别的数值就不对了。"
    case .wrong: "还不正确。"
    case .unexplained: "还不正确。请重新计算，或者输入\(code: "?")得到提示。"
    case .score(let score): Self.result(score)
    case .saved(let file): "练习保存在\(file)中；用同样的命令可以继续。"
    case .nothingTyped(let file): "没有输入任何内容，所以没有写\(file)。"
    case .steps(let isLast): "回车键：\(isLast ? "结束" : "下一步")；b：上一步；q：退出："
    }
  }

  private static func result(_ score: Score) -> Prose {
    """
    \(score.all)个数中答对\(score.right)个（一次答对\(score.first)个，多次尝试或看提示后答对\(score.later)个）；\
    \(score.carried > 0 ? "沿用前面的错误\(score.carried)个，" : "")看过答案\(score.shown)个，还没有答对的\(score.open)个。
    """
  }

  private static func question(_ nudge: Nudge) -> Prose {
    switch nudge {
    case .paths: "这个量沿哪些路径影响结果？同一条路径上的因子相乘，再把各条路径相加。"
    case .newForward: "用新的参数做前向传播，得到什么？"
    case .step: "\(.cost)沿哪个方向减小？这一步有多大？"
    case .state: "旧值保留多少？再加上什么？"
    case .weightedInput: "这里要把哪些权重与激活值的乘积相加？有偏置吗？"
    case .activation: "这一层对z用哪个激活函数？"
    case .cost: "\(.cost)怎样比较每个输出与它的目标输出？"
    case .penalty: "惩罚项怎样依赖于每个权重？"
    case .mean: "各样本怎样合并：是求和还是取平均值？有惩罚项吗？"
    case .definition: "这个量的定义用到哪些数？"
    case .softmax: "softmax的各个输出之和为1：另一个z增大时，这个输出怎样变化？"
    case .slope: "激活函数在这个z处的斜率是多少？它往往可以只用a写出来。"
    case .penaltySlope: "惩罚项对这个权重的导数是什么？"
    case .weight: "这个权重与哪个激活值相乘？"
    case .bias: "b增大1时，z增大多少？"
    case .feeds: "这个神经元的输出传给哪些神经元，权重各是多少？各条路径要相加。"
    case .change: "只有这个值稍微增大时，使用它的那个量怎样变化？"
    case .uses: "哪些量使用这个值？对每一处使用，把局部梯度与上游梯度相乘，然后相加。"
    case .error: "a随z怎样变化？\(.cost)随a怎样变化？"
    case .cancelled: "把斜率与\(.cost)的导数相乘：什么会约去？"
    case .costSlope: "输出稍微增大时，\(.cost)是增大还是减小？变化有多快？"
    }
  }
}
