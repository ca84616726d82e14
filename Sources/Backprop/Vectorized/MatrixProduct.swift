import Tiles

/// The matrix product C = A B; `BlockedProduct` says how, for the best instructions of this processor.
package struct MatrixProduct: Sendable {
  private let instructions: Instructions
  /// The size of a cache line, in bytes.
  private static let line = 64

  /// Room for the packed part of B.
  private var room: [Double] = []

  /// With the best instructions of this processor.
  package init() { self.init(Instructions.best) }

  init(_ instructions: Instructions) { self.instructions = instructions }

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
    makeRoom(BlockedProduct.room(n: n, k: k))
    // The shapes were compared above, and so was what they reach with the elements that are there.
    c.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { elements in
        let a = Strided(elements, of: a)
        b.elements.withUnsafeBufferPointer { elements in
          let b = Strided(elements, of: b)
          room.withUnsafeMutableBytes { room in
            guard let c = c.baseAddress, let a, let b,
              let packed = room.baseAddress?.alignedUp(toMultipleOf: Self.line)
            else { preconditionFailure("what is not empty has an address") }
            instructions.multiply(BlockedProduct(c, a, b, m: m, n: n, k: k, packed: packed))
          }
        }
      }
    }
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

extension Strided {
  fileprivate init?(_ elements: UnsafeBufferPointer<Double>, of matrix: Matrix) {
    guard let start = elements.baseAddress else { return nil }
    self.init(start: start + matrix.start, row: matrix.rowStride, column: matrix.columnStride)
  }
}
