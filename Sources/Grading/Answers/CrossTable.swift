import Texts

/// A table whose rows and columns both carry meaning: quantities, layers, neurons, examples or steps, with a number in each cell.
///
/// The name of a number is put together from its row and its column.
struct CrossTable {
  /// What a cell holds.
  enum Cell {
    case pair(Statement)
    /// Of a later step.
    case later(Range<Int>, step: Int)
    /// A number whose name was not found.
    case unread(Range<Int>)
  }

  private let heading: [Cursor]
  /// `nil` above a column of which the heading says nothing that is understood.
  private let columns: [TableLabel?]
  /// The columns that have a number before the first step: below it stand those after each step.
  private var columnsOfStart: Set<Int> = []
  /// What the corner names, W | 1 | 2: the rows are numbered as the columns are.
  private let corner: TableLabel?

  /// `nil` for a heading that names nothing.
  init?(_ heading: [Cursor], _ names: any NameReading) {
    self.heading = heading
    var columns = heading.enumerated().map { TableLabel($1, names, isFirst: $0 == 0) }
    let areNumbered = columns.count > 1 && columns.dropFirst().allSatisfy { $0?.isNumbers == true }
    let areBare = columns.dropFirst().contains { $0?.bare.isEmpty == false }
    // layer | 1 | 2 counts layers.
    if areNumbered, let count = columns[0]?.count {
      for index in columns.indices.dropFirst() {
        guard let number = columns[index]?.bare.first else { continue }
        columns[index]?.bare = []
        columns[index]?.numbers[count] = number
      }
      columns[0] = TableLabel()
    }
    corner = areNumbered && (columns[0]?.name != nil || columns[0]?.isNumbers == true) ? columns[0] : nil
    self.columns = columns
    let isNumberedTable = areNumbered && (corner != nil || columns[0]?.isEmpty == true || !areBare)
    guard
      isNumberedTable
        || !areBare && columns.contains(where: { $0?.name != nil || $0?.numbers.isEmpty == false })
    else { return nil }
  }

  /// Whether the heading names a quantity.
  var hasName: Bool { columns.contains { $0?.name != nil } }

  /// Whether the numbers of a column count something.
  func counts(_ index: Int) -> Bool { columns.indices.contains(index) && columns[index]?.count != nil }

  /// What is built like a name in the heading, and names nothing: p_k, but no function.
  var strangers: [Range<Int>] {
    zip(heading, columns).dropFirst().compactMap { cell, column in
      let name = cell.text(cell.trimmed)
      let isBuiltLikeName =
        name.contains { $0.isNumber || "_/∂".contains($0) } && !name.contains { $0 == "(" || $0 == " " }
      return column == nil && isBuiltLikeName ? cell.trimmed : nil
    }
  }

  /// What the cells of a row say; nothing for a row that is read in another way.
  mutating func read(_ row: [Cursor], _ names: any NameReading) -> [Cell] {
    var label: TableLabel? = TableLabel()
    for (index, (cell, column)) in zip(row, columns).enumerated() {
      if let count = column?.count {
        if let number = cell.wholeNumber { label?.numbers[count] = number }
      } else if column?.name != nil, corner == nil {
        // z3 | 1 below x | y is a name with its value.
        if TableLabel(cell, names, isFirst: false)?.name != nil { return [] }
      } else if index == 0 || column == nil || column?.isEmpty == true {
        let said = TableLabel(cell, names, isFirst: false)
        if let said {
          label = label?.adding(said)
        } else if index == 0, !cell.isDecimalOrArray {
          label = nil
        }
      }
    }
    var found: [Cell] = []
    for (index, (cell, column)) in zip(row, columns).enumerated() where cell.isDecimalOrArray {
      guard let column, column.count == nil, !column.isEmpty, index > 0 || corner == nil else { continue }
      if label?.numbers[.step] == 0 { columnsOfStart.insert(index) }
      let whole = label?.adding(column).flatMap { label in corner.map { label.adding($0) } ?? label }
      // Whole numbers without any name count something.
      if label != nil, whole?.name == nil, cell.wholeNumber != nil { continue }
      found.append(read(cell, whole, names, isAfter: columnsOfStart.contains(index)))
    }
    // In a table of examples that the lesson does not have no column counts.
    let hasExamples = columns.contains { $0?.numbers[.example] != nil }
    if hasExamples, found.contains(where: { if case .unread = $0 { true } else { false } }) { return [] }
    let isRead = found.contains { if case .unread = $0 { false } else { true } }
    return isRead || corner?.name != nil || label?.name == nil ? found : []
  }

  private func read(_ cell: Cursor, _ label: TableLabel?, _ names: any NameReading, isAfter: Bool) -> Cell {
    let value = cell.withoutRemark.trimmed
    guard let label, let range = label.name else { return .unread(value) }
    var matches: [NameMatch] = []
    for name in label.spellings(in: cell) {
      var name = name
      if let step = label.numbers[.step] {
        // A name that is complete is of a step of descent, and h of a step in time.
        if case .quantity? = TableLabel.match(name, names) {
          if step > 1 { return .later(value, step: step) }
          if step == 1, isAfter {
            guard TableLabel.match("new " + name, names) != nil else { return .later(value, step: step + 1) }
            name = "new " + name
          }
        } else {
          name += "[\(step)]"
        }
      }
      let match =
        label.isGradient ? TableLabel.derivative(by: name, names) : TableLabel.match(name, names)
      guard let match = match?.before(Cursor(cell.bytes, value)) else { continue }
      // One number is no array.
      if !label.bare.isEmpty, case .array = match, !AnswerValue.holdsArray(Cursor(cell.bytes, value)) {
        continue
      }
      if !matches.contains(match) { matches.append(match) }
      if label.bare.count != 1 { break }
    }
    guard matches.count == 1 else { return .unread(value) }
    return .pair(Statement(match: matches[0], name: range, value: value))
  }
}

extension Cursor {
  var wholeNumber: Int? { Int(text(trimmed)) }

  /// Whether a number or an array is all of a cell.
  var isDecimalOrArray: Bool {
    let cell = Cursor(bytes, withoutRemark.trimmed)
    return Decimal.read(cell) != nil || cell.startsArray
  }
}
