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
      return [parameter(id), derivative(id)].map { ledger.printed($0, digits: digits) } + columns
    }
    let named = { @Sendable [self] (id: Layout.ID) -> [Equation?] in
      let names = [parameter(id), derivative(id)] + parts.map { $0.derivative(id) }
      return zip(names, numbers(id)).enumerated().map { column, cell in
        guard let name = cell.0, let numeral = cell.1 else { return nil }
        let isShort = column > 1 && digits > Self.partDigits
        return isShort ? Equation(.number(numeral)) : Equation(numeral, of: name)
      }
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
        named(parameters[place]).map { $0.map { "\($0)" } ?? "" }
      })
    let table = Table(
      [column(.parameter, .left), column(.value), column(.derivative)]
        + parts.map { column($0.heading) }, rows: rows.family)
    let isWhole = parameters.count == work.result.layout.parameterCount
    return [
      .heading(level: 2, say(HeadingPhrase.gradient)),
      .paragraph(say(GradientPhrase.definition(isWhole: isWhole))), .table(table),
    ] + comparison()
  }

  /// What the derivatives of the cost are made of, where they have parts: a column for each.
  private func gradientParts() -> [(heading: ColumnPhrase, derivative: @Sendable (Layout.ID) -> Formula?)] {
    guard let graph = whole?.graph else { return [] }
    let layout = graph.layout
    var parts: [(heading: ColumnPhrase, derivative: @Sendable (Layout.ID) -> Formula?)] = graph.terms.map {
      x in
      let own = layout.symbol(layout.exampleCost, example: x)
      return (.part(.symbol(own)), { .partial(own, by: layout.symbol($0, example: nil)) })
    }
    if graph.terms.count < layout.exampleCount {
      parts.append((.otherExamples, { .symbol(NetworkGraph.otherExamples($0)) }))
    }
    if let penalty = graph.penaltyName {
      parts.append((.part(penalty), { graph.factor(of: graph.penaltyEntry, by: $0) }))
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
    let phrase: GradientPhrase =
      ranking.largest.count > 1 || ranking.smallest.count > 1
      ? .sharedRanking(
        largest: owner(ranking.largest, most), smallest: owner(ranking.smallest, least), ratio: ratio,
        ranking.leftOut)
      : .ranking(largest: parameter(most), smallest: parameter(least), ratio: ratio, ranking.leftOut)
    return [.paragraph(say(phrase))]
  }

  /// Whose derivative it is.
  private func owner(_ weights: [Layout.ID], _ first: Layout.ID) -> GradientPhrase.Owner {
    weights.count > 1 ? .several(weights.count) : .one(parameter(first))
  }

  /// Three digits, and no power of ten while a whole number is short enough to be read.
  private static func ratio(_ value: Double) -> Numeral? {
    guard value >= 1_000, value < 1_000_000 else { return Numeral(rounding: value, digits: 3) }
    return Numeral(String(Int(value.rounded())))
  }
}
