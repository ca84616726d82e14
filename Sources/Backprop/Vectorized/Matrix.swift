/// A matrix, its elements in one piece.
package struct Matrix: Equatable, Sendable {
  /// Which elements lie side by side.
  package enum Order: Sendable { case rowByRow, columnByColumn }

  let order: Order
  package let rows: Int
  private(set) var columns: Int
  /// The element in row i and column j stands at i · rowStride + j · columnStride, counted from 0.
  package var elements: [Double]

  package init(rows: Int, columns: Int, _ order: Order, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows · columns elements")
    self.rows = rows
    self.columns = columns
    self.order = order
    self.elements = elements
  }

  package init(rows: Int, columns: Int, _ order: Order = .columnByColumn) {
    self.init(
      rows: rows, columns: columns, order, elements: Array(repeating: 0, count: rows * columns))
  }

  var rowStride: Int { order == .rowByRow ? columns : 1 }
  var columnStride: Int { order == .rowByRow ? 1 : rows }

  /// Aᵀ: the same elements, read the other way.
  package var transposed: Matrix {
    Matrix(
      rows: columns, columns: rows, order == .rowByRow ? .columnByColumn : .rowByRow, elements: elements)
  }

  package subscript(i: Int, j: Int) -> Double {
    get { elements[i * rowStride + j * columnStride] }
    set { elements[i * rowStride + j * columnStride] = newValue }
  }
}

/// Matrices with a column for each example, column by column.
extension Matrix {
  /// The given columns side by side, each of `rows` elements.
  init(rows: Int, columns: [[Double]]) {
    self.init(rows: rows, columns: columns.count, .columnByColumn, elements: columns.flatMap { $0 })
  }

  /// Where the elements of column j are.
  func places(ofColumn j: Int) -> Range<Int> { j * rows..<(j + 1) * rows }

  func column(_ j: Int) -> ArraySlice<Double> { elements[places(ofColumn: j)] }

  /// Makes room for so many columns, whose elements are yet to be set; the memory is kept when they get fewer.
  mutating func hold(columns count: Int) {
    columns = count
    let surplus = elements.count - rows * count
    if surplus > 0 { elements.removeLast(surplus) }
    if surplus < 0 { elements.append(contentsOf: repeatElement(0, count: -surplus)) }
  }

  /// Makes this the given columns of another with as many rows.
  mutating func gather(_ chosen: some Collection<Int>, of source: Matrix) {
    columns = chosen.count
    elements.removeAll(keepingCapacity: true)
    for j in chosen { elements.append(contentsOf: source.column(j)) }
  }

  /// Adds the vector to every column: A + b 1ᵀ.
  mutating func add(_ vector: [Double]) {
    precondition(vector.count == rows, "a vector is added to columns of its length")
    for j in 0..<columns {
      for i in 0..<rows { elements[j * rows + i] += vector[i] }
    }
  }
}

extension [Double] {
  /// Makes this A 1, the sum of each row of a matrix that lies column by column.
  mutating func setToRowSums(of matrix: Matrix) {
    for i in indices { self[i] = 0 }
    for j in 0..<matrix.columns {
      for i in indices { self[i] += matrix.elements[j * matrix.rows + i] }
    }
  }
}
