import Formulas

/// The steps of a graph: forward, and for every entry, from the last to the first, the local gradients of all that it feeds and
/// then the sum of their products with the upstream gradients.
///
/// Weights, weighted inputs, activations, shared weights and time steps are all this one rule.
public struct GraphSteps: ComputationalGraph {
  /// What is derived.
  public let graph: Graph
  /// What the derivatives are taken by.
  public let parameters: [Graph.ID]
  public let time: UpdateTime
  /// Whether the letters of the optimizer need not say which of several parameters they belong to.
  private let hasOneParameter: Bool
  /// What the derivatives are taken of: the result, or where that is an array what comes after it.
  public let result: Symbol
  /// The entries that are derived, from the first to the last: those that lie between `by` and the result, both included.
  public let derived: [Graph.ID]
  /// Those of `by` from which no way leads to the result: the derivative by them is 0.
  public let withoutEffect: [Graph.ID]
  /// For each entry those that it feeds on the way to the result, from the first to the last.
  private let fed: [Graph.ID: [Graph.ID]]
  /// For each entry those in whose definitions it is only multiplied by a 0.
  private let lost: [Graph.ID: [Graph.ID]]
  /// Entries that are chosen by max or min from more than two, of which some are equal.
  private let ties: Set<Graph.ID>
  private let seeds: [Graph.ID: [Numeral]]
  private var isDerived: [Bool]

  /// The steps to the derivatives by some entries, and a step of an optimizer.
  public init(_ graph: Graph, by parameters: [Graph.ID], at time: UpdateTime = UpdateTime()) {
    (self.graph, self.parameters, self.time) = (graph, parameters, time)
    hasOneParameter =
      parameters.count == 1 && !UpdateQuantity.allCases.contains { graph.places[$0.rawValue] != nil }
    let uses = (0..<graph.count).map { graph.given[$0] == nil ? graph.uses(of: $0) : [] }
    var isBelow = [Bool](repeating: false, count: graph.count)
    for id in graph.result.entries { isBelow[id] = true }
    for id in uses.indices.reversed() where isBelow[id] {
      for use in uses[id] { isBelow[use] = true }
    }
    var isAbove = [Bool](repeating: false, count: graph.count)
    for id in parameters { isAbove[id] = true }
    var fed: [Graph.ID: [Graph.ID]] = [:]
    var lost: [Graph.ID: [Graph.ID]] = [:]
    for id in 0..<graph.count where graph.given[id] == nil {
      for use in uses[id] where isAbove[use] {
        isAbove[id] = true
        if isBelow[id] { fed[use, default: []].append(id) }
      }
      let needs = graph.needs(of: id)
      // What only decides on a condition is no product with a 0.
      guard isBelow[id], needs.count > uses[id].count, graph.symbol(of: id).derivative == nil else {
        continue
      }
      for need in Set(needs).subtracting(uses[id]) where isAbove[need] { lost[need, default: []].append(id) }
    }
    self.fed = fed
    self.lost = lost
    let chosen = (0..<graph.count).filter { isAbove[$0] && graph.choosesFromSeveral($0) }
    let values: [Double] = chosen.isEmpty ? [] : graph.values()
    ties = Set(chosen.filter { graph.isOnEdge($0, values: values) })
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

  /// The one entry that is the result; `nil` where what comes from above is given.
  public var root: Graph.ID? { graph.result.seeds == nil ? graph.result.entries.first : nil }

  /// The entries that another feeds on the way to the result.
  public func fed(by id: Graph.ID) -> [Graph.ID] { fed[id] ?? [] }

  /// The entries in whose definitions another is only multiplied by a 0, so that it does not feed them.
  public func lost(of id: Graph.ID) -> [Graph.ID] { lost[id] ?? [] }

  /// Whether the derivative of the result by an entry is derived.
  public func derives(_ id: Graph.ID) -> Bool { isDerived[id] }

  public func symbol(of id: Graph.ID) -> Symbol { graph.symbol(of: id) }
  public func entry(_ symbol: Symbol) -> Graph.ID? { graph.entry(symbol) }
  public func isGiven(_ id: Graph.ID) -> Bool { graph.given[id] != nil }
  public func seeds(of id: Graph.ID) -> [Numeral] { seeds[id] ?? [] }
  public func symbol(of quantity: UpdateQuantity, at id: Graph.ID, isNew: Bool) -> Symbol {
    let symbol = graph.symbol(of: id)
    if quantity == .parameter { return isNew ? symbol.updated : symbol }
    let word = Word(
      hasOneParameter ? quantity.rawValue : "\(quantity.rawValue)_\(graph.quantity(of: id).name)")
    return Symbol(
      isNew ? .newOptimizer(word) : .optimizer(word), indices: hasOneParameter ? [] : symbol.indices)
  }

  public func value(of id: Graph.ID) -> Graph.Step {
    Graph.Step(kind: .value(id), name: .symbol(graph.symbol(of: id)), formula: graph.formula(of: id))
  }

  public func localGradient(of: Graph.ID, by: Graph.ID) -> Graph.Step? {
    graph.slopeFormula(of: of, by: by, withTies: ties.contains(of))
      .map { Graph.Step(kind: .factor(of: of, by: by), name: factor(of: of, by: by), formula: $0) }
  }

  /// How a local gradient is computed, where that keeps more digits of a saturated function than the formula of its step.
  public func computation(of step: Graph.Step) -> Formula? {
    guard case .factor(let of, let by) = step.kind else { return nil }
    let formula = graph.slopeFormula(of: of, by: by, withTies: ties.contains(of), whenSaturated: true)
    return formula == step.formula ? nil : formula
  }

  /// A calculation of more operations is no line that anybody reads.
  private static let longestLine = 4_000

  /// Whether the line of a step would be too long to be read.
  public func isTooLong(_ kind: Graph.Step.Kind) -> Bool {
    let read: [Graph.ID] =
      switch kind {
      case .value(let id), .factor(let id, _): [id]
      case .total(let id): fed(by: id)
      case .update: []
      }
    return read.count > Self.longestLine
      || read.reduce(0) { $0 + graph.code(of: $1).count } > Self.longestLine
  }

  /// The entries that are derived, in the order of the way back: what is given comes right after all that it feeds, and several
  /// quantities there in the order of the lesson.
  public var wayBack: [Graph.ID] {
    let computed = groups(derived.reversed().filter { !isGiven($0) })
    let givens = derived.filter(isGiven)
    var places = [Int](repeating: 0, count: graph.count)
    for (place, group) in computed.enumerated() {
      for id in group { places[id] = place }
    }
    // The entries of a quantity stay together.
    var last: [Int32: Int] = [:]
    for id in givens {
      last[graph.quantity[id], default: 0] =
        fed(by: id).reduce(last[graph.quantity[id]] ?? 0) { Swift.max($0, places[$1]) }
    }
    let after = Dictionary(grouping: givens) { last[graph.quantity[$0]] ?? 0 }
    let all = computed.enumerated().flatMap { place, group in
      group.reversed()
        + (after[place] ?? []).sorted { (graph.quantity[$0], $1) < (graph.quantity[$1], $0) }
    }
    return computed.isEmpty ? givens : all
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

  /// Every step, each after those that it needs; `updating` are the entries that a step of the optimizer moves.
  public func all(updating parameters: [Graph.ID] = []) -> [Graph.Step] {
    var steps = (0..<graph.count).filter { graph.given[$0] == nil }.map(value)
    for id in groups(wayBack).joined() {
      let (factors, total) = backward(to: id)
      steps += factors
      if let total { steps.append(total) }
    }
    steps += withoutEffect.compactMap { backward(to: $0).total }
    return steps + parameters.flatMap(updates)
  }
}

extension Graph {
  /// What the derivatives are taken of: the result itself where that is a number, and otherwise what comes after it.
  package var symbolOfResult: Symbol {
    if result.seeds == nil, let only = result.entries.first { return symbol(of: only) }
    let names = Set(quantities.map(\.name))
    let free = ["L", "J", "E", "loss"].first { !names.contains($0) } ?? "loss_after_\(result.name)"
    return Symbol(.named(Word(free)))
  }
}
