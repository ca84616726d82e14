/// C = A B in blocks that stay in the processor's caches: C row by row, [m × n], from [m × k] and [k × n].
///
/// The product is made of tiles of C, five or ten rows high and two vectors wide, whose sums stay in registers:
///
///     for each block of columns, and piece of k                    B is cut
///       pack that part of B, strip by strip, two vectors wide      it stays in the second cache
///       for the rows of each tile                                  their piece of A stays in the first cache
///         for each strip
///           the tile += that piece of A · the strip                the sums stay in registers
///
/// A strip is packed so that the innermost loop reads it in one go; A is read where it lies, a number a row for each k.
/// Both may lie row by row or column by column: packing and reading go by strides, and so Aᵀ B and A Bᵀ cost the same.
/// Where the shape does not fill a tile, the strip has zeros and the last row stands in for rows that are not there;
/// their sums are not stored. Whatever the size of the vectors, an element is the sum of its products in the order of k.
@usableFromInline
package struct BlockedProduct {
  @usableFromInline let c: UnsafeMutablePointer<Double>
  @usableFromInline let a, b: Strided
  @usableFromInline let m, n, k: Int
  @usableFromInline let packed: UnsafeMutableRawPointer

  @usableFromInline static let pieceOfDepth = 256
  @usableFromInline static let blockOfColumns = 192
  /// The most columns a tile has.
  private static let mostTileColumns = 16

  /// Into C, which has m · n elements; `packed` begins at a cache line and has `room` for that part of B.
  package init(
    _ c: UnsafeMutablePointer<Double>, _ a: Strided, _ b: Strided, m: Int, n: Int, k: Int,
    packed: UnsafeMutableRawPointer
  ) {
    (self.c, self.a, self.b, self.packed) = (c, a, b, packed)
    (self.m, self.n, self.k) = (m, n, k)
  }

  /// How many numbers the packed part of B has at most: blocks are whole tiles of each kind.
  package static func room(n: Int, k: Int) -> Int {
    min(n + mostTileColumns, blockOfColumns) * min(k, pieceOfDepth)
  }

  /// The product in tiles of these vectors, compiled into the caller for the caller's processor.
  @inlinable @inline(__always)
  package func multiply<Vector: Lanes>(by vectors: Vector.Type) {
    let columns = Vector.tileColumns
    let piece = Self.evenly(k, Self.pieceOfDepth)
    let block = columns * Self.evenly((n &+ columns &- 1) / columns, Self.blockOfColumns / columns)
    for left in stride(from: 0, to: n, by: block) {
      let right = min(n, left &+ block)
      for p in stride(from: 0, to: k, by: piece) {
        let depth = min(piece, k &- p)
        let size = depth &* columns &* MemoryLayout<Double>.stride
        var strip = packed
        for j in stride(from: left, to: right, by: columns) {
          b.part(p, j).pack(vectors, into: strip, depth: depth, width: min(columns, right &- j))
          strip += size
        }
        for i in stride(from: 0, to: m, by: Vector.tileRows) {
          let rows = a.part(i, p)
          strip = packed
          for j in stride(from: left, to: right, by: columns) {
            MatrixTile<Vector>(
              start: c + (i &* n &+ j), stride: n, height: min(Vector.tileRows, m &- i),
              width: min(columns, right &- j), isNew: p == 0
            ).add(rows, UnsafeRawPointer(strip), depth: depth)
            strip += size
          }
        }
      }
    }
  }

  /// The size of the fewest parts of nearly one size, at most `most`, that a whole is cut into.
  @inlinable @inline(__always)
  static func evenly(_ whole: Int, _ most: Int) -> Int {
    let parts = (whole &+ most &- 1) / most
    return (whole &+ parts &- 1) / parts
  }
}
