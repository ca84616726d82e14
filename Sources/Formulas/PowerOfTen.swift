/// A power of ten to 128 bits: significand · 2^exponent, the highest bit of the significand set.
struct PowerOfTen {
  /// A double times this, cut in two at the point.
  struct Scaled {
    let whole: UInt64
    /// Whether the rest is more than a half; `nil` where the bits cannot tell.
    let isAboveHalf: Bool?
  }

  private var significand: UInt128 = 1 << 127
  private var exponent = -127

  private init() {}

  /// 10^power, for all powers that turn a double into a whole number of 17 digits.
  init?(_ power: Int) {
    guard Self.range.contains(power) else { return nil }
    self = Self.table[power - Self.range.lowerBound]
  }

  private static let range = -308...345
  /// Each from its neighbour, cut off after 128 bits: 345 steps lose less than the last ten of them.
  private static let table: [PowerOfTen] = {
    let below = sequence(first: PowerOfTen()) { $0.tenth }.prefix(1 - range.lowerBound)
    let above = sequence(first: PowerOfTen()) { $0.tenfold }.prefix(range.upperBound + 1)
    return below.reversed() + above.dropFirst()
  }()

  /// ⅝ of the significand and 16 times the power of two.
  private var tenfold: PowerOfTen {
    var next = self
    next.significand = (significand >> 1) + (significand >> 3)
    next.exponent += 4
    return next.normalized
  }

  /// A fifth of the significand and half the power of two.
  private var tenth: PowerOfTen {
    var next = self
    let (fifth, rest) = significand.quotientAndRemainder(dividingBy: 5)
    let shift = fifth.leadingZeroBitCount
    next.significand = (fifth << shift) + (rest << shift) / 5
    next.exponent -= 1 + shift
    return next
  }

  private var normalized: PowerOfTen {
    var next = self
    let shift = significand.leadingZeroBitCount
    next.significand <<= shift
    next.exponent -= shift
    return next
  }

  /// The product with a positive double, as far as it is below 2⁶⁴.
  func times(_ value: Double) -> Scaled {
    // value = m · 2ᵉ, with the highest of the 64 bits of m set
    let plain = value.significandBitPattern | (value.isNormal ? 1 << 52 : 0)
    let shift = plain.leadingZeroBitCount
    let m = UInt128(plain << shift)
    let e = (value.isNormal ? Int(value.exponentBitPattern) - 1075 : -1074) - shift
    // The highest 128 of the 192 bits of the product; what is left of the point is below 2⁶⁴.
    let product = m * (significand >> 64) + ((m * (significand & UInt128(UInt64.max))) >> 64)
    let places = -(64 + e + exponent)
    guard places < 128 else { return Scaled(whole: 0, isAboveHalf: false) }
    guard places > 64 else { return Scaled(whole: .max, isAboveHalf: nil) }
    let half: UInt128 = 1 << UInt128(places - 1)
    let rest = product & (half << 1 &- 1)
    let isNearHalf = (rest > half ? rest - half : half - rest) <= Self.unsure
    return Scaled(
      whole: UInt64(truncatingIfNeeded: product >> UInt128(places)),
      isAboveHalf: isNearHalf ? nil : rest > half)
  }

  /// The lowest bits of a product, which the steps of the table may have lost.
  private static let unsure: UInt128 = 1 << 16
}
