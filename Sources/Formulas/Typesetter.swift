/// Writes a formula in a notation and a markup: the one place that decides on parentheses.
public struct Typesetter: Sendable {
  /// The letters.
  public let notation: Notation
  /// The way to write them down.
  public let markup: any Markup
  private let names = WrittenNames()

  /// A typesetter for these letters and this markup.
  public init(notation: Notation, markup: any Markup) {
    self.notation = notation
    self.markup = markup
  }

  /// The formula, written.
  public func piece(_ formula: Formula) -> Piece { set(formula, within: .sum, afterOperator: false) }

  /// The formula, in parentheses where it holds together less than what it stands in, or where its sign would meet an
  /// operator.
  func set(_ formula: Formula, within context: Binding, afterOperator: Bool) -> Piece {
    let needsThem = needsParentheses(formula, within: context, afterOperator: afterOperator)
    let content = bare(formula, afterOperator: afterOperator && !needsThem)
    return needsThem ? markup.parentheses(content, arePlain: isPlainNumber(formula)) : content
  }

  private func bare(_ formula: Formula, afterOperator: Bool) -> Piece {
    switch formula {
    case .number(let numeral): return number(numeral)
    case .symbol(let symbol): return names.piece(formula) { name(symbol) }
    case .partial(let above, let below): return names.piece(formula) { name(of: above, by: below) }
    case .negative(let x):
      return markup.row([.sign(.negation), .piece(set(x, within: .product, afterOperator: true))])
    case .sum(let terms): return markup.row(sum(terms))
    case .product(let factors): return markup.row(product(factors, afterOperator: afterOperator))
    case .quotient(let above, let below):
      let context: Binding = markup.stacksQuotients ? .sum : .power
      return markup.quotient(
        set(above, within: context, afterOperator: !markup.stacksQuotients && afterOperator),
        set(below, within: context, afterOperator: !markup.stacksQuotients))
    case .power(let base, let exponent): return markup.power(basis(base), exponent)
    case .raised(let base, let exponent):
      let piece =
        markup.raisesExponents
        ? self.piece(exponent) : set(exponent, within: .atom, afterOperator: true)
      return markup.power(basis(base), piece)
    case .call(let function, let x): return call(function, x)
    case .max: return call(.max, formula.compared)
    case .min: return call(.min, formula.compared)
    case .truth(let x, let y, let orEqual):
      return markup.brackets(
        markup.row([.piece(piece(x)), .sign(orEqual ? .atLeast : .greater), .piece(piece(y))]))
    case .nabla(let above, let below):
      return markup.nabla(piece(above), by: piece(below))
    case .transpose(let x): return transposed(x)
    case .matrixProduct(let factors): return markup.row(matrixProduct(factors, afterOperator: afterOperator))
    case .elementwise(let x, let y):
      return markup.row([
        .piece(set(x, within: .quotient, afterOperator: afterOperator)), .sign(.elementwise),
        .piece(set(y, within: .quotient, afterOperator: true)),
      ])
    }
  }

  private func name(_ symbol: Symbol) -> Piece {
    guard let own = symbol.derivative else { return piece(symbol) }
    if own.kind == .carried {
      return markup.quotient(
        markup.differential(.total, piece(own.above)), markup.differential(.total, piece(own.below)))
    }
    return name(of: own.above, by: own.below)
  }

  private func name(of above: Symbol, by below: Symbol) -> Piece {
    let formula = Formula.partial(above, by: below)
    return markup.name(short(formula) ?? derivative(of: above, by: below), of: formula)
  }

  /// What is raised to a power.
  private func basis(_ formula: Formula) -> Piece {
    let piece = set(formula, within: .atom, afterOperator: true)
    return standsApart(formula) ? markup.parentheses(piece, arePlain: false) : piece
  }

  /// A symbol by its name or its letter.
  private func piece(_ symbol: Symbol) -> Piece {
    markup.name(of: symbol) ?? markup.symbol(notation.look(of: symbol))
  }

  /// A symbol takes the mark into its own superscript, unless a bare layer stands there.
  private func transposed(_ formula: Formula) -> Piece {
    guard case .symbol(let symbol) = formula, symbol.derivative == nil, markup.name(of: symbol) == nil,
      notation.letters.layersHaveParentheses || !hasSuperscript(formula)
    else {
      let piece = set(formula, within: .atom, afterOperator: true)
      return markup.transposed(hasSuperscript(formula) ? markup.parentheses(piece, arePlain: false) : piece)
    }
    var look = notation.look(of: symbol)
    look.isTransposed = true
    return markup.symbol(look)
  }

  /// Side by side; what is multiplied entry by entry comes first, in parentheses.
  private func matrixProduct(_ factors: [Formula], afterOperator: Bool) -> [RowPart] {
    let pieces = factors.enumerated().map { position, factor in
      let context: Binding = if case .elementwise = factor { .quotient } else { .product }
      return RowPart.piece(set(factor, within: context, afterOperator: position > 0 || afterOperator))
    }
    return Array(pieces.map { [$0] }.joined(separator: [.sign(.nothing)]))
  }

  private func derivative(of above: Symbol, by below: Symbol) -> Piece {
    if let second = above.derivative?.secondDerivative(by: below) {
      let whole = markup.differential(.secondPartial, piece(second.of))
      if below == second.by {
        let square = markup.power(basis(.symbol(below)), 2)
        return markup.quotient(whole, markup.differential(.partial, square))
      }
      let both = [below, second.by].map { RowPart.piece(markup.differential(.partial, piece($0))) }
      return markup.quotient(whole, markup.row(both))
    }
    return markup.partial(inLine(above), by: inLine(below))
  }

  /// A quantity, or a derivative in a line of its own, in parentheses: (∂a/∂z).
  private func inLine(_ symbol: Symbol) -> Piece {
    guard let derivative = symbol.derivative else { return piece(symbol) }
    if let letter = letter(of: .symbol(symbol)) { return markup.symbol(letter) }
    let parts = [derivative.above, derivative.below].map { markup.differential(.partial, piece($0)) }
    let line = markup.row([.piece(parts[0]), .piece(markup.delimiter(.slash)), .piece(parts[1])])
    return markup.parentheses(line, arePlain: true)
  }

  /// The letter of a symbol, and of a derivative that has one in this notation; `nil` where the markup has its own names.
  func letter(of formula: Formula) -> Notation.Look? {
    if let (above, below) = formula.sidesOfDerivative {
      return markup.name(of: below) == nil ? notation.shortLook(of: above, by: below) : nil
    }
    if case .symbol(let symbol) = formula {
      return markup.name(of: symbol) == nil ? notation.look(of: symbol) : nil
    }
    return nil
  }

  /// A derivative by its letter, or as dx; `nil` where it has neither.
  private func short(_ formula: Formula) -> Piece? {
    if let letter = letter(of: formula) { return markup.symbol(letter) }
    guard isDifferential(formula), let (_, below) = formula.sidesOfDerivative else { return nil }
    return markup.differential(.total, piece(below))
  }

  /// Whether a derivative is written as dx.
  func isDifferential(_ formula: Formula) -> Bool {
    guard let (above, below) = formula.sidesOfDerivative, let own = notation.derivatives else { return false }
    return own.kind == .d && above == own.result && markup.name(of: below) == nil
  }

  /// δ = ∂C/∂z, where the notation has a letter for a derivative; `nil` elsewhere.
  public func definition(of formula: Formula) -> Piece? {
    guard let (above, below) = formula.sidesOfDerivative, let short = short(formula) else { return nil }
    return markup.row([
      .piece(short), .sign(.equals), .piece(derivative(of: above, by: below)),
    ])
  }

  private func number(_ numeral: Numeral) -> Piece {
    var parts: [RowPart] = numeral.isNegative ? [.sign(.negation)] : []
    let quantity = quantity(numeral)
    parts.append(.piece(quantity))
    if let exponent = numeral.exponent {
      parts += [.sign(.times), .piece(markup.power(markup.digits("10"), exponent))]
    }
    return markup.mark(parts.count == 1 ? quantity : markup.row(parts), as: .number)
  }

  /// A number without its sign and its power of ten.
  private func quantity(_ numeral: Numeral) -> Piece {
    let digits = markup.digits(notation.decimal.written(numeral.digits))
    return numeral.denominator.map { markup.quotient(digits, markup.digits($0)) } ?? digits
  }

  /// The terms or the factors of a formula, written, with their signs between them: where a line may be broken.
  public func parts(_ formula: Formula) -> [RowPart] {
    if case .sum(let terms) = formula { return sum(terms) }
    if case .product(let factors) = formula { return product(factors, afterOperator: false) }
    return [.piece(piece(formula))]
  }

  private func sum(_ terms: [Formula]) -> [RowPart] {
    signed(terms).flatMap { sign, term -> [RowPart] in
      guard let sign else { return [.piece(set(term, within: .sum, afterOperator: false))] }
      return [.sign(sign), .piece(set(term, within: .product, afterOperator: true))]
    }
  }

  /// Terms with the signs between them.
  func signed(_ terms: [Formula]) -> [(sign: Operator?, term: Formula)] {
    terms.enumerated().map { position, term in
      if position == 0 { return (nil, term) }
      if case .negative(let positive) = term { return (.minus, positive) }
      return (.plus, term)
    }
  }

  /// What stands between a factor and the one before it.
  func sign(before factor: Formula) -> Operator { isSetOff(factor) ? .nothing : .times }

  private func product(_ factors: [Formula], afterOperator: Bool) -> [RowPart] {
    var parts: [RowPart] = []
    for (position, factor) in factors.enumerated() {
      if position > 0 {
        parts.append(.sign(sign(before: factor)))
      }
      let context: Binding = isInlineFraction(factor) ? .atom : .product
      parts.append(.piece(set(factor, within: context, afterOperator: position > 0 || afterOperator)))
    }
    return parts
  }

  /// A fraction in one line, 3/8, which as a factor stands in parentheses: a stroke between dots is hard to read.
  private func isInlineFraction(_ formula: Formula) -> Bool {
    if case .number(let numeral) = formula {
      numeral.denominator != nil && !markup.stacksQuotients
    } else {
      false
    }
  }

  private func call(_ function: Formula.Function, _ x: Formula) -> Piece {
    switch function {
    case .exp: return markup.exponential(piece(x))
    case .sigma: return call(.sigma, [x])
    case .sigmaPrime: return call(.sigmaPrime, [x])
    case .tanh: return call(.tanh, [x])
    case .tanhPrime: return call(.tanhPrime, [x])
    // The step function is the slope of ReLU, and known by that name.
    case .step: return call(.reluPrime, [x])
    case .unitStep: return call(.step, [x])
    case .sin: return call(.sin, [x])
    case .cos: return call(.cos, [x])
    case .squareRoot: return markup.root(piece(x))
    case .ln: return call(.ln, [x])
    case .sign: return call(.sign, [x])
    case .softmax: return call(.softmax, [x])
    case .named(let function): return call(.named(function), [x])
    case .magnitude: return markup.magnitude(piece(x))
    }
  }

  private func call(_ name: FunctionName, _ arguments: [Formula]) -> Piece {
    let content = arguments.map { RowPart.piece(piece($0)) }
    let list = Array(content.map { [$0] }.joined(separator: [.sign(notation.decimal.separator)]))
    let inside = markup.parentheses(markup.row(list), arePlain: arguments.allSatisfy(isPlainNumber))
    return markup.call(name, inside)
  }
}
