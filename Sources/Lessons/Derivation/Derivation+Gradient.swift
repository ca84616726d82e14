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
        \(wanted == nil ? "All the derivatives together are" : "These derivatives are a part of") the \(.gradient), \(.symbol(Symbol(.gradient))). Each says how much the \(.cost) grows for a small growth of \
        its parameter; the sign says which way is up.
        """), .table(table),
    ] + comparison()
  }

  /// What the derivatives of the cost are made of, where they have parts: a column for each.
  private func gradientParts() -> [(heading: Prose, derivative: @Sendable (Layout.ID) -> Formula?)] {
    guard let total else { return [] }
    let layout = work.result.layout
    var parts: [(heading: Prose, derivative: @Sendable (Layout.ID) -> Formula?)] = total.terms.map { x in
      let own = layout.symbol(layout.exampleCost, example: x)
      return ("of \(.symbol(own))", { .partial(own, by: layout.symbol($0, example: nil)) })
    }
    if total.hasRest { parts.append(("of the others", { .symbol(Total.rest($0)) })) }
    if let penalty = total.penalty, case .symbol(let r) = penalty.name {
      parts.append(("of \(penalty.name)", { .partial(r, by: layout.symbol($0, example: nil)) }))
    }
    return parts
  }

  /// Which of the weights matters most.
  private func comparison() -> [Block] {
    let gradient = work.gradient
    let layout = work.result.layout
    let weights = parameters.filter { !layout.isBias($0) }
    let moving = weights.filter { gradient[$0] != 0 }
    guard wanted == nil, moving.count > 1,
      let most = moving.max(by: { gradient[$0].magnitude < gradient[$1].magnitude }),
      let least = moving.min(by: { gradient[$0].magnitude < gradient[$1].magnitude }),
      let ratio = ratio(most, to: least), ratio.numeral.value > 1
    else { return [] }
    let others: Prose =
      moving.count < weights.count ? "Of the weights that matter at all here" : "Of the weights"
    return [
      .paragraph(
        """
        \(others), \(parameter(most)) matters most and \(parameter(least)) least: a small change of \(parameter(most)) \
        moves the \(.cost) \(ratio.isRounded ? "about " : "")\(Formula.number(ratio.numeral)) times as much as the same \
        change of \(parameter(least)).
        """)
    ]
  }

  /// How many times as large one derivative is as another, and whether fractions know it better.
  private func ratio(_ most: Layout.ID, to least: Layout.ID) -> (numeral: Numeral, isRounded: Bool)? {
    let numeral = Self.ratio((work.gradient[most] / work.gradient[least]).magnitude)
    let exact = ledger.fraction(derivative(most) / derivative(least)).map { Rational.max($0, -$0) }
    return numeral.map { rounded in (rounded, exact.map { $0 != Rational(rounded) } ?? false) }
  }

  /// Three digits, and no power of ten while a whole number is short enough to be read.
  private static func ratio(_ value: Double) -> Numeral? {
    guard value >= 1_000, value < 1_000_000 else { return Numeral(rounding: value, digits: 3) }
    return Numeral(String(Int(value.rounded())))
  }
}
