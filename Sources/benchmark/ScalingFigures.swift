import Backprop

/// How the times grow with the network, from a hundred parameters to a million.
enum ScalingFigures {
  static let all: [Benchmark] = [
    Benchmark("scaling") { name in
      var figures = graphs(name)
      for work in works {
        for widths in widths {
          let count = zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
          guard count <= work.most else { continue }
          let run = try work.prepare(widths)
          let repetitions = min(1000, max(1, work.most / count / 10))
          var figure = try Figure(
            "\(name): \(work.name)", runs: count > 500_000 ? 3 : 5, repetitions: repetitions, run)
          figure.note = "\(count) parameters, \(Table.time(figure.median / Double(count))) each"
          figures.append(figure)
        }
      }
      return figures
    }
  ]

  /// Work on a network of these widths, ready to be done.
  private typealias Preparation = @Sendable ([Int]) throws -> () throws -> Void

  /// What is done with each network, and up to how many parameters.
  private static let works: [(name: String, most: Int, prepare: Preparation)] = [
    (
      "trace", 1_000_000,
      { widths in
        let objective = objective(widths, examples: 1)
        return { _ = try Backpropagation(objective) }
      }
    ),
    (
      "vectorized gradient", 1_000_000,
      { widths in
        let objective = objective(widths, examples: 1)
        return { _ = VectorizedPass(objective) }
      }
    ),
    (
      "numeric gradient", 100_000,
      { widths in
        let objective = objective(widths, examples: 1)
        return { _ = NumericGradient(objective) }
      }
    ),
    (
      "document", 1_000_000,
      { widths in
        let example = try DocumentFigures.wholeDerivation(widths)
        return {
          var sink = Discarded()
          try example.write(as: .markdown, to: &sink)
        }
      }
    ),
  ]

  /// Of about 100, 1,000, 10,000, 100,000 and 1,000,000 parameters.
  private static let widths = [[14, 6, 2], [64, 14, 7], [200, 47, 10], [784, 125, 10], [1000, 988, 10]]

  /// The traces of graphs; the memory is that by which the largest so far passes all that was needed before it.
  private static func graphs(_ name: String) -> [Figure] {
    [100, 1_000, 10_000, 100_000, 1_000_000].map { nodes in
      let before = Memory.peak
      let graph = GraphFigures.graph(nodes: nodes, givens: 10)
      var figure = Figure("\(name): graph", runs: 5, repetitions: max(1, 10_000 / nodes)) {
        _ = GraphTrace.inDoubles(graph)
      }
      figure.note = "\(nodes) operations, \(Table.time(figure.median / Double(nodes))) each"
      let bytes = (Memory.peak - before) / nodes
      // A small graph finds room in what is there already.
      if nodes >= 100_000, bytes > 0 { figure.note += ", \(bytes) bytes each" }
      return figure
    }
  }
}
