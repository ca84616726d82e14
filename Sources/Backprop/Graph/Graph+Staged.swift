import Formulas

extension Graph {
  /// The same graph with a name of its own for each operation, q1, q2, and so on: a circuit of single gates; and what has become
  /// of each entry.
  ///
  /// Names that the graph has already are passed over. The entries keep their order, the gates of each come before it.
  public func staged() -> (graph: Graph, entries: [ID]) {
    var staging = Staging(self)
    for id in 0..<count { staging.add(id) }
    return (staging.graph, staging.entries)
  }
}

private struct Staging {
  private let old: Graph
  private var builder = Graph.Builder()
  private var names: Set<String>
  private var gates = 0
  /// What the entries, quantities and lines of the old graph are in the new one.
  private(set) var entries: [Graph.ID] = []
  private var quantities: [Int: Int] = [:]
  private var lines: [Int: Int] = [:]

  init(_ graph: Graph) {
    old = graph
    names = Set(graph.quantities.map(\.name))
  }

  var graph: Graph {
    builder.graph(
      deriving: Graph.Result(
        name: old.result.name, entries: old.result.entries.map { entries[$0] }, seeds: old.result.seeds))
  }

  mutating func add(_ id: Graph.ID) {
    let key = old.indices(of: id)
    if let value = old.given[id] {
      entries.append(builder.give(value, to: quantity(of: id), at: key))
      return
    }
    var stack: [Graph.Code] = []
    let code = Array(old.code(of: id))
    let users = Self.users(in: code)
    for (place, instruction) in code.enumerated() {
      let arguments = Array(stack.suffix(instruction.arity))
      stack.removeLast(instruction.arity)
      let part = self.part(instruction, arguments)
      let isGate = users[place].map { Self.isGate(instruction, usedBy: $0) } ?? false
      stack.append(isGate ? named(part) : part)
    }
    let result = stack.last ?? .whole(0)
    let line = self.line(of: id)
    entries.append(builder.define(result, in: line, as: quantity(of: id), at: key))
  }

  /// An operation on what its arguments have become.
  private mutating func part(_ instruction: Graph.Instruction, _ arguments: [Graph.Code]) -> Graph.Code {
    switch instruction.operation {
    case .entry: .entry(entries[Int(instruction.operand)])
    case .number: builder.number(old.numerals[Int(instruction.operand)])
    case .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .exp, .exponentialMinusOne, .ln,
      .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .greater, .atLeast, .max,
      .min, .softmax, .logSumExp, .named:
      .apply(instruction, arguments)
    }
  }

  /// The operation that takes each result; `nil` for the last.
  private static func users(in code: [Graph.Instruction]) -> [Graph.Operation?] {
    var users = [Graph.Operation?](repeating: nil, count: code.count)
    var stack: [Int] = []
    for (place, instruction) in code.enumerated() {
      for argument in stack.suffix(instruction.arity) { users[argument] = instruction.operation }
      stack.removeLast(instruction.arity)
      stack.append(place)
    }
    return users
  }

  /// Whether the result of an operation gets a name: not a number or an entry, nor a term that is only subtracted.
  private static func isGate(_ instruction: Graph.Instruction, usedBy user: Graph.Operation) -> Bool {
    switch instruction.operation {
    case .entry, .number, .whole: false
    case .negative: user != .sum
    case .sum, .product, .quotient, .wholePower, .power, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin,
      .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .greater, .atLeast, .max, .min, .softmax,
      .logSumExp,
      .named:
      true
    }
  }

  private mutating func named(_ code: Graph.Code) -> Graph.Code {
    repeat { gates += 1 } while names.contains("q\(gates)")
    let quantity = builder.add(quantity: "q\(gates)", rank: 0)
    let line = builder.add(definition: "q\(gates)")
    return .entry(builder.define(code, in: line, as: quantity, at: []))
  }

  private mutating func quantity(of id: Graph.ID) -> Int {
    let number = Int(old.quantity[id])
    if let known = quantities[number] { return known }
    let own = old.quantities[number]
    let new = builder.add(quantity: own.name, rank: own.rank, isConstant: own.isConstant)
    if own.isIndex { builder.markAsIndex(new) }
    quantities[number] = new
    return new
  }

  private mutating func line(of id: Graph.ID) -> Int {
    let number = Int(old.definition[id])
    if let known = lines[number] { return known }
    let new = builder.add(definition: old.definitions[number].text)
    lines[number] = new
    return new
  }
}
