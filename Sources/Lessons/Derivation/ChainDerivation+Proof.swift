import Backprop
import Documents
import Formulas

/// What shows that the gradient is right, and what it is good for.
extension ChainDerivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12

  private func parameter(_ id: Layout.ID) -> Formula { .symbol(work.result.layout.symbol(id, example: nil)) }
  private func derivative(_ id: Layout.ID) -> Formula {
    .partial(work.cost, by: work.result.layout.symbol(id, example: nil))
  }

  /// What a derivative promises for a small step, and what the cost really does.
  mutating func nudge() -> [Block] {
    let gradient = work.result.gradient
    let moving = work.parameters.filter { gradient[$0] != 0 }
    let weights = moving.filter { work.result.layout.symbol($0, example: nil).meaning == .weight }
    var blocks: [Block] = [.heading(level: 2, "A nudge, to see that it is so")]
    guard
      let id = (weights.isEmpty ? moving : weights).max(by: {
        gradient[$0].magnitude < gradient[$1].magnitude
      })
    else {
      return blocks + [
        .paragraph("There is no slope to follow: the derivative is 0, and a small nudge changes nothing.")
      ]
    }
    let step = Formula.number(Numeral(rounding: 0.01, digits: 1) ?? Numeral(integer: 1))
    var nudged = work.result.objective
    nudged.network.parameters[id] += 0.01
    guard let after = try? Backpropagation(nudged).cost else {
      return blocks + [.paragraph("A nudge of \(step) to \(parameter(id)) takes the cost beyond all bounds.")]
    }
    let (old, new) = (Formula.symbol(work.cost), Formula.symbol(Symbol(.newCost)))
    ledger[new] = after
    let line = TrueLine(digits: digits)
    let promise = step * derivative(id)
    blocks.append(
      .paragraph(
        """
        Add \(step) to \(parameter(id)), change nothing else, and run forward again. The derivative promises that \
        \(.symbol(work.cost)) moves by
        """))
    let promised = 0.01 * gradient[id]
    blocks.append(.equation(Equation(promise, line.sides(promise, value: promised, ledger: ledger))))
    let change = new - old
    let moved = after - work.result.cost
    if moved == 0 {
      blocks.append(
        .paragraph("That is too little to be seen: no digit of the cost changes that a double has."))
      return blocks
    }
    blocks.append(.paragraph("and it moves by"))
    blocks.append(.equation(Equation(change, line.sides(change, value: moved, ledger: ledger))))
    let isClose = (moved - promised).magnitude <= 0.1 * promised.magnitude
    blocks.append(
      .paragraph(
        isClose
          ? "The little that is left between the two is the bend of the curve: it shrinks with the square of the nudge."
          : "The two are not close: a step of \(step) is too long here for a straight line."))
    return blocks
  }

  /// ∇C, parameter by parameter.
  func gradient() -> [Block] {
    let rows = work.parameters.map { id -> [Prose] in
      let name = parameter(id)
      let value = ledger.printed(derivative(id), digits: digits)
      return [
        "\(name)", ledger.printed(name, digits: digits).map { "\(Formula.number($0))" } ?? "",
        value.map { "\(Formula.number($0))" } ?? "",
      ]
    }
    let table = Table(
      [.init("parameter", .left), .init("value"), .init("derivative of the cost")], rows: rows)
    return [
      .heading(level: 2, "The gradient"),
      .paragraph(
        """
        All the derivatives together are the gradient, \(.symbol(Symbol(.gradient))). Each says how much the cost grows for a small growth of \
        its parameter; the sign says which way is up.
        """), .table(table),
    ] + comparison()
  }

  /// Which of the weights matters most.
  private func comparison() -> [Block] {
    let gradient = work.result.gradient
    let layout = work.result.layout
    let weights = work.parameters.filter {
      layout.symbol($0, example: nil).meaning == .weight && gradient[$0] != 0
    }
    guard weights.count > 1, let most = weights.max(by: { gradient[$0].magnitude < gradient[$1].magnitude }),
      let least = weights.min(by: { gradient[$0].magnitude < gradient[$1].magnitude }),
      let ratio = Self.ratio((gradient[most] / gradient[least]).magnitude), ratio.value > 1
    else { return [] }
    return [
      .paragraph(
        """
        Of the weights, \(parameter(most)) matters most and \(parameter(least)) least: the same small change of it \
        moves the cost \(Formula.number(ratio)) times as much.
        """)
    ]
  }

  /// Three digits, and no power of ten while a whole number is short enough to be read.
  private static func ratio(_ value: Double) -> Numeral? {
    guard value >= 1_000, value < 1_000_000 else { return Numeral(rounding: value, digits: 3) }
    return Numeral(String(Int(value.rounded())), isExact: false)
  }

  /// Three ways, side by side.
  func check() -> [Block] {
    let check = work.check
    func number(_ value: Double) -> Prose {
      Numeral(rounding: value, digits: Swift.min(digits, Self.checkDigits)).map { "\(Formula.number($0))" }
        ?? "beyond a double"
    }
    let rows = check.parameters.map { parameter -> [Prose] in
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
    let remarks = check.parameters.compactMap { parameter -> Block? in
      guard parameter.verdict == .kink || parameter.verdict == .disagrees, let message = parameter.message
      else { return nil }
      return .paragraph("\(self.parameter(parameter.index)): \(message).")
    }
    return [
      .heading(level: 2, "Is it right?"),
      .paragraph(
        """
        The same derivatives found in two other ways: by the matrix equations of backpropagation, in a program of \
        their own, and by nudging each parameter and running forward, which knows no calculus at all and says how far \
        off it may be.
        """), .table(Table(columns, rows: rows)), .paragraph(verdict(check)),
    ] + remarks
  }

  private func verdict(_ check: GradientCheck) -> Prose {
    let total = check.parameters.count
    func count(_ verdict: GradientCheck.Verdict) -> Int { check.parameters.count { $0.verdict == verdict } }
    let parameters: Prose = total == 1 ? "the one parameter" : "all \(total) parameters"
    if !check.passed {
      return "\(strong: "They do not agree") on \(count(.disagrees)) of \(total): something is wrong."
    }
    if count(.agrees) == total {
      return "Three computations that share no derivative agree on \(parameters)."
    }
    var prose: Prose = "Trace and matrices agree on \(parameters)."
    if count(.inconclusive) > 0 {
      prose =
        "\(prose) On \(count(.inconclusive)) the nudges can not tell: their own error is too large beside so small a derivative."
    }
    if count(.kink) > 0 {
      prose = "\(prose) On \(count(.kink)) the nudges meet a kink, where the two sides have different slopes."
    }
    return prose
  }
}
