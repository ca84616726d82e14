/// How German counts and lists.
package enum German {
  /// "eine Schicht", "2 Schichten": the one comes with its article.
  package static func count(_ count: Int, _ one: Prose, _ many: Prose) -> Prose {
    count == 1 ? one : "\(count) \(many)"
  }

  /// "der eine Parameter", "beide Parameter", "alle 3 Parameter": the one comes with its article, as accusatives need it.
  package static func all(_ count: Int, _ one: Prose, _ many: Prose) -> Prose {
    count == 1 ? one : count == 2 ? "beide \(many)" : "alle \(count) \(many)"
  }

  /// "a", "a und b", "a, b und c"; with more that are not named "a, b und 3 weitere".
  package static func list(_ items: [Prose], more: Int = 0, sign: Prose = ",") -> Prose {
    if more > 0 { return "\(row(items, sign)) und \(more) weitere" }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(row(items.dropLast(), sign)) und \(last)"
  }

  /// "a = 1, b = 2 und c = 3"; where numbers have commas of their own, the prose puts semicolons between them.
  package static func values(_ equations: [Equation], more: Int = 0) -> Prose {
    let items = equations.map { "\($0)" as Prose }
    func row(_ items: some Collection<Prose>) -> Prose {
      items.dropFirst().reduce(items.first ?? "") { "\($0), \($1)" }
    }
    if more > 0 { return "\(row(items)) und \(more) weitere" }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(row(items.dropLast())) und \(last)"
  }

  /// "a; b; c", the first of them where there are many.
  package static func series(_ items: [Prose]) -> Prose {
    let shown = items.prefix(Prose.mostListed)
    return items.count > shown.count ? "\(row(shown, ";")) und so weiter" : row(shown, ";")
  }

  /// Items with a sign and a space between them.
  package static func row(_ items: some Collection<Prose>, _ sign: Prose) -> Prose {
    items.dropFirst().reduce(items.first ?? "") { "\($0)\(sign) \($1)" }
  }
}
