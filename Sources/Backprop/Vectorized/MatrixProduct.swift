/// The matrix product C = A B, in blocks that stay in the processor's caches.
///
/// The product is made of tiles of C, ten rows high and two vectors wide, whose sums stay in registers while k runs:
///
///     for each block of columns, and piece of k              B is cut
///       pack that part of B, strip by strip, two vectors wide      it stays in the second cache
///       for each ten rows of A                                     ten pieces of rows stay in the first cache
///         for each strip
///           the tile += ten pieces of rows · the strip             20 sums in registers
///
/// A strip is packed so that the innermost loop reads it in one go; A is read where it lies, ten numbers for each k.
/// Both may lie row by row or column by column: packing and reading go by strides, and so Aᵀ B and A Bᵀ cost the same.
/// Where the shape does not fill a tile, the strip has zeros and the last row stands in for rows that are not there;
/// their sums are not stored.
package struct MatrixProduct: Sendable {
  /// Ten where that leaves registers to spare, else five.
  fileprivate static let tileRows = Lanes.scalarCount == 8 ? 10 : 5
  fileprivate static let tileColumns = 2 * Lanes.scalarCount
  private static let pieceOfDepth = 256
  private static let blockOfColumns = 192
  /// The size of a cache line, in bytes.
  private static let line = 64

  /// Room for the packed part of B.
  private var room: [Double] = []

  package init() {}

  /// Makes C the product A B: [m × n] from [m × k] and [k × n].
  package mutating func set(_ c: inout Matrix, to a: Matrix, times b: Matrix) {
    precondition(
      c.rows == a.rows && c.columns == b.columns && a.columns == b.rows && c.start == 0, "the shapes fit")
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
    let piece = Self.evenly(k, Self.pieceOfDepth)
    let strips = Self.evenly(
      (n + Self.tileColumns - 1) / Self.tileColumns, Self.blockOfColumns / Self.tileColumns)
    makeRoom(strips * Self.tileColumns * piece)
    // The shapes were compared above, and an array has as many elements as its matrix: what the loops below reach is
    // inside of it. There is room for a piece of as many strips as are packed.
    c.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { elements in
        let a = Strided(elements, of: a)
        b.elements.withUnsafeBufferPointer { elements in
          let b = Strided(elements, of: b)
          room.withUnsafeMutableBytes { room in
            guard let c = c.baseAddress, let a, let b,
              let packed = room.baseAddress?.alignedUp(toMultipleOf: Self.line)
            else { return }
            for left in stride(from: 0, to: n, by: strips * Self.tileColumns) {
              let right = min(n, left + strips * Self.tileColumns)
              for p in stride(from: 0, to: k, by: piece) {
                let depth = min(piece, k - p)
                let size = depth * Self.tileColumns * MemoryLayout<Double>.size
                var strip = packed
                for j in stride(from: left, to: right, by: Self.tileColumns) {
                  b.part(p, j).pack(into: strip, depth: depth, width: min(Self.tileColumns, right - j))
                  strip += size
                }
                for i in stride(from: 0, to: m, by: Self.tileRows) {
                  let rows = a.part(i, p)
                  strip = packed
                  for j in stride(from: left, to: right, by: Self.tileColumns) {
                    let tile = Tile(
                      start: c + (i * n + j), stride: n, height: min(Self.tileRows, m - i),
                      width: min(Self.tileColumns, right - j), isNew: p == 0)
                    tile.add(rows, UnsafeRawPointer(strip).assumingMemoryBound(to: Lanes.self), depth: depth)
                    strip += size
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The size of the fewest parts of nearly one size, at most `most`, that a whole is cut into.
  private static func evenly(_ whole: Int, _ most: Int) -> Int {
    let parts = (whole + most - 1) / most
    return (whole + parts - 1) / parts
  }

  /// Room for so many numbers from the beginning of a cache line on: an array alone promises an alignment of 16 bytes.
  private mutating func makeRoom(_ count: Int) {
    let count = count + Self.line / MemoryLayout<Double>.size
    if room.count < count { room = [Double](repeating: 0, count: count) }
  }
}

/// A part of A or B, read by strides.
private struct Strided {
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

  /// Adds rows of A, `depth` long, times the panel.
  @inline(never)
  func add(_ a: Strided, _ panel: UnsafePointer<Lanes>, depth: Int) {
    var (upper, lower) = (FiveRows(a, height), FiveRows(a, height, from: 5))
    var (column, b) = (a.start, panel)
    if height > 5 {
      for _ in 0..<depth {
        upper.add(column, b[0], b[1])
        lower.add(column, b[0], b[1])
        column += a.column
        b += 2
      }
    } else {
      for _ in 0..<depth {
        upper.add(column, b[0], b[1])
        column += a.column
        b += 2
      }
    }
    store(upper, from: 0)
    if height > 5 { store(lower, from: 5) }
  }

  @inline(__always)
  private func store(_ sums: FiveRows, from i: Int) {
    let row = start + i &* stride
    store(sums.s0, row)
    if height > i + 1 { store(sums.s1, row + stride) }
    if height > i + 2 { store(sums.s2, row + 2 &* stride) }
    if height > i + 3 { store(sums.s3, row + 3 &* stride) }
    if height > i + 4 { store(sums.s4, row + 4 &* stride) }
  }

  @inline(__always)
  private func store(_ sums: FiveRows.Row, _ row: UnsafeMutablePointer<Double>) {
    guard width == MatrixProduct.tileColumns else { return storePart(sums, row) }
    let row = UnsafeMutableRawPointer(row)
    func store(_ sums: Lanes, _ place: UnsafeMutableRawPointer) {
      place.storeBytes(of: isNew ? sums : place.loadUnaligned(as: Lanes.self) + sums, as: Lanes.self)
    }
    store(sums.left, row)
    store(sums.right, row + MemoryLayout<Lanes>.size)
  }

  @inline(never)
  private func storePart(_ sums: FiveRows.Row, _ row: UnsafeMutablePointer<Double>) {
    for j in 0..<width {
      let half = Lanes.scalarCount
      let sum = j < half ? sums.left[j] : sums.right[j &- half]
      row[j] = isNew ? sum : row[j] + sum
    }
  }
}

/// Sums of five rows of a tile, in registers; of rows that are not there, the last one stands in.
private struct FiveRows {
  typealias Row = (left: Lanes, right: Lanes)

  var (s0, s1, s2, s3, s4): (Row, Row, Row, Row, Row)
  /// Where each row of A stands after the start of a column.
  private let (i0, i1, i2, i3, i4): (Int, Int, Int, Int, Int)

  @inline(__always)
  init(_ a: Strided, _ height: Int, from top: Int = 0) {
    let none = (Lanes.zero, Lanes.zero)
    (s0, s1, s2, s3, s4) = (none, none, none, none, none)
    func row(_ i: Int) -> Int { min(top + i, height &- 1) &* a.row }
    (i0, i1, i2, i3, i4) = (row(0), row(1), row(2), row(3), row(4))
  }

  /// Adds a column of A times a row of the panel.
  @inline(__always)
  mutating func add(_ a: UnsafePointer<Double>, _ left: Lanes, _ right: Lanes) {
    s0.left.add(a[i0], left)
    s0.right.add(a[i0], right)
    s1.left.add(a[i1], left)
    s1.right.add(a[i1], right)
    s2.left.add(a[i2], left)
    s2.right.add(a[i2], right)
    s3.left.add(a[i3], left)
    s3.right.add(a[i3], right)
    s4.left.add(a[i4], left)
    s4.right.add(a[i4], right)
  }
}
