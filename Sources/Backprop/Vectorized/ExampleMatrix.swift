/// Examples laid out as matrices, once, for the vectorized core.
public struct ExampleMatrix: Sendable {
  /// The inputs, [n_0 × n], a column for each example.
  let x: Matrix
  /// The targets, [n_L × n].
  let y: Matrix
  /// The place of each example's only 1, where all targets are one-hot: one 1 among zeros, of at least two.
  let labels: [Int]?

  /// Lays out examples that have as many inputs and targets each as the first.
  public init(_ examples: [Example<Double>]) {
    x = Matrix(rows: examples.first?.inputs.count ?? 0, columns: examples.map(\.inputs))
    y = Matrix(rows: examples.first?.targets.count ?? 0, columns: examples.map(\.targets))
    let ones = examples.compactMap { Self.label($0.targets) }
    labels = ones.count == examples.count ? ones : nil
  }

  /// How many examples there are.
  public var count: Int { x.columns }

  private static func label(_ targets: [Double]) -> Int? {
    guard targets.count > 1, targets.allSatisfy({ $0 == 0 || $0 == 1 }), targets.reduce(0, +) == 1 else {
      return nil
    }
    return targets.firstIndex(of: 1)
  }
}
