#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A positive double to so many significant digits, correctly rounded; exactly between two, to the even one.
///
/// The platform's `%e` rounds correctly as well, but takes twenty times as long, and a long derivation is made of
/// numbers. Here the double m · 2ᵉ is multiplied by a power of ten known to 128 bits: what is left of the point is the
/// answer, unless the rest is so near to a half that those bits cannot tell; then the platform is asked.
struct SignificantDigits {
  /// The digits as a whole number, the first of them not 0.
  let figures: UInt64
  /// The power of ten that the first digit stands for.
  let power: Int

  /// Digits that are known already.
  init(figures: UInt64, power: Int) {
    self.figures = figures
    self.power = power
  }

  /// `count` digits, from 1 to 17, of a finite number above 0.
  init?(_ value: Double, count: Int) {
    guard value > 0, value.isFinite, (1...17).contains(count) else { return nil }
    // log₁₀ 2 = 0.30103; the guess may be one off.
    var power = (Int(value.exponent) * 315_653) >> 20
    for _ in 0..<3 {
      guard let power10 = PowerOfTen(count - 1 - power) else { break }
      let scaled = power10.times(value)
      if scaled.whole < Self.wholePowers[count - 1] {
        power -= 1
      } else if scaled.whole >= Self.wholePowers[count] {
        power += 1
      } else {
        guard let isAbove = scaled.isAboveHalf else { break }
        let figures = scaled.whole + (isAbove ? 1 : 0)
        let isTen = figures == Self.wholePowers[count]
        self.init(figures: isTen ? figures / 10 : figures, power: isTen ? power + 1 : power)
        return
      }
    }
    self.init(byPlatform: value, count: count)
  }

  /// The same as the platform's `%e` has it.
  init?(byPlatform value: Double, count: Int) {
    var buffer = [CChar](repeating: 0, count: 40)
    let length = withVaList([Int32(count - 1), value]) { arguments in
      buffer.withUnsafeMutableBufferPointer { vsnprintf($0.baseAddress, $0.count, "%.*e", arguments) }
    }
    guard length > 0, length < buffer.count else { return nil }
    let text = String(decoding: buffer.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let parts = text.split(separator: "e")
    guard parts.count == 2, let power = Int(parts[1]), let figures = UInt64(parts[0].filter { $0 != "." })
    else { return nil }
    self.init(figures: figures, power: power)
  }

  /// 10⁰ to 10¹⁷.
  private static let wholePowers: [UInt64] = (0...17).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}

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
