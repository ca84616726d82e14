import Formulas

/// A random change of a random part of a formula: what an oversight may do that nobody has a name for.
struct Rewriting {
  private enum Change: CaseIterable {
    case drop, double, exchange, turn, function, constant
  }

  private let change: Change
  private let place: Int
  private let names: [Formula]
  private var generator: SplitMix64

  /// A formula with one such change; `nil` where what was drawn changes nothing.
  static func rewritten(_ formula: Formula, names: [Formula], _ generator: inout SplitMix64) -> Formula? {
    var count = 0
    formula.forEachPart { _ in count += 1 }
    var rewriting = Rewriting(
      change: Change.allCases.randomElement(using: &generator) ?? .drop,
      place: Int.random(in: 0..<max(1, count), using: &generator), names: names,
      generator: SplitMix64(seed: generator.next()))
    var next = 0
    let result = rewriting.walk(formula, &next)
    return result == formula ? nil : result
  }

  /// The parts from the outside to the inside, of which one is changed.
  private mutating func walk(_ part: Formula, _ next: inout Int) -> Formula {
    let own = next
    next += 1
    return own == place ? changed(part) : part.mappingParts { walk($0, &next) }
  }

  private mutating func pick<T>(_ items: [T]) -> Int {
    Int.random(in: 0..<max(1, items.count), using: &generator)
  }

  private mutating func changed(_ part: Formula) -> Formula {
    switch change {
    case .drop: return dropped(part)
    case .double: return doubled(part)
    case .exchange: return exchanged(part)
    case .turn: return turned(part)
    case .function: return withOtherFunction(part)
    case .constant:
      let number = [2, 3, 4, 10][Int.random(in: 0..<4, using: &generator)]
      return Bool.random(using: &generator)
        ? .integer(number) * part : .quotient(.integer(1), .integer(number)) * part
    }
  }

  private mutating func dropped(_ part: Formula) -> Formula {
    switch part {
    case .sum(var terms) where terms.count > 1:
      terms.remove(at: pick(terms))
      return .total(terms)
    case .product(var factors) where factors.count > 1:
      factors.remove(at: pick(factors))
      return factors.count == 1 ? factors[0] : .product(factors)
    case .negative(let x), .power(let x, _), .call(_, let x): return x
    case .quotient(let above, let below): return Bool.random(using: &generator) ? above : below
    case .max(let x, _), .min(let x, _), .raised(let x, _): return x
    case .number, .symbol, .partial, .sum, .product, .truth, .nabla, .transpose, .matrixProduct, .elementwise:
      return part
    }
  }

  private mutating func doubled(_ part: Formula) -> Formula {
    switch part {
    case .sum(let terms): return .sum(terms + [terms[pick(terms)]])
    case .product(let factors): return .product(factors + [factors[pick(factors)]])
    case .power(let base, let exponent): return .power(base, exponent + 1)
    case .call(let function, _): return .call(function, part)
    case .number, .symbol, .partial, .negative, .quotient, .raised, .max, .min, .truth, .nabla, .transpose,
      .matrixProduct, .elementwise:
      return part * part
    }
  }

  /// A name by another: of the same letter where there is one.
  private mutating func exchanged(_ part: Formula) -> Formula {
    guard part.isName else { return part }
    let alike = names.filter { $0 != part && $0.isLike(part) }
    let from = alike.isEmpty || Int.random(in: 0..<4, using: &generator) == 0 ? names : alike
    return from.randomElement(using: &generator) ?? part
  }

  private func turned(_ part: Formula) -> Formula {
    switch part {
    case .quotient(let above, let below): below / above
    case .product(let factors): .sum(factors)
    case .sum(let terms) where terms.count == 2: .sum([terms[0], -terms[1]])
    case .sum(let terms): .product(terms)
    case .number, .symbol, .partial, .negative, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose,
      .matrixProduct, .elementwise:
      -part
    }
  }

  private mutating func withOtherFunction(_ part: Formula) -> Formula {
    guard case .call(let function, let x) = part else {
      let functions: [Formula.Function] = [.sigma, .tanh, .exp, .magnitude, .squareRoot]
      return .call(functions[pick(functions)], part)
    }
    switch function {
    case .sigma: return .call(.tanh, x)
    case .tanh: return .call(.sigma, x)
    case .exp: return .call(.exp, -x)
    case .ln: return part / .call(.ln, .integer(10))
    case .sin: return .call(.cos, x)
    case .cos: return .call(.sin, x)
    case .step, .unitStep, .squareRoot, .magnitude, .sign, .softmax, .sigmaPrime, .tanhPrime, .named: return x
    }
  }
}

extension Formula {
  /// Whether both names have the same letter.
  fileprivate func isLike(_ other: Formula) -> Bool {
    switch (self, other) {
    case (.symbol(let a), .symbol(let b)): a.meaning == b.meaning
    case (.partial(_, let a), .partial(_, let b)): a.meaning == b.meaning
    default: false
    }
  }

  /// A formula of two to four names.
  static func random(of names: [Formula], _ generator: inout SplitMix64) -> Formula? {
    guard var result = names.randomElement(using: &generator) else { return nil }
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard let next = names.randomElement(using: &generator) else { return nil }
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: result = result + next
      case 1: result = result - next
      case 2: result = result / next
      case 3: result = result * (.integer(1) - next)
      default: result = result * next
      }
    }
    return result
  }
}
