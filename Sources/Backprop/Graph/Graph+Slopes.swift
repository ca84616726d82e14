import Formulas

/// Local gradients: how an entry changes with those that it was computed from.
extension Graph {
  /// ∂t/∂s of an entry t that is defined, for each entry s that it is computed from, in the order in which they first come.
  public func slopes<A: Algebra>(of id: ID, _ entry: (ID) -> A) -> [(by: ID, value: A)] {
    var gradient = LocalGradient(of: id, in: self, entry)
    return gradient.slopes()
  }

  /// One of them as a formula, in which the entry stands for what it is: of g = σ(f) it is g (1 − g).
  ///
  /// Without ties, what is chosen by max or min is only compared with all others; with them, the first of equal ones counts. When
  /// saturated, the formula is the one that keeps its digits there: g σ(−f).
  public func slopeFormula(
    of id: ID, by: ID, withTies: Bool = true, whenSaturated: Bool = false
  ) -> Formula? {
    var gradient = LocalGradient<Formula>(
      of: id, in: self, withTies: withTies, whenSaturated: whenSaturated
    ) { .symbol(symbol(of: $0)) }
    return gradient.slopes(writtenWith: symbolsLike(id)).first { $0.by == by }?.value.namingSteps.simplified
  }

  /// How an entry follows from others.
  public func formula(of id: ID) -> Formula {
    var stack: [Formula] = []
    return value(of: id, &stack) { .symbol(symbol(of: $0)) }.namingSteps
  }

  /// The name of an entry.
  public func symbol(of id: ID) -> Symbol {
    let whole = quantity(of: id).symbol
    return Symbol(
      whole.meaning, layer: whole.layer, indices: Indices(indices(of: id)), example: whole.example)
  }

  /// The entries that another is computed from, each once.
  public func needs(of id: ID) -> [ID] {
    var known = Set<ID>()
    return code(of: id).compactMap { instruction in
      guard instruction.operation == .entry else { return nil }
      return known.insert(Int(instruction.operand)).inserted ? Int(instruction.operand) : nil
    }
  }

  /// Those of them that matter when they change a little: not what is only multiplied by a 0, as what meets the padding of a
  /// convolution, nor what only decides on a condition.
  public func uses(of id: ID) -> [ID] {
    let code = code(of: id)
    guard code.contains(where: { isZero($0) || $0.endsDerivatives }) else { return needs(of: id) }
    // How many products with a 0 begin at each place, less those that have ended before it.
    var begun = [Int](repeating: 0, count: code.count + 1)
    var stack: [(first: Int, isZero: Bool)] = []
    for (place, instruction) in code.enumerated() {
      let own = stack[(stack.count - instruction.arity)...]
      let first = own.first?.first ?? place
      let isLost = instruction.operation == .product && own.contains { $0.isZero }
      if isLost || instruction.endsDerivatives {
        begun[first] += 1
        begun[place] -= 1
      }
      stack.removeLast(instruction.arity)
      stack.append((first, isLost || isZero(instruction)))
    }
    var (known, depth) = (Set<ID>(), 0)
    return zip(code, begun).compactMap { instruction, change in
      depth += change
      guard depth == 0, instruction.operation == .entry else { return nil }
      return known.insert(Int(instruction.operand)).inserted ? Int(instruction.operand) : nil
    }
  }

  /// Whether an entry counts as given where derivatives are taken, as u = stop(x) does.
  public func isStopped(_ id: ID) -> Bool { code(of: id).last?.function == .stop }

  private func isZero(_ instruction: Instruction) -> Bool {
    switch instruction.operation {
    case .whole: instruction.operand == 0
    case .number: numerals[Int(instruction.operand)].value == 0
    case .entry, .sum, .product, .quotient, .negative, .wholePower, .power, .exp, .exponentialMinusOne, .ln,
      .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .greater, .atLeast, .max,
      .min, .softmax, .logSumExp, .named:
      false
    }
  }

  /// Whether an entry is chosen by max or min from more than two.
  func choosesFromSeveral(_ id: ID) -> Bool {
    code(of: id).contains { [.max, .min].contains($0.operation) && $0.arity > 2 }
  }

  /// At the edges of what an entry is computed, where it has no slope of its own.
  public func edges(of id: ID, values: [Double]) -> Set<Edge> {
    LocalGradient(of: id, in: self) { values[$0] }.edges
  }

  /// Whether an entry is computed at an edge of max, min, |x| or the step function, where it has no slope of its own.
  public func isOnEdge(_ id: ID, values: [Double]) -> Bool { !edges(of: id, values: values).isEmpty }

  /// What an entry and, of a softmax, the other outputs are called, by their place.
  private func symbolsLike(_ id: ID) -> [Formula] {
    guard let last = code(of: id).last, last.operation == .softmax else { return [.symbol(symbol(of: id))] }
    let first = id - Int(last.place)
    let siblings = first..<(first + Int(last.operand))
    let areOutputs = siblings.allSatisfy { sibling in
      guard given.indices.contains(sibling), quantity[sibling] == quantity[id] else { return false }
      return code(of: sibling).last.map { Int($0.place) == sibling - first } == true
        && code(of: sibling).dropLast().elementsEqual(code(of: id).dropLast())
    }
    return areOutputs ? siblings.map { .symbol(symbol(of: $0)) } : []
  }
}

extension Formula {
  /// With the step function by its own name: in a graph it is no slope of a ReLU, but what a definition asks for.
  fileprivate var namingSteps: Formula {
    substituting { part in
      if case .call(.step, let x) = part { .call(.unitStep, x.namingSteps) } else { nil }
    }
  }
}
