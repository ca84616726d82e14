import Backprop
import Formulas

extension LearningPhrase {
  var chinese: Prose {
    switch self {
    case .rule(let optimizer, let constants, let takesEachExample):
      Chinese.joined(
        [
          """
          优化器是\(OptimizerPhrase.name(optimizer.rule).chinese)，取\
          \(Chinese.commas(constants.map { "\($0)" }))。
          """,
          OptimizerPhrase.rule(optimizer.rule).chinese, Self.start(optimizer.rule),
          optimizer.ascends ? "这里要使结果增大，所以旧值加上这一步的改变量，而不是减去它。" : "",
          takesEachExample ? "每一步只用一个样本的\(.cost)，各样本依次使用。" : "",
        ], by: "")
    case .onlyStep(let optimizer):
      "\(OptimizerPhrase.name(optimizer.rule).chinese)的一步\(optimizer.ascends ? "（上升）" : "")"
    case .step(let number): "第\(number)步"
    case .newValues: "更新"
    case .outcome(let goal, let outcome, let ascends): Self.outcome(Self.name(goal), outcome, ascends)
    case .change(let before, let after, let isRounded, let ofParameters):
      """
      更新前\(before)。用新的\(ofParameters ? "参数" : "值")做前向传播，得到\(before.left)的值\
      \(isRounded ? "约为" : "为")\(Formula.number(after))。
      """
    case .nextExample: "这一步用下一个样本的\(.cost)。"
    case .agreement: "每一步的\(.gradient)都像第一步那样检验过，三种计算的结果一致。"
    case .curve(let name, let ofAll): "\(Self.name(name, ofAll))在每一步之后的值"
    case .result(let name, let ofAll): Self.name(name, ofAll)
    case .trained(let place, let batch, let seed):
      "这里的权重是训练\(place.chinese)之后的权重，每个小批量有\(batch)个样本，随机种子为\(String(seed))。"
    case .columnOfSteps: "步"
    }
  }

  private static func start(_ rule: Optimizer.Rule) -> Prose {
    let letters = rule.type.states.map { "\(Optimizer.letter($0.rawValue))" as Prose }
    // Adam's rule says it already.
    if letters.isEmpty || rule == .adam || rule == .adamw { return "" }
    return "第一步之前，\(Chinese.list(letters))\(letters.count == 1 ? "" : "都")是0。"
  }

  private static func name(_ goal: Goal) -> Prose {
    switch goal {
    case .cost: "\(.cost)"
    case .result(let name): "\(name)"
    }
  }

  private static func name(_ name: Formula, _ ofAll: Bool) -> Prose {
    ofAll ? "所有样本的\(name)" : "\(name)"
  }

  private static func outcome(_ name: Prose, _ outcome: Outcome, _ ascends: Bool) -> Prose {
    switch outcome {
    case .unchanged: "\(name)与更新前相同。"
    case .decreased: ascends ? "这一步本应使\(name)增大，\(name)却减小了。" : "\(name)减小了。"
    case .increased: ascends ? "\(name)增大了。" : "这一步本应使\(name)减小，\(name)却增大了。"
    }
  }
}

extension TrainingPlace {
  public var chinese: Prose {
    let (whole, rest): (Prose, Prose) = ("\(epochs)个迭代周期", "\(stepsPerEpoch)步中的\(steps)步")
    return steps == 0 ? whole : epochs == 0 ? rest : "\(whole)又\(rest)"
  }
}
