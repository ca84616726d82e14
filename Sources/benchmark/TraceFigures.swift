import Backprop

/// The trace and the numeric gradient, and how their times grow with the network.
enum TraceFigures {
  static let all: [Benchmark] = [
    Benchmark("trace-64-16-10") { name in
      let objective = objective([64, 16, 10], examples: 1)
      let result = try Backpropagation(objective)
      var factors = 0
      // Forward, recorded, and backward.
      var figure = Figure(name, repetitions: 1000) { factors = result.trace(example: 0).factors.count }
      let each = Table.time(figure.median / Double(factors))
      let size = MemoryLayout<Factor<Double>>.stride
      figure.note = "\(result.gradient.count) parameters, \(factors) factors of \(size) bytes, \(each) each"
      var plain = PlainTrace([64, 16, 10])
      var limit = Figure("limit", repetitions: 1000) { plain.run() }
      limit.note =
        "a plain loop over \(plain.count) of the same size, \(Table.time(limit.median / Double(plain.count))) each"
      return [figure, limit]
    },
    Benchmark("numeric-64-16-10") { name in [try numeric(name, [64, 16, 10], runs: 9)] },
    Benchmark("numeric-784-30-10") { name in [try numeric(name, [784, 30, 10], runs: 3)] },
  ]

  private static func numeric(_ name: String, _ widths: [Int], runs: Int) throws -> Figure {
    let objective = objective(widths, examples: 1)
    var gradient = NumericGradient(objective)
    var figure = Figure(name, runs: runs) { gradient = NumericGradient(objective) }
    let saved = Table.significant(gradient.plainOperations / gradient.operations)
    figure.note =
      "\(gradient.sampledCount) of \(gradient.candidateCount) parameters, \(saved) times fewer operations than whole runs"
    return figure
  }
}
