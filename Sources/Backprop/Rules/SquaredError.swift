import Formulas

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
    case .mean: outputs == 1 ? squares : A(1) / A(outputs) * squares
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
