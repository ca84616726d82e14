import Formulas

/// Local gradients: how an entry changes with those that it was computed from.
extension Graph {
  /// ∂t/∂s of an entry t that is defined, for each entry s that it is computed from, in the order in which they first come.
  public func slopes<A: Algebra>(of id: ID, _ entry: (ID) -> A) -> [(by: ID, value: A)] {
    LocalGradient(of: id, in: self, entry).slopes()
  }

  /// The same as formulas, in which the entry stands for what it is: of g = σ(f) it is g (1 − g).
  public func slopeFormulas(of id: ID) -> [(by: ID, value: Formula)] {
    let gradient = LocalGradient<Formula>(of: id, in: self) { .symbol(symbol(of: $0)) }
    return gradient.slopes(writtenWith: symbolsLike(id)).map { ($0.by, $0.value.namingSteps) }
  }

  /// How an entry follows from others.
  public func formula(of id: ID) -> Formula {
    var stack: [Formula] = []
    return value(of: id, &stack) { .symbol(symbol(of: $0)) }.namingSteps
  }

  /// The name of an entry.
  public func symbol(of id: ID) -> Symbol {
    Symbol(.named(Word(quantity(of: id).name)), indices: Indices(indices(of: id)))
  }

  /// The entries that another is computed from, each once.
  public func needs(of id: ID) -> [ID] {
    var known = Set<ID>()
    return code(of: id).compactMap { instruction in
      guard instruction.operation == .entry else { return nil }
      return known.insert(Int(instruction.operand)).inserted ? Int(instruction.operand) : nil
    }
  }

  /// Whether an entry is computed at an edge of max, min, |x| or the step function, where it has no slope of its own.
  public func isOnEdge(_ id: ID, values: [Double]) -> Bool {
    LocalGradient(of: id, in: self) { values[$0] }.isOnEdge
  }

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
