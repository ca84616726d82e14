import Formulas

/// What mixes the neurons of a layer, on discs.
///
/// With z_j = x_j + iφ_j and |φ_j| ≤ r, |Σ e^(z_j)| ≥ cos r · Σ e^(x_j), and no share of the e^(x_j) grows by more than
/// e^(2r); so |a_j| ≤ a_j(centre) e^(2r) / cos r everywhere.
extension Disc {
  // a_j moves by Σ_(k ≠ j) a_j a_k (δ_j − δ_k)
  static func softmax(_ x: [Disc]) -> [Disc] {
    let shares = Double.softmax(x.map(\.value))
    let growth = growth(x)
    let moved = SoftmaxReach.besides(shares, x.map(\.radius))
    let isSmooth = isSmooth(x)
    return x.indices.map {
      Disc(shares[$0], radius: growth * growth * shares[$0] * moved[$0], isSmooth: isSmooth)
    }
  }

  static func softmaxComplement(_ x: [Disc], outputs: [Disc], at j: Int) -> Disc {
    let value = Double.softmaxComplement(x.map(\.value), outputs: outputs.map(\.value), at: j)
    return Disc(value, radius: outputs[j].radius, isSmooth: outputs[j].isSmooth)
  }

  // ln a_j moves by Σ_(k ≠ j) a_k (δ_j − δ_k)
  static func logSoftmax(_ x: [Disc], at j: Int) -> Disc {
    let values = x.map(\.value)
    let moved = SoftmaxReach.besides(Double.softmax(values), x.map(\.radius), j)
    return Disc(.logSoftmax(values, at: j), radius: growth(x) * moved, isSmooth: isSmooth(x))
  }

  // ln (1 − a_j) moves by −a_j Σ_(k ≠ j) s_k (δ_j − δ_k), with s_k the share of k among all but j
  static func logSoftmaxComplement(_ x: [Disc], at j: Int) -> Disc {
    let values = x.map(\.value)
    let moved = SoftmaxReach.ofOdds(values, x.map(\.radius), j)
    let value = Double.logSoftmaxComplement(values, at: j)
    return Disc(value, radius: growth(x) * growth(x) * moved, isSmooth: isSmooth(x))
  }

  /// e^(2r) / cos r.
  private static func growth(_ x: [Disc]) -> Double {
    let radius = x.reduce(0) { Swift.max($0, $1.radius) }
    return radius < 1.5 ? .exp(2 * radius) / .cos(radius) : .infinity
  }

  private static func isSmooth(_ x: [Disc]) -> Bool { x.allSatisfy(\.isSmooth) }
}
