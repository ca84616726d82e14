import Formulas

extension PagePhrase {
  package var chinese: Prose {
    switch self {
    case .untitled: "反向传播"
    case .equation: "等式"
    case .formula: "公式"
    case .picture: "图"
    case .lines: "可复制的各行"
    case .table(let columns): "表：\(Chinese.joined(columns, by: "，"))"
    case .steps: "步骤"
    case .back: "上一步"
    case .next: "下一步"
    case .showAll: "全部显示"
    case .hideAll: "全部隐藏"
    case .openSteps: "{open}/{all}"
    case .slides: "幻灯片"
    case .notes: "备注"
    case .quantity: "量"
    case .calculation: "计算"
    case .value: "值"
    case .judging(let fraction, let arithmetic):
      """
      光标离开一个填空框时，本页就评判其中的数。数据不会发送到任何地方。你可以输入小数、分数（如\(code: fraction)）和算式\
      （如\(code: arithmetic)）。你的答案保存在这个浏览器中，直到你清除它们。要交答卷，请把答案存成文件。
      """
    case .yourName: "你的姓名："
    case .name: "姓名："
    case .date: "日期："
    case .answers: "答案"
    case .clear: "清除"
    case .save: "保存答案"
    case .blanks(let prompt, let names):
      "\(prompt)：\(Chinese.firstOf(names.map { "\($0)" }, by: "、"))"
    }
  }
}
