import Backprop

/// How the times grow with the network, from a hundred parameters to a million.
enum ScalingFigures {
  static let all: [Benchmark] = [
    Benchmark("scaling") { name in
      var figures: [Figure] = []
      for work in works {
        for widths in widths {
          let objective = objective(widths, examples: 1)
          let count = objective.network.parameters.count
          guard count <= work.most else { continue }
          let repetitions = min(1000, max(1, work.most / count / 10))
          var figure = try Figure("\(name): \(work.name)", runs: 5, repetitions: repetitions) {
            try work.run(objective)
          }
          figure.note = "\(count) parameters, \(Table.time(figure.median / Double(count))) each"
          figures.append(figure)
        }
      }
      return figures
    }
  ]

  /// What is done with each network, and up to how many parameters.
  private static let works: [(name: String, most: Int, run: @Sendable (Objective<Double>) throws -> Void)] = [
    ("trace", 1_000_000, { _ = try Backpropagation($0) }),
    ("numeric gradient", 100_000, { _ = NumericGradient($0) }),
  ]

  /// Of about 100, 1,000, 10,000, 100,000 and 1,000,000 parameters.
  private static let widths = [[14, 6, 2], [64, 14, 7], [200, 47, 10], [784, 125, 10], [1000, 988, 10]]
}
