import Formulas

/// The size of a step, and how far off a difference quotient over it is at most, by what is known beforehand.
///
/// A cost that goes no further than M from its value within the radius R of a parameter, in the complex plane, has
/// |c_m| ≤ M/Rᵐ for the coefficients of its power series (Cauchy), whatever it does between the points of a difference.
struct DifferenceQuotient {
  /// h, a power of two, so that θ ± h is seldom rounded.
  let step: Double
  /// How far off the quotient is at most, by the terms of the series that it does not cancel.
  let truncation: Double
  /// The same and the rounding of the cost, as far as it can be told beforehand.
  let bound: Double

  /// The unit in which `Rounded` counts: twice as much as a sum or a product is rounded by.
  static let unit = Double.ulpOfOne

  /// Which quotient: its error is at most noise · N/h + rest · (M/R)(h/R)^order, for h ≤ R/8.
  struct Kind {
    let noise: Double
    let rest: Double
    let order: Int

    /// (4 D(h/2) − D(h)) / 3 with D(h) = (C(θ + h) − C(θ − h)) / 2h (Richardson).
    ///
    /// Of c_m h^(m−1), m = 5, 7, …, (1 − 4^((3−m)/2))/3 is left, so all of them leave at most (M/R)(h/R)⁴ / (3 (1 − 1/64)).
    static let central = Kind(noise: 3, rest: 0.36, order: 4)

    /// 2 D(h/4, h/2) − D(h/2, h) with D(s, t) = (C(θ ± t) − C(θ ± s)) / ±(t − s): on one side, and not at θ itself.
    ///
    /// Of c_3 h² 7/8 are left, of the others less than m (1 + 2^(2−m)) c_m h^(m−1); for h ≤ R/8 in all 1.2 (M/R)(h/R)².
    static let oneSided = Kind(noise: 20, rest: 1.2, order: 2)
  }

  /// The step that leaves the least to both errors.
  ///
  /// The result is `nil` where the numbers around θ are too coarse for one.
  init?(_ kind: Kind, variation: Double, radius: Double, noise: Double, at parameter: Double) {
    // noise N/h + rest M h^n/R^(n+1) is least for h^(n+1) = (noise N R^(n+1)) / (n rest M)
    let share = kind.noise * noise / (Double(kind.order) * kind.rest * variation)
    let best = variation > 0 ? radius * .exp(.ln(share) / Double(kind.order + 1)) : radius
    let ulp = max(parameter.magnitude.ulp, (parameter.magnitude + radius).ulp)
    let most = radius / 8
    let wanted = min(max(best, most * 0x1p-20, 1024 * ulp), most)
    guard wanted.isNormal, wanted >= 256 * ulp else { return nil }
    step = Double(sign: .plus, exponent: wanted.exponent, significand: 1)
    let ratio = step / radius
    let power = kind.order == 4 ? ratio * ratio * ratio * ratio : ratio * ratio
    // θ ± h are rounded to numbers that there are: c_2 has a share then, of at most as many ulps.
    let shift = kind.noise * 2 * variation / radius / radius * ulp
    truncation = kind.rest * variation / radius * power + shift
    bound = truncation + kind.noise * noise / step
  }
}
