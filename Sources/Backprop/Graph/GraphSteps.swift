import Formulas

extension Graph {
  /// One step of a derivation: a name, and how it follows from names before it.
  public struct Step: Hashable, Sendable {
    /// What a step is about.
    public enum Kind: Hashable, Sendable {
      /// An entry, from those that it is computed from.
      case value(ID)
      /// A local gradient: ∂(of)/∂(by).
      case factor(of: ID, by: ID)
      /// The derivative of the result by an entry: the sum over all that it feeds.
      case total(ID)
      /// An entry after a step of gradient descent.
      case update(ID)
    }

    /// What it is about.
    public let kind: Kind
    /// What is derived.
    public let name: Formula
    /// How it follows.
    public let formula: Formula
  }
}

/// The steps of a graph: forward, and for every entry, from the last to the first, the local gradients of all that it feeds and
/// then the sum of their products with the upstream gradients.
///
/// Weights, weighted inputs, activations, shared weights and time steps are all this one rule.
public struct GraphSteps: Sendable {
  /// What is derived.
  public let graph: Graph
  /// What the derivatives are taken of: the result, or where that is an array what comes after it.
  public let result: Symbol
  /// The entries that are derived, from the first to the last: those that lie between `by` and the result, both included.
  public let derived: [Graph.ID]
  /// Those of `by` from which no way leads to the result: the derivative by them is 0.
  public let withoutEffect: [Graph.ID]
  /// For each entry those that it feeds on the way to the result, from the first to the last.
  private let fed: [Graph.ID: [Graph.ID]]
  private let seeds: [Graph.ID: [Numeral]]
  private var isDerived: [Bool]

  /// The steps to the derivatives by some entries.
  public init(_ graph: Graph, by parameters: [Graph.ID]) {
    self.graph = graph
    let isBelow = graph.entriesBelowResult
    var isAbove = [Bool](repeating: false, count: graph.count)
    for id in parameters { isAbove[id] = true }
    var fed: [Graph.ID: [Graph.ID]] = [:]
    for id in 0..<graph.count where graph.given[id] == nil {
      for need in graph.needs(of: id) where isAbove[need] {
        isAbove[id] = true
        if isBelow[id] { fed[need, default: []].append(id) }
      }
    }
    self.fed = fed
    isDerived = zip(isAbove, isBelow).map { $0 && $1 }
    derived = zip(0..<graph.count, isDerived).filter(\.1).map(\.0)
    withoutEffect = parameters.filter { !isBelow[$0] }
    for id in parameters { isDerived[id] = true }
    var seeds: [Graph.ID: [Numeral]] = [:]
    for (id, seed) in zip(graph.result.entries, graph.result.seeds ?? []) {
      seeds[id, default: []].append(seed)
    }
    self.seeds = seeds
    result = graph.symbolOfResult
  }

  /// The derivative of the result by an entry, by its name.
  public func derivative(by id: Graph.ID) -> Formula { .partial(result, by: graph.symbol(of: id)) }

  /// A local gradient by its name.
  public func factor(of: Graph.ID, by: Graph.ID) -> Formula {
    .partial(graph.symbol(of: of), by: graph.symbol(of: by))
  }

  /// The one entry that is the result; `nil` where what comes from above is given.
  public var root: Graph.ID? { graph.result.seeds == nil ? graph.result.entries.first : nil }

  /// The entries that another feeds on the way to the result.
  public func fed(by id: Graph.ID) -> [Graph.ID] { fed[id] ?? [] }

  /// Whether the derivative of the result by an entry is derived.
  public func derives(_ id: Graph.ID) -> Bool { isDerived[id] }

  /// What a name in a formula of a step stands for; `nil` for what is given.
  public func kind(of name: Formula) -> Graph.Step.Kind? {
    switch name {
    case .symbol(let symbol):
      return graph.entry(symbol).flatMap { graph.given[$0] == nil ? .value($0) : nil }
    case .partial(let above, let below):
      guard let by = graph.entry(below) else { return nil }
      return above == result ? .total(by) : graph.entry(above).map { .factor(of: $0, by: by) }
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      return nil
    }
  }

  /// A calculation of more operations is no line that anybody reads.
  private static let longestLine = 4_000

  /// The step of a kind; `nil` where there is none, and where its line would be too long to be read.
  public func step(_ kind: Graph.Step.Kind) -> Graph.Step? {
    let read: [Graph.ID] =
      switch kind {
      case .value(let id), .factor(let id, _): [id]
      case .total(let id): fed(by: id)
      case .update: []
      }
    guard read.count <= Self.longestLine,
      read.reduce(0, { $0 + graph.code(of: $1).count }) <= Self.longestLine
    else {
      return nil
    }
    switch kind {
    case .value(let id): return graph.given[id] == nil ? value(of: id) : nil
    case .factor(let of, let by):
      return graph.slopeFormulas(of: of).first { $0.by == by }
        .map { Graph.Step(kind: kind, name: factor(of: of, by: by), formula: $0.value) }
    case .total(let id): return backward(to: id).total
    case .update(let id): return update(of: id)
    }
  }

  /// Entries on the way back in groups: those of the same quantity that follow each other, with those of smaller indices first;
  /// where one feeds another, each is by itself.
  public func groups(_ ids: [Graph.ID]) -> [[Graph.ID]] {
    var groups: [[Graph.ID]] = []
    var last: Set<Graph.ID> = []
    for id in ids {
      if let first = groups.last?.first, graph.quantity[first] == graph.quantity[id],
        last.isDisjoint(with: fed(by: id))
      {
        groups[groups.count - 1].append(id)
      } else {
        groups.append([id])
        last = []
      }
      last.insert(id)
    }
    return groups.map { $0.reversed() }
  }

  /// How an entry follows from others.
  public func value(of id: Graph.ID) -> Graph.Step {
    Graph.Step(kind: .value(id), name: .symbol(graph.symbol(of: id)), formula: graph.formula(of: id))
  }

  /// The local gradients of all that an entry feeds, and the derivative of the result by it.
  ///
  /// The derivative of the result by what it is computed from is a local gradient itself: it stands in the sum as a formula, and
  /// where there is nothing to add, it is the derivative.
  public func backward(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?) {
    guard id != root else { return ([], nil) }
    var (factors, terms): ([Graph.Step], [Formula]) = ([], [])
    for seed in seeds[id] ?? [] { terms.append(.number(seed)) }
    for of in fed(by: id) {
      guard let slope = graph.slopeFormulas(of: of).first(where: { $0.by == id })?.value else { continue }
      if of == root {
        terms.append(slope)
        continue
      }
      factors.append(Graph.Step(kind: .factor(of: of, by: id), name: factor(of: of, by: id), formula: slope))
      terms.append(factor(of: of, by: id) * derivative(by: of))
    }
    let total = Graph.Step(
      kind: .total(id), name: derivative(by: id), formula: terms.isEmpty ? .integer(0) : Formula.total(terms))
    return (factors, total)
  }

  /// A step of gradient descent: against the derivative, by η times as much.
  public func update(of id: Graph.ID) -> Graph.Step {
    Graph.Step(
      kind: .update(id), name: .symbol(graph.updatedSymbol(of: id)),
      formula: .symbol(graph.symbol(of: id)) - .symbol(Symbol(.learningRate)) * derivative(by: id))
  }

  /// Every step, each after those that it needs; `updating` are the entries that a step of gradient descent moves.
  public func all(updating parameters: [Graph.ID] = []) -> [Graph.Step] {
    var steps = (0..<graph.count).filter { graph.given[$0] == nil }.map(value)
    for id in groups(derived.reversed()).joined() {
      let (factors, total) = backward(to: id)
      steps += factors
      if let total { steps.append(total) }
    }
    steps += withoutEffect.compactMap { backward(to: $0).total }
    return steps + parameters.map(update)
  }
}

extension Graph {
  /// What the derivatives are taken of: the result itself where that is a number, and otherwise what comes after it.
  var symbolOfResult: Symbol {
    if result.seeds == nil, let only = result.entries.first { return symbol(of: only) }
    let names = Set(quantities.map(\.name))
    let free = ["L", "J", "E", "loss"].first { !names.contains($0) } ?? "loss_after_\(result.name)"
    return Symbol(.named(Word(free)))
  }

  /// An entry after a step of gradient descent, by its name.
  func updatedSymbol(of id: ID) -> Symbol {
    Symbol(.newNamed(Word(quantity(of: id).name)), indices: Indices(indices(of: id)))
  }
}
