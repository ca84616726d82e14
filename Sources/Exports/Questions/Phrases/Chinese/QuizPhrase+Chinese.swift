import Formulas

extension QuizPhrase {
  var chinese: Prose {
    switch self {
    case .digits(let count): "请给出\(count)位有效数字，计算时多保留一两位。"
    case .nearly(let count): "已经很接近，但没有\(count)位正确的数字。计算时请多保留一两位。"
    case .before(let quantity, let hint): "在\(quantity)处：\(hint)"
    case .mistaken: "由错误得到的数："
    case .number(let number): "\(Formula.number(number))："
    case .variant(let seed): "题目版本\(String(seed))"
    }
  }
}
