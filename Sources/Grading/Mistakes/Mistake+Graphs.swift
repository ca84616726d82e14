import Formulas

/// Mistakes in any graph: rewritings of a step by its kind and by what it is made of.
extension Mistake {
  /// The catalog of graphs, in the order of a derivation.
  package static let ofGraphs = (ofGraphsAnywhere + ofGraphSlopes + ofGraphSums + ofStep + unexplained).filter
  {
    !$0.rewritings.isEmpty
  }

  private static let ofGraphsAnywhere = [
    Mistake(
      "sign", .often, "The sign is the other way round.",
      "If the one grows a little, does the other grow or fall?"
    ).inGraphs(
      isHabit: false,
      [{ site in site.isValue || site.kind.isUpdate ? nil : -site.right }]
        + each(4) { site, place in site.isValue ? site.right.reversingTerm(place) : nil }),
    Mistake(
      "factor-left-out", .sometimes, "A factor of a product is left out.", "What else is multiplied here?"
    ).inGraphs(
      isHabit: false,
      each(6) { site, place in
        guard site.isValue || site.slope != nil else { return nil }
        return site.right.leavingOutFactor(place) { site.isValue || !$0.isNumber }
      }),
    Mistake(
      "term-left-out", .plausible, "A term of a sum is left out.", "What else is added here?"
    ).inGraphs(
      isHabit: false,
      each(6) { site, place in
        guard site.isValue, let terms = site.right.termsApart else { return nil }
        return .without(place, in: terms)
      }),
  ]

  private static let ofGraphSums = [
    Mistake(
      "use-forgotten", .often, "One of the uses of this value is left out of the sum.",
      "Where else is this value used? Gradients add."
    ).inGraphs(
      each(6) { site, place in .without(place, in: site.terms) }
        + each(6) { site, place in
          site.terms.count > 2 && place < site.terms.count ? site.terms[place] : nil
        }),
    Mistake(
      "local-gradient-only", .often, "Only the local gradient is there, without the upstream gradient.",
      "How does the result change with what this value feeds? Multiply by that."
    ).inGraphs([{ site in site.mappingProducts { local, _ in local } }]),
    Mistake(
      "upstream-gradient-only", .sometimes,
      "Only the upstream gradient is there, without the local gradient.",
      "By how much does what this value feeds change with it? Multiply by that."
    ).inGraphs([{ site in site.mappingProducts { _, upstream in upstream } }]),
    Mistake(
      "gradients-added", .sometimes, "Local and upstream gradient are added, where they are multiplied.",
      "Along a path gradients are multiplied; they add only where paths meet."
    ).inGraphs([{ site in site.mappingProducts { $0 + $1 } }]),
    Mistake(
      "uses-multiplied", .plausible, "What comes back from several uses is multiplied, where it is added.",
      "Gradients add where a value is used more than once."
    ).inGraphs([{ site in site.terms.count > 1 ? .product(site.terms) : nil }]),
  ]

  /// A form for each of the first places in a formula.
  private static func each(
    _ count: Int, _ wrong: @escaping @Sendable (_ site: GraphSite, _ place: Int) -> Formula?
  ) -> [Rewriting] {
    (0..<count).map { place in { site in wrong(site, place) } }
  }
}

extension Formula {
  var isNumber: Bool { if case .number = self { true } else { false } }

  /// The terms of a sum of several.
  var termsApart: [Formula]? { if case .sum(let terms) = self, terms.count > 1 { terms } else { nil } }

  /// A sum without one of its terms; `nil` where it has only that one.
  static func without(_ place: Int, in terms: [Formula]) -> Formula? {
    guard terms.count > 1, terms.indices.contains(place) else { return nil }
    var rest = terms
    rest.remove(at: place)
    return .total(rest)
  }

  /// With the other sign of a term, or of the whole where it is no sum.
  fileprivate func reversingTerm(_ place: Int) -> Formula? {
    guard var terms = termsApart else { return place == 0 ? -self : nil }
    guard terms.indices.contains(place) else { return nil }
    terms[place] = -terms[place]
    return .total(terms)
  }

  /// Without a factor of the products in it, counted in the order in which they are written, of those that may be left out.
  func leavingOutFactor(_ place: Int, where mayBe: (Formula) -> Bool) -> Formula? {
    var count = 0
    var isDone = false
    let result = substituting { part in
      guard !isDone, case .product(let factors) = part, factors.count > 1 else { return nil }
      for index in factors.indices where mayBe(factors[index]) {
        if count == place {
          var rest = factors
          rest.remove(at: index)
          isDone = true
          return rest.count == 1 ? rest[0] : .product(rest)
        }
        count += 1
      }
      return nil
    }
    return isDone ? result : nil
  }
}
