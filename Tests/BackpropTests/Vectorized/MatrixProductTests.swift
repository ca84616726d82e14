import Formulas
import Testing

@testable import Backprop

private typealias Shape = (rows: Int, depth: Int, columns: Int)

/// Empty ones, single ones, primes, and those at the edges of a tile, of a block of columns, and of a piece of the depth.
private let shapes: [Shape] = [
  (0, 3, 2), (3, 0, 2), (3, 2, 0), (1, 1, 1), (2, 2, 2), (1, 7, 1), (1, 5, 40), (40, 5, 1), (3, 3, 4),
  (4, 3, 3),
  (5, 4, 15), (6, 4, 16), (7, 4, 17), (6, 1, 8), (12, 2, 32), (13, 17, 31), (11, 3, 9), (30, 784, 10),
  (10, 30, 10),
  (30, 10, 78), (9, 2, 4), (10, 2, 4), (21, 2, 4), (5, 3, 191), (5, 3, 192), (5, 3, 193), (11, 3, 400),
  (193, 3, 5), (7, 255, 3), (7, 256, 5), (7, 257, 6), (5, 521, 19), (3, 300, 200),
]

private let orders: [Matrix.Order] = [.rowByRow, .columnByColumn]

@Suite struct `The product of matrices` {
  @Test(arguments: shapes.indices)
  func `It is the sums of products, whatever the shape, and however the matrices lie`(place: Int) {
    let shape = shapes[place]
    var random = SplitMix64(seed: UInt64(place))
    let a = drawn(shape.rows, shape.depth, .rowByRow, &random)
    let b = drawn(shape.depth, shape.columns, .columnByColumn, &random)
    let sums = Sums(a, b)
    for instructions in Instructions.allCases where instructions.areThere {
      var product = MatrixProduct(instructions)
      for left in [a, a.copied(.columnByColumn)] {
        for right in [b, b.copied(.rowByRow)] {
          for order in orders {
            // What stands there before is of no account.
            var c = Matrix(
              rows: shape.rows, columns: shape.columns, order,
              elements: Array(repeating: .nan, count: shape.rows * shape.columns))
            product.set(&c, to: left, times: right)
            #expect(
              sums.firstWrong(c) == nil,
              "\(shape): \(left.order) times \(right.order) into \(order) by \(instructions.name)")
          }
        }
      }
    }
  }

  #if !Native
    @Test func `Each kind of instructions gives the same bits`() {
      var random = SplitMix64(seed: 4)
      let (a, b) = (drawn(23, 300, .rowByRow, &random), drawn(300, 41, .columnByColumn, &random))
      let products = Instructions.allCases.filter(\.areThere).map { instructions in
        var (c, product) = (Matrix(rows: 23, columns: 41), MatrixProduct(instructions))
        product.set(&c, to: a, times: b)
        return c.elements.map(\.bitPattern)
      }
      #expect(products.allSatisfy { $0 == products.first })
    }
  #endif

  @Test func `A part of a matrix is multiplied where it lies`() {
    var random = SplitMix64(seed: 3)
    var product = MatrixProduct()
    let whole = drawn(7, 40, .columnByColumn, &random)
    for range in [0..<40, 0..<1, 5..<23, 39..<40, 12..<12] {
      let part = whole.columns(range)
      var gathered = Matrix(rows: 7, columns: 0)
      gathered.gather(Array(range), of: whole)
      let (left, right) = (drawn(6, 7, .rowByRow, &random), drawn(range.count, 3, .rowByRow, &random))
      var c = Matrix(rows: 6, columns: range.count)
      product.set(&c, to: left, times: part)
      #expect(wrong(c, left, gathered) == nil, "before \(range)")
      c = Matrix(rows: 7, columns: 3)
      product.set(&c, to: part, times: right)
      #expect(wrong(c, gathered, right) == nil, "after \(range)")
      c = Matrix(rows: 3, columns: 7)
      product.set(&c, to: right.transposed, times: part.transposed)
      #expect(wrong(c, right.transposed, gathered.transposed) == nil, "\(range), transposed")
    }
  }

  @Test func `A transposed matrix has its rows for columns`() {
    var random = SplitMix64(seed: 1)
    for order in orders {
      let a = drawn(3, 5, order, &random)
      for i in 0..<3 {
        for j in 0..<5 { #expect(a.transposed[j, i] == a[i, j]) }
      }
      #expect(a.transposed.transposed == a)
    }
  }

  @Test func `A larger product leaves nothing behind for a smaller one`() {
    var random = SplitMix64(seed: 2)
    var product = MatrixProduct()
    for size in [40, 3, 17, 1, 6] {
      let (a, b) = (drawn(size, size, .rowByRow, &random), drawn(size, size, .columnByColumn, &random))
      var c = Matrix(rows: size, columns: size)
      product.set(&c, to: a, times: b)
      #expect(wrong(c, a, b) == nil, "\(size)")
    }
  }
}

private func drawn(_ rows: Int, _ columns: Int, _ order: Matrix.Order, _ random: inout SplitMix64) -> Matrix {
  Matrix(
    rows: rows, columns: columns, order,
    elements: (0..<rows * columns).map { _ in .random(in: -1...1, using: &random) })
}

extension Matrix {
  /// The same elements, lying in that order.
  fileprivate func copied(_ order: Order) -> Matrix {
    var copy = Matrix(rows: rows, columns: columns, order)
    for i in 0..<rows { for j in 0..<columns { copy[i, j] = self[i, j] } }
    return copy
  }
}

/// A B by the three plain loops.
private struct Sums {
  /// What stands in row i and column j, and how far another order of its terms may take it.
  private var rows: [[(sum: Double, rounding: Double)]] = []

  init(_ a: Matrix, _ b: Matrix) {
    let columns = (0..<b.columns).map { j in (0..<b.rows).map { b[$0, j] } }
    for i in 0..<a.rows {
      let row = (0..<a.columns).map { a[i, $0] }
      rows.append(
        columns.map { column in
          var (sum, magnitude, k) = (0.0, 0.0, 0)
          while k < row.count {
            let term = row[k] * column[k]
            sum += term
            magnitude += term.magnitude
            k += 1
          }
          // They differ by a rounding for each term at most.
          return (sum, Double(k) * Double.ulpOfOne * magnitude)
        })
    }
  }

  /// The first place where C is something else.
  func firstWrong(_ c: Matrix) -> (row: Int, column: Int)? {
    for (i, row) in rows.enumerated() {
      for (j, (sum, rounding)) in row.enumerated() where !((c[i, j] - sum).magnitude <= rounding) {
        return (i, j)
      }
    }
    return nil
  }
}

private func wrong(_ c: Matrix, _ a: Matrix, _ b: Matrix) -> (row: Int, column: Int)? {
  Sums(a, b).firstWrong(c)
}
