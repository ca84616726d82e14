import Tiles

#if arch(x86_64)
  import TilesAVX2
  import TilesAVX512
  import _Builtin_intrinsics.intel.cpuid
#endif

/// The instructions of this processor that the matrix product may use, chosen when the program runs.
package enum Instructions: CaseIterable, Sendable {
  /// Those of every processor of its kind.
  case every
  #if arch(x86_64)
    /// Vectors of 256 bits.
    case avx2
    /// Vectors of 512 bits.
    case avx512
  #endif

  /// The best of this processor.
  package static let best = allCases.last { $0.areThere } ?? .every

  /// What they are called.
  package var name: String {
    switch self {
    case .every: "instructions of every processor of its kind"
    #if arch(x86_64)
      case .avx2: "AVX2"
      case .avx512: "AVX-512"
    #endif
    }
  }

  /// C = A B.
  func multiply(_ product: BlockedProduct) {
    switch self {
    case .every: EveryProcessor.multiply(product)
    #if arch(x86_64)
      case .avx2: WithAVX2.multiply(product)
      case .avx512: WithAVX512.multiply(product)
    #endif
    }
  }

  /// The sums that measure the peak, and how many operations they take.
  package func peak(_ sums: PeakSums) -> (sum: Double, operations: Double) {
    switch self {
    case .every: EveryProcessor.peak(sums)
    #if arch(x86_64)
      case .avx2: WithAVX2.peak(sums)
      case .avx512: WithAVX512.peak(sums)
    #endif
    }
  }

  /// Whether the processor has them, and the system keeps their registers for each thread.
  package var areThere: Bool {
    #if arch(x86_64)
      let (basic, extended) = (CPUID(1, 0), CPUID(7, 0))
      let hasAVX2 = basic.c.has(12) && basic.c.has(27) && basic.c.has(28) && extended.b.has(5)
      // How many bytes the system keeps for a thread: 576 before the vectors, 256 for AVX, and 1,600 for AVX-512.
      switch self {
      case .every: return true
      case .avx2: return hasAVX2 && CPUID(13, 0).b >= 576 + 256
      case .avx512:
        return hasAVX2 && extended.b.has(16) && extended.b.has(17) && extended.b.has(31)
          && CPUID(13, 1).b >= 576 + 256 + 1600
      }
    #else
      return true
    #endif
  }
}

#if arch(x86_64)
  /// What the processor says of itself; Intel, Software Developer's Manual, volume 2, CPUID.
  private struct CPUID {
    /// The registers EBX and ECX, zeros where the processor has no such leaf.
    private(set) var (b, c): (UInt32, UInt32) = (0, 0)

    init(_ leaf: UInt32, _ part: UInt32) {
      var (a, d): (UInt32, UInt32) = (0, 0)
      if __get_cpuid_count(leaf, part, &a, &b, &c, &d) == 0 { (b, c) = (0, 0) }
    }
  }

  extension UInt32 {
    fileprivate func has(_ bit: Int) -> Bool { self & (1 << bit) != 0 }
  }
#endif
