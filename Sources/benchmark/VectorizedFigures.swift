import Backprop

/// Training and its matrix product.
enum VectorizedFigures {
  static let all: [Benchmark] = [
    training("gradient-784-30-10-b100", [784, 30, 10], batch: 100),
    training("gradient-784-100-10-b100", [784, 100, 10], batch: 100),
    training("epoch-784-30-10-b10", [784, 30, 10], batch: 10),
    product("matrix-product-768", size: 768),
  ]

  /// Which of the two builds this is, and by which instructions it multiplies matrices.
  static var build: String {
    #if Native
      let sums = "products and sums fused (--traits Native)"
    #else
      let sums = "the same sums on every processor; --traits Native fuses products and sums"
    #endif
    return "matrix products by \(Instructions.best.name): \(sums)"
  }

  /// Once through 1,000 examples in batches, the weights moved after each.
  private static func training(_ name: String, _ widths: [Int], batch: Int) -> Benchmark {
    Benchmark(name) { name in
      let objective = objective(widths, examples: 1000)
      var training = Training(objective, learningRate: 0.01)
      let batches = stride(from: 0, to: 1000, by: batch).map { $0..<$0 + batch }
      var figure = Figure(name, repetitions: 5) {
        for batch in batches { training.step(batch) }
      }
      // Forward and back, a multiplication and an addition for each weight; nothing goes back to the inputs.
      let all = objective.network.layers.reduce(0) { $0 + $1.weights.count }
      let behind = objective.network.layers.dropFirst().reduce(0) { $0 + $1.weights.count }
      let operations = 2.0 * 1000 * Double(2 * all + behind)
      figure.note = rate(operations, figure)
      return [figure]
    }
  }

  /// The product of two square matrices, in parts of what registers alone can do.
  private static func product(_ name: String, size: Int) -> Benchmark {
    Benchmark(name) { name in
      let elements = (0..<size * size).map { Double($0 % 17) - 8 }
      let matrix = Matrix(rows: size, columns: size, .rowByRow, elements: elements)
      var (c, product) = (matrix, MatrixProduct())
      let peak = Peak()
      // The two take turns, so that both have the same of what else the machine does.
      var (seconds, peaks): ([Double], [Double]) = ([], [])
      let clock = ContinuousClock()
      for _ in 0..<20 {
        let start = clock.now
        product.set(&c, to: matrix, times: matrix)
        seconds.append((clock.now - start) / .seconds(1))
        peaks.append(peak.rate())
      }
      let operations = 2 * Double(size) * Double(size) * Double(size)
      var figure = Figure(name, seconds: seconds)
      guard let fastest = seconds.min(), let most = peaks.max() else { return [figure] }
      let part = Int((100 * operations / fastest / most).rounded())
      figure.note =
        rate(operations, figure)
        + "; the fastest run is \(part) % of the peak, \(Table.significant(most / 1e9)) GFLOP/s"
      return [figure]
    }
  }

  private static func rate(_ operations: Double, _ figure: Figure) -> String {
    "\(Table.significant(operations / figure.median / 1e9)) GFLOP/s"
  }
}
