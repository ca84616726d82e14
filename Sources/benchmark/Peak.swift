import Backprop

/// What the core can do at most: multiplications and additions in registers that do not wait for each other.
enum Peak {
  /// Operations in a second.
  static func rate() -> Double {
    let clock = ContinuousClock()
    let rounds = 1_000_000
    let start = clock.now
    let sum = run(rounds, times: 1 + 1e-9 * Double(rounds))
    let seconds = (clock.now - start) / .seconds(1)
    // The sum is asked for, so that it is computed.
    return sum.isNaN ? 0 : 2 * 12 * Double(Lanes.scalarCount) * Double(rounds) / seconds
  }

  /// Twelve sums, as in a tile of the matrix product: s ← s · f + f, which nothing can be taken out of.
  @inline(never)
  private static func run(_ rounds: Int, times f: Double) -> Double {
    let factor = Lanes(repeating: f)
    var (s0, s1, s2, s3, s4, s5) = (factor, factor, factor, factor, factor, factor)
    var (s6, s7, s8, s9, s10, s11) = (factor, factor, factor, factor, factor, factor)
    for _ in 0..<rounds {
      s0.multiply(by: f, adding: factor)
      s1.multiply(by: f, adding: factor)
      s2.multiply(by: f, adding: factor)
      s3.multiply(by: f, adding: factor)
      s4.multiply(by: f, adding: factor)
      s5.multiply(by: f, adding: factor)
      s6.multiply(by: f, adding: factor)
      s7.multiply(by: f, adding: factor)
      s8.multiply(by: f, adding: factor)
      s9.multiply(by: f, adding: factor)
      s10.multiply(by: f, adding: factor)
      s11.multiply(by: f, adding: factor)
    }
    return (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11).sum()
  }
}

extension Lanes {
  /// s ← s · f + t.
  @inline(__always)
  fileprivate mutating func multiply(by f: Double, adding t: Lanes) {
    #if Native || arch(arm64)
      self = t.addingProduct(self, Lanes(repeating: f))
    #else
      self = self * Lanes(repeating: f) + t
    #endif
  }
}
