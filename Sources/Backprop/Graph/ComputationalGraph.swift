import Formulas

/// What the chain rule needs to know of numbers that follow from each other: their names, how each is computed, and what it feeds.
///
/// Every step of a derivation follows from that, by one rule.
public protocol ComputationalGraph: Sendable {
  /// What the derivatives are taken of.
  var result: Symbol { get }
  /// The one entry that is the result; `nil` where what comes from above is given.
  var root: Graph.ID? { get }
  /// The name of an entry.
  func symbol(of id: Graph.ID) -> Symbol
  /// The entry that a symbol names; `nil` where there is none.
  func entry(_ symbol: Symbol) -> Graph.ID?
  /// Whether an entry is given, and not computed.
  func isGiven(_ id: Graph.ID) -> Bool
  /// How an entry that is computed follows from others.
  func value(of id: Graph.ID) -> Graph.Step
  /// The local gradient ∂(of)/∂(by); `nil` where the one is not computed from the other.
  func localGradient(of: Graph.ID, by: Graph.ID) -> Graph.Step?
  /// The entries that another feeds on the way to the result, in the order in which they are computed.
  func fed(by id: Graph.ID) -> [Graph.ID]
  /// The upstream gradients of an entry that are given.
  func seeds(of id: Graph.ID) -> [Numeral]
  /// The step that moves the parameters.
  var time: UpdateTime { get }
  /// What a step of the optimizer works out for an entry, by its name; of what it keeps, before the step if not `isNew`.
  func symbol(of quantity: UpdateQuantity, at id: Graph.ID, isNew: Bool) -> Symbol
  /// The local gradients of all that an entry feeds, and the derivative of the result by it.
  func backward(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?)
}

extension ComputationalGraph {
  public func seeds(of id: Graph.ID) -> [Numeral] { [] }

  /// The derivative of the result by an entry, by its name.
  public func derivative(by id: Graph.ID) -> Formula { .partial(result, by: symbol(of: id)) }

  /// A local gradient by its name.
  public func factor(of: Graph.ID, by: Graph.ID) -> Formula { .partial(symbol(of: of), by: symbol(of: by)) }

  /// What a step of a kind derives, by its name.
  public func name(of kind: Graph.Step.Kind) -> Formula {
    switch kind {
    case .value(let id): .symbol(symbol(of: id))
    case .factor(let of, let by): factor(of: of, by: by)
    case .total(let id): derivative(by: id)
    case .update(let id, let quantity): .symbol(symbol(of: quantity, at: id))
    }
  }

  /// What a name in a formula of a step stands for; `nil` for what is given.
  public func kind(of name: Formula) -> Graph.Step.Kind? {
    switch name {
    case .symbol(let symbol): return entry(symbol).flatMap { isGiven($0) ? nil : .value($0) }
    case .partial(let above, let below):
      guard let by = entry(below) else { return nil }
      return above == result ? .total(by) : entry(above).map { .factor(of: $0, by: by) }
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      return nil
    }
  }

  /// The step of a kind; `nil` where there is none.
  public func step(_ kind: Graph.Step.Kind) -> Graph.Step? {
    switch kind {
    case .value(let id): isGiven(id) ? nil : value(of: id)
    case .factor(let of, let by): localGradient(of: of, by: by)
    case .total(let id): backward(to: id).total
    case .update(let id, _): updates(of: id).first { $0.kind == kind }
    }
  }

  public func backward(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?) { chainRule(to: id) }

  /// What a step of the optimizer works out for an entry, by its name.
  public func symbol(of quantity: UpdateQuantity, at id: Graph.ID) -> Symbol {
    symbol(of: quantity, at: id, isNew: quantity.isState || quantity == .parameter)
  }

  /// A step of the optimizer for an entry, line by line, its new value the last.
  public func updates(of id: Graph.ID) -> [Graph.Step] {
    time.optimizer.formulas(
      of: .symbol(symbol(of: id)), slope: derivative(by: id), number: time.number,
      old: { .symbol(symbol(of: $0, at: id, isNew: false)) }, name: { .symbol(symbol(of: $0, at: id)) }
    ).map { quantity, formula in
      Graph.Step(
        kind: .update(id, quantity), name: .symbol(symbol(of: quantity, at: id)), formula: formula)
    }
  }
}
