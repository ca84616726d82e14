/// How English counts and lists.
package enum English {
  /// "one layer", "2 layers".
  package static func count(_ count: Int, _ one: Prose, _ many: Prose) -> Prose {
    count == 1 ? "one \(one)" : "\(count) \(many)"
  }

  /// "one of them", "3 of them".
  package static func some(_ count: Int) -> Prose { "\(count == 1 ? "one" : "\(count)") of them" }

  /// "the one parameter", "both parameters", "all 3 parameters".
  package static func all(_ count: Int, _ one: Prose, _ many: Prose) -> Prose {
    count == 1 ? "the one \(one)" : count == 2 ? "both \(many)" : "all \(count) \(many)"
  }

  /// "a", "a and b", "a, b and c".
  package static func list(_ items: [Prose]) -> Prose {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(commas(Array(items.dropLast()))) and \(last)"
  }

  /// "a", "a, b", "a, b, c"; with more that are not named "a, b and 3 more".
  package static func commas(_ items: [Prose], more: Int = 0) -> Prose {
    let list = items.dropFirst().reduce(items.first ?? "") { "\($0), \($1)" }
    return more > 0 ? "\(list) and \(more) more" : list
  }
}
