import Texts

/// Rows of tables, and what is said of other steps.
extension AnswerReader {
  /// Says of each answer in a line, and of each number in a row of a table, why it is not judged.
  mutating func refuse(_ line: Cursor, _ reason: String) {
    let cells = line.cellsOfRow
    for cell in cells where cell.isDecimalOrArray { problems.add(at: cell.trimmed, reason) }
    guard cells.isEmpty else { return }
    let reading = LineReading(line, names)
    for statement in reading.statements
    where !Cursor(bytes, statement.value).isBlankToFill
      && bytes[statement.value].contains(where: Cursor.isDigit)
    {
      problems.add(at: statement.name, reason)
    }
    for stranger in reading.strangers { problems.add(at: stranger, reason) }
    if let place = reading.unreadName { problems.add(at: place, reason) }
  }

  /// A row of a table: a name and a value, or cells that say all by themselves.
  mutating func readRow(_ row: Cursor, _ number: Int) {
    for found in table.read(row, names, in: bytes) {
      if isWorkedExample, case .unread = found { continue }
      switch found {
      case .pair(let statement): read(statement, number)
      case .stranger(let name): add(stranger: name)
      case .unclear(let name):
        let reason = names.isOfExamples(shortened(Cursor(bytes, name).text(name)))
        problems.add(at: name, reason)
      case .unread(let place):
        let reason = names.numberAlone(shortened(Cursor(bytes, place).text(place)))
        problems.add(at: place, reason)
      case .later(let place, let step): problems.add(at: place, steps.reason(step))
      case .cell(let cell):
        let reading = LineReading(cell, names)
        for statement in reading.statements { read(statement, number) }
        for stranger in reading.strangers { add(stranger: stranger) }
      }
    }
  }
}
