/// A matrix, row by row.
struct Matrix: Equatable, Sendable {
  let rows: Int
  let columns: Int
  /// The element in row i and column j stands at i · columns + j, counted from 0.
  private(set) var elements: [Double]

  init(rows: Int, columns: Int, elements: [Double]) {
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// The given columns side by side, each of the same length.
  init(columns vectors: [[Double]]) {
    self.init(rows: vectors.first?.count ?? 0, columns: vectors.count)
    for (j, vector) in vectors.enumerated() {
      for (i, element) in vector.enumerated() { self[i, j] = element }
    }
  }

  subscript(i: Int, j: Int) -> Double {
    get { elements[i * columns + j] }
    set { elements[i * columns + j] = newValue }
  }

  /// f of every element.
  func map(_ f: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(f))
  }

  /// f of every element and its counterpart in a matrix of the same shape.
  func combined(_ other: Matrix, _ f: (Double, Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: zip(elements, other.elements).map(f))
  }

  /// The same calculation in every column, from a vector to a vector of the same length.
  func mapColumns(_ f: ([Double]) -> [Double]) -> Matrix {
    Matrix(columns: (0..<columns).map { j in f(column(j)) })
  }

  func column(_ j: Int) -> [Double] { (0..<rows).map { self[$0, j] } }
}

extension Matrix {
  /// A B: [m × n] from [m × k] and [k × n].
  static func * (a: Matrix, b: Matrix) -> Matrix {
    var product = Matrix(rows: a.rows, columns: b.columns)
    for i in 0..<a.rows {
      for k in 0..<a.columns {
        let factor = a[i, k]
        for j in 0..<b.columns { product[i, j] += factor * b[k, j] }
      }
    }
    return product
  }

  /// Aᵀ B: [m × n] from [k × m] and [k × n].
  func transposedTimes(_ b: Matrix) -> Matrix {
    var product = Matrix(rows: columns, columns: b.columns)
    for k in 0..<rows {
      for i in 0..<columns {
        let factor = self[k, i]
        for j in 0..<b.columns { product[i, j] += factor * b[k, j] }
      }
    }
    return product
  }

  /// A Bᵀ: [m × n] from [m × k] and [n × k].
  func timesTransposed(_ b: Matrix) -> Matrix {
    var product = Matrix(rows: rows, columns: b.rows)
    for i in 0..<rows {
      for j in 0..<b.rows {
        var sum = 0.0
        for k in 0..<columns { sum += self[i, k] * b[j, k] }
        product[i, j] = sum
      }
    }
    return product
  }

  /// A ⊙ B, element by element.
  func hadamard(_ b: Matrix) -> Matrix { combined(b, *) }

  /// A + b 1ᵀ: the vector added to every column.
  func adding(_ vector: [Double]?) -> Matrix {
    guard let vector else { return self }
    var sum = self
    for i in 0..<rows {
      for j in 0..<columns { sum[i, j] += vector[i] }
    }
    return sum
  }

  /// A 1: the sum of each row.
  var rowSums: [Double] {
    (0..<rows).map { i in (0..<columns).reduce(0) { $0 + self[i, $1] } }
  }
}
