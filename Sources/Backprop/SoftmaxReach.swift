import Formulas

/// How far the outputs of a softmax move at most, to first order, where each x_k moves by r_k.
///
/// Everything is added up, and nothing subtracted, so that a share near 1 hardly moves.
enum SoftmaxReach {
  /// Σ_(k ≠ j) a_k (r_j + r_k) for each j: so far ln a_j moves, and a_j by a_j times that.
  static func besides(_ shares: [Double], _ radii: [Double]) -> [Double] {
    var moved = Array(repeating: 0.0, count: shares.count)
    // What stands before j, and then what stands behind it: the shares, and the shares times the radii.
    for indices in [Array(shares.indices), shares.indices.reversed()] {
      var (share, product) = (0.0, 0.0)
      for j in indices {
        moved[j] += share * radii[j] + product
        share += shares[j]
        product += shares[j] * radii[j]
      }
    }
    return moved
  }

  /// The same of one j alone.
  static func besides(_ shares: [Double], _ radii: [Double], _ j: Int) -> Double {
    shares.indices.reduce(0) { $1 == j ? $0 : $0 + shares[$1] * (radii[j] + radii[$1]) }
  }

  /// a_j Σ_(k ≠ j) s_k (r_j + r_k), with s_k the share of k among all but j: so far ln (1 − a_j) moves.
  static func ofOdds(_ x: [Double], _ radii: [Double], _ j: Int) -> Double {
    let others = x.indices.filter { $0 != j }
    let moved = zip(Double.softmax(others.map { x[$0] }), others).reduce(0) {
      $0 + $1.0 * (radii[j] + radii[$1.1])
    }
    return Double.softmax(x)[j] * moved
  }
}
