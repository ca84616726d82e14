import Formulas

// In a debug build √ is a call into the mathematical library, which these link.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Weights drawn at random, the same on every machine: mean 0, standard deviation 1/√inputs.
///
/// Only integer arithmetic and + − × ÷ √ are used, which IEEE 754 fixes to the last bit; the logarithm of a
/// system's library may differ in it.
struct GaussianInitializer {
  /// What may be asked for: all whole numbers that every JSON reader takes alike.
  static let seeds = 0...(1 << 53)

  private var generator: SplitMix64
  private var spare: Double?

  /// Layers with the same seed draw different numbers.
  ///
  /// Starts of different layers lie a multiple of 2⁵⁴ draws apart in the one cycle of the generator, since its
  /// step is odd: no layer ever reaches the numbers of another.
  init(seed: UInt64, layer: Int) {
    generator = SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: layer) << 54)
  }

  mutating func weights(neurons: Int, inputs: Int) -> Lesson.Weights {
    let width = Double(inputs).squareRoot()
    return Lesson.Weights(drawn: (0..<neurons * inputs).map { _ in normal() / width }, inputs: inputs)
  }

  func biases(neurons: Int) -> [Numeral]? {
    Numeral("0").map { Array(repeating: $0, count: neurons) }
  }

  /// The polar method of Marsaglia and Bray (SIAM Review 6, 1964): of a point in the unit disc, u and v times
  /// √(−2 ln s / s) with s = u² + v² are two independent normal numbers.
  mutating func normal() -> Double {
    if let second = spare {
      spare = nil
      return second
    }
    while true {
      let u = generator.signedUnit()
      let v = generator.signedUnit()
      let s = u * u + v * v
      guard s > 0, s < 1 else { continue }
      let factor = (-2 * naturalLogarithm(s) / s).squareRoot()
      spare = v * factor
      return u * factor
    }
  }
}

extension SplitMix64 {
  /// Evenly from −1 up to 1, in steps of 2⁻⁵².
  mutating func signedUnit() -> Double { Double(next() >> 11) * 0x1p-52 - 1 }
}

/// ln x of a positive, normal x, to a few units in the last place.
///
/// x = m · 2ᵉ with m from √½ to √2, and ln m = 2 artanh t = 2 (t + t³/3 + t⁵/5 + …) with t = (m − 1)/(m + 1).
/// |t| is below 0.1716, so that the terms after t²³/23 are smaller than 2⁻⁵³ of the sum.
func naturalLogarithm(_ x: Double) -> Double {
  var m = x.significand
  var e = Double(x.exponent)
  if m > 2.0.squareRoot() {
    m /= 2
    e += 1
  }
  let t = (m - 1) / (m + 1)
  let square = t * t
  var sum = 0.0
  for power in stride(from: 23.0, through: 1, by: -2) { sum = sum * square + 1 / power }
  let naturalLogarithmOf2 = 0x1.62e42fefa39efp-1
  return e * naturalLogarithmOf2 + 2 * t * sum
}
