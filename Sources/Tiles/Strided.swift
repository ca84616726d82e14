/// A part of A or B, read by strides.
///
/// The pointer is only used while `MatrixProduct` holds the elements, which has compared what the strides reach with
/// how many there are; with a check at each element the product would take several times as long.
@usableFromInline
package struct Strided {
  @usableFromInline let start: UnsafePointer<Double>
  @usableFromInline let row: Int
  @usableFromInline let column: Int

  /// What begins there, so far from one row to the next and from one column to the next.
  @inlinable @inline(__always)
  package init(start: UnsafePointer<Double>, row: Int, column: Int) {
    (self.start, self.row, self.column) = (start, row, column)
  }

  /// What begins in row i and column j of this.
  @inlinable @inline(__always)
  func part(_ i: Int, _ j: Int) -> Strided {
    Strided(start: start + (i &* row &+ j &* column), row: row, column: column)
  }

  /// Copies `depth` rows and `width` columns, row by row, each row filled up with zeros to the width of a tile.
  @inlinable @inline(__always)
  func pack<Vector: Lanes>(
    _: Vector.Type, into strip: UnsafeMutableRawPointer, depth: Int, width: Int
  ) {
    let full = Vector.tileColumns
    let to = strip.assumingMemoryBound(to: Double.self)
    if column == 1, width == full {
      var from = UnsafeRawPointer(start)
      var to = strip
      let half = MemoryLayout<Vector>.size
      for _ in 0..<depth {
        to.storeBytes(of: from.loadUnaligned(as: Vector.self), as: Vector.self)
        to.storeBytes(
          of: from.loadUnaligned(fromByteOffset: half, as: Vector.self), toByteOffset: half, as: Vector.self)
        from += 8 &* row
        to += 2 &* half
      }
      return
    }
    var j = 0
    if row == 1 {
      while j &+ 4 <= width {
        packFour(start + j &* column, to + j, depth, full)
        j &+= 4
      }
    }
    while j < full {
      let from = start + min(j, width &- 1) &* column
      for k in 0..<depth { to[k &* full &+ j] = j < width ? from[k &* row] : 0 }
      j &+= 1
    }
  }

  /// Four columns that each lie in one piece, turned four by four.
  @inlinable @inline(__always)
  func packFour(
    _ from: UnsafePointer<Double>, _ to: UnsafeMutablePointer<Double>, _ depth: Int, _ full: Int
  ) {
    @inline(__always)
    func four(_ j: Int, _ k: Int) -> SIMD4<Double> {
      UnsafeRawPointer(from + (j &* column &+ k)).loadUnaligned(as: SIMD4<Double>.self)
    }
    var k = 0
    while k &+ 4 <= depth {
      let (c0, c1, c2, c3) = (four(0, k), four(1, k), four(2, k), four(3, k))
      for i in 0..<4 {
        UnsafeMutableRawPointer(to + (k &+ i) &* full)
          .storeBytes(of: SIMD4(c0[i], c1[i], c2[i], c3[i]), as: SIMD4<Double>.self)
      }
      k &+= 4
    }
    while k < depth {
      for j in 0..<4 { to[k &* full &+ j] = from[j &* column &+ k] }
      k &+= 1
    }
  }
}
