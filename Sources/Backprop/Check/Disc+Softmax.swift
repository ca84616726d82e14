import Formulas

/// What mixes the neurons of a layer, on discs.
///
/// With z_j = x_j + iφ_j and |φ_j| ≤ r, |Σ e^(z_j)| ≥ cos r · Σ e^(x_j), and no share of the e^(x_j) grows by more than
/// e^(2r); so |a_j| ≤ a_j(centre) e^(2r) / cos r everywhere.
extension Disc {
  // ∂a_j/∂z_k: a_j moves by Σ_(k ≠ j) a_j a_k (δ_j − δ_k)
  static func softmax(_ x: [Disc]) -> [Disc] {
    let shares = Double.softmax(x.map(\.value))
    let growth = growth(x)
    let moved = movedBesides(x, shares)
    let isSmooth = x.allSatisfy(\.isSmooth)
    return x.indices.map {
      Disc(shares[$0], radius: growth * growth * shares[$0] * moved[$0], isSmooth: isSmooth)
    }
  }

  // it moves by Σ_k a_k δ_k
  static func logSumExp(_ x: [Disc]) -> Disc {
    let values = x.map(\.value)
    let moved = zip(x, Double.softmax(values)).reduce(0) { $0 + $1.0.radius * $1.1 }
    return Disc(.logSumExp(values), radius: growth(x) * moved, isSmooth: x.allSatisfy(\.isSmooth))
  }

  /// e^(2r) / cos r.
  private static func growth(_ x: [Disc]) -> Double {
    let radius = x.reduce(0) { Swift.max($0, $1.radius) }
    return radius < 1.5 ? .exp(2 * radius) / .cosine(radius) : .infinity
  }

  /// Σ_(k ≠ j) a_k (r_j + r_k) for each j, without subtracting anything.
  private static func movedBesides(_ x: [Disc], _ shares: [Double]) -> [Double] {
    var moved = Array(repeating: 0.0, count: x.count)
    // What stands before j, and then what stands behind it: the shares, and the shares times the radii.
    for indices in [Array(x.indices), x.indices.reversed()] {
      var (share, product) = (0.0, 0.0)
      for j in indices {
        moved[j] += share * x[j].radius + product
        share += shares[j]
        product += shares[j] * x[j].radius
      }
    }
    return moved
  }
}
