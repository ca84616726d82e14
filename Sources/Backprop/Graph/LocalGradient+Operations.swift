import Formulas

/// The derivatives of one operation.
extension LocalGradient {
  /// What the result of an operation is called where it is written down.
  private static func name(_ names: [Formula]?) -> A? { names?.count == 1 ? names?.first as? A : nil }

  /// The derivative of a function of one number by it; `names` are there where it is written down.
  func change(
    through instruction: Graph.Instruction, _ x: A, _ y: A, _ names: [Formula]?
  ) -> Change<A> {
    let named = names == nil ? y : Self.name(names) ?? y
    let isPlain = names != nil && !whenSaturated
    switch instruction.operation {
    case .negative: return .reversed
    case .wholePower: return Self.power(x, Int(instruction.operand))
    case .exp: return .times(named)
    case .exponentialMinusOne: return .times(A.exp(x))
    case .ln: return .times(A(1) / x)
    case .squareRoot: return .times(A(1) / (A(2) * named))
    case .sin: return .times(A.cos(x))
    case .cos: return .times(-A.sin(x))
    case .softplus: return .times(Softplus().slope(Reading(named), x))
    case .magnitude: return .times(A.sign(x))
    case .sign, .step: return .times(A(0))
    case .named: return .times(instruction.function?.slope(at: x, value: named) ?? A(0))
    case .sigmoid:
      return .times(Sigmoid().slope(isPlain ? Reading(named) : .logistic(x, value: named), x))
    case .tanh:
      return .times(Tanh().slope(isPlain ? Reading(named) : .hyperbolic(x, value: named), x))
    case .entry, .number, .whole, .sum, .product, .quotient, .power, .greater, .atLeast, .max, .min, .softmax,
      .logSumExp:
      return .unchanged
    }
  }

  /// The derivatives of one operation by its arguments; `names` are there where it is written down.
  func changes(
    through instruction: Graph.Instruction, _ x: [A], _ y: A, _ names: [Formula]?, isExponentVariable: Bool
  ) -> [Change<A>] {
    let own = Self.name(names)
    let named = own ?? y
    switch instruction.operation {
    case .sum: return x.map { _ in .unchanged }
    case .product: return Self.others(x, by: *).map { $0.map(Change.times) ?? .unchanged }
    case .quotient:
      let (above, below) = (x[0], x[1])
      let isPlain = names != nil && own == nil
      return [.times(A(1) / below), .times(-(isPlain ? above / A.square(below) : named / below))]
    case .power:
      return [
        .times(A.weighted(x[1], A.power(x[0], x[1] - A(1)))),
        isExponentVariable ? .times(A.weighted(named, A.ln(x[0]))) : .unchanged,
      ]
    case .greater, .atLeast: return [.times(A(0)), .times(A(0))]
    case .softmax: return softmax(x, at: Int(instruction.place), names)
    // ∂y/∂x_k = e^(x_k)/Σ_j e^(x_j) = e^(x_k − y)
    case .logSumExp:
      return names == nil ? A.softmax(x).map { .times($0) } : x.map { .times(A.exp($0 - named)) }
    case .max:
      return choice(x, A.max) { x, before in
        A.truth(x, before, orEqual: false)
      } after: { x, after in
        A.truth(x, after, orEqual: true)
      }
    case .min:
      return choice(x, A.min) { x, before in
        A.truth(before, x, orEqual: false)
      } after: { x, after in
        A.truth(after, x, orEqual: true)
      }
    case .entry, .number, .whole, .negative, .wholePower, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin,
      .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .named:
      return x.map { change(through: instruction, $0, y, names) }
    }
  }

  /// ∂(xⁿ)/∂x = n xⁿ⁻¹.
  private static func power(_ x: A, _ n: Int) -> Change<A> {
    switch n {
    case 0: .times(A(0))
    case 1: .unchanged
    case 2: .times(A(2) * x)
    case 3...: .times(A(n) * A.power(x, A(n - 1)))
    default: .times(-(A(-n) / A.power(x, A(1 - n))))
    }
  }

  /// ∂a_k/∂z_j = a_k (1 − a_k) for j = k, and −a_k a_j for others.
  private func softmax(_ z: [A], at k: Int, _ names: [Formula]?) -> [Change<A>] {
    let written = names?.compactMap { $0 as? A }
    let values = written?.count == z.count ? written ?? [] : A.softmax(z)
    let isPlain = names != nil && !whenSaturated
    let outputs = isPlain ? values.map { Reading($0) } : Reading.softmax(z, outputs: values)
    return z.indices.map { j in
      .times(
        j == k ? Softmax().slope(outputs[k], z[k]) : Softmax().crossSlope(outputs[k], by: outputs[j]))
    }
  }

  /// Of each argument, whether it is the one that is chosen: past all before it, and not behind any after it.
  private func choice(
    _ x: [A], _ choose: (A, A) -> A, before: (A, A) -> A, after: (A, A) -> A
  ) -> [Change<A>] {
    if !withTies, x.count > 2 {
      return zip(x, Self.others(x, by: choose)).map { x, others in
        others.map { .times(before(x, $0)) } ?? .unchanged
      }
    }
    let (first, last) = (
      Self.prefixes(x, by: choose), Array(Self.prefixes(x.reversed(), by: { choose($1, $0) }).reversed())
    )
    return x.indices.map { k in
      let past = k > 0 ? Change.times(before(x[k], first[k - 1])) : .unchanged
      return past.then(k + 1 < x.count ? .times(after(x[k], last[k + 1])) : .unchanged)
    }
  }

  /// For each of the numbers what becomes of all the others; `nil` where there is none.
  private static func others(_ x: [A], by combine: (A, A) -> A) -> [A?] {
    let (first, last) = (
      prefixes(x, by: combine), Array(prefixes(x.reversed(), by: { combine($1, $0) }).reversed())
    )
    return x.indices.map { k in
      let before = k > 0 ? first[k - 1] : nil
      guard k + 1 < x.count else { return before }
      return before.map { combine($0, last[k + 1]) } ?? last[k + 1]
    }
  }

  /// The first, the first two, and so on, combined.
  private static func prefixes(_ x: [A], by combine: (A, A) -> A) -> [A] {
    var result: [A] = []
    result.reserveCapacity(x.count)
    for value in x { result.append(result.last.map { combine($0, value) } ?? value) }
    return result
  }
}
