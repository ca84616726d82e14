import Formulas

extension WorksheetPhrase {
  var chinese: Prose {
    switch self {
    case .worksheet(let title): "\(title)：练习"
    case .key(let title): "\(title)：答案"
    case .instructions(let digits, let namesLesson, let variant):
      """
      在每个等号后面写一个数。结果四舍五入到\(digits)位有效数字，计算过程中多保留一两位。不知道答案的行请留空。\(namesLesson ? "请保留上面一行，它写明了是哪一课。" : "")\
      \(code: Self.command("文件", "名称或文件", namesLesson, variant))会告诉你哪些答案正确；如果能找到原因，还会指出错在哪里。
      """
    case .isPart: "本练习只问推导的一部分。其他需要用到的量，请在自己的纸上计算。"
    case .answers(let digits):
      """
      各题的答案和计算过程。结果四舍五入到\(digits)位有效数字。有些数的位数较少；如果某一行要用到一个数的更多位，就写出更多位。用写出的数在计算器上验算，得到的结果与写出的结果最多相差末位的一个单位。
      """
    case .section(let section, let example):
      "\(example.map { "样本\($0)：" } ?? "")\(Self.name(section))"
    case .part(let part, let count, let first): Self.name(part, isOne: count == 1, first)
    case .optimizer: "优化器的状态和新值"
    case .variant(let seed, let kind, let isBest):
      """
      本课的题目版本\(String(seed))：同样的\(kind == .graph ? "计算图" : "网络")，不同的数值。\
      \(isBest ? "没有找到满足下列全部要求的数值：\(Self.missed(kind))。这里用的是试过的数值中最好的。" : "")
      """
    }
  }

  private static func missed(_ kind: SubjectKind) -> Prose {
    switch kind {
    case .network: "饱和或未激活的神经元与本课相同，没有很小的导数，各种错误的结果互不相同"
    case .graph: "没有很小、很大或接近折点的数，各种错误的结果互不相同"
    }
  }

  private static func name(_ section: Section) -> Prose {
    switch section {
    case .forward(let layer): "前向传播，第\(layer)层"
    case .cost: "\(.cost)"
    case .backward(let layer): "反向传播，第\(layer)层"
    case .penalty: "惩罚项"
    case .together: "所有样本合在一起"
    case .withPenalty: "加上惩罚项"
    case .values: "前向传播"
    case .derivatives(let quantity): "反向传播：\(quantity)"
    }
  }

  private static func name(_ part: WorksheetPart, isOne: Bool, _ first: Formula) -> Prose {
    switch part {
    case .weightedInputs: "\(.weightedInput)"
    case .activations: "激活值"
    case .cost, .totalCost: "\(.cost)"
    case .costSlopes: "\(.cost)随\(isOne ? "" : "每个")输出的变化"
    case .slopes:
      isOne ? "激活值随\(.weightedInput)的变化" : "每个激活值随自己的\(.weightedInput)的变化"
    case .errors: isOne ? "误差\(error: first)" : "误差δ"
    case .weights: "\(.cost)随\(isOne ? "" : "每个")权重的变化"
    case .biases: "\(.cost)随\(isOne ? "" : "每个")偏置的变化"
    case .passed: "\(.cost)随前一层\(isOne ? "" : "每个")激活值的变化"
    case .penalty: "惩罚项"
    case .gradient: "\(.cost)随每个参数的变化"
    case .update: "新的参数"
    case .values(of: .equation(let name, let formula)):
      "由\(Equation(name, [.init(.equals, formula)]))计算"
    case .values(of: .text(let text)): "由\(code: text)计算"
    case .localGradients: "局部梯度"
    case .derivatives: "导数"
    case .updates: "新值"
    }
  }
}
