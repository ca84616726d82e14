import Backprop
import Documents
import Formulas

/// What shows that the gradient is right, and what it is good for.
extension Derivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12
  /// Beside each other, the gradients of several examples have no room for more.
  private static let partDigits = 6

  private func parameter(_ id: Layout.ID) -> Formula { .symbol(work.result.layout.symbol(id, example: nil)) }
  private func derivative(_ id: Layout.ID) -> Formula {
    .partial(work.cost, by: work.result.layout.symbol(id, example: nil))
  }

  /// What a derivative promises for a small step, and what the cost really does.
  mutating func nudge() -> [Block] {
    var blocks: [Block] = [.heading(level: 2, "A nudge, to see that it is so")]
    guard let id = mostMoving else { return [] }
    let hundredth = Numeral.hundredth
    let step = Formula.number(ledger.isInFractions ? hundredth.asFraction ?? hundredth : hundredth)
    var nudged = work.result.objective
    nudged.network.parameters[id] += Numeral.hundredth.value
    guard let after = try? Backpropagation(nudged).cost else {
      return blocks + [
        .paragraph("A nudge of \(step) to \(parameter(id)) takes the \(.cost) beyond all bounds.")
      ]
    }
    let (old, new) = (Formula.symbol(work.cost), Formula.symbol(Symbol(.newCost)))
    ledger[new] = after
    let exact = exactCost { $0[id] = $0[id] + Rational(hundredth) }
    if let exact { ledger.define(new, as: exact) }
    let line = TrueLine(digits: digits)
    let (promise, change) = (step * derivative(id), new - old)
    let promised = hundredth.value * work.gradient[id]
    let moved = ledger.fraction(change)?.approximation ?? after - work.result.cost
    blocks += [
      .paragraph(
        """
        Add \(step) to \(parameter(id)), change nothing else, and run forward again. The derivative promises that \
        \(old) moves by
        """), .equation(Equation(promise, line.sides(promise, value: promised, ledger: ledger))),
    ]
    if moved == 0, exact == nil || promised == 0 {
      let nothing: Prose =
        promised == 0
        ? "and it does not move."
        : "That is too little to be seen: no digit of the \(.cost) changes that a double has."
      return blocks + [.paragraph(nothing)]
    }
    return blocks + [
      .paragraph("and it moves by"),
      .equation(Equation(change, line.sides(change, value: moved, ledger: ledger))),
      .paragraph(
        (ledger.fraction(change - promise) == Rational(0)
          ? "Just as much as was promised."
          : Words.nudge(
            promised: promised, moved: moved, cost: exact == nil ? work.result.cost : 0, step: step))
          + remarkOnRounding(exact == nil)),
    ]
  }

  /// The weight with the largest derivative, or where no weight has one, another parameter.
  private var mostMoving: Layout.ID? {
    let gradient = work.gradient
    let moving = parameters.filter { gradient[$0] != 0 }
    let weights = moving.filter { work.result.layout.symbol($0, example: nil).meaning == .weight }
    return (weights.isEmpty ? moving : weights).max { gradient[$0].magnitude < gradient[$1].magnitude }
      ?? parameters.first
  }

  /// ∇C, parameter by parameter.
  func gradient() -> [Block] {
    let parts = gradientParts()
    func number(_ name: Formula, mostDigits: Int = .max) -> Prose {
      ledger.printed(name, digits: Swift.min(digits, mostDigits)).map { "\(Formula.number($0))" } ?? ""
    }
    let rows = parameters.map { id -> [Prose] in
      let name = parameter(id)
      let columns = parts.map { part in
        part.derivative(id).map { number($0, mostDigits: Self.partDigits) } ?? ""
      }
      return ["\(name)", number(name)] + columns + [number(derivative(id))]
    }
    let table = Table(
      [.init("parameter", .left), .init("value")] + parts.map { .init($0.heading) }
        + [.init("derivative of the \(.cost)")], rows: rows)
    return [
      .heading(level: 2, "The \(.gradient)"),
      .paragraph(
        """
        \(wanted == nil ? "All the derivatives together are" : "This is a part of") the \(.gradient), \(.symbol(Symbol(.gradient))). Each says how much the \(.cost) grows for a small growth of \
        its parameter; the sign says which way is up.
        """), .table(table),
    ] + comparison()
  }

  /// What the derivatives of the cost are made of, where they have parts: a column for each.
  private func gradientParts() -> [(heading: Prose, derivative: (Layout.ID) -> Formula?)] {
    guard let total else { return [] }
    let layout = work.result.layout
    var parts: [(heading: Prose, derivative: (Layout.ID) -> Formula?)] = total.terms.map { x in
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
    let weights = parameters.filter { layout.symbol($0, example: nil).meaning == .weight }
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
        \(others), \(parameter(most)) matters most and \(parameter(least)) least: the same small change of the first \
        moves the \(.cost) \(ratio.isRounded ? "about " : "")\(Formula.number(ratio.numeral)) times as much as of the second.
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

  /// Three ways, side by side.
  func check() -> [Block] {
    let check = work.check
    func number(_ value: Double) -> Prose {
      Numeral(rounding: value, digits: Swift.min(digits, Self.checkDigits)).map { "\(Formula.number($0))" }
        ?? "beyond a double"
    }
    let shown = Set(parameters)
    let rows = check.parameters.filter { shown.contains($0.index) }.map { parameter -> [Prose] in
      let numeric: (value: Prose, bound: Prose)
      switch parameter.numeric {
      case .slope(let value, let bound):
        numeric = (number(value), Numeral(rounding: bound, digits: 1).map { "\(Formula.number($0))" } ?? "")
      case .kink, .unknown, nil: numeric = ("–", "–")
      }
      return [
        "\(self.parameter(parameter.index))", number(parameter.trace), number(parameter.vectorized),
        numeric.value,
        numeric.bound, Prose(stringLiteral: parameter.verdict.rawValue),
      ]
    }
    let columns: [Table.Column] = [
      .init("parameter", .left), .init("trace"), .init("vectorized"), .init("numeric"),
      .init("off by at most"),
      .init("verdict", .left),
    ]
    let remarks = check.parameters.filter { shown.contains($0.index) }.compactMap {
      remark($0).map(Block.paragraph)
    }
    return [
      .heading(level: 2, "Is it right?"),
      .paragraph(
        """
        The same derivatives, found in two other ways: by the matrix equations of backpropagation, computed on their \
        own, and by nudging each parameter and running forward, which needs no calculus at all. The nudged one says how \
        far off it may be itself; it counts if that is less than a millionth of the derivative.\(decimalRemark)
        """), .table(Table(columns, rows: rows)), .paragraph(verdict(check)),
    ] + remarks
  }

  /// What there is to say of a parameter on a kink, or of one that disagrees.
  private func remark(_ parameter: GradientCheck.Parameter) -> Prose? {
    let name = self.parameter(parameter.index)
    switch parameter.verdict {
    case .agrees, .inconclusive: return nil
    case .disagrees: return "\(name): \(parameter.message ?? "the three do not agree")."
    case .kink:
      guard case .kink(let kink) = parameter.numeric else { return nil }
      func slope(_ slope: Kink.Slope?) -> Prose {
        let numeral = slope.flatMap {
          Numeral(rounding: $0.value, digits: Swift.min(digits, Self.checkDigits))
        }
        return numeral.map { "\(Formula.number($0))" } ?? "not finite"
      }
      return """
        \(name): a nudge takes \(.symbol(kink.quantity)) across its kink at 0. The slope of the \(.cost) is \
        \(slope(kink.below)) on the side of smaller \(name) and \(slope(kink.above)) on the other, and the derivative \
        used lies between them.
        """
    }
  }

  private func verdict(_ check: GradientCheck) -> Prose {
    let total = check.parameters.count
    func count(_ verdict: GradientCheck.Verdict) -> Int { check.parameters.count { $0.verdict == verdict } }
    let parameters: Prose =
      total == 1 ? "the one parameter" : total == 2 ? "both parameters" : "all \(total) parameters"
    if !check.passed {
      return "\(strong: "They do not agree") on \(count(.disagrees)) of \(total): something is wrong."
    }
    if count(.agrees) == total {
      return "Three computations that share no derivative agree on \(parameters)."
    }
    var prose: Prose = "Trace and matrices agree on \(parameters)."
    if count(.inconclusive) > 0 {
      prose =
        "\(prose) On \(count(.inconclusive)) the nudges cannot tell: their own error is more than a millionth of the derivative."
    }
    if count(.kink) > 0 {
      prose = "\(prose) On \(count(.kink)) the nudges meet a kink, where the two sides have different slopes."
    }
    return prose
  }
}
