/// A line that gives a variable its value.
struct PythonStatement: Hashable {
  /// A variable, or an entry of a dictionary by its indices.
  var target: PythonExpression
  /// The value.
  var value: PythonExpression

  /// The variable.
  var variable: String { if case .name(let name, _) = target { name } else { "" } }

  /// The indices, where it is an entry.
  var place: [Int] {
    guard case .name(_, let indices) = target else { return [] }
    return indices.compactMap { if case .number(let value) = $0 { value } else { nil } }
  }

  /// As it is written, in several lines where it is long.
  func lines(for library: ProgramLibrary) -> [String] {
    PythonText.wrapped(target.text(for: library) + " = ", value.text(for: library))
  }

  /// Statements for entries of one variable, in loops as far as they are alike.
  static func lines(
    _ statements: [PythonStatement], letters: [String], for library: ProgramLibrary
  ) -> [String] {
    guard let first = statements.first else { return [] }
    let rank = first.place.count
    if rank == 0 || statements.count == 1 {
      return statements.flatMap {
        PythonStatement(target: $0.target, value: $0.value.folded(letters[...])).lines(for: library)
      }
    }
    let folded = statements.map {
      PythonStatement(target: $0.target, value: $0.value.folded(letters.dropFirst(rank)))
    }
    if let loop = loop(folded, Array(letters.prefix(rank)), for: library) { return loop }
    // Rows that are alike, or else one entry after the other.
    let axis = (0..<rank).first { axis in Set(statements.map { $0.place[axis] }).count > 1 } ?? 0
    var rows: [[PythonStatement]] = []
    for statement in statements {
      if let last = rows.last?.last, last.place[axis] == statement.place[axis] {
        rows[rows.count - 1].append(statement)
      } else {
        rows.append([statement])
      }
    }
    if rows.count == 1 { return folded.flatMap { $0.lines(for: library) } }
    return rows.flatMap { lines($0, letters: letters, for: library) }
  }

  /// One loop in another for each axis, if the statements are alike and their indices fill a block.
  private static func loop(
    _ statements: [PythonStatement], _ letters: [String], for library: ProgramLibrary
  ) -> [String]? {
    let places = statements.map(\.place)
    guard places.allSatisfy({ $0.count == letters.count }) else { return nil }
    // One after the other, as in the loops: one may need those before it.
    guard zip(places, places.dropFirst()).allSatisfy({ $0.lexicographicallyPrecedes($1) }) else { return nil }
    let ranges = letters.indices.map { axis in
      let values = places.map { $0[axis] }
      return (values.min() ?? 0)...(values.max() ?? 0)
    }
    guard ranges.reduce(1, { $0.multipliedReportingOverflow(by: $1.count).partialValue }) == places.count,
      let target = PythonExpression(statements.map(\.target), letters: letters, places: places),
      let value = PythonExpression(statements.map(\.value), letters: letters, places: places)
    else { return nil }
    var (lines, indent) = ([String](), "")
    for (letter, range) in zip(letters, ranges) where range.count > 1 {
      lines.append("\(indent)for \(letter) in range(\(range.lowerBound), \(range.upperBound + 1)):")
      indent += PythonText.indent
    }
    let body = PythonStatement(target: target, value: value).lines(for: library)
    return lines + body.map { indent + $0 }
  }
}
