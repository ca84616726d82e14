import Formulas

extension Cost {
  /// C = Σ (a − y)².
  public static let squaredError = Cost(.squaredError)
  /// C = ½ Σ (a − y)².
  public static let halfSquaredError = Cost(.halfSquaredError)
  /// C = (1/N) Σ (a − y)².
  public static let meanSquaredError = Cost(.meanSquaredError)
}

/// The sum of squares, times a factor: Σ (a − y)², ½ Σ (a − y)², (1/N) Σ (a − y)².
struct SquaredError: CostRule {
  /// What the sum is multiplied by.
  enum Scale { case whole, half, mean }

  let scale: Scale

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.square(a.minus(y)) }

  func cost<A: Algebra>(_ squares: A, outputs: Int) -> A {
    switch scale {
    case .whole: squares
    case .half: A(1) / A(2) * squares
    case .mean: mean(squares, outputs: outputs)
    }
  }

  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    switch scale {
    // ∂C/∂a = 2 (a − y)
    case .whole: A(2) * a.minus(y)
    // ∂C/∂a = a − y
    case .half: a.minus(y)
    // ∂C/∂a = (2/N) (a − y)
    case .mean: outputs == 1 ? A(2) * a.minus(y) : A(2) / A(outputs) * a.minus(y)
    }
  }
}

extension SquaredError: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    layer.a.places(ofColumn: x).reduce(0) { sum, i in
      let difference = layer.difference(y.elements[i], i)
      return sum + factor(layer) * difference * difference
    }
  }

  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    2 * factor(layer) * layer.difference(y, i)
  }

  private func factor(_ layer: VectorizedLayer) -> Double {
    switch scale {
    case .whole: 1
    case .half: 0.5
    case .mean: 1 / Double(layer.a.rows)
    }
  }
}

extension SquaredError: CostWords {
  var otherNames: [String] {
    switch scale {
    case .whole: ["sse"]
    case .half: ["quadratic"]
    case .mean: ["mse"]
    }
  }
}
