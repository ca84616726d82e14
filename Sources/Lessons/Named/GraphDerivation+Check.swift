import Backprop
import Documents
import Formulas

/// The gradient, and what shows that it is right.
extension GraphDerivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12
  /// More rows than these are not shown.
  static let mostRows = 100
  /// Of larger graphs nobody looks whether short numbers come out.
  private static let mostExact = 1_000

  /// The parameters whose derivatives are shown.
  var parameters: [Graph.ID] { lesson.by.filter { isSummary || isWanted(.total($0)) } }

  /// All derivatives by what is given.
  func gradient() -> [Block] {
    let shown = parameters
    guard !shown.isEmpty, !isDirect else { return [] }
    let columns = [column(.quantity, .left), column(.value), column(.derivativeOf(result))]
    let exact: GraphTrace<Rational>? = isSummary && graph.count <= Self.mostExact ? GraphTrace(graph) : nil
    let rows = shown.prefix(Self.mostRows).map { id -> [Prose] in
      return [Equation(name(id)), number(name(id)), derivative(by: id, exact)].map {
        $0.map { "\($0)" } ?? ""
      }
    }
    return [
      .heading(level: 2, say(GraphPhrase.gradient)), .paragraph(say(phraseOfGradient)),
      .table(Table(columns, rows: rows)),
    ] + cutShort(shown.count)
  }

  /// A column of a table.
  func column(_ column: GraphPhrase.Column, _ alignment: Table.Alignment = .right) -> Table.Column {
    .init(say(GraphPhrase.column(column)), alignment)
  }

  private var phraseOfGradient: GraphPhrase {
    if parameters.count == 1, let only = parameters.first {
      return .gradientOfOne(name(only), result: result)
    }
    let isWhole = givesAll && parameters.count == lesson.by.count
    return .gradientOfAll(result: result, isWhole ? nil : namesOfParameters)
  }

  /// Whether the derivatives by all that is given are asked for.
  var givesAll: Bool {
    let own = Set(lesson.by)
    return graph.quantities.allSatisfy { quantity in
      quantity.isIndex || quantity.isConstant
        || quantity.entries.allSatisfy { graph.given[$0] == nil || own.contains($0) }
    }
  }

  /// What the gradient is taken by, a whole array by its own name; none where they are too many for a sentence.
  var namesOfParameters: [Formula] {
    let own = Set(parameters)
    let names = graph.quantities.flatMap { quantity -> [Formula] in
      let shown = quantity.entries.filter(own.contains)
      return shown.isEmpty
        ? [] : shown.count == quantity.entries.count ? [.symbol(quantity.symbol)] : shown.map(name)
    }
    return names.count > Self.mostListed ? [] : names
  }

  /// A derivative as it was derived; where it was not, without the zeros of a short number.
  private func derivative(by id: Graph.ID, _ exact: GraphTrace<Rational>?) -> Equation? {
    if id == steps.root { return Equation(.integer(1)) }
    let name = steps.derivative(by: id)
    let short =
      isWanted(.total(id)) ? nil : exact.flatMap { ledger.numeral($0.gradients[id], digits: digits) }
    return short.map { Equation($0, of: name) } ?? number(name)
  }

  /// What is said of a table that does not show all of so many rows.
  private func cutShort(_ count: Int) -> [Block] {
    count > Self.mostRows
      ? [.paragraph(say(GraphPhrase.cutShort(shown: Self.mostRows, of: count)))] : []
  }

  /// The same derivatives, three ways, side by side.
  func check() -> [Block] {
    let shown = Set(parameters)
    let found = work.check.parameters.filter { shown.contains($0.index) }
    guard !found.isEmpty else { return [] }
    if isDirect { return shortCheck(found) }
    let words = GraphPhrase.checkColumns(result: result, hasZeros: found.contains { $0.trace == 0 })
    return [
      .heading(level: 2, say(HeadingPhrase.check)), .paragraph(say(words)),
      .table(Table(columnsOfCheck, rows: found.prefix(Self.mostRows).map(row))),
    ] + cutShort(found.count) + [.paragraph(verdict(found))] + remarks(found)
  }

  /// Above the derivatives in three ways.
  var columnsOfCheck: [Table.Column] {
    [
      column(.derivative, .left), column(.chainRule), column(.forwardMode), column(.numeric),
      column(.errorBound), column(.verdict, .left),
    ]
  }

  /// The gradient and its check in one table: of a formula whose derivatives are a line each, two would say the same twice.
  private func shortCheck(_ found: [GradientCheck.Parameter]) -> [Block] {
    let columns = [
      column(.quantity, .left), column(.value), column(.derivative), column(.forward), column(.numeric),
      column(.bound), column(.verdict, .left),
    ]
    let rows = found.prefix(Self.mostRows).map { parameter -> [Prose] in
      let value = number(name(parameter.index)).map { "\($0)" as Prose }
      let own = derivative(by: parameter.index, nil).map { "\($0)" as Prose }
      let others = row(parameter).dropFirst(2)
      return ["\(name(parameter.index))", value ?? "", own ?? ""] + others
    }
    return [
      .heading(level: 2, say(GraphPhrase.gradient)), .paragraph(say(GraphPhrase.shortCheck(found.count))),
      .table(Table(columns, rows: rows)),
    ] + cutShort(found.count) + [.paragraph(verdict(found))] + remarks(found)
  }

  func row(_ parameter: GradientCheck.Parameter) -> [Prose] {
    let digits = Swift.min(digits, Self.checkDigits)
    func cell(_ value: Double, digits: Int) -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? say(CheckPhrase.notFinite)
    }
    let missing = say(CheckPhrase.missing)
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound):
        [cell(value, digits: digits), cell(GradientCheck.roundedUp(bound), digits: 1)]
      case .kink, .unknown, nil: [missing, missing]
      }
    // By its own name: a row that began with that of the quantity would read as its value.
    return [
      "\(steps.derivative(by: parameter.index))",
      cell(work.gradient(parameter.index) == 0 ? 0 : parameter.trace, digits: digits),
    ]
      + [parameter.recomputed.map { cell($0, digits: digits) } ?? missing] + nudged
      + [say(CheckPhrase.verdict(parameter.verdict))]
  }

  /// What there is to say of kinks, and of what disagrees.
  func remarks(_ found: [GradientCheck.Parameter]) -> [Block] {
    found.compactMap { parameter in
      CheckPhrase(
        parameter, name: name(parameter.index), result: result, digits: Swift.min(digits, Self.checkDigits),
        event: event
      ).map { .paragraph(say($0)) }
    }
  }

  /// What happens at a kink.
  private func event(_ kink: Kink) -> CheckPhrase.Event {
    let (quantity, others) = (Formula.symbol(kink.quantity), Swift.max(0, kink.count - 1))
    return switch kink.site.edge {
    case .sign: .crossing(quantity, others: others)
    case .argument(of: .named): .jump("floor", of: quantity, others: others)
    case .argument(let operation):
      .argument(operation == .magnitude ? "|x|" : "step", of: quantity, others: others)
    case .choice(let operation, _): .choice(operation == .min ? "min" : "max", in: quantity, others: others)
    }
  }

  func verdict(_ found: [GradientCheck.Parameter]) -> Prose {
    let counts = VerdictCounts(all: found.count, tried: found.count { $0.numeric != nil }) { verdict in
      found.count { $0.verdict == verdict }
    }
    return say(GraphPhrase.verdict(counts))
  }
}
