import Backprop

/// The weights with the largest and with the smallest derivatives in absolute value, as far as rounding tells them apart.
struct WeightRanking {
  /// Those that share the largest.
  let largest: [Layout.ID]
  /// Those that share the smallest.
  let smallest: [Layout.ID]
  /// How many times the smallest the largest is; above 1.
  let ratio: Double
  /// Which weights have no place in it.
  let leftOut: LeftOut

  /// Which derivatives are left out: none, those of 0, or those that are no larger than their rounding error.
  enum LeftOut { case none, zeros, withinRounding }

  /// Ranks the weights by `slopes`, each known to within its entry in `rounding`.
  ///
  /// The result is `nil` if rounding does not tell the largest from the smallest.
  init?(_ weights: [Layout.ID], slopes: [Double], rounding: [Double]) {
    let ranked = weights.filter { slopes[$0].magnitude > rounding[$0] }
    func isAbove(_ one: Layout.ID, _ other: Layout.ID) -> Bool {
      slopes[one].magnitude - slopes[other].magnitude > rounding[one] + rounding[other]
    }
    guard let most = ranked.max(by: { slopes[$0].magnitude < slopes[$1].magnitude }),
      let least = ranked.min(by: { slopes[$0].magnitude < slopes[$1].magnitude }), isAbove(most, least)
    else { return nil }
    largest = ranked.filter { !isAbove(most, $0) }
    smallest = ranked.filter { !isAbove($0, least) }
    ratio = (slopes[most] / slopes[least]).magnitude
    let others = weights.filter { slopes[$0].magnitude <= rounding[$0] }
    leftOut = others.isEmpty ? .none : others.allSatisfy { slopes[$0] == 0 } ? .zeros : .withinRounding
  }
}
