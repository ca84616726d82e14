import Formulas

/// An operation whose slope jumps, and on which side of its edge it is.
struct GraphEdge: Hashable {
  /// The entry that is defined with it.
  let entry: Graph.ID
  /// Its place in the code of the graph.
  let place: Int
  let side: Side

  enum Side: Hashable {
    /// The sign of the argument of |x| or of a step, or of what is larger than another: 1, 0 or −1.
    case sign(Int)
    /// The arguments of max or min that are the largest or the smallest, by their places.
    case chosen([Int32])
    /// A whole number, or between two of them their middle.
    case part(Double)
  }
}

extension GraphEdge {
  /// The edge of an operation that is done with these arguments; `nil` where it has none.
  init?(
    _ instruction: Graph.Instruction, at place: Int, of entry: Graph.ID, _ arguments: some Collection<Double>
  ) {
    (self.entry, self.place) = (entry, place)
    switch instruction.operation {
    case .magnitude, .sign, .step, .greater, .atLeast:
      let x = (arguments.first ?? 0) - (instruction.arity > 1 ? arguments.dropFirst().first ?? 0 : 0)
      side = .sign(x > 0 ? 1 : x < 0 ? -1 : 0)
    case .max, .min:
      let isMin = instruction.operation == .min
      guard let chosen = isMin ? arguments.min() : arguments.max() else { return nil }
      side = .chosen(
        arguments.enumerated().compactMap { $0.element == chosen ? Int32(clamping: $0.offset) : nil })
    case .named:
      guard instruction.function == .floor, let x = arguments.first else { return nil }
      // Whole numbers are edges of their own: 2 lies between ]1, 2[ and ]2, 3[.
      let floor = Double.named(.floor, x)
      side = .part(NamedFunction.isWhole(x) ? floor : floor + 0.5)
    case .entry, .number, .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .exp,
      .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .softmax, .logSumExp:
      return nil
    }
  }
}

extension Graph.Operation {
  /// Whether its slope jumps somewhere.
  var hasEdge: Bool {
    switch self {
    case .magnitude, .sign, .step, .greater, .atLeast, .max, .min: true
    case .entry, .number, .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .exp,
      .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .softmax, .logSumExp,
      .named:
      false
    }
  }
}

extension GraphRun {
  /// The edges in the definition of an entry, from the values that `entry` says.
  func edges(of id: Graph.ID, _ entry: (Graph.ID) -> Double) -> [GraphEdge] {
    var (edges, stack) = ([GraphEdge](), [Double]())
    _ = graph.value(of: id, &stack, entry) { instruction, place, arguments in
      guard instruction.hasEdge else { return }
      if let edge = GraphEdge(instruction, at: place, of: id, arguments) { edges.append(edge) }
    }
    return edges
  }

  /// What is at an edge, by the values that were computed.
  func site(of edge: GraphEdge) -> Kink.Site {
    var (site, stack) = (Kink.Site?.none, [Double]())
    _ = graph.value(of: edge.entry, &stack, { values[$0] }) { instruction, place, arguments in
      guard place == edge.place else { return }
      let quantity = graph.symbol(of: edge.entry)
      switch GraphEdge(instruction, at: place, of: edge.entry, arguments)?.side {
      case .sign, .part:
        site = Kink.Site(
          quantity: quantity, value: arguments.first ?? 0, edge: .argument(of: instruction.operation),
          operation: place)
      case .chosen(let chosen):
        let first = arguments.prefix(2)
        site = Kink.Site(
          quantity: quantity, value: (first.first ?? 0) - (first.last ?? 0),
          edge: .choice(of: instruction.operation, equal: chosen.count), operation: place)
      case nil: break
      }
    }
    if let id = entryWithSign(at: edge.place) {
      return Kink.Site(
        quantity: graph.symbol(of: id), value: values[id], edge: .sign, operation: edge.place)
    }
    let whole = Kink.Site(
      quantity: graph.symbol(of: edge.entry), value: values[edge.entry], edge: .sign, operation: edge.place)
    return site ?? whole
  }

  /// The entry whose sign is all that an operation looks at, as x in |x| and in max(0, x).
  private func entryWithSign(at place: Int) -> Graph.ID? {
    let instruction = graph.instructions[place]
    let arguments = graph.instructions[..<place].suffix(instruction.arity)
    switch instruction.operation {
    case .magnitude, .sign, .step: break
    case .greater, .atLeast, .max, .min:
      guard instruction.arity == 2, arguments.contains(where: isZero) else { return nil }
    case .entry, .number, .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .exp,
      .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .softmax, .logSumExp,
      .named:
      return nil
    }
    let entries = arguments.filter { $0.operation == .entry }
    guard entries.count == 1, arguments.allSatisfy({ $0.arity == 0 }) else { return nil }
    return entries.first.map { Int($0.operand) }
  }

  private func isZero(_ instruction: Graph.Instruction) -> Bool {
    instruction.operation == .whole && instruction.operand == 0
      || instruction.operation == .number && graph.numerals[Int(instruction.operand)].value == 0
  }
}
