import Backprop

/// How a written number fits a value.
struct Fit: Comparable {
  /// The logarithm of how likely it is.
  let likelihood: Double
  /// Whether it is more than one rounding from the likeliest value.
  let isDoubtful: Bool

  static let none = Fit(likelihood: -.infinity, isDoubtful: true)

  static func < (left: Fit, right: Fit) -> Bool { left.likelihood < right.likelihood }

  private init(likelihood: Double, isDoubtful: Bool) {
    self.likelihood = likelihood
    self.isDoubtful = isDoubtful
  }

  /// The result is `nil` where the number does not fit.
  ///
  /// Some people keep all their digits to the end, and write the likeliest number. With others many roundings meet, which
  /// rarely all go the same way: they lie about the likeliest number as errors do, within the bounds that the interval is.
  init?(_ claim: Claim, _ value: Mind.Value) {
    guard claim.interval.meets(value.interval) else { return nil }
    guard claim.unit > 0 else {
      self.init(likelihood: 0, isDoubtful: false)
      return
    }
    let off = (claim.value - value.point).magnitude / claim.unit
    let bound = value.interval.width / claim.unit / 2 + 1
    guard off.isFinite, bound.isFinite else {
      self.init(likelihood: -Double.ln(claim.alternatives), isDoubtful: false)
      return
    }
    let deviation = 0.35 * bound
    let scattered = Double.exp(-Double.square(off / deviation) / 2) / (2.5 * deviation)
    let likelihood =
      0.4 * (off <= Self.mostOff ? 0.5 : 0) + 0.5 * Swift.min(scattered, 0.5) + 0.1 / (2 * bound)
    self.init(
      likelihood: Double.ln(Swift.max(likelihood, 1 / claim.alternatives)), isDoubtful: off > Self.mostOff)
  }

  /// More units of the last digit than this are more than one rounding.
  static let mostOff = 1.01

  /// Further off than this many units of the last digit is no rounding that was too early.
  static let mostUnits = 10.0
  /// Nor is more than this part of the number.
  static let mostPart = 0.05

  /// The logarithm of how likely a rounding that was too early is, beside a number that follows.
  static let coarse = Double.ln(0.005) - Double.ln(2 * mostUnits)
  /// Of a number that is right, and follows from nothing that was written.
  static let fromElsewhere = Double.ln(0.001)
  /// Of going on with what was meant, where something else was written.
  static let asMeant = Double.ln(0.3)
  /// Of a plain slip.
  static func slip(_ claim: Claim, for value: Double) -> Double {
    Double.ln(0.0001) - (claim.isMiswritten(value) ? Double.ln(100) : Double.ln(claim.alternatives))
  }
}

extension Claim {
  /// Whether the number has the digits of a value, but two neighbours among them in each other's place, or the point in
  /// another.
  func isMiswritten(_ value: Double) -> Bool {
    guard unit > 0, self.value != 0, value != 0, value.isFinite else { return false }
    guard let digits = figures(self.value.magnitude, unit) else { return false }
    for power in -2...2 {
      let scale = Double("1e\(power)") ?? 1
      guard let other = figures((value * scale).magnitude, unit) else { continue }
      if power != 0, digits == other, (self.value < 0) == (value < 0) { return true }
      if power == 0, digits.count == other.count {
        let apart = digits.indices.filter { digits[$0] != other[$0] }
        if let first = apart.first, apart.count == 2, apart[1] == first + 1,
          digits[first] == other[first + 1],
          digits[first + 1] == other[first]
        {
          return true
        }
      }
    }
    return false
  }

  /// The digits of a number, down to a unit; `nil` for one that has too many.
  private func figures(_ value: Double, _ unit: Double) -> [Character]? {
    let count = (value / unit).rounded()
    return count < 1e15 ? Array(String(Int(count))) : nil
  }
}
