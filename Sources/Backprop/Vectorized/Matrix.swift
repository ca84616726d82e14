/// A matrix, its elements in one piece.
package struct Matrix: Equatable, Sendable {
  /// Which elements lie side by side.
  package enum Order: Sendable {
    /// Those of a row, or those of a column.
    case rowByRow, columnByColumn
  }

  let order: Order
  /// How many rows there are.
  package let rows: Int
  private(set) var columns: Int
  /// Where the first element stands: not at 0 in a matrix that is a part of another.
  private(set) var start = 0
  /// The element in row i and column j stands at start + i · rowStride + j · columnStride, counted from 0.
  package var elements: [Double]

  /// [rows × columns], of exactly as many elements, in that order.
  package init(rows: Int, columns: Int, _ order: Order, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix has rows · columns elements")
    self.rows = rows
    self.columns = columns
    self.order = order
    self.elements = elements
  }

  /// [rows × columns], of zeros.
  package init(rows: Int, columns: Int, _ order: Order = .columnByColumn) {
    self.init(
      rows: rows, columns: columns, order, elements: Array(repeating: 0, count: rows * columns))
  }

  var rowStride: Int { order == .rowByRow ? columns : 1 }
  var columnStride: Int { order == .rowByRow ? 1 : rows }

  /// Aᵀ: the same elements, read the other way.
  package var transposed: Matrix {
    var transposed = Matrix(
      rows: columns, columns: rows, order == .rowByRow ? .columnByColumn : .rowByRow, of: self)
    transposed.start = start
    return transposed
  }

  /// Other rows and columns of the same elements.
  private init(rows: Int, columns: Int, _ order: Order, of whole: Matrix) {
    self.rows = rows
    self.columns = columns
    self.order = order
    elements = whole.elements
  }

  /// The element in row i and column j, counted from 0.
  package subscript(i: Int, j: Int) -> Double {
    get { elements[start + i * rowStride + j * columnStride] }
    set { elements[start + i * rowStride + j * columnStride] = newValue }
  }
}

/// Matrices with a column for each example, column by column.
extension Matrix {
  /// The given columns side by side, each of `rows` elements.
  init(rows: Int, columns: [[Double]]) {
    self.init(rows: rows, columns: columns.count, .columnByColumn, elements: columns.flatMap { $0 })
  }

  /// Where the elements of column j are.
  func places(ofColumn j: Int) -> Range<Int> { start + j * rows..<start + (j + 1) * rows }

  func column(_ j: Int) -> ArraySlice<Double> { elements[places(ofColumn: j)] }

  /// Makes room for so many columns, whose elements are yet to be set; the memory is kept when they get fewer.
  mutating func hold(columns count: Int) {
    precondition(start == 0, "a part of a matrix is only read")
    columns = count
    let surplus = elements.count - rows * count
    if surplus > 0 { elements.removeLast(surplus) }
    if surplus < 0 { elements.append(contentsOf: repeatElement(0, count: -surplus)) }
  }

  /// The given columns, where they lie.
  func columns(_ range: Range<Int>) -> Matrix {
    precondition(0 <= range.lowerBound && range.upperBound <= columns, "a part is inside of the whole")
    var part = Matrix(rows: rows, columns: range.count, .columnByColumn, of: self)
    part.start = start + range.lowerBound * rows
    return part
  }

  /// Makes this the given columns of another with as many rows.
  mutating func gather(_ chosen: some Collection<Int>, of source: Matrix) {
    (start, columns) = (0, chosen.count)
    elements.removeAll(keepingCapacity: true)
    for j in chosen { elements.append(contentsOf: source.column(j)) }
  }

  /// Adds the vector to every column: A + b 1ᵀ.
  mutating func add(_ vector: [Double]) {
    precondition(vector.count == rows, "a vector is added to columns of its length")
    let (first, rows, columns) = (start, rows, columns)
    var sums = elements.mutableSpan
    let vector = vector.span
    for j in 0..<columns {
      for i in vector.indices { sums[first + j * rows + i] += vector[i] }
    }
  }
}

extension [Double] {
  /// Makes this A 1, the sum of each row of a matrix that lies column by column.
  mutating func setToRowSums(of matrix: Matrix) {
    precondition(count == matrix.rows, "a matrix has as many sums as rows")
    var sums = mutableSpan
    let elements = matrix.elements.span
    for i in sums.indices { sums[i] = 0 }
    for j in 0..<matrix.columns {
      for i in sums.indices { sums[i] += elements[matrix.start + j * matrix.rows + i] }
    }
  }

  /// Subtracts a multiple of a vector of the same length.
  mutating func subtract(_ factor: Double, _ other: [Double]) {
    precondition(count == other.count, "the vectors have the same length")
    var elements = mutableSpan
    let other = other.span
    for i in elements.indices { elements[i] -= factor * other[i] }
  }
}
