/// A tile of C, whose sums stay in registers while k runs.
///
/// Its rows and columns lie inside of C, which `MatrixProduct` holds as long as there is a tile; rows and columns that
/// would lie outside are neither read, see `FiveRows`, nor stored.
struct MatrixTile {
  let start: UnsafeMutablePointer<Double>
  /// From one row to the next.
  let stride: Int
  let height: Int
  let width: Int
  /// Whether there is nothing there yet to add to.
  let isNew: Bool

  /// Adds rows of A, `depth` long, times a strip of B, which begins at a cache line.
  @inline(never)
  func add(_ a: Strided, _ strip: UnsafeRawPointer, depth: Int) {
    var (upper, lower) = (FiveRows(a, height), FiveRows(a, height, from: 5))
    var (column, b) = (a.start, strip)
    let half = MemoryLayout<Lanes>.size
    if height > 5 {
      for _ in 0..<depth {
        upper.add(column, b.load(as: Lanes.self), b.load(fromByteOffset: half, as: Lanes.self))
        lower.add(column, b.load(as: Lanes.self), b.load(fromByteOffset: half, as: Lanes.self))
        column += a.column
        b += 2 * half
      }
    } else {
      for _ in 0..<depth {
        upper.add(column, b.load(as: Lanes.self), b.load(fromByteOffset: half, as: Lanes.self))
        column += a.column
        b += 2 * half
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

  /// Adds a column of A times a row of the strip.
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
