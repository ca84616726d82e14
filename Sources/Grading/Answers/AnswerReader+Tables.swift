import Texts

/// Rows of tables, and what is said of other steps.
extension AnswerReader {
  /// Says of each answer in a line, and of each number in a row of a table, why it is not judged.
  mutating func refuse(_ line: Cursor, _ reason: String) {
    for place in numbers(in: line) { problems.add(at: place, reason) }
  }

  /// Where the numbers of a row of a table are, and the names of what looks like an answer in any other line.
  func numbers(in line: Cursor) -> [Range<Int>] {
    let cells = line.cellsOfRow
    guard cells.isEmpty else {
      return cells.enumerated().filter { index, cell in
        cell.isDecimalOrArray && (index > 0 || cell.wholeNumber == nil)
      }.map(\.element.trimmed)
    }
    let reading = LineReading(line, names)
    let answers = reading.statements.filter { statement in
      !Cursor(bytes, statement.value).isBlankToFill
        && bytes[statement.value].contains(where: Cursor.isDigit)
    }
    let said = answers.map(\.name) + reading.strangers + (reading.unreadName.map { [$0] } ?? [])
    return said.isEmpty ? line.numbersInColumns : said
  }

  /// A row of a table: a name and a value, or cells that say all by themselves.
  mutating func readRow(_ row: Cursor, _ number: Int) {
    for found in table.read(row, names, in: bytes) {
      switch found {
      case .pair(let statement): read(statement, number)
      case .stranger(let name): add(stranger: name)
      case .unclear(let name):
        let reason = names.isOfExamples(shortened(Cursor(bytes, name).text(name)))
        problems.add(at: name, reason)
      case .unread(let place):
        leaveUnread(place, names.numberAlone(shortened(Cursor(bytes, place).text(place))))
      case .later(let place, let step): problems.add(at: place, steps.reason(step))
      case .cell(let cell):
        let reading = LineReading(cell, names)
        for statement in reading.statements { read(statement, number) }
        for stranger in reading.strangers { add(stranger: stranger) }
      }
    }
  }
}
