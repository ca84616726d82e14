import Formulas

extension TutorPhrase {
  var chinese: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).chinese)（\(code: mistake.id)）。"
    case .mayBe(let mistake): "可能的错误：\(MistakePhrase.title(mistake).chinese)（\(code: mistake.id)）。"
    case .mayAlsoBe(let mistakes): "这些数值也符合另外的错误：\(Self.others(mistakes))。"
    case .sameNumbers(let mistakes): "另外的错误也会得到同样的数值：\(Self.others(mistakes))。"
    case .slip(let isFirst):
      "你写的数与由给定的数\(isFirst ? "" : "和你前面的答案")得出的结果，各位数字几乎相同。"
    case .slipOfSign(let mistake):
      "\(strong: "只有符号错误")（\(code: mistake.id)）。各位数字是正确的。"
    case .rewritten(let rewriting, let name):
      """
      用\(rewriting.wrong)代替\(rewriting.right)，\(name.map { "\($0)就成为" } ?? "得到的是")\(rewriting.value)\
      \(Self.words(rewriting.written))。
      """
    case .whole(let name, let rewriting):
      """
      你的\(name)不是由你前面的答案得出的。如果在整个推导中都用\(rewriting.wrong)代替\(rewriting.right)，得到的是\
      \(rewriting.value)\(Self.words(rewriting.written))。
      """
    case .onlyLayer(let layer): "你只在第\(layer)层犯了这个错误。"
    case .unexplained(let name, let isFirst):
      "\(strong: "由给定的数\(isFirst ? "" : "和你前面的答案")算出的\(name)是另一个值。")"
    case .computeAgain(let rule, let isHinted):
      "\(isHinted ? "" : "没有找到会得到这个数的错误。")请重新计算\(rule.map { "：\($0)" } ?? "")。"
    case .copied(let name): "你给\(Chinese.name(name))写了同样的数。"
    case .zero: "你写的是0。"
    case .otherSign: "只有符号错误。"
    case .times(let above, let below):
      "\(Self.isShift(above, below) ? "小数点的位置不对：" : "")它是正确推出的数的\(below == 1 ? .integer(above) : .integer(above) / .integer(below))倍。"
    case .again(let names): "同样的错误还出现在\(Chinese.list(names.map(Chinese.name)))中。"
    case .perhapsAgain(let names):
      "下列答案也不正确，可能是由于同样的错误：\(Chinese.list(names.map(Chinese.name)))。"
    case .carried(let names, let more, let isFromOne):
      """
      沿用了前面的错误（由\(isFromOne ? "这个" : "这些")错误的数继续正确计算得出）：\(Chinese.row(names.map(Chinese.name), more: more))。
      """
    }
  }

  private static func others(_ mistakes: [Mistake]) -> Prose {
    Chinese.joined(mistakes.map { "\(MistakePhrase.title($0).chinese)（\(code: $0.id)）" }, by: "；")
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: "，这正是你写的数"
    case .cut(let text): "；你写的\(code: text)就是这个数去掉最后几位数字"
    case .other(let text): "，考虑到你所写各数的舍入，它与你写的\(code: text)相符"
    }
  }
}
