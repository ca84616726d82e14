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
    // It writes no more than it is told that there is room for, the zero at the end included.
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
