import Formulas

extension QuizPhrase {
  var chinese: Prose {
    switch self {
    case .digits(nil): "请给出精确值。"
    case .digits(let count?) where count >= Self.allDigits: "请给出浮点数的全部数字，与程序输出的一样。"
    case .digits(let count?): "请给出\(count)位有效数字，计算时多保留一两位。"
    case .nearly(nil): "已经很接近，但不是精确值。"
    case .nearly(let count?) where count >= Self.allDigits: "已经很接近，但没有浮点数的全部数字。"
    case .nearly(let count?): "已经很接近，但没有\(count)位正确的数字。计算时请多保留一两位。"
    case .before(let quantity, let hint): "在\(quantity)处：\(hint)"
    case .mistaken: "由错误得到的数："
    case .hint(let numbers, let hint): "\(Self.list(numbers))：\(hint)"
    case .mayHelp: "以下问题也许能帮你找到错误所在："
    case .point: "输入数字时请用小数点，例如\(code: "0.5")。"
    case .variant(let seed): "题目版本\(String(seed))"
    }
  }
}
