/// The matrix product C = A B, in blocks that stay in the processor's caches.
///
/// The product is made of tiles of C, 6 rows high and two vectors wide, whose sums stay in registers while k runs:
///
///     for each piece of k, of at most 256                      A and B are cut, C gathers
///       for each block of 192 rows                             the block of A stays in the second cache
///         for each strip of C, two vectors wide
///           pack the piece of B below the strip: a panel       the panel stays in the first cache
///           for each 6 rows of the block
///             the tile += 6 columns of A · the panel           12 sums in registers
///
/// The panel is packed so that the innermost loop reads it in one go; A is read where it lies, six numbers for each k.
/// Both may lie row by row or column by column: packing and reading go by strides, and so Aᵀ B and A Bᵀ cost the same.
/// Where the shape does not fill a tile, the panel has zeros and the last row stands in for rows that are not there;
/// their sums are not stored.
package struct MatrixProduct: Sendable {
  fileprivate static let tileRows = 6
  fileprivate static let tileColumns = 2 * Lanes.scalarCount
  private static let pieceOfDepth = 256
  private static let blockOfRows = 192
  /// The size of a cache line, in bytes.
  private static let line = 64

  /// Room for a panel, and to begin it at a cache line: an array alone promises an alignment of 16.
  private var room = [Double](repeating: 0, count: tileColumns * pieceOfDepth + line / 8)

  package init() {}

  /// Makes C the product A B: [m × n] from [m × k] and [k × n].
  package mutating func set(_ c: inout Matrix, to a: Matrix, times b: Matrix) {
    precondition(
      c.rows == a.rows && c.columns == b.columns && a.columns == b.rows, "the shapes fit")
    switch c.order {
    case .rowByRow: set(&c.elements, to: a, times: b)
    // Cᵀ = Bᵀ Aᵀ
    case .columnByColumn: set(&c.elements, to: b.transposed, times: a.transposed)
    }
  }

  /// The same into C row by row.
  private mutating func set(_ c: inout [Double], to a: Matrix, times b: Matrix) {
    let (m, n, k) = (a.rows, b.columns, a.columns)
    guard m > 0, n > 0, k > 0 else {
      for i in c.indices { c[i] = 0 }
      return
    }
    let pieces = (k + Self.pieceOfDepth - 1) / Self.pieceOfDepth
    let piece = (k + pieces - 1) / pieces
    let (aRow, aColumn, bRow, bColumn) = (a.rowStride, a.columnStride, b.rowStride, b.columnStride)
    // The shapes were compared above, and an array has as many elements as its matrix: what the loops below reach is
    // inside of it. The panel has at most 256 rows of a tile's width, for which there is room.
    c.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { a in
        b.elements.withUnsafeBufferPointer { b in
          room.withUnsafeMutableBytes { room in
            guard let c = c.baseAddress, let a = a.baseAddress, let b = b.baseAddress,
              let panel = room.baseAddress?.alignedUp(toMultipleOf: Self.line)
            else { return }
            for p in stride(from: 0, to: k, by: piece) {
              let depth = min(piece, k - p)
              for top in stride(from: 0, to: m, by: Self.blockOfRows) {
                let bottom = min(m, top + Self.blockOfRows)
                for j in stride(from: 0, to: n, by: Self.tileColumns) {
                  let width = min(Self.tileColumns, n - j)
                  let part = Strided(start: b + (p * bRow + j * bColumn), row: bRow, column: bColumn)
                  part.pack(into: panel, depth: depth, width: width)
                  for i in stride(from: top, to: bottom, by: Self.tileRows) {
                    let rows = Strided(start: a + (i * aRow + p * aColumn), row: aRow, column: aColumn)
                    let tile = Tile(
                      start: c + (i * n + j), stride: n, height: min(Self.tileRows, bottom - i), width: width,
                      isNew: p == 0)
                    tile.add(rows, UnsafeRawPointer(panel).assumingMemoryBound(to: Lanes.self), depth: depth)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

/// A part of A or B, read by strides.
private struct Strided {
  let start: UnsafePointer<Double>
  let row: Int
  let column: Int

  /// Copies `depth` rows and `width` columns, row by row, each row filled up with zeros to the width of a tile.
  @inline(never)
  func pack(into panel: UnsafeMutableRawPointer, depth: Int, width: Int) {
    let full = MatrixProduct.tileColumns
    let to = panel.assumingMemoryBound(to: Double.self)
    if column == 1, width == full {
      var from = UnsafeRawPointer(start)
      var to = panel
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

/// A tile of C.
private struct Tile {
  let start: UnsafeMutablePointer<Double>
  /// From one row to the next.
  let stride: Int
  let height: Int
  let width: Int
  /// Whether there is nothing there yet to add to.
  let isNew: Bool

  /// Adds six rows of A, `depth` long, times the panel.
  @inline(never)
  func add(_ a: Strided, _ panel: UnsafePointer<Lanes>, depth: Int) {
    func row(_ i: Int) -> Int { min(i, height &- 1) &* a.row }
    let (i1, i2, i3, i4, i5) = (row(1), row(2), row(3), row(4), row(5))
    var (s00, s01, s10, s11) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (s20, s21, s30, s31) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (s40, s41, s50, s51) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (from, b) = (a.start, panel)
    for _ in 0..<depth {
      let (b0, b1) = (b[0], b[1])
      s00.add(from[0], b0)
      s01.add(from[0], b1)
      s10.add(from[i1], b0)
      s11.add(from[i1], b1)
      s20.add(from[i2], b0)
      s21.add(from[i2], b1)
      s30.add(from[i3], b0)
      s31.add(from[i3], b1)
      s40.add(from[i4], b0)
      s41.add(from[i4], b1)
      s50.add(from[i5], b0)
      s51.add(from[i5], b1)
      b += 2
      from += a.column
    }
    store(0, s00, s01)
    if height > 1 { store(1, s10, s11) }
    if height > 2 { store(2, s20, s21) }
    if height > 3 { store(3, s30, s31) }
    if height > 4 { store(4, s40, s41) }
    if height > 5 { store(5, s50, s51) }
  }

  @inline(__always)
  private func store(_ i: Int, _ left: Lanes, _ right: Lanes) {
    let (row, half) = (start + i &* stride, Lanes.scalarCount)
    if width >= half { store(row, left) } else { store(row, left, width) }
    if width == 2 * half { store(row + half, right) } else { store(row + half, right, width &- half) }
  }

  @inline(__always)
  private func store(_ row: UnsafeMutablePointer<Double>, _ sums: Lanes) {
    let row = UnsafeMutableRawPointer(row)
    row.storeBytes(of: isNew ? sums : row.loadUnaligned(as: Lanes.self) + sums, as: Lanes.self)
  }

  @inline(__always)
  private func store(_ row: UnsafeMutablePointer<Double>, _ sums: Lanes, _ count: Int) {
    var j = 0
    while j < count {
      row[j] = isNew ? sums[j] : row[j] + sums[j]
      j &+= 1
    }
  }
}
