/// How Chinese counts and lists.
package enum Chinese {
  /// "一层", "2层": a number with its measure word and noun.
  package static func count(_ count: Int, _ noun: Prose) -> Prose {
    count == 1 ? "一\(noun)" : "\(count)\(noun)"
  }

  /// "唯一的参数", "两个参数", "全部3个参数".
  package static func all(_ count: Int, _ noun: Prose, measure: Prose = "个") -> Prose {
    count == 1 ? "唯一的\(noun)" : count == 2 ? "两\(measure)\(noun)" : "全部\(count)\(measure)\(noun)"
  }

  /// "a", "a和b", "a、b和c"; with more that are not named "a、b等".
  package static func list(_ items: [Prose], areMore: Bool = false) -> Prose {
    if areMore { return "\(joined(items, by: "、"))等" }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(joined(Array(items.dropLast()), by: "、"))和\(last)"
  }

  /// "a、b"; with more that are not named "a、b，以及另外3个".
  package static func row(_ items: [Prose], more: Int = 0) -> Prose {
    "\(joined(items, by: "、"))\(more > 0 ? "，以及另外\(more)个" : "")"
  }

  /// "a = 1，b = 2"; with more that are not named "a = 1，b = 2，以及另外3个".
  package static func commas(_ items: [Prose], more: Int = 0) -> Prose {
    let list = joined(items, by: "，")
    return more > 0 ? "\(list)，以及另外\(more)个" : list
  }

  /// "a，b，c", or the first of many: "a，b，c等".
  package static func firstOf(_ items: [Prose], by sign: Prose = "，") -> Prose {
    let shown = Array(items.prefix(Prose.mostListed))
    return "\(joined(shown, by: sign))\(items.count > shown.count ? "等" : "")"
  }

  /// Items with a sign between them.
  package static func joined(_ items: [Prose], by sign: Prose) -> Prose {
    items.dropFirst().reduce(items.first ?? "") { "\($0)\(sign)\($1)" }
  }
}
