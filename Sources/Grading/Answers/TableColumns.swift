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
    /// A number of another step than the first.
    case later(Range<Int>, step: Int)
  }

  private var names: Int?
  private var values: Int?
  /// Whether there is a column for each example.
  private var areExamples = false
  /// The column of the derivatives by what is named in the row.
  private var gradients: Int?
  /// Whether what is in the table is no answer: the derivatives in a check stand behind the names of parameters.
  private var isPassedOver = false
  private var columnsWithoutAnswers: Set<Int> = []
  /// What the heading says of the names in each column, if they are put together.
  private var cross: CrossTable?
  /// What looks like a name in the heading, and is none that the lesson has.
  private var strangers: [Range<Int>] = []
  private var end = -1
  /// What stands between the columns of a list without strokes; `nil` before its heading.
  private var separator: Unicode.Scalar?

  /// Whether a line belongs to a list with separators whose heading was read, or is that heading.
  mutating func isList(_ line: Cursor, _ reading: any NameReading) -> Bool {
    for separator: Unicode.Scalar in [";", "\t", ","] {
      if let known = self.separator, known != separator { continue }
      let cells = line.cells(between: separator)
      guard cells.count > 1 else { continue }
      if self.separator != nil { return true }
      let words = cells.map { Self.word($0) }
      if Relation.all(in: line).isEmpty,
        !cells.contains(where: { Self.isNumber($0) && $0.wholeNumber == nil }),
        line.isAboveNumbers(cells.count, separator),
        CrossTable(cells, reading) != nil
      {
        self.separator = separator
        return true
      }
      guard
        words.contains(where: { TableWords.names.contains($0) || $0 == "derivative" })
          || words.contains(where: { TableWords.values.contains($0) && words[0] != $0 }),
        // A sentence may have a comma as well.
        words.allSatisfy({ !$0.contains("=") && $0.count < 40 && $0.split(separator: " ").count < 5 })
      else { continue }
      self.separator = separator
      return true
    }
    return false
  }

  /// What a row says; the heading says nothing, and is kept.
  ///
  /// Each number of a row is read, or is said not to be.
  mutating func read(_ row: Cursor, _ reading: any NameReading, in bytes: [UInt8]) -> [Found] {
    let hasStrokes = row.next == "|"
    // Behind something else than a row a table is another one.
    if hasStrokes, row.start > end + 2 { self = TableColumns() }
    end = row.end
    let cells = row.cells(between: hasStrokes ? "|" : separator ?? ",")
    if hasStrokes ? row.isAboveRule : keepsHeading(cells, reading) {
      if row.isRule { return [] }
      keep(cells, reading)
      return hasStrokes ? withUnread(firstRow(cells, reading, bytes), cells, isHeading: true) : []
    }
    guard !isPassedOver else { return [] }
    if cells.contains(where: { !Relation.all(in: $0).isEmpty }) { return cells.map { .cell($0) } }
    if let found = cross?.read(cells, reading), !found.isEmpty {
      defer { strangers = [] }
      return strangers.map { .stranger($0) } + withUnread(said(found), cells)
    }
    if let name = unclear(cells) { return [.unclear(name)] }
    guard let pair = pair(cells, reading) else {
      return stranger(cells).map { [.stranger($0)] } ?? withUnread([], cells)
    }
    let gradient = gradient(cells, of: pair, reading)
    // The only number of the row may be the derivative.
    let isOnly =
      gradient.map { Cursor(bytes, $0.value).trimmed == Cursor(bytes, pair.value).trimmed } ?? false
    return withUnread((isOnly ? [] : [.pair(pair)]) + (gradient.map { [.pair($0)] } ?? []), cells)
  }

  /// The same with the numbers of the row of which nothing is said: none is passed over in silence.
  ///
  /// Whole numbers count rows or something else where the table names no quantity.
  private func withUnread(_ found: [Found], _ cells: [Cursor], isHeading: Bool = false) -> [Found] {
    var said: [Range<Int>] = []
    for found in found {
      switch found {
      case .pair(let statement): said += [statement.name, statement.value]
      case .unread(let place), .later(let place, _): said.append(place)
      case .cell, .stranger, .unclear: return [found]
      }
    }
    let start = cells.first?.position ?? 0
    let name = said.lazy.map(\.lowerBound).filter { $0 >= start }.min() ?? start
    let isAboutQuantities = !said.isEmpty || cross?.hasName == true || values != nil
    return found
      + cells.indices.compactMap { index in
        let cell = cells[index]
        let place = cell.withoutRemark.trimmed
        let isCount =
          cell.wholeNumber != nil
          && (index == 0 || !isAboutQuantities || isHeading || cross?.counts(index) == true)
        guard cell.isDecimalOrArray, !isCount, place.lowerBound >= name,
          !said.contains(where: { $0.overlaps(place) }), !columnsWithoutAnswers.contains(index)
        else { return nil }
        return .unread(place)
      }
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
    guard values == nil, names == nil else { return false }
    return !cells.contains(where: Self.isNumber)
      || cross == nil && cells.dropFirst().allSatisfy { $0.wholeNumber != nil }
        && CrossTable(cells, reading) != nil
  }

  private mutating func keep(_ cells: [Cursor], _ reading: any NameReading) {
    let heading = cells.map(Self.word)
    names =
      heading.firstIndex { TableWords.names.contains($0) } ?? (heading.first == "derivative" ? 0 : nil)
    values = TableWords.values.lazy.compactMap { word in heading.firstIndex(of: word) }.first
    columnsWithoutAnswers = Set(heading.indices.filter { TableWords.areNoAnswers(heading[$0]) })
    // Behind the derivatives of the parts stand those of the whole cost.
    gradients = heading.indices.dropFirst().last { index in
      index != names && !columnsWithoutAnswers.contains(index)
        && TableWords.isAboutDerivatives(heading[index])
    }
    if values == gradients { values = nil }
    let examples = heading.dropFirst().filter { word in
      ["example ", "ex ", "ex. ", "sample ", "x^(", "#"].contains { word.hasPrefix($0) }
        && word.last?.isNumber == true
    }
    areExamples = values == nil && examples.count > 1
    // The given weights of a layer stand below the names of the neurons that they come from.
    let areGiven = PrintedHeading.into.contains(heading.first ?? "") && heading.contains { $0.contains("_{") }
    isPassedOver =
      areGiven || heading.contains { PrintedHeading.checks.contains($0) }
      || cells.first?.isPrintedWithoutName == true
    cross = names == nil && values == nil ? CrossTable(cells, reading) : nil
    strangers = cross?.strangers ?? []
  }

  /// What the cells of a row say; where none is read, the numbers have no name.
  private func said(_ cells: [CrossTable.Cell]) -> [Found] {
    cells.map { cell in
      switch cell {
      case .pair(let statement): .pair(statement)
      case .unread(let place): .unread(place)
      case .later(let place, let step): .later(place, step: step)
      }
    }
  }

  /// What stands in the column of derivatives, of a row that names a quantity.
  private func gradient(_ cells: [Cursor], of pair: Statement, _ reading: any NameReading) -> Statement? {
    guard let gradients, cells.indices.contains(gradients), case .quantity(.symbol) = pair.match,
      !cells[gradients].isBlankToFill
    else { return nil }
    let value = cells[gradients].withoutRemark
    return TableLabel.derivative(by: cells[gradients].text(pair.name), reading).map {
      Statement(match: $0, name: pair.name, value: value.position..<value.end)
    }
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
}
