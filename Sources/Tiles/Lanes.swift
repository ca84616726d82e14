/// As many numbers as one instruction takes.
@usableFromInline
package protocol Lanes: SIMD where Scalar == Double {
  /// How many rows a tile has, five or ten: their sums, two vectors for each, stay in registers.
  static var tileRows: Int { get }
  /// Adds a · b.
  mutating func add(_ a: Double, _ b: Self)
  /// Adds a vector.
  mutating func add(_ b: Self)
}

extension Lanes {
  /// How wide a tile is.
  @inlinable @inline(__always)
  package static var tileColumns: Int { 2 * scalarCount }
}

// Written out for each, as the operators of a vector whose size is known are single instructions. Rounding each product
// before it is added gives the same sums on every processor; with the trait Native, and on those of Apple, they are fused.

extension SIMD2: Lanes where Scalar == Double {
  @inlinable @inline(__always)
  package static var tileRows: Int { 5 }
  @inlinable @inline(__always)
  package mutating func add(_ a: Double, _ b: Self) { self += Self(repeating: a) * b }
  @inlinable @inline(__always)
  package mutating func add(_ b: Self) { self += b }
}

extension SIMD4: Lanes where Scalar == Double {
  @inlinable @inline(__always)
  package static var tileRows: Int { 5 }
  @inlinable @inline(__always)
  package mutating func add(_ a: Double, _ b: Self) {
    #if Native || arch(arm64)
      self = addingProduct(Self(repeating: a), b)
    #else
      self += Self(repeating: a) * b
    #endif
  }
  @inlinable @inline(__always)
  package mutating func add(_ b: Self) { self += b }
}

extension SIMD8: Lanes where Scalar == Double {
  @inlinable @inline(__always)
  package static var tileRows: Int { 10 }
  @inlinable @inline(__always)
  package mutating func add(_ a: Double, _ b: Self) {
    #if Native
      self = addingProduct(Self(repeating: a), b)
    #else
      self += Self(repeating: a) * b
    #endif
  }
  @inlinable @inline(__always)
  package mutating func add(_ b: Self) { self += b }
}
