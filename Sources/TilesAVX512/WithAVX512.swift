import Tiles

/// Tiles for processors with AVX-512; nothing else may stand in this module, as all of it is compiled for them.
package enum WithAVX512 {
  /// Computes the product.
  package static func multiply(_ product: BlockedProduct) { product.multiply(by: SIMD8<Double>.self) }
  /// The sums of the peak, and how many operations they take.
  package static func peak(_ sums: PeakSums) -> (sum: Double, operations: Double) {
    sums.run(by: SIMD8<Double>.self)
  }
}
