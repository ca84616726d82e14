import Formulas

/// What the parts of a result do while what is moved stays in a disc around its value.
struct Neighbourhood {
  /// The radius of the disc.
  let radius: Double
  /// For each part how far it goes from its value at most, and whether no kink is met.
  let parts: [Disc]
  /// What their sum is divided by.
  let divisor: Double
  /// How far rounding may carry the result within a step of the size that such a disc allows.
  let noise: Double

  /// The discs on which the result is bounded, from the largest that is tried to the smallest of use.
  static func all<Corner>(
    of moved: inout some Moved<Disc, Corner>, rounding: inout some Moved<Rounded, Corner>
  ) -> [Neighbourhood] {
    var found: [Neighbourhood] = []
    var best = Double.infinity
    // As far as something of this size is moved at most; where the result bends more sharply, smaller discs follow.
    var radius = max(1, moved.size)
    for _ in 0..<tries {
      if let disc = Neighbourhood(radius, of: &moved, rounding: &rounding) {
        found.append(disc)
        let bound = disc.bound
        best = min(best, bound)
        // Smaller discs only leave more to rounding; but on one that holds a kink, a smaller one may not.
        let isSmooth = disc.parts.allSatisfy(\.isSmooth)
        if bound > (isSmooth ? worse : hopeless) * best { break }
      }
      radius *= shrinking
    }
    return found
  }

  private static let shrinking = 0.125
  /// The smallest disc is 8⁻¹⁹ of the largest: the rounding of what is moved is larger.
  private static let tries = 20
  /// A bound so many times the best one will not become better again.
  private static let worse = 8.0
  /// And a kink that is so near is as good as met.
  private static let hopeless = 0x1p30

  private init?<Corner>(
    _ radius: Double, of moved: inout some Moved<Disc, Corner>, rounding: inout some Moved<Rounded, Corner>
  ) {
    var (parts, noise) = ([Disc](), 0.0)
    var crossed: [Corner] = []
    let count = moved.partCount
    parts.reserveCapacity(count)
    for part in 0..<count {
      let result = moved.result(of: part, movedBy: Disc(0, radius: radius), &crossed)
      guard result.value.isFinite, result.radius < .infinity else { return nil }
      let rounded = rounding.result(of: part, movedBy: Rounded(exactly: radius / 16), &crossed)
      guard rounded.error < .infinity else { return nil }
      parts.append(result)
      noise += rounded.error
    }
    self.radius = radius
    self.parts = parts
    divisor = Double(moved.divisor)
    self.noise = DifferenceQuotient.unit * noise / divisor
  }

  /// How well the slope by what is moved would be known.
  private var bound: Double {
    let variation = parts.reduce(0) { $0 + $1.radius } / divisor
    let quotient = DifferenceQuotient(.central, variation: variation, radius: radius, noise: noise, at: 0)
    return quotient?.bound ?? .infinity
  }
}
