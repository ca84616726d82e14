import Backprop

/// What the core can do at most: multiplications and additions in registers that do not wait for each other.
struct Peak {
  /// Numbers that the compiler does not know: it would compute with them itself.
  private let factors = (0..<6).map { _ in Double.random(in: 0...1) }
  private let start = Lanes.random(in: 0...1)

  /// Operations in a second.
  func rate() -> Double {
    let clock = ContinuousClock()
    let rounds = 300_000
    let begin = clock.now
    let sum = run(rounds)
    let seconds = (clock.now - begin) / .seconds(1)
    // The sum is asked for, so that it is computed.
    return sum.isNaN ? 0 : 2 * 14 * Double(Lanes.scalarCount) * Double(rounds) / seconds
  }

  /// Twelve sums of six numbers times two vectors, enough of them that none waits for its last addition; and two that move the vectors on,
  /// so that no product is the same twice.
  @inline(never)
  private func run(_ rounds: Int) -> Double {
    let (a0, a1, a2, a3, a4, a5) = (factors[0], factors[1], factors[2], factors[3], factors[4], factors[5])
    let step = start
    var (b0, b1) = (start, start + start)
    var (s00, s01, s10, s11) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (s20, s21, s30, s31) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (s40, s41, s50, s51) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for _ in 0..<rounds {
      s00.add(a0, b0)
      s01.add(a0, b1)
      s10.add(a1, b0)
      s11.add(a1, b1)
      s20.add(a2, b0)
      s21.add(a2, b1)
      s30.add(a3, b0)
      s31.add(a3, b1)
      s40.add(a4, b0)
      s41.add(a4, b1)
      s50.add(a5, b0)
      s51.add(a5, b1)
      b0.add(a0, step)
      b1.add(a1, step)
    }
    let sums = [s00, s01, s10, s11, s20, s21, s30, s31, s40, s41, s50, s51]
    return sums.reduce(b0 + b1) { $0 + $1 }.sum()
  }
}
