/// A tile of C, whose sums stay in registers while k runs.
///
/// Its rows and columns lie inside of C, which is held as long as there is a tile; rows and columns that would lie outside are
/// neither read, see `FiveRows`, nor stored.
@usableFromInline
struct MatrixTile<Vector: Lanes> {
  @usableFromInline let start: UnsafeMutablePointer<Double>
  /// From one row to the next.
  @usableFromInline let stride: Int
  @usableFromInline let height: Int
  @usableFromInline let width: Int
  /// Whether there is nothing there yet to add to.
  @usableFromInline let isNew: Bool

  @inlinable @inline(__always)
  init(start: UnsafeMutablePointer<Double>, stride: Int, height: Int, width: Int, isNew: Bool) {
    (self.start, self.stride) = (start, stride)
    (self.height, self.width, self.isNew) = (height, width, isNew)
  }

  /// Adds rows of A, `depth` long, times a strip of B, which begins at a cache line.
  @inlinable @inline(__always)
  func add(_ a: Strided, _ strip: UnsafeRawPointer, depth: Int) {
    var (upper, lower) = (FiveRows<Vector>(a, height), FiveRows<Vector>(a, height, from: 5))
    var (column, b) = (a.start, strip)
    let half = MemoryLayout<Vector>.size
    if Vector.tileRows > 5, height > 5 {
      for _ in 0..<depth {
        upper.add(column, b.load(as: Vector.self), b.load(fromByteOffset: half, as: Vector.self))
        lower.add(column, b.load(as: Vector.self), b.load(fromByteOffset: half, as: Vector.self))
        column += a.column
        b += 2 &* half
      }
    } else {
      for _ in 0..<depth {
        upper.add(column, b.load(as: Vector.self), b.load(fromByteOffset: half, as: Vector.self))
        column += a.column
        b += 2 &* half
      }
    }
    store(upper, from: 0)
    if Vector.tileRows > 5, height > 5 { store(lower, from: 5) }
  }

  @inlinable @inline(__always)
  func store(_ sums: FiveRows<Vector>, from i: Int) {
    let row = start + i &* stride
    store(sums.s0, row)
    if height > i &+ 1 { store(sums.s1, row + stride) }
    if height > i &+ 2 { store(sums.s2, row + 2 &* stride) }
    if height > i &+ 3 { store(sums.s3, row + 3 &* stride) }
    if height > i &+ 4 { store(sums.s4, row + 4 &* stride) }
  }

  @inlinable @inline(__always)
  func store(_ sums: FiveRows<Vector>.Row, _ row: UnsafeMutablePointer<Double>) {
    guard width == Vector.tileColumns else { return storePart(sums, row) }
    store(sums.left, UnsafeMutableRawPointer(row))
    store(sums.right, UnsafeMutableRawPointer(row + Vector.scalarCount))
  }

  @inlinable @inline(__always)
  func store(_ sums: Vector, _ place: UnsafeMutableRawPointer) {
    var sums = sums
    if !isNew { sums.add(place.loadUnaligned(as: Vector.self)) }
    place.storeBytes(of: sums, as: Vector.self)
  }

  @inlinable @inline(__always)
  func storePart(_ sums: FiveRows<Vector>.Row, _ row: UnsafeMutablePointer<Double>) {
    for j in 0..<width {
      let half = Vector.scalarCount
      let sum = j < half ? sums.left[j] : sums.right[j &- half]
      row[j] = isNew ? sum : row[j] + sum
    }
  }
}

/// Sums of five rows of a tile, in registers; of rows that are not there, the last one stands in.
@usableFromInline
struct FiveRows<Vector: Lanes> {
  @usableFromInline typealias Row = (left: Vector, right: Vector)

  @usableFromInline var (s0, s1, s2, s3, s4): (Row, Row, Row, Row, Row)
  /// Where each row of A stands after the start of a column.
  @usableFromInline let (i0, i1, i2, i3, i4): (Int, Int, Int, Int, Int)

  @inlinable @inline(__always)
  init(_ a: Strided, _ height: Int, from top: Int = 0) {
    let none = (Vector.zero, Vector.zero)
    (s0, s1, s2, s3, s4) = (none, none, none, none, none)
    func row(_ i: Int) -> Int { min(top &+ i, height &- 1) &* a.row }
    (i0, i1, i2, i3, i4) = (row(0), row(1), row(2), row(3), row(4))
  }

  /// Adds a column of A times a row of the strip.
  @inlinable @inline(__always)
  mutating func add(_ a: UnsafePointer<Double>, _ left: Vector, _ right: Vector) {
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
