/// Where a formula needs parentheses, and where a sign of its own.
extension Typesetter {
  /// How tightly the parts of a formula hold together.
  enum Binding: Int, Comparable {
    case sum, product, quotient, power, atom

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether it holds together less than what it stands in, or its sign would meet an operator.
  func needsParentheses(_ formula: Formula, within context: Binding, afterOperator: Bool) -> Bool {
    binding(formula) < context || (afterOperator && beginsWithSign(formula))
  }

  /// A sum stands in parentheses anyway, and needs no sign before it: 2 (a − y).
  func isSetOff(_ factor: Formula) -> Bool {
    if case .sum(let terms) = factor { return terms.count > 1 }
    if case .power(let base, _) = factor { return isSetOff(base) }
    if case .raised(let base, _) = factor { return isSetOff(base) }
    return false
  }

  func hasSuperscript(_ formula: Formula) -> Bool { letter(of: formula)?.above != nil }

  /// A second superscript would run into the first, as after eˣ, one on a stacked derivative belong to neither part of
  /// it, and one after a root be taken into it where that is a line.
  func standsApart(_ formula: Formula) -> Bool {
    if case .call(let function, _) = formula { return function == .exp || function == .squareRoot }
    if formula.isDerivative, letter(of: formula) == nil {
      return markup.stacksQuotients || isDifferential(formula)
    }
    return hasSuperscript(formula)
  }

  func isPlainNumber(_ formula: Formula) -> Bool {
    if case .number(let numeral) = formula {
      numeral.exponent == nil && numeral.denominator == nil
    } else {
      false
    }
  }

  func binding(_ formula: Formula) -> Binding {
    switch formula {
    case .number(let numeral): binding(numeral)
    case .call, .max, .min, .truth: .atom
    case .symbol, .partial:
      !formula.isDerivative || markup.stacksQuotients || letter(of: formula) != nil || isDifferential(formula)
        ? .atom : .quotient
    case .negative: .sum
    case .sum(let terms): terms.count > 1 ? .sum : .product
    case .nabla: .power
    case .transpose: .power
    case .product, .matrixProduct, .elementwise: .product
    case .quotient: markup.stacksQuotients ? .power : .quotient
    case .power, .raised: .power
    }
  }

  func binding(_ numeral: Numeral) -> Binding {
    if numeral.denominator != nil { return markup.stacksQuotients ? .power : .quotient }
    return numeral.exponent == nil ? .atom : .product
  }

  func beginsWithSign(_ formula: Formula) -> Bool {
    switch formula {
    case .number(let numeral): return numeral.isNegative
    case .negative: return true
    // A sum stands in parentheses as a whole, a product leaves them to its first factor.
    case .sum, .product, .matrixProduct, .elementwise: return false
    case .symbol, .partial, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla, .transpose:
      return false
    }
  }
}
