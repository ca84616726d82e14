import Documents
import Formulas

/// Reads the matrices of a document as a person with a calculator would: from what is printed, and in order.
struct MatrixReader {
  typealias Matrix = [[Double]]

  private(set) var printed: [Formula: Matrix] = [:]
  let examples: Int

  init(examples: Int) { self.examples = examples }

  mutating func note(_ equation: MatrixEquation) {
    if let numbers = equation.numbers {
      printed[equation.symbols.left] = numbers.rows.map { $0.map(\.value) }
    }
  }

  /// The value of a formula, `nil` where it asks for what was not printed.
  func value(_ formula: Formula) -> Matrix? {
    switch formula {
    case .symbol(let symbol):
      return symbol.meaning == .ones ? Array(repeating: [1], count: examples) : printed[formula]
    case .partial, .nabla: return printed[formula]
    case .number(let numeral): return [[numeral.value]]
    case .transpose(let x): return value(x).map(Self.transposed)
    case .matrixProduct(let factors):
      let values = factors.compactMap(value)
      guard values.count == factors.count, let first = values.first else { return nil }
      return values.dropFirst().reduce(first) { left, right in left.flatMap { Self.product($0, right) } }
    case .elementwise(let x, let y): return entrywise([x, y], *)
    case .product(let factors): return entrywise(factors, *)
    case .sum(let terms): return entrywise(terms, +)
    case .quotient(let x, let y): return entrywise([x, y], /)
    case .max(let x, let y): return entrywise([x, y], Swift.max)
    case .min(let x, let y): return entrywise([x, y], Swift.min)
    case .negative(let x): return value(x)?.map { $0.map { -$0 } }
    // No line of matrices has it.
    case .raised: return nil
    case .truth(let x, let y, let orEqual):
      return entrywise([x, y]) { $0 > $1 || orEqual && $0 == $1 ? 1 : 0 }
    case .power(let x, let exponent):
      return entrywise(Array(repeating: x, count: exponent), *)
    case .call(.softmax, let x):
      return value(x).map { Self.transposed(Self.transposed($0).map(Double.softmax)) }
    case .call(let function, let x):
      return value(x)?.map { $0.map { x in Formula.call(function, .integer(0)).applied(to: x) } }
    }
  }

  /// A number goes with every entry, and a column with every column.
  private func entrywise(_ operands: [Formula], _ operation: (Double, Double) -> Double) -> Matrix? {
    let values = operands.compactMap(value)
    guard values.count == operands.count, let first = values.first else { return nil }
    return values.dropFirst().reduce(first) { left, right in
      let (rows, columns) = (max(left.count, right.count), max(left[0].count, right[0].count))
      return (0..<rows).map { i in
        (0..<columns).map { j in operation(Self.entry(left, i, j), Self.entry(right, i, j)) }
      }
    }
  }

  private static func entry(_ matrix: Matrix, _ i: Int, _ j: Int) -> Double {
    let row = matrix[matrix.count == 1 ? 0 : i]
    return row[row.count == 1 ? 0 : j]
  }

  private static func transposed(_ matrix: Matrix) -> Matrix {
    matrix[0].indices.map { j in matrix.map { $0[j] } }
  }

  /// `nil` where the shapes do not fit; a single number before a matrix is a factor of all its entries.
  private static func product(_ left: Matrix, _ right: Matrix) -> Matrix? {
    if left.count == 1, left[0].count == 1, right.count != 1 || right[0].count > 1 {
      return right.map { $0.map { left[0][0] * $0 } }
    }
    guard left[0].count == right.count else { return nil }
    return left.map { row in
      right[0].indices.map { j in zip(row, right).reduce(0) { $0 + $1.0 * $1.1[j] } }
    }
  }
}

extension Formula {
  /// A function of a number.
  fileprivate func applied(to x: Double) -> Double {
    substituting { if case .number = $0 { .symbol(Symbol(.target)) } else { nil } }.evaluated { _ in x }
  }
}
