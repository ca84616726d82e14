import Backprop
import Formulas

/// Graphs of named quantities: their traces and their checks.
enum GraphFigures {
  static let all: [Benchmark] = [
    trace("graph-1000", nodes: 1_000, repetitions: 100),
    trace("graph-100000", nodes: 100_000, repetitions: 1),
    Benchmark("forward-graph-1000") { name in
      let (trace, givens) = traceByThousand
      var slopes: [Double] = []
      var figure = Figure(name, runs: 5) { slopes = trace.forwardDerivatives(by: givens) }
      figure.note = "by \(slopes.count) givens of 3000 operations, forward mode alone"
      return [figure]
    },
    Benchmark("check-graph-1000") { name in
      let (trace, givens) = traceByThousand
      var check = GradientCheck(of: trace, by: givens)
      var figure = Figure(name, runs: 3) { check = GradientCheck(of: trace, by: givens) }
      figure.note = "by \(givens.count) givens, forward and nudged; \(check.passed ? "agrees" : "disagrees")"
      return [figure]
    },
  ]

  /// Three operations for each of 1,000 givens.
  private static var traceByThousand: (trace: GraphTrace<Double>, givens: [Graph.ID]) {
    let trace = GraphTrace.inDoubles(graph(nodes: 3_000, givens: 1_000))
    return (trace, (0..<trace.graph.count).filter(trace.graph.isParameter))
  }

  /// Forward and backward, every local gradient computed on the way.
  private static func trace(_ name: String, nodes: Int, repetitions: Int) -> Benchmark {
    Benchmark(name) { name in
      let graph = graph(nodes: nodes, givens: 10)
      var figure = Figure(name, repetitions: repetitions) { _ = GraphTrace.inDoubles(graph) }
      figure.note = "\(nodes) operations, \(Table.time(figure.median / Double(nodes))) each"
      return [figure]
    }
  }

  /// A chain of operations, each on the one before and on an earlier one or a given: in turn a product, a sum and a tanh.
  static func graph(nodes: Int, givens: Int) -> Graph {
    var random = SplitMix64(seed: 1)
    var builder = Graph.Builder()
    let (x, q) = (builder.add(quantity: "x", rank: 1), builder.add(quantity: "q", rank: 1))
    let line = builder.add(definition: "q[i] = …")
    var ids = (1...givens).map { place in
      let digits = Int.random(in: 100...999, using: &random)
      return builder.give(Numeral("0.\(digits)") ?? Numeral(integer: 1), to: x, at: [place])
    }
    for place in 0..<nodes {
      let last = Graph.Code.entry(ids[ids.count - 1])
      // Each given is used, and after them what chance has it.
      let other = place / 3 < givens ? ids[place / 3] : ids[Int.random(in: 0..<ids.count, using: &random)]
      let code: Graph.Code =
        switch place % 3 {
        case 0: .apply(.product, [last, .entry(other)])
        case 1: .apply(.sum, [last, .entry(other)])
        default: .apply(.tanh, [last])
        }
      ids.append(builder.define(code, in: line, as: q, at: [place + 1]))
    }
    return builder.graph(
      deriving: Graph.Result(name: "q[\(nodes)]", entries: [ids[ids.count - 1]], seeds: nil))
  }
}
