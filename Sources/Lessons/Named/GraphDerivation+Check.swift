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
    let columns: [Table.Column] = [
      .init("quantity", .left), .init("value"), .init("derivative of \(result)"),
    ]
    let exact: GraphTrace<Rational>? = isSummary && graph.count <= Self.mostExact ? GraphTrace(graph) : nil
    let rows = shown.prefix(Self.mostRows).map { id -> [Prose] in
      let value = ledger.printed(name(id), digits: digits)
      return [name(id), value.map(Formula.number), derivative(by: id, exact).map(Formula.number)]
        .map { $0.map { "\($0)" } ?? "" }
    }
    return [
      .heading(level: 2, "The gradient"),
      .paragraph(
        """
        \(wordsOfGradient) the change of \(result) per unit of a small change of the quantity. If the derivative is positive, a \
        small increase of the quantity increases \(result); if it is negative, a small increase decreases \(result).
        """), .table(Table(columns, rows: rows)),
    ] + cutShort(shown.count)
  }

  /// What the gradient is, up to a verb.
  private var wordsOfGradient: Prose {
    if parameters.count == 1, let only = parameters.first {
      return "The gradient is the derivative of \(result) with respect to \(name(only)):"
    }
    let own = Set(lesson.by)
    let isEverything = graph.quantities.allSatisfy { quantity in
      quantity.isIndex || quantity.isConstant
        || quantity.entries.allSatisfy { graph.given[$0] == nil || own.contains($0) }
    }
    let all: Prose =
      isEverything && parameters.count == lesson.by.count
      ? "all quantities that are given" : "the quantities below"
    return "The gradient contains the derivatives of \(result) with respect to \(all). Each is"
  }

  /// A derivative as it was derived; where it was not, without the zeros of a short number.
  private func derivative(by id: Graph.ID, _ exact: GraphTrace<Rational>?) -> Numeral? {
    if id == steps.root { return Numeral(integer: 1) }
    let name = steps.derivative(by: id)
    let short =
      isWanted(.total(id)) ? nil : exact.flatMap { ledger.numeral($0.gradients[id], digits: digits) }
    return short ?? ledger.printed(name, digits: digits)
  }

  /// What is said of a table that does not show all of so many rows.
  private func cutShort(_ count: Int) -> [Block] {
    count > Self.mostRows
      ? [.paragraph("These are the first \(Self.mostRows) of \(count); --format json has them all.")] : []
  }

  /// The same derivatives, three ways, side by side.
  func check() -> [Block] {
    let shown = Set(parameters)
    let found = work.check.parameters.filter { shown.contains($0.index) }
    guard !found.isEmpty else { return [] }
    if isDirect { return shortCheck(found) }
    let columns: [Table.Column] = [
      .init("derivative", .left), .init("chain rule"), .init("forward mode"), .init("numeric"),
      .init("error bound"), .init("verdict", .left),
    ]
    return [
      .heading(level: 2, "Gradient check"),
      .paragraph(
        """
        The gradient is computed again in two other ways. \(emphasis: "Forward mode") needs no backward pass: it computes, with \
        every value, how the value changes with the quantity. The \(emphasis: "numeric") derivative needs no calculus: the \
        quantity is increased and decreased by a small amount, and \(result) is computed again. The \(emphasis: "error bound") \
        says how far the numeric derivative may be from the true one. The numeric derivative counts only if this bound is at \
        most a millionth of the derivative\(zeroRemark(found)).
        """), .table(Table(columns, rows: found.prefix(Self.mostRows).map(row))),
    ] + cutShort(found.count) + [.paragraph(verdict(found))] + remarks(found)
  }

  /// The gradient and its check in one table: of a formula whose derivatives are a line each, two would say the same twice.
  private func shortCheck(_ found: [GradientCheck.Parameter]) -> [Block] {
    let columns: [Table.Column] = [
      .init("quantity", .left), .init("value"), .init("derivative"), .init("forward"), .init("numeric"),
      .init("bound"), .init("verdict", .left),
    ]
    let rows = found.prefix(Self.mostRows).map { parameter -> [Prose] in
      let value = ledger.printed(name(parameter.index), digits: digits).map {
        "\(Formula.number($0))" as Prose
      }
      let own = derivative(by: parameter.index, nil).map { "\(Formula.number($0))" as Prose }
      let others = row(parameter).dropFirst(2)
      return ["\(name(parameter.index))", value ?? "", own ?? ""] + others
    }
    return [
      .heading(level: 2, "The gradient"),
      .paragraph(
        """
        The same derivatives by forward mode, which needs no backward pass, and numerically, with a bound on the error of \
        the numeric derivative:
        """), .table(Table(columns, rows: rows)),
    ] + cutShort(found.count) + [.paragraph(verdict(found))] + remarks(found)
  }

  /// What a derivative of 0 needs in place of digits.
  private func zeroRemark(_ found: [GradientCheck.Parameter]) -> Prose {
    guard found.contains(where: { $0.trace == 0 }) else { return "" }
    return ", or below \(.power(.integer(10), -9)) if the derivative is 0"
  }

  func row(_ parameter: GradientCheck.Parameter) -> [Prose] {
    let digits = Swift.min(digits, Self.checkDigits)
    func cell(_ value: Double, digits: Int) -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? "beyond a double"
    }
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound):
        [cell(value, digits: digits), cell(GradientCheck.roundedUp(bound), digits: 1)]
      case .kink, .unknown, nil: ["–", "–"]
      }
    // By its own name: a row that began with that of the quantity would read as its value.
    return [
      "\(steps.derivative(by: parameter.index))",
      cell(work.gradient(parameter.index) == 0 ? 0 : parameter.trace, digits: digits),
    ]
      + [parameter.recomputed.map { cell($0, digits: digits) } ?? "–"] + nudged
      + [Prose(stringLiteral: parameter.verdict.rawValue)]
  }

  /// What there is to say of kinks, and of what disagrees.
  func remarks(_ found: [GradientCheck.Parameter]) -> [Block] {
    found.compactMap { parameter in
      let name = name(parameter.index)
      switch parameter.verdict {
      case .agrees, .inconclusive, .unchecked: return nil
      case .disagrees: return .paragraph("\(name): \(parameter.message ?? "the three do not agree").")
      case .kink:
        guard case .kink(let kink) = parameter.numeric else { return nil }
        let (below, above) = kink.slopes(digits: Swift.min(digits, Self.checkDigits))
        let slopes: Prose =
          below == above
          ? "On both sides the slope of \(result) is \(below)"
          : "The slope of \(result) is \(below) for smaller \(name) and \(above) for larger \(name)"
        let used: Prose =
          Numeral(rounding: parameter.trace, digits: Swift.min(digits, Self.checkDigits))
          .map { "\(Formula.number($0))" } ?? "not finite"
        return .paragraph(
          "\(name): when it changes, \(event(kink)). \(slopes); the derivative used here is \(used).")
      }
    }
  }

  /// What happens at a kink.
  private func event(_ kink: Kink) -> Prose {
    let quantity = Formula.symbol(kink.quantity)
    let others: Prose =
      kink.count < 2
      ? "" : kink.count == 2 ? " (and one other)" : " (and \(kink.count - 1) others)"
    switch kink.site.edge {
    case .sign: return "\(quantity)\(others) crosses 0, where there is a kink"
    case .argument(let operation):
      return
        "the argument of \(operation == .magnitude ? "|x|" : "step") in \(quantity)\(others) crosses 0, where there is a kink"
    case .choice(let operation, _):
      return
        "another argument of \(operation == .min ? "min" : "max") in \(quantity)\(others) is chosen, and there is a kink"
    }
  }

  func verdict(_ found: [GradientCheck.Parameter], of things: String = "quantities") -> Prose {
    let total = found.count
    let numericCount = found.count { $0.numeric != nil }
    func count(_ verdict: GradientCheck.Verdict) -> Int { found.count { $0.verdict == verdict } }
    if count(.disagrees) > 0 {
      return "\(strong: "They do not agree") on \(count(.disagrees)) of \(total): something is wrong."
    }
    if count(.agrees) == total, numericCount == total {
      return total == 1
        ? "The three computations agree."
        : "The three computations agree on \(total == 2 ? "both \(things)" : "all \(total) \(things)")."
    }
    var prose: Prose = "Chain rule and forward mode agree."
    if numericCount < total {
      prose = "\(prose) Of \(total) \(things) \(numericCount) were changed numerically."
    }
    if count(.inconclusive) > 0 {
      prose =
        "\(prose) On \(count(.inconclusive)) the numeric derivative is not accurate enough to decide."
    }
    if count(.kink) > 0 { prose = "\(prose) On \(count(.kink)) there is a kink." }
    return prose
  }
}
