/// The matrix product C = A B, in blocks that stay in the processor's caches.
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
/// their sums are not stored.
package struct MatrixProduct: Sendable {
  /// How high a tile is, five rows or ten.
  private let tileRows: Int
  static let tileColumns = 2 * Lanes.scalarCount
  private static let pieceOfDepth = 256
  private static let blockOfColumns = 192
  /// The size of a cache line, in bytes.
  private static let line = 64

  /// Room for the packed part of B.
  private var room: [Double] = []

  /// Twice as many sums as rows have to fit into the registers: 20 into the 32 of AVX-512, ten into SSE2's 16.
  package init() { self.init(isTall: Lanes.scalarCount == 8) }

  init(isTall: Bool) { tileRows = isTall ? 10 : 5 }

  /// Makes C the product A B: [m × n] from [m × k] and [k × n].
  package mutating func set(_ c: inout Matrix, to a: Matrix, times b: Matrix) {
    precondition(c.rows == a.rows && c.columns == b.columns && a.columns == b.rows, "the shapes fit")
    precondition(c.isWhole && a.isInside && b.isInside, "a matrix has all its elements")
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
    let tileRows = tileRows
    let piece = Self.evenly(k, Self.pieceOfDepth)
    let strips = Self.evenly(
      (n + Self.tileColumns - 1) / Self.tileColumns, Self.blockOfColumns / Self.tileColumns)
    makeRoom(strips * Self.tileColumns * piece)
    // The shapes were compared above, and so was what they reach with the elements that are there. There is room for a
    // piece of as many strips as are packed.
    c.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { elements in
        let a = Strided(elements, of: a)
        b.elements.withUnsafeBufferPointer { elements in
          let b = Strided(elements, of: b)
          room.withUnsafeMutableBytes { room in
            guard let c = c.baseAddress, let a, let b,
              let packed = room.baseAddress?.alignedUp(toMultipleOf: Self.line)
            else { preconditionFailure("what is not empty has an address") }
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
                for i in stride(from: 0, to: m, by: tileRows) {
                  let rows = a.part(i, p)
                  strip = packed
                  for j in stride(from: left, to: right, by: Self.tileColumns) {
                    let tile = MatrixTile(
                      start: c + (i * n + j), stride: n, height: min(tileRows, m - i),
                      width: min(Self.tileColumns, right - j), isNew: p == 0)
                    tile.add(rows, UnsafeRawPointer(strip), depth: depth)
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

extension Matrix {
  /// Whether all that it reaches is there.
  fileprivate var isInside: Bool { start >= 0 && start + rows * columns <= elements.count }
  /// Whether it has just these elements, and is no part of another.
  fileprivate var isWhole: Bool { start == 0 && elements.count == rows * columns }
}
