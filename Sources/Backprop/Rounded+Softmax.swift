import Formulas

/// What mixes the neurons of a layer, with its rounding.
///
/// While the x move by at most e, no share grows by more than e^(2e).
extension Rounded {
  // a_j moves by Σ_(k ≠ j) a_j a_k (δ_j − δ_k)
  public static func softmax(_ x: [Rounded]) -> [Rounded] {
    let shares = Double.softmax(x.map(\.value))
    let (moved, growth) = (SoftmaxReach.besides(shares, x.map(\.error)), growth(x))
    return x.indices.map { Rounded(function: shares[$0], growth * growth * shares[$0] * moved[$0]) }
  }

  public static func softmaxComplement(_ x: [Rounded], outputs: [Rounded], at j: Int) -> Rounded {
    let values = outputs.map(\.value)
    let moved = values[j] * SoftmaxReach.besides(values, x.map(\.error), j)
    let value = Double.softmaxComplement(x.map(\.value), outputs: values, at: j)
    return Rounded(function: value, growth(x) * growth(x) * moved)
  }

  // ln a_j moves by Σ_(k ≠ j) a_k (δ_j − δ_k)
  public static func logSoftmax(_ x: [Rounded], at j: Int) -> Rounded {
    let values = x.map(\.value)
    let moved = SoftmaxReach.besides(Double.softmax(values), x.map(\.error), j)
    return Rounded(function: .logSoftmax(values, at: j), growth(x) * moved)
  }

  // ln (1 − a_j) moves by −a_j Σ_(k ≠ j) s_k (δ_j − δ_k), with s_k the share of k among all but j
  public static func logSoftmaxComplement(_ x: [Rounded], at j: Int) -> Rounded {
    let values = x.map(\.value)
    let moved = SoftmaxReach.ofOdds(values, x.map(\.error), j)
    return Rounded(function: .logSoftmaxComplement(values, at: j), growth(x) * growth(x) * moved)
  }

  private static func growth(_ x: [Rounded]) -> Double {
    .exp(2 * x.reduce(0) { Swift.max($0, $1.error) } * .ulpOfOne)
  }
}
