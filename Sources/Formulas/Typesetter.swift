/// Writes a formula in a notation and a markup: the one place that decides on parentheses.
public struct Typesetter<M: Markup>: Sendable {
  /// The letters.
  public let notation: Notation
  /// The way to write them down.
  public let markup: M

  /// A typesetter for these letters and this markup.
  public init(notation: Notation, markup: M) {
    self.notation = notation
    self.markup = markup
  }

  /// How tightly the parts of a formula hold together.
  private enum Binding: Int, Comparable {
    case sum, product, quotient, power, atom

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
  }

  /// The formula, written.
  public func piece(_ formula: Formula) -> M.Piece { set(formula, within: .sum, afterOperator: false) }

  /// The formula, in parentheses where it holds together less than what it stands in, or where its sign would meet an
  /// operator.
  private func set(_ formula: Formula, within context: Binding, afterOperator: Bool) -> M.Piece {
    let needsThem = binding(formula) < context || (afterOperator && beginsWithSign(formula))
    let content = bare(formula, afterOperator: afterOperator && !needsThem)
    return needsThem ? markup.parentheses(content, arePlain: isPlainNumber(formula)) : content
  }

  private func bare(_ formula: Formula, afterOperator: Bool) -> M.Piece {
    switch formula {
    case .number(let numeral): return number(numeral)
    case .symbol(let symbol): return markup.symbol(notation.look(of: symbol))
    case .partial(let above, let below):
      return markup.partial(
        markup.symbol(notation.look(of: above)), by: markup.symbol(notation.look(of: below)))
    case .negative(let x):
      return markup.row([.sign(.negation), .piece(set(x, within: .product, afterOperator: true))])
    case .sum(let terms): return sum(terms)
    case .product(let factors): return product(factors, afterOperator: afterOperator)
    case .quotient(let above, let below):
      let context: Binding = markup.stacksQuotients ? .sum : .power
      return markup.quotient(
        set(above, within: context, afterOperator: !markup.stacksQuotients && afterOperator),
        set(below, within: context, afterOperator: !markup.stacksQuotients))
    case .power(let base, let exponent):
      return markup.power(set(base, within: .atom, afterOperator: true), exponent)
    case .call(let function, let x): return call(function, x)
    case .max(let x, let y): return call(.max, [x, y])
    case .min(let x, let y): return call(.min, [x, y])
    }
  }

  private func number(_ numeral: Numeral) -> M.Piece {
    var parts: [RowPart<M.Piece>] = numeral.isNegative ? [.sign(.negation)] : []
    parts.append(.piece(markup.digits(numeral.digits)))
    if let exponent = numeral.exponent {
      parts += [.sign(.times), .piece(markup.power(markup.digits("10"), exponent))]
    }
    return parts.count == 1 ? markup.digits(numeral.digits) : markup.row(parts)
  }

  private func sum(_ terms: [Formula]) -> M.Piece {
    var parts: [RowPart<M.Piece>] = []
    for (position, term) in terms.enumerated() {
      if position == 0 {
        parts.append(.piece(set(term, within: .sum, afterOperator: false)))
      } else if case .negative(let positive) = term {
        parts += [.sign(.minus), .piece(set(positive, within: .product, afterOperator: true))]
      } else {
        parts += [.sign(.plus), .piece(set(term, within: .product, afterOperator: true))]
      }
    }
    return markup.row(parts)
  }

  private func product(_ factors: [Formula], afterOperator: Bool) -> M.Piece {
    var parts: [RowPart<M.Piece>] = []
    for (position, factor) in factors.enumerated() {
      if position > 0 {
        // A sum stands in parentheses anyway: 2 (a − y).
        if case .sum = factor { parts.append(.sign(.nothing)) } else { parts.append(.sign(.times)) }
      }
      parts.append(.piece(set(factor, within: .product, afterOperator: position > 0 || afterOperator)))
    }
    return markup.row(parts)
  }

  private func call(_ function: Formula.Function, _ x: Formula) -> M.Piece {
    switch function {
    case .exp: return markup.exponential(piece(x))
    case .absolute: return markup.absolute(piece(x))
    case .sigma: return call(.sigma, [x])
    case .sigmaPrime: return call(.sigmaPrime, [x])
    case .tanh: return call(.tanh, [x])
    case .tanhPrime: return call(.tanhPrime, [x])
    case .step: return call(.step, [x])
    case .ln: return call(.ln, [x])
    }
  }

  private func call(_ name: FunctionName, _ arguments: [Formula]) -> M.Piece {
    let content = arguments.map { RowPart.piece(piece($0)) }
    let list = Array(content.map { [$0] }.joined(separator: [.sign(.comma)]))
    let inside = markup.parentheses(markup.row(list), arePlain: arguments.allSatisfy(isPlainNumber))
    return markup.call(name, inside)
  }

  private func isPlainNumber(_ formula: Formula) -> Bool {
    if case .number(let numeral) = formula { numeral.exponent == nil } else { false }
  }

  private func binding(_ formula: Formula) -> Binding {
    switch formula {
    case .number(let numeral): numeral.exponent == nil ? .atom : .product
    case .symbol, .call, .max, .min: .atom
    case .partial: markup.stacksQuotients ? .atom : .quotient
    case .negative: .sum
    case .sum(let terms): terms.count > 1 ? .sum : .product
    case .product: .product
    case .quotient: markup.stacksQuotients ? .power : .quotient
    case .power: .power
    }
  }

  private func beginsWithSign(_ formula: Formula) -> Bool {
    switch formula {
    case .number(let numeral): return numeral.isNegative
    case .negative: return true
    case .sum(let terms), .product(let terms): return terms.first.map(beginsWithSign) ?? false
    case .quotient(let above, _): return !markup.stacksQuotients && beginsWithSign(above)
    case .symbol, .partial, .power, .call, .max, .min: return false
    }
  }
}
