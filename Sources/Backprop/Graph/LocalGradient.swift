import Formulas

/// The calculation of one entry, gone through forward, and then backward; entry after entry, in the memory of the first.
///
/// It is a tree, so that there is one path to each leaf, and the chain rule is a product along it.
struct LocalGradient<A: Algebra> {
  /// The result of an instruction, in the tree of those that it needs.
  private struct Node {
    let value: A
    /// Where the first of them stands; the last argument stands right before the instruction.
    let first: Int32
    /// Whether an entry is below it.
    let isVariable: Bool
    /// How the whole changes with it, as soon as that is known.
    var above: Change<A>?
  }

  private let graph: Graph
  /// Where the instructions stand in the graph; the nodes are in the same order.
  private var places = 0..<0
  private var nodes: [Node] = []
  /// The derivatives by the entries, in the order in which they were met, and where each comes first in the code.
  private(set) var found: [(by: Graph.ID, value: A, place: Int)] = []
  /// Where each stands among those that were found, where these are many.
  private var known: [Graph.ID: Int] = [:]
  private static var fewEntries: Int { 8 }
  /// Whether arguments that are chosen from may be equal.
  let withTies: Bool
  /// Whether slopes are written as they are computed, from what an output comes from: there 1 − a keeps its digits.
  let whenSaturated: Bool

  /// For the entries of a graph.
  init(in graph: Graph, withTies: Bool = true, whenSaturated: Bool = false) {
    (self.graph, self.withTies, self.whenSaturated) = (graph, withTies, whenSaturated)
  }

  /// For one of them.
  init(
    of id: Graph.ID, in graph: Graph, withTies: Bool = true, whenSaturated: Bool = false,
    _ entry: (Graph.ID) -> A
  ) {
    self.init(in: graph, withTies: withTies, whenSaturated: whenSaturated)
    goForward(to: id, entry)
  }

  /// Computes an entry from those before it, up to the entry itself where its value is known.
  mutating func goForward(to id: Graph.ID, value whole: A? = nil, _ entry: (Graph.ID) -> A) {
    places = graph.places(of: id)
    nodes.removeAll(keepingCapacity: true)
    for place in 0..<places.count {
      let instruction = instruction(at: place)
      let known = place == places.count - 1 ? whole : nil
      switch instruction.arity {
      case 0: add(known ?? graph.value(of: instruction, entry), instruction.operation == .entry, from: place)
      case 1:
        let x = nodes[place - 1]
        add(known ?? graph.value(of: instruction, x.value), x.isVariable, from: Int(x.first))
      case 2:
        let y = nodes[place - 1]
        let x = nodes[Int(y.first) - 1]
        add(
          known ?? graph.value(of: instruction, x.value, y.value), x.isVariable || y.isVariable,
          from: Int(x.first))
      case let arity:
        let x = arguments(of: place, arity)
        add(
          known ?? graph.value(of: instruction, x.map { nodes[$0].value }[...]),
          x.contains { nodes[$0].isVariable }, from: x.first.map { Int(nodes[$0].first) } ?? place)
      }
    }
  }

  private mutating func add(_ value: A, _ isVariable: Bool, from first: Int) {
    nodes.append(Node(value: value, first: Int32(truncatingIfNeeded: first), isVariable: isVariable))
  }

  private func instruction(at place: Int) -> Graph.Instruction {
    graph.instructions[places.lowerBound + place]
  }

  /// The arguments of the instruction at a place, by their places.
  private func arguments(of place: Int, _ count: Int) -> [Int] {
    var arguments = Array(repeating: 0, count: count)
    var next = place - 1
    for argument in arguments.indices.reversed() {
      arguments[argument] = next
      next = Int(nodes[next].first) - 1
    }
    return arguments
  }

  /// The derivatives by the entries; `names` are what the whole is called where it is written down, or, of a softmax, all of its
  /// outputs.
  mutating func slopes(writtenWith names: [Formula]? = nil) -> [(by: Graph.ID, value: A)] {
    goBackward(writtenWith: names)
    // An entry that comes twice may be met in between others.
    return found.sorted { $0.place < $1.place }.map { ($0.by, $0.value) }
  }

  /// Finds the derivatives.
  mutating func goBackward(writtenWith names: [Formula]? = nil) {
    found.removeAll(keepingCapacity: true)
    if !known.isEmpty { known.removeAll(keepingCapacity: true) }
    guard let last = nodes.indices.last else { return }
    nodes[last].above = .unchanged
    for place in nodes.indices.reversed() where nodes[place].isVariable {
      guard let change = nodes[place].above else { continue }
      let instruction = instruction(at: place)
      if instruction.operation == .entry {
        note(Int(instruction.operand), change.value, at: place)
      } else {
        goBackward(through: instruction, at: place, change, names.map { place == last ? $0 : [] })
      }
    }
  }

  /// A derivative by an entry, or one more part of it.
  private mutating func note(_ id: Graph.ID, _ value: A, at place: Int) {
    guard let known = foundPlace(of: id) else {
      found.append((id, value, place))
      return
    }
    // The later one in the formula is met first.
    found[known] = (id, value + found[known].value, place)
  }

  private mutating func foundPlace(of id: Graph.ID) -> Int? {
    if found.count <= Self.fewEntries {
      for place in found.indices where found[place].by == id { return place }
      return nil
    }
    for place in known.count..<found.count { known[found[place].by] = place }
    return known[id]
  }

  /// From the result of an instruction to its arguments.
  private mutating func goBackward(
    through instruction: Graph.Instruction, at place: Int, _ change: Change<A>, _ names: [Formula]?
  ) {
    func pass(_ next: Change<A>, to argument: Int) {
      if nodes[argument].isVariable { nodes[argument].above = change.then(next) }
    }
    // What is met most often goes without a list of changes.
    let last = place - 1
    switch instruction.operation {
    case .sum:
      var argument = last
      for _ in 0..<instruction.arity {
        pass(.unchanged, to: argument)
        argument = Int(nodes[argument].first) - 1
      }
    case .product where instruction.arity == 2:
      let first = Int(nodes[last].first) - 1
      pass(.times(nodes[last].value), to: first)
      pass(.times(nodes[first].value), to: last)
    case .negative, .wholePower, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid,
      .softplus, .magnitude, .sign, .step, .named:
      pass(self.change(through: instruction, nodes[last].value, nodes[place].value, names), to: last)
    case .entry, .number, .whole, .product, .quotient, .power, .greater, .atLeast, .max, .min, .softmax,
      .logSumExp:
      let own = arguments(of: place, instruction.arity)
      let changes = changes(
        through: instruction, own.map { nodes[$0].value }, nodes[place].value, names,
        isExponentVariable: nodes[last].isVariable)
      for (argument, next) in zip(own, changes) { pass(next, to: argument) }
    }
  }

  /// What has its edge here: arguments that are chosen from are equal, or one whose sign decides is 0.
  var edges: Set<Graph.Edge> {
    Set(
      nodes.indices.compactMap { place in
        let instruction = instruction(at: place)
        let x = arguments(of: place, instruction.arity).map {
          (value: nodes[$0].value as? Double, isVariable: nodes[$0].isVariable)
        }
        guard x.contains(where: \.isVariable), let edge = Graph.Edge(instruction) else { return nil }
        let isThere =
          switch edge {
          case .max, .min:
            {
              let chosen = x.filter { $0.value == nodes[place].value as? Double }
              return chosen.count > 1 && chosen.contains { $0.isVariable }
            }()
          case .magnitude, .step: x.first?.value == (x.count > 1 ? x.last?.value : 0)
          case .floor: x.first?.value.map(NamedFunction.isWhole) ?? false
          }
        return isThere ? edge : nil
      })
  }
}
