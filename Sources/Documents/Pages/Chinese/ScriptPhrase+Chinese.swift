import Formulas

extension ScriptPhrase {
  var chinese: Prose {
    switch self {
    case .correct: "✓ 正确。"
    case .tooFewDigits: "✓ 正确，但位数不足。"
    case .carriedForward: "→ 按你前面的数来算是正确的，但前面有一个数是错的。"
    case .wrong: "✗ 还不正确。"
    case .unread: "? 这不是一个数。请写成0.35、-1.2e-3、3/8、2*(0.64-1)或1/(1+exp(-0.3))的形式。"
    case .comma: "? 请用小数点，不要用逗号。"
    case .zero: "你写的是0。"
    case .otherSign: "只有符号错误。"
    case .times: "它是由前面各数得出的数的{factor}倍。"
    case .copied: "你给{name}写了同样的数。"
    case .otherLine: "另一行"
    case .mayBe: "可能的原因："
    case .or: "或者："
    case .again: "同样的错误还出现在{names}中。"
    case .untold: "由这些数值看不出原因。请从前面的数重新计算。"
    case .count: "答对{right}个，共{all}个"
    case .countWithWrong: "答对{right}个，共{all}个，还有{wrong}个不正确"
    case .delete: "要删除你在本页输入的全部答案吗？"
    }
  }
}
