import Synchronization

/// A derivative as a quantity of its own, which can be derived once more: as small as a number, like a `Word`.
///
/// The same symbols and the same kind make the same derivative. A table of the process holds them, for as long as it runs.
public struct Derivative: Hashable, Sendable {
  /// What is held fixed, and where the derivative comes from.
  public enum Kind: Hashable, Sendable {
    /// A local gradient: all else that the quantity is computed from is held fixed.
    case local
    /// Of the result of a graph, through all that lies between; `by` are the quantities that the result is taken as a function of,
    /// so that its second derivatives are those by two of them.
    case total(by: [Symbol])
    /// Carried along with the values, through all that lies between: forward mode.
    case carried
  }

  private struct Parts: Hashable {
    let above, below: Symbol
    let kind: Kind
  }

  /// Its place in the table.
  private let number: Int32

  private struct Table {
    var all: [Parts] = []
    var numbers: [Parts: Int32] = [:]
  }

  private static let table = Mutex(Table())

  /// The derivative of `above` with respect to `below`.
  public init(of above: Symbol, by below: Symbol, _ kind: Kind) {
    let parts = Parts(above: above, below: below, kind: kind)
    number = Self.table.withLock { table in
      if let known = table.numbers[parts] { return known }
      let next = Int32(clamping: table.all.count)
      table.all.append(parts)
      table.numbers[parts] = next
      return next
    }
  }

  private var parts: Parts? {
    Self.table.withLock { table in
      let place = Int(number)
      return table.all.indices.contains(place) ? table.all[place] : nil
    }
  }

  /// What is derived.
  public var above: Symbol { parts?.above ?? Symbol(.cost) }
  /// What it is derived by.
  public var below: Symbol { parts?.below ?? Symbol(.cost) }
  /// What is held fixed.
  public var kind: Kind { parts?.kind ?? .local }
}

extension Derivative {
  /// What the derivative of this one by a quantity is a second derivative of, ∂²C/∂a∂b; `nil` where the two are no pair of free
  /// variables, as where one is computed from the other.
  func secondDerivative(by other: Symbol) -> (of: Symbol, by: Symbol)? {
    guard case .total(let variables) = kind, variables.contains(below), variables.contains(other) else {
      return nil
    }
    return (above, below)
  }
}

extension Symbol {
  /// The derivative that it stands for; `nil` for a quantity.
  public var derivative: Derivative? {
    if case .derivative(let derivative) = meaning { derivative } else { nil }
  }
}

extension Formula {
  /// The derivative of one quantity by another as a quantity of its own.
  public static func derivative(of above: Symbol, by below: Symbol, _ kind: Derivative.Kind) -> Formula {
    .symbol(Symbol(.derivative(Derivative(of: above, by: below, kind))))
  }

  /// What is derived and what it is derived by, if it is the name of a derivative.
  package var sidesOfDerivative: (above: Symbol, below: Symbol)? {
    switch self {
    case .partial(let above, let below): (above, below)
    case .symbol(let symbol): symbol.derivative.map { ($0.above, $0.below) }
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      nil
    }
  }

  /// Whether it is the name of a derivative.
  package var isDerivative: Bool { sidesOfDerivative != nil }
}
