/// A part of A or B, read by strides.
///
/// The pointer is only used while `MatrixProduct` holds the elements, which has compared what the strides reach with
/// how many there are; with a check at each element the product would take several times as long.
struct Strided {
  let start: UnsafePointer<Double>
  let row: Int
  let column: Int

  private init(start: UnsafePointer<Double>, row: Int, column: Int) {
    (self.start, self.row, self.column) = (start, row, column)
  }

  init?(_ elements: UnsafeBufferPointer<Double>, of matrix: Matrix) {
    guard let start = elements.baseAddress else { return nil }
    self.init(start: start + matrix.start, row: matrix.rowStride, column: matrix.columnStride)
  }

  /// What begins in row i and column j of this.
  func part(_ i: Int, _ j: Int) -> Strided {
    Strided(start: start + (i &* row &+ j &* column), row: row, column: column)
  }

  /// Copies `depth` rows and `width` columns, row by row, each row filled up with zeros to the width of a tile.
  @inline(never)
  func pack(into strip: UnsafeMutableRawPointer, depth: Int, width: Int) {
    let full = MatrixProduct.tileColumns
    let to = strip.assumingMemoryBound(to: Double.self)
    if column == 1, width == full {
      var from = UnsafeRawPointer(start)
      var to = strip
      for _ in 0..<depth {
        to.storeBytes(of: from.loadUnaligned(as: Lanes.self), as: Lanes.self)
        let half = MemoryLayout<Lanes>.size
        to.storeBytes(
          of: from.loadUnaligned(fromByteOffset: half, as: Lanes.self), toByteOffset: half, as: Lanes.self)
        from += 8 * row
        to += 2 * half
      }
      return
    }
    var j = 0
    if row == 1 {
      while j + 4 <= width {
        packFour(start + j * column, to + j, depth)
        j += 4
      }
    }
    for j in j..<full {
      guard j < width else {
        for k in 0..<depth { to[k &* full &+ j] = 0 }
        continue
      }
      let from = start + j * column
      for k in 0..<depth { to[k &* full &+ j] = from[k &* row] }
    }
  }

  /// Four columns that each lie in one piece, turned four by four.
  @inline(__always)
  private func packFour(_ from: UnsafePointer<Double>, _ to: UnsafeMutablePointer<Double>, _ depth: Int) {
    let full = MatrixProduct.tileColumns
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
