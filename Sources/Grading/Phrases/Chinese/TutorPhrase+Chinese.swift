import Formulas

extension TutorPhrase {
  var chinese: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).chinese)（\(code: mistake.id)）。"
    case .mayBe(let mistake): "可能是\(code: mistake.id)：\(MistakePhrase.title(mistake).chinese)。"
    case .mayAlsoBe(let mistakes): "也可能是\(Self.either(mistakes))：由这些数值无法区分。"
    case .sameNumbers(let mistakes): "\(Self.either(mistakes))也会得到同样的数值。"
    case .slip: "由前面各数应当得出的数，与你写的数几乎每一位都相同。"
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
    case .onlyLayer(let layer): "只有第\(layer)层有这个错误。"
    case .unexplained(let name): "\(strong: "这个\(name)不能由前面的数得出。")"
    case .computeAgain(let rule):
      "由这些数值看不出原因。请重新计算\(rule.map { "：\($0)" } ?? "")。"
    case .copied(let name): "你给\(Chinese.name(name))写了同样的数。"
    case .zero: "你写的是0。"
    case .otherSign: "只有符号错误。"
    case .times(let above, let below):
      "它是正确推出的数的\(below == 1 ? .integer(above) : .integer(above) / .integer(below))倍。"
    case .again(let names): "同样的错误还出现在\(Chinese.list(names.map(Chinese.name)))中。"
    case .carried(let names, let more):
      """
      沿用前面的错误：\(Chinese.commas(names.map(Chinese.name), more: more))\
      \(names.count + more == 1 ? "" : "都")由它正确得出。
      """
    }
  }

  private static func either(_ mistakes: [Mistake]) -> Prose {
    let names: [Prose] = mistakes.map { "\(code: $0.id)（\(MistakePhrase.title($0).chinese)）" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(Chinese.joined(Array(names.dropLast()), by: "、"))或\(last)"
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: "，这正是你写的数"
    case .other(let text): "，考虑到你所写各数的舍入，它与你写的\(code: text)相符"
    }
  }
}
