import Lessons
import Texts

/// Which columns of a table count: as its heading says, or the first name and the first number behind it.
struct TableColumns {
  /// Something in a row.
  enum Found {
    /// A name in one cell and its value in another.
    case pair(Statement)
    /// A cell that says all by itself.
    case cell(Cursor)
    /// What is built like a name, before a number, and names nothing.
    case stranger(Range<Int>)
    /// A name in a row of several numbers, in columns whose heading does not say which of them counts.
    case unclear(Range<Int>)
    /// A number without a name.
    case unread(Range<Int>)
    /// A row of a step after the first.
    case later(Range<Int>)
  }

  private var names: Int?
  private var values: Int?
  /// Whether there is a column for each example.
  private var areExamples = false
  /// The column of the derivatives by what is named in the row.
  private var gradients: Int?
  /// Whether what is in the table is no answer: the derivatives in a check stand behind the names of parameters.
  private var isPassedOver = false
  /// What the heading says of the names in each column, if they are put together.
  private var cross: CrossTable?
  /// What looks like a name in the heading, and is none that the lesson has.
  private var strangers: [Range<Int>] = []
  private var end = -1
  /// What stands between the columns of a list without strokes; `nil` before its heading.
  private var separator: Unicode.Scalar?

  private static let namesOfNames: Set<String> = [
    "quantity", "name", "variable", "größe", "symbol", "parameter", "derivative", "node", "gate", "knoten",
  ]
  /// Those that are somebody's own come first.
  private static let namesOfValues = [
    "mine", "my answer", "my value", "your answer", "answer", "antwort", "student", "written", "value",
    "wert", "result",
    "ergebnis", "number", "is", "forward",
  ]

  /// Whether a line belongs to a list with separators whose heading was read, or is that heading.
  mutating func isList(_ line: Cursor, _ reading: any NameReading) -> Bool {
    for separator: Unicode.Scalar in [";", "\t", ","] {
      if let known = self.separator, known != separator { continue }
      let cells = Self.cells(of: line, between: separator)
      guard cells.count > 1 else { continue }
      if self.separator != nil { return true }
      let words = cells.map { Self.word($0) }
      if !cells.contains(where: Self.isNumber), line.isAboveNumbers(cells.count, separator),
        CrossTable(cells, reading) != nil
      {
        self.separator = separator
        return true
      }
      guard
        words.contains(where: { Self.namesOfNames.contains($0) })
          || words.contains(where: { Self.namesOfValues.contains($0) && words[0] != $0 }),
        // A sentence may have a comma as well.
        words.allSatisfy({ !$0.contains("=") && $0.count < 40 && $0.split(separator: " ").count < 5 })
      else { continue }
      self.separator = separator
      return true
    }
    return false
  }

  /// What a row says; the heading says nothing, and is kept.
  mutating func read(_ row: Cursor, _ reading: any NameReading, in bytes: [UInt8]) -> [Found] {
    let hasStrokes = row.next == "|"
    // Behind something else than a row a table is another one.
    if hasStrokes, row.start > end + 2 { self = TableColumns() }
    end = row.end
    let cells = Self.cells(of: row, between: hasStrokes ? "|" : separator ?? ",")
    if hasStrokes ? row.isAboveRule : keepsHeading(cells, reading) {
      if !hasStrokes || !row.isRule { keep(cells, reading) }
      return hasStrokes && !row.isRule ? firstRow(cells, reading, bytes) : []
    }
    guard !isPassedOver else { return [] }
    if cells.contains(where: { !Relation.all(in: $0).isEmpty }) { return cells.map { .cell($0) } }
    if let found = cross?.read(cells, reading), !found.isEmpty {
      defer { strangers = [] }
      return strangers.map { .stranger($0) } + said(found, row)
    }
    if let name = unclear(cells) { return [.unclear(name)] }
    guard let pair = pair(cells, reading) else {
      return stranger(cells).map { [.stranger($0)] } ?? numberAlone(cells).map { [.unread($0)] } ?? []
    }
    return [.pair(pair)] + (gradient(cells, of: pair, reading).map { [.pair($0)] } ?? [])
  }

  /// A name and one number with a point where the heading of a table is: it has none.
  private func firstRow(_ cells: [Cursor], _ reading: any NameReading, _ bytes: [UInt8]) -> [Found] {
    let decimals = cells.filter { Decimal.read(Cursor(bytes, $0.trimmed)) != nil }
    guard decimals.count == 1, bytes[decimals[0].trimmed].contains(UInt8(ascii: ".")),
      let pair = pair(cells, reading)
    else { return [] }
    return [.pair(pair)]
  }

  private func keepsHeading(_ cells: [Cursor], _ reading: any NameReading) -> Bool {
    values == nil && names == nil && !cells.contains { Self.isNumber($0) }
  }

  private mutating func keep(_ cells: [Cursor], _ reading: any NameReading) {
    let heading = cells.map(Self.word)
    names = heading.firstIndex { Self.namesOfNames.contains($0) }
    values = Self.namesOfValues.lazy.compactMap { word in heading.firstIndex(of: word) }.first
    gradients = heading.indices.dropFirst().first { index in
      index != names
        && heading[index].split { !$0.isLetter }.contains { Self.wordsForGradients.contains(String($0)) }
    }
    if values == gradients { values = nil }
    let examples = heading.dropFirst().filter { word in
      ["example ", "ex ", "ex. ", "sample ", "x^(", "#"].contains { word.hasPrefix($0) }
        && word.last?.isNumber == true
    }
    areExamples = values == nil && examples.count > 1
    isPassedOver = heading.contains { $0 == "numeric" || PrintedHeading.finiteDifferences.contains($0) }
    cross = names == nil && values == nil ? CrossTable(cells, reading) : nil
    strangers = cross?.strangers ?? []
  }

  /// What the cells of a row say; where none is read, the numbers have no name.
  private func said(_ cells: [CrossTable.Cell], _ row: Cursor) -> [Found] {
    var hasLater = false
    return cells.compactMap { cell in
      switch cell {
      case .pair(let statement): return .pair(statement)
      case .unread(let place): return .unread(place)
      case .later:
        defer { hasLater = true }
        return hasLater ? nil : .later(row.position..<row.end)
      }
    }
  }

  /// A number in the column for values, in a row without a name.
  private func numberAlone(_ cells: [Cursor]) -> Range<Int>? {
    guard let names, let values, cells.indices.contains(names), cells.indices.contains(values),
      cells[names].isBlankToFill, Decimal.read(Cursor(cells[values].bytes, cells[values].trimmed)) != nil
    else { return nil }
    return cells[values].trimmed
  }

  private static let wordsForGradients: Set<String> = [
    "gradient", "grad", "backward", "derivative", "ableitung",
  ]

  /// What stands in the column of derivatives, of a row that names a quantity.
  private func gradient(_ cells: [Cursor], of pair: Statement, _ reading: any NameReading) -> Statement? {
    guard let gradients, cells.indices.contains(gradients), case .quantity(.symbol) = pair.match,
      !cells[gradients].isBlankToFill
    else { return nil }
    let name = cells[gradients].text(pair.name)
    for text in [name + ".grad", "d" + name] {
      let bytes = Array(text.utf8)
      var cursor = Cursor(bytes, bytes.indices)
      guard let match = reading.take(&cursor, isLeft: true), cursor.isAtEnd, case .quantity(.partial) = match
      else {
        continue
      }
      let value = cells[gradients].withoutRemark
      return Statement(match: match, name: pair.name, value: value.position..<value.end)
    }
    return nil
  }

  /// The name of a row in a table with a column for each example, which no name says.
  private func unclear(_ cells: [Cursor]) -> Range<Int>? {
    guard areExamples, let first = cells.first, !Self.isNumber(first),
      cells.dropFirst().count(where: Self.isNumber) > 1
    else { return nil }
    return first.trimmed
  }

  /// One word with a digit or a mark in it, if a number is behind it and no other word.
  private func stranger(_ cells: [Cursor]) -> Range<Int>? {
    guard let first = cells.first(where: { !$0.isBlankToFill }), cells.contains(where: Self.isNumber) else {
      return nil
    }
    let range = first.trimmed
    let name = first.text(range)
    guard (1...32).contains(name.count), let letter = name.unicodeScalars.first,
      Cursor.isLetter(letter) || letter == "∂", !name.contains(where: \.isWhitespace),
      name.contains(where: { $0.isNumber || "_/∂".contains($0) })
    else { return nil }
    return range
  }

  private func pair(_ cells: [Cursor], _ reading: any NameReading) -> Statement? {
    var named: (index: Int, match: NameMatch, name: Range<Int>)?
    for (index, cell) in cells.enumerated() where names == nil || index == names {
      var cursor = cell
      cursor.skipMarksAndBlanks()
      let start = cursor.position
      guard let match = reading.take(&cursor, isLeft: true) else { continue }
      let name = start..<cursor.position
      cursor.skipMarksAndBlanks()
      guard cursor.isAtEnd else { continue }
      named = (index, match, name)
      break
    }
    guard let named else { return nil }
    let value: Cursor?
    if let values, values != named.index, cells.indices.contains(values) {
      value = cells[values]
    } else {
      let behind = cells.dropFirst(named.index + 1)
      value = behind.first(where: Self.isNumber) ?? behind.last
    }
    guard let value else { return nil }
    return Statement(
      match: named.match, name: named.name, value: value.withoutRemark.position..<value.withoutRemark.end)
  }

  private static func isNumber(_ cell: Cursor) -> Bool {
    var cursor = cell
    cursor.skipMarksAndBlanks()
    if cursor.next == "(" || cursor.next == "[" || cursor.next == "\\" { return true }
    _ = cursor.takeMinus() || cursor.take("+")
    return cursor.isAtNumber || cursor.next == "½" || cursor.next == "¼"
  }

  private static func word(_ cell: Cursor) -> String {
    cell.text(cell.trimmed).lowercased()
  }

  private static func cells(of row: Cursor, between separator: Unicode.Scalar) -> [Cursor] {
    var cursor = row
    if separator == "|" { _ = cursor.take("|") }
    var cells: [Cursor] = []
    var start = cursor.position
    var (isQuoted, depth) = (false, 0)
    while let next = cursor.next {
      if next == "\"", separator != "|" { isQuoted.toggle() }
      // w2[1,3] is one name, and \| no stroke.
      if next == "[" || next == "{" { depth += 1 }
      if next == "]" || next == "}" { depth = max(0, depth - 1) }
      let isEnd = next == separator && !isQuoted && (separator != "," || depth == 0)
      let place = cursor.position
      cursor.skip()
      if isEnd {
        cells.append(Cursor(row.bytes, start..<place))
        start = cursor.position
      } else if next == "\\", separator == "|" {
        cursor.skip()
      }
    }
    let last = Cursor(row.bytes, start..<row.end)
    // Nothing follows the last stroke.
    if separator != "|" || !last.isBlankToFill { cells.append(last) }
    return cells
  }
}
