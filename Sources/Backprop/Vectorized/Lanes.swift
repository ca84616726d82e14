#if Native && arch(x86_64)
  /// As many numbers as one instruction of AVX-512 takes.
  @usableFromInline package typealias Lanes = SIMD8<Double>
#elseif arch(arm64)
  /// As many numbers as two instructions take: so NEON's 32 registers have room for the ten sums of a tile.
  @usableFromInline package typealias Lanes = SIMD4<Double>
#else
  /// As many numbers as one instruction of SSE2 takes.
  @usableFromInline package typealias Lanes = SIMD2<Double>
#endif

extension Lanes {
  /// Adds a · b, in one instruction where the target has it; elsewhere that would call a library for each number.
  @inlinable @inline(__always)
  package mutating func add(_ a: Double, _ b: Lanes) {
    #if Native || arch(arm64)
      self = addingProduct(Lanes(repeating: a), b)
    #else
      self += Lanes(repeating: a) * b
    #endif
  }
}
