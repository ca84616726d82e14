/// Multiplications and additions in registers that do not wait for each other: what a processor can do at most.
@usableFromInline
package struct PeakSums: Sendable {
  /// Numbers that the compiler does not know: it would compute with them itself.
  @usableFromInline let factors: [Double]
  @usableFromInline let rounds: Int

  /// So many rounds with six numbers, drawn between 0 and 1.
  @usableFromInline
  package init(rounds: Int) {
    (factors, self.rounds) = ((0..<6).map { _ in .random(in: 0...1) }, rounds)
  }

  /// Twelve sums of six numbers times two vectors, enough of them that none waits for its last addition, and two that move the
  /// vectors on, so that no product is the same twice: their sum, and how many operations it took.
  @inlinable @inline(__always)
  package func run<Vector: Lanes>(by _: Vector.Type) -> (sum: Double, operations: Double) {
    let (a0, a1, a2, a3, a4, a5) = (factors[0], factors[1], factors[2], factors[3], factors[4], factors[5])
    let step = Vector(repeating: a0)
    var (b0, b1) = (step, Vector(repeating: a1))
    var (s00, s01, s10, s11) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (s20, s21, s30, s31) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (s40, s41, s50, s51) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
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
    // The sums are asked for, so that they are computed.
    b0.add(b1)
    b0.add(s00)
    b0.add(s01)
    b0.add(s10)
    b0.add(s11)
    b0.add(s20)
    b0.add(s21)
    b0.add(s30)
    b0.add(s31)
    b0.add(s40)
    b0.add(s41)
    b0.add(s50)
    b0.add(s51)
    var sum = 0.0
    for j in 0..<Vector.scalarCount { sum += b0[j] }
    return (sum, 2 * 14 * Double(Vector.scalarCount) * Double(rounds))
  }
}
