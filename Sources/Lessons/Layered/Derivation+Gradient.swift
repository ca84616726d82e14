import Backprop
import Documents
import Formulas

/// All the derivatives side by side.
extension Derivation {
  /// Beside each other, the gradients of several examples have no room for more.
  private static let partDigits = 6

  /// ∇C, parameter by parameter.
  func gradient() -> [Block] {
    let parts = gradientParts()
    let slopes = parts.isEmpty ? ledger.slopes(of: work.cost, work.result.layout) : nil
    let numbers = { @Sendable [self] (id: Layout.ID) -> [Numeral?] in
      let columns = parts.map { part in
        part.derivative(id).flatMap { ledger.printed($0, digits: Swift.min(digits, Self.partDigits)) }
      }
      return [ledger.printed(parameter(id), digits: digits)] + columns
        + [ledger.printed(derivative(id), digits: digits)]
    }
    let rows = ParameterRows(
      layout: work.result.layout, parameters: parameters,
      numbers: { [digits, parameters] place, gaps in
        if let slopes { return slopes.append(parameters[place], digits: digits, to: &gaps) ? .numbers : nil }
        for numeral in numbers(parameters[place]) {
          guard let numeral else { return nil }
          gaps.append(numeral)
        }
        return .numbers
      },
      cells: { [parameters] place in
        numbers(parameters[place]).map { $0.map { "\(Formula.number($0))" } ?? "" }
      })
    let table = Table(
      [.init("parameter", .left), .init("value")] + parts.map { .init($0.heading) }
        + [.init("derivative of the \(.cost)")], rows: rows.family)
    return [
      .heading(level: 2, "The \(.gradient)"),
      .paragraph(
        """
        \(parameters.count == work.result.layout.parameterCount ? "All the derivatives together are" : "These derivatives are a part of") the \(.gradient), \(.symbol(Symbol(.gradient))). Each says how much the \(.cost) grows for a small growth of \
        its parameter; the sign says which way is up.
        """), .table(table),
    ] + comparison()
  }

  /// What the derivatives of the cost are made of, where they have parts: a column for each.
  private func gradientParts() -> [(heading: Prose, derivative: @Sendable (Layout.ID) -> Formula?)] {
    guard let graph = whole?.graph else { return [] }
    let layout = graph.layout
    var parts: [(heading: Prose, derivative: @Sendable (Layout.ID) -> Formula?)] = graph.terms.map { x in
      let own = layout.symbol(layout.exampleCost, example: x)
      return ("of \(.symbol(own))", { .partial(own, by: layout.symbol($0, example: nil)) })
    }
    if graph.terms.count < layout.exampleCount {
      parts.append(("of the others", { .symbol(NetworkGraph.otherExamples($0)) }))
    }
    if let penalty = graph.penaltyName {
      parts.append(("of \(penalty)", { graph.factor(of: graph.penaltyEntry, by: $0) }))
    }
    return parts
  }

  /// Which of the weights have the largest and the smallest derivatives.
  private func comparison() -> [Block] {
    let layout = work.result.layout
    guard wanted == nil else { return [] }
    let rounding = work.gradient.indices.map { work.exact == nil ? work.rounding(of: $0) : 0 }
    guard
      let ranking = WeightRanking(
        parameters.filter { !layout.isBias($0) }, slopes: work.gradient, rounding: rounding),
      let ratio = Self.ratio(ranking.ratio), ratio.value > 1, let most = ranking.largest.first,
      let least = ranking.smallest.first
    else { return [] }
    let which: Prose =
      switch ranking.leftOut {
      case .none: ""
      case .zeros: " with a derivative other than 0"
      case .withinRounding: " whose derivative is larger than its rounding error"
      }
    guard ranking.largest.count > 1 || ranking.smallest.count > 1 else {
      return [
        .paragraph(
          """
          Of the weights\(which), \(parameter(most)) has the largest derivative in absolute value and \(parameter(least)) \
          the smallest. A small change of \(parameter(most)) changes the \(.cost) about \(Formula.number(ratio)) times as much \
          as the same change of \(parameter(least)).
          """)
      ]
    }
    return [
      .paragraph(
        """
        Of the weights\(which), the largest derivative in absolute value, \(owners(ranking.largest)), is about \
        \(Formula.number(ratio)) times the smallest, \(owners(ranking.smallest)).
        """)
    ]
  }

  /// Whose derivative it is.
  private func owners(_ weights: [Layout.ID]) -> Prose {
    weights.count == 1
      ? "that of \(weights.first.map(parameter) ?? .integer(0))"
      : "shared by \(weights.count == 2 ? "two" : "\(weights.count)") weights"
  }

  /// Three digits, and no power of ten while a whole number is short enough to be read.
  private static func ratio(_ value: Double) -> Numeral? {
    guard value >= 1_000, value < 1_000_000 else { return Numeral(rounding: value, digits: 3) }
    return Numeral(String(Int(value.rounded())))
  }
}
