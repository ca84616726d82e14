import Formulas

@testable import Backprop

/// A graph of a few numbers, put together by hand.
struct SmallGraph {
  private var builder = Graph.Builder()
  /// The entries that are given.
  private(set) var givens: [Graph.ID] = []
  private var last: Graph.ID = 0

  mutating func give(_ name: String, _ value: String) -> Graph.Code {
    let quantity = builder.add(quantity: name, rank: 0)
    let id = builder.give(Numeral(value) ?? Numeral(integer: 0), to: quantity, at: [])
    givens.append(id)
    return .entry(id)
  }

  /// Defines what is the result, unless something follows.
  @discardableResult
  mutating func define(_ name: String, at indices: [Int] = [], _ code: Graph.Code) -> Graph.Code {
    let quantity = builder.add(quantity: name, rank: indices.count)
    last = builder.define(code, in: builder.add(definition: name), as: quantity, at: indices)
    return .entry(last)
  }

  var graph: Graph { builder.graph(deriving: Graph.Result(name: "L", entries: [last], seeds: nil)) }
  var trace: GraphTrace<Double> { GraphTrace(graph) }
}

extension Graph.Code {
  static func + (x: Self, y: Self) -> Self { .apply(.sum, [x, y]) }
  static func * (x: Self, y: Self) -> Self { .apply(.product, [x, y]) }
  static prefix func - (x: Self) -> Self { .apply(.negative, [x]) }
  /// Of one or several.
  static func of(_ operation: Graph.Operation, _ arguments: Self...) -> Self { .apply(operation, arguments) }
}
