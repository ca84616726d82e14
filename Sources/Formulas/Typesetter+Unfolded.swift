/// Where a line may be broken inside of a formula that is too wide for it.
extension Typesetter {
  /// The parts of a formula, of which those that are wider than `width` are taken apart themselves: inside of their
  /// parentheses, and at the stroke of a fraction, which is then written in a line.
  public func parts(_ formula: Formula, within width: Double) -> [RowPart] {
    let parts = parts(formula)
    let fits = parts.allSatisfy { part in
      switch part {
      case .piece(let piece): piece.width <= width
      case .sign: true
      }
    }
    return fits ? parts : unfolded(formula, within: .sum, afterOperator: false, width)
  }

  private func unfolded(
    _ formula: Formula, within context: Binding, afterOperator: Bool, _ width: Double
  ) -> [RowPart] {
    let whole = set(formula, within: context, afterOperator: afterOperator)
    guard whole.width > width else { return [.piece(whole)] }
    let needsThem = needsParentheses(formula, within: context, afterOperator: afterOperator)
    let isAfterOperator = afterOperator && !needsThem
    func unfolded(_ part: Formula, within context: Binding = .sum, afterOperator: Bool = false) -> [RowPart] {
      self.unfolded(part, within: context, afterOperator: afterOperator, width)
    }
    var parts: [RowPart]
    switch formula {
    case .sum(let terms):
      parts = signed(terms).flatMap { sign, term in
        sign == nil
          ? unfolded(term)
          : [sign.map(RowPart.sign)].compactMap(\.self)
            + unfolded(term, within: .product, afterOperator: true)
      }
    case .product(let factors):
      parts = factors.enumerated().flatMap { place, factor in
        (place == 0 ? [] : [RowPart.sign(sign(before: factor))])
          + unfolded(factor, within: .product, afterOperator: place > 0 || isAfterOperator)
      }
    case .negative(let x):
      parts = glued([.sign(.negation)], unfolded(x, within: .product, afterOperator: true), [])
    case .quotient(let above, let below):
      parts =
        glued(
          [], inLine(above, unfolded(above, within: .power, afterOperator: isAfterOperator)),
          [.piece(markup.delimiter(.slash))])
        + inLine(below, unfolded(below, within: .power, afterOperator: true))
    case .power(let base, let exponent):
      parts = raised(unfolded(base)) { markup.power($0, exponent) }
    case .raised(let base, let exponent):
      let exponent =
        markup.raisesExponents ? piece(exponent) : set(exponent, within: .atom, afterOperator: true)
      parts = raised(unfolded(base)) { markup.power($0, exponent) }
    case .call(let function, let x):
      guard let name = function.name else { return [.piece(whole)] }
      parts = called(name, [unfolded(x)])
    case .max: parts = called(.max, formula.compared.map { unfolded($0) })
    case .min: parts = called(.min, formula.compared.map { unfolded($0) })
    case .truth(let x, let y, let orEqual):
      parts = glued(
        [.piece(markup.delimiter(.openBracket))],
        unfolded(x) + [.sign(orEqual ? .atLeast : .greater)] + unfolded(y),
        [.piece(markup.delimiter(.closeBracket))])
    case .number, .symbol, .partial, .nabla, .transpose, .matrixProduct, .elementwise:
      return [.piece(whole)]
    }
    return needsThem ? enclosed(parts) : parts
  }

  /// What stands above or below a stroke in a line: another quotient needs parentheses there.
  private func inLine(_ formula: Formula, _ parts: [RowPart]) -> [RowPart] {
    guard markup.stacksQuotients else { return parts }
    switch formula {
    case .quotient: return enclosed(parts)
    case .number(let numeral) where numeral.denominator != nil: return enclosed(parts)
    case .symbol, .partial:
      return formula.isDerivative && letter(of: formula) == nil ? enclosed(parts) : parts
    case .number, .negative, .sum, .product, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      return parts
    }
  }

  private func enclosed(_ parts: [RowPart]) -> [RowPart] {
    glued([.piece(markup.delimiter(.open))], parts, [.piece(markup.delimiter(.close))])
  }

  /// In parentheses, with an exponent at the closing one.
  private func raised(_ base: [RowPart], _ power: (Piece) -> Piece) -> [RowPart] {
    glued([.piece(markup.delimiter(.open))], base, [.piece(power(markup.delimiter(.close)))])
  }

  /// A function by its name, with its arguments in parentheses; a line may be broken after a comma.
  private func called(_ name: FunctionName, _ arguments: [[RowPart]]) -> [RowPart] {
    let list = arguments.enumerated().flatMap { place, argument in
      place == arguments.count - 1 ? argument : glued([], argument, [.sign(notation.decimal.separator)])
    }
    return glued(
      [.piece(markup.call(name, markup.delimiter(.open)))], list, [.piece(markup.delimiter(.close))])
  }

  /// With something that no line is broken from before the first part, and after the last.
  private func glued(_ before: [RowPart], _ parts: [RowPart], _ after: [RowPart]) -> [RowPart] {
    guard let first = parts.first, let last = parts.last else { return parts }
    if parts.count == 1 { return [.piece(markup.row(before + [first] + after))] }
    return [.piece(markup.row(before + [first]))] + parts.dropFirst().dropLast()
      + [.piece(markup.row([last] + after))]
  }
}

extension Formula.Function {
  /// What it is called where its argument is in parentheses; `nil` where that is no name.
  fileprivate var name: FunctionName? {
    switch self {
    case .exp: .exp
    case .sigma: .sigma
    case .sigmaPrime: .sigmaPrime
    case .tanh: .tanh
    case .tanhPrime: .tanhPrime
    case .step: .reluPrime
    case .unitStep: .step
    case .sin: .sin
    case .cos: .cos
    case .ln: .ln
    case .sign: .sign
    case .softmax: .softmax
    case .named(let function): .named(function)
    case .squareRoot, .magnitude: nil
    }
  }
}
