import Backprop
import Formulas

/// The steps of a network as they are read: in a chain with every factor, and of a long sum only the first terms.
package final class Steps: Sendable {
  /// What they are the steps of.
  package let graph: NetworkGraph
  private let isChain: Bool

  /// The steps to the cost of an example, or with `nil` to the total cost, in which these examples stand as terms.
  package init(_ lesson: Lesson, _ layout: Layout, example: Int?, terms: [Int]? = nil) {
    graph = lesson.graph(layout, example: example, terms: terms)
    isChain = lesson.isChain
  }

  /// Which example it is, counted from 0.
  package var example: Int { graph.example ?? 0 }

  /// The cost of the example.
  var cost: Graph.Step { value(of: graph.exampleCost()) }

  /// How an entry follows from others.
  func value(of id: Graph.ID) -> Graph.Step { readValue(of: id).step }

  /// The step of a kind; `nil` where there is none.
  package func step(_ kind: Graph.Step.Kind) -> Graph.Step? { read(kind)?.step }

  /// The local gradients of all that an entry feeds, and the derivative by it.
  func backward(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?) {
    let (factors, total) = graph.backward(to: id)
    return (factors.map { read($0).step }, total.map { read($0).step })
  }

  /// What is left of ∂C/∂z where activation and cost are made for each other; `nil` elsewhere.
  package func shortcut(to id: Graph.ID) -> Graph.Step? {
    graph.shortcut(to: id).map { read($0, isShortcut: true).step }
  }

  /// The steps of a kind: where activation and cost are made for each other, there are two of ∂C/∂z.
  package func steps(_ kind: Graph.Step.Kind) -> [Graph.Step] {
    let short: Graph.Step? = if case .total(let id) = kind { shortcut(to: id) } else { nil }
    return [step(kind), short].compactMap { $0 }
  }

  /// What the names stand for that the sums of a kind's steps leave to their other terms.
  func others(of kind: Graph.Step.Kind) -> [Symbol: OtherTerms] {
    let own = read(kind)?.others ?? [:]
    guard case .total(let id) = kind, let short = graph.shortcut(to: id) else { return own }
    return own.merging(read(short, isShortcut: true).others) { $1 }
  }

  /// How many terms of a sum are not written out; `nil` where all are.
  func otherCount(of kind: Graph.Step.Kind) -> Int? {
    guard let (step, others) = read(kind) else { return nil }
    return step.formula.names.lazy.compactMap { name in
      if case .symbol(let symbol) = name { others[symbol]?.count } else { nil }
    }.first
  }

  private func read(_ kind: Graph.Step.Kind) -> (step: Graph.Step, others: [Symbol: OtherTerms])? {
    if case .value(let id) = kind, !graph.isGiven(id) { return readValue(of: id) }
    return graph.step(kind).map { read($0) }
  }

  /// Of a weighted input only those terms are made that are written.
  private func readValue(of id: Graph.ID) -> (step: Graph.Step, others: [Symbol: OtherTerms]) {
    guard let (count, term) = graph.terms(of: id) else { return read(graph.value(of: id)) }
    var sums = LongSums(.value(id))
    let sum = sums.total(count, term: term)
    return (Graph.Step(kind: .value(id), name: .symbol(graph.symbol(of: id)), formula: sum), sums.others)
  }

  private func read(_ step: Graph.Step, isShortcut: Bool = false) -> (
    step: Graph.Step, others: [Symbol: OtherTerms]
  ) {
    var sums = LongSums(step.kind, isShortcut: isShortcut)
    let isCost =
      if case .value(let id) = step.kind { id == graph.root && graph.example != nil } else { false }
    let most = isCost ? LongSums.mostInParentheses : LongSums.mostTerms
    let formula = sums.short(withEveryFactor(step), mostTerms: most)
    let whenSaturated = step.whenSaturated.map { sums.short($0, mostTerms: most) }
    return (
      Graph.Step(
        kind: step.kind, name: step.name, title: step.title, formula: formula, whenSaturated: whenSaturated),
      sums.others
    )
  }

  /// What follows from ∂C/∂z in a chain: all the factors in place of its name.
  ///
  /// After a cancellation it is by name, too: its factors may be beyond a double.
  private func withEveryFactor(_ step: Graph.Step) -> Formula {
    guard isChain, graph.example != nil, case .total(let id) = step.kind, let z = graph.fed(by: id).first,
      graph.symbol(of: z).meaning == .weightedInput, graph.shortcut(to: z) == nil,
      let a = graph.fed(by: z).first, case .product(let factors) = step.formula
    else { return step.formula }
    let error = graph.derivative(by: z)
    return .product(
      factors.flatMap { $0 == error ? [graph.factor(of: a, by: z), graph.derivative(by: a)] : [$0] })
  }

  /// In a chain: ∂C/∂w of the first layer, as one product of all its factors.
  var wholeProduct: Graph.Step? {
    guard isChain else { return nil }
    let weight = graph.layout.weight(1, 0, 0)
    var (factors, id): ([Formula], Graph.ID) = ([], weight)
    while let next = graph.fed(by: id).first, graph.shortcut(to: id) == nil {
      factors.append(graph.factor(of: next, by: id))
      id = next
    }
    if id != graph.root { factors.append(graph.derivative(by: id)) }
    return Graph.Step(kind: .total(weight), name: graph.derivative(by: weight), formula: .product(factors))
  }

  /// The names that these names need, themselves included.
  ///
  /// Only what is needed is made.
  static func names(neededFor wanted: Set<Formula>, in all: [Steps]) -> Set<Formula> {
    var needed = wanted
    var open = Array(wanted)
    while let name = open.popLast() {
      for steps in all where steps.graph.example != nil || !name.isOfExample {
        for step in steps.graph.kind(of: name).map(steps.steps) ?? [] {
          let names = step.formula.names + (step.whenSaturated?.names ?? [])
          for name in names where needed.insert(name).inserted { open.append(name) }
        }
      }
    }
    return needed
  }
}

extension Formula {
  /// Whether it is a quantity of an example, or the derivative of one.
  fileprivate var isOfExample: Bool {
    switch self {
    case .symbol(let symbol), .partial(let symbol, _): symbol.example != nil
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      false
    }
  }
}

extension Lesson {
  /// What the lesson derives, as a graph: the cost of an example, or with `nil` the total cost, in which these examples stand as
  /// terms.
  package func graph(_ layout: Layout, example: Int?, terms: [Int]? = nil) -> NetworkGraph {
    let penalty = activePenalty.map {
      Backprop.Penalty(l2: $0.l2.map(Formula.number), l1: $0.l1.map(Formula.number))
    }
    return NetworkGraph(
      layout, layers.map(\.activation), outputs: layers.map(\.output), cost, penalty: penalty,
      example: example, terms: terms,
      at: learning.time)
  }
}
