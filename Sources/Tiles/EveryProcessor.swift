#if arch(arm64)
  /// Two of NEON's: its 32 registers have room for the ten sums of a tile.
  private typealias Vector = SIMD4<Double>
#else
  /// One of SSE2's.
  private typealias Vector = SIMD2<Double>
#endif

/// Tiles for every processor of its kind.
package enum EveryProcessor {
  /// Computes the product.
  package static func multiply(_ product: BlockedProduct) { product.multiply(by: Vector.self) }
  /// The sums of the peak, and how many operations they take.
  package static func peak(_ sums: PeakSums) -> (sum: Double, operations: Double) {
    sums.run(by: Vector.self)
  }
}
