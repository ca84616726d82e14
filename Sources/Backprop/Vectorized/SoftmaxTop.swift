#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The largest z of a softmax, which is taken out of every exponential, and the weight of all others beside it.
struct SoftmaxTop {
  /// Where it stands in the matrix; `nil` where there is none.
  let place: Int?
  /// The largest z; −∞ where there is none.
  let z: Double
  /// Σ e^(z_k − z) over all others, which is 1 less than the sum that a softmax divides by.
  let others: Double

  /// The largest of a column, or of all but one of its places; `visit` is given each e^(z_k − z) with its place.
  init(
    _ matrix: Matrix, column: Int, without dropped: Int? = nil, visit: (Int, Double) -> Void = { _, _ in }
  ) {
    let places = matrix.places(ofColumn: column)
    var (place, top): (Int?, Double) = (nil, -.infinity)
    for i in places where i != dropped && matrix.elements[i] > top { (place, top) = (i, matrix.elements[i]) }

    // Σ e^(z_k − top + raise), with what each addition loses.
    func sum(raisedBy raise: Double, visit: (Int, Double) -> Void = { _, _ in }) -> Double {
      var (sum, lost) = (0.0, 0.0)
      for i in places where i != dropped {
        let term = exp(of: matrix.elements[i], minus: top, plus: raise)
        visit(i, term)
        if i == place { continue }
        let before = sum
        sum += term
        let added = sum - before
        lost += (before - (sum - added)) + (term - added)
      }
      return sum + lost
    }
    var others = sum(raisedBy: 0, visit: visit)
    // Many terms that are each below the normal doubles lose digits that their sum has.
    if others < 0x1p-900 { others = exp(-600) * sum(raisedBy: 600) }
    (self.place, z, self.others) = (place, top, others)
  }

  /// e^(z_k) / Σ e^z of one of them.
  func share(_ z: Double) -> Double { exp(of: z, minus: self.z) / (1 + others) }
}

/// e^(z − top + raise), with what rounding takes from the difference; to raise a difference of less than −raise rounds
/// nothing.
private func exp(of z: Double, minus top: Double, plus raise: Double = 0) -> Double {
  let difference = z - top
  let power = exp(difference + raise)
  if power == 0 { return 0 }
  let subtracted = z - difference
  return power + power * ((z - (difference + subtracted)) + (subtracted - top))
}
