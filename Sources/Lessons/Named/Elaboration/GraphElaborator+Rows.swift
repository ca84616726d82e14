/// A column and a matrix, as a bias and the examples of a batch: the line that adds it to each row, or to each column.
extension GraphElaborator {
  /// What to write in place of terms of two shapes.
  mutating func wayOut(of whole: Expression, _ parts: [Expression], _ a: Shape, _ b: Shape) -> String {
    let (matrix, column) = a.rank == 2 ? (a, b) : (b, a)
    guard matrix.rank == 2, column.rank == 1 else {
      return "write one entry with letters, as in Z[i,j] = X[i,j] + b[j]"
    }
    let matrices = parts.filter { ((try? shape($0)) ?? .number).rank == 2 }
    let lines = [(axis: 1, words: "row"), (axis: 0, words: "column")].compactMap { axis, words in
      matrix[axis] == column[0]
        ? line(matrices, of: whole, perRow: axis == 1).map { "for each \(words) write \($0)" } : nil
    }
    return lines.isEmpty
      ? "write one entry with letters, as in Z[i,j] = X[i,j] + b[j]" : lines.joined(separator: ", ")
  }

  /// The line with an index behind each matrix: `Z[n,:] = X[n,:] @ W + b`.
  private func line(_ matrices: [Expression], of whole: Expression, perRow: Bool) -> String? {
    let written = lines[current].written
    let letter =
      ["n", "i", "r", "m"].first { lexicon.known($0).map { quantity(named: $0) == nil } ?? true } ?? "n"
    let index = perRow ? "[\(letter),:]" : "[:,\(letter)]"
    // A transposed matrix has its columns as rows.
    let turned = perRow ? "[:,\(letter)]" : "[\(letter),:]"
    var changes: [(range: Range<Int>, text: String)] = []
    func put(_ text: String, behind end: Int) { changes.append((end..<end, text)) }
    for matrix in matrices {
      switch matrix.content {
      case .name: put(index, behind: matrix.range.upperBound)
      case .matrixProduct(let left, let right):
        let factor = perRow ? left : right
        if factor.name != nil {
          put(index, behind: factor.range.upperBound)
        } else if case .transposed(let value) = factor.content, value.name != nil {
          changes.append((value.range.upperBound..<factor.range.upperBound, turned))
        } else {
          return nil
        }
      case .number, .entry, .sum, .product, .negative, .power, .transposed, .call, .fallback, .condition:
        return nil
      }
    }
    // Within a sum over everything the rows get a name of their own.
    let isWhole = written.index.isEmpty && !isReduced
    if isWhole { put(index, behind: written.nameRange.upperBound) }
    let range = isWhole ? 0..<lines[current].text.utf8.count : whole.range
    guard range.upperBound <= lines[current].text.utf8.count else { return nil }
    var bytes = Array(lines[current].text.utf8)[range]
    for (place, text) in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    where place.lowerBound >= bytes.startIndex && place.upperBound <= bytes.endIndex {
      bytes.replaceSubrange(place, with: text.utf8)
    }
    return (isWhole ? "" : "Z\(index) = ") + String(decoding: bytes, as: UTF8.self)
  }
}
