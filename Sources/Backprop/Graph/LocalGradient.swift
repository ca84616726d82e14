import Formulas

/// The calculation of one entry, gone through forward, and then backward; entry after entry, in the memory of the first.
///
/// It is a tree, so that there is one path to each leaf, and the chain rule is a product along it.
struct LocalGradient<A: Algebra> {
  private let graph: Graph
  private(set) var code: ArraySlice<Graph.Instruction> = []
  private(set) var values: [A] = []
  /// The arguments of each instruction, one after the other, and where those of each begin.
  private(set) var arguments: [Int32] = []
  private(set) var firstArgument: [Int32] = []
  /// Whether an entry is below it.
  private(set) var isVariable: [Bool] = []
  /// The instructions whose results no other has taken yet.
  private var stack: [Int32] = []
  /// How the whole changes with the result of each.
  private var above: [Change<A>?] = []
  /// The derivatives by the entries, in the order in which they were met, and where each comes first in the code.
  private(set) var found: [(by: Graph.ID, value: A)] = []
  private var firstPlaces: [Int] = []
  /// Where each stands among those that were found, where these are many.
  private var places: [Graph.ID: Int] = [:]
  private static var fewEntries: Int { 8 }
  /// Whether arguments that are chosen from may be equal.
  let withTies: Bool

  /// For the entries of a graph.
  init(in graph: Graph, withTies: Bool = true) {
    (self.graph, self.withTies) = (graph, withTies)
  }

  /// For one of them.
  init(of id: Graph.ID, in graph: Graph, withTies: Bool = true, _ entry: (Graph.ID) -> A) {
    self.init(in: graph, withTies: withTies)
    goForward(to: id, entry)
  }

  /// Computes an entry from those before it.
  mutating func goForward(to id: Graph.ID, _ entry: (Graph.ID) -> A) {
    let all = graph.code(of: id)
    code = all
    values.removeAll(keepingCapacity: true)
    arguments.removeAll(keepingCapacity: true)
    firstArgument.removeAll(keepingCapacity: true)
    isVariable.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    for instruction in all {
      let (start, arity) = (arguments.count, instruction.arity)
      firstArgument.append(Int32(truncatingIfNeeded: start))
      var hasVariable = instruction.operation == .entry
      if arity == 0 {
        values.append(graph.value(of: instruction, entry))
      } else {
        for place in (stack.count - arity)..<stack.count {
          let argument = stack[place]
          arguments.append(argument)
          if isVariable[Int(argument)] { hasVariable = true }
        }
        stack.removeLast(arity)
        values.append(value(of: instruction, from: start))
      }
      isVariable.append(hasVariable)
      stack.append(Int32(truncatingIfNeeded: values.count - 1))
    }
    firstArgument.append(Int32(truncatingIfNeeded: arguments.count))
  }

  /// The result of an instruction whose arguments begin there.
  private func value(of instruction: Graph.Instruction, from start: Int) -> A {
    let first = values[Int(arguments[start])]
    if arguments.count - start == 1 { return graph.value(of: instruction, first) }
    if arguments.count - start == 2 {
      return graph.value(of: instruction, first, values[Int(arguments[start + 1])])
    }
    return graph.value(of: instruction, arguments[start...].map { values[Int($0)] }[...])
  }

  /// The places of the arguments of an instruction, among all.
  private func arguments(of place: Int) -> Range<Int> {
    Int(firstArgument[place])..<Int(firstArgument[place + 1])
  }

  private func operands(of place: Int) -> [A] { arguments(of: place).map { values[Int(arguments[$0])] } }

  /// The derivatives by the entries; `names` are what the whole is called where it is written down, or, of a softmax, all of its
  /// outputs.
  mutating func slopes(writtenWith names: [Formula]? = nil) -> [(by: Graph.ID, value: A)] {
    goBackward(writtenWith: names)
    // An entry that comes twice may be met in between others.
    let isInOrder = zip(firstPlaces, firstPlaces.dropFirst()).allSatisfy(>)
    return isInOrder
      ? found.reversed() : found.indices.sorted { firstPlaces[$0] < firstPlaces[$1] }.map { found[$0] }
  }

  /// Finds the derivatives.
  mutating func goBackward(writtenWith names: [Formula]? = nil) {
    found.removeAll(keepingCapacity: true)
    firstPlaces.removeAll(keepingCapacity: true)
    if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    above.removeAll(keepingCapacity: true)
    let count = values.count
    for place in 0..<count { above.append(place == count - 1 ? .unchanged : nil) }
    for place in (0..<count).reversed() {
      guard let change = above[place] else { continue }
      let instruction = code[code.startIndex + place]
      if instruction.operation == .entry {
        note(Int(instruction.operand), change.value, at: place)
        continue
      }
      guard isVariable[place] else { continue }
      let isWhole = place == count - 1
      goBackward(through: instruction, at: place, change, names.map { isWhole ? $0 : [] })
    }
  }

  /// A derivative by an entry, or one more part of it.
  private mutating func note(_ id: Graph.ID, _ value: A, at place: Int) {
    guard let known = foundPlace(of: id) else {
      found.append((id, value))
      firstPlaces.append(place)
      return
    }
    // The later one in the formula is met first.
    found[known].value = value + found[known].value
    firstPlaces[known] = place
  }

  private mutating func foundPlace(of id: Graph.ID) -> Int? {
    if found.count <= Self.fewEntries {
      for place in found.indices where found[place].by == id { return place }
      return nil
    }
    for place in places.count..<found.count { places[found[place].by] = place }
    return places[id]
  }

  /// From the result of an instruction to its arguments.
  private mutating func goBackward(
    through instruction: Graph.Instruction, at place: Int, _ change: Change<A>, _ names: [Formula]?
  ) {
    let own = arguments(of: place)
    func pass(_ next: Change<A>, to argument: Int) {
      let argument = Int(arguments[argument])
      if isVariable[argument] { above[argument] = change.then(next) }
    }
    // What is met most often goes without a list of changes.
    switch instruction.operation {
    case .sum: for argument in own { pass(.unchanged, to: argument) }
    case .product where own.count == 2:
      let (first, last) = (own.lowerBound, own.lowerBound + 1)
      pass(.times(values[Int(arguments[last])]), to: first)
      pass(.times(values[Int(arguments[first])]), to: last)
    case .negative, .wholePower, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid,
      .softplus, .magnitude, .sign, .step, .named:
      let argument = own.lowerBound
      pass(
        Self.change(through: instruction, values[Int(arguments[argument])], values[place], names),
        to: argument)
    case .entry, .number, .whole, .product, .quotient, .power, .greater, .atLeast, .max, .min, .softmax,
      .logSumExp:
      for (argument, next) in zip(own, changes(at: place, operands(of: place), names)) {
        pass(next, to: argument)
      }
    }
  }

  /// What has its edge here: arguments that are chosen from are equal, or one whose sign decides is 0.
  var edges: Set<Graph.Edge> {
    Set(
      values.indices.compactMap { place in
        let x = arguments(of: place).map { place in
          let argument = Int(arguments[place])
          return (value: values[argument] as? Double, isVariable: isVariable[argument])
        }
        guard x.contains(where: \.isVariable), let edge = Graph.Edge(code[code.startIndex + place]) else {
          return nil
        }
        let isThere =
          switch edge {
          case .max, .min:
            {
              let chosen = x.filter { $0.value == values[place] as? Double }
              return chosen.count > 1 && chosen.contains { $0.isVariable }
            }()
          case .magnitude, .step: x.first?.value == (x.count > 1 ? x.last?.value : 0)
          case .floor: x.first?.value.map(NamedFunction.isWhole) ?? false
          }
        return isThere ? edge : nil
      })
  }
}
