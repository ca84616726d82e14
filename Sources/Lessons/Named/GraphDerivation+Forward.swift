import Backprop
import Documents
import Formulas

/// From what is given to the result.
extension GraphDerivation {
  func introduction() -> [Block] {
    [.heading(level: 1, title)]
      + Summary.paragraphs(lesson.summary ?? "").map(Block.paragraph)
      + [heading] + picture() + givens() + summary()
  }

  /// What the lesson is called.
  var title: Prose {
    lesson.title.map { "\($0)" } ?? say(GraphPhrase.untitled(result: graph.result.name))
  }

  /// Above the picture and the givens.
  var heading: Block { .heading(level: 2, say(GraphPhrase.graph)) }

  private func summary() -> [Block] {
    guard isSummary else { return [] }
    let result = steps.root.map { GraphPhrase.Result.valued(valued(name($0))) } ?? .typed(graph.result.name)
    return [.paragraph(say(GraphPhrase.summary(quantities: graph.count, result)))]
  }

  /// The numbers that the lesson gives: those without an index and short rows in a sentence, positions and the others in tables.
  func givens() -> [Block] {
    let given = graph.quantities.filter { quantity in
      !quantity.isConstant && quantity.entries.contains { graph.given[$0] != nil }
    }
    var (single, tables): ([Equation], [Block]) = ([], [])
    for quantity in given {
      let entries = quantity.entries.filter { graph.given[$0] != nil }
      // Positions are no answers, and stand apart from the numbers.
      let isRow = !quantity.isIndex && entries.allSatisfy { graph.indices(of: $0).count == 1 }
      if entries.count == 1 || isRow && entries.count <= Self.shortest {
        single += entries.map { ledger.valued(name($0), digits: givenDigits) }
      } else {
        let array = Formula.symbol(quantity.symbol)
        tables +=
          entries.count > Self.mostNumbers
          ? [.paragraph(say(GraphPhrase.longArray(array, count: entries.count)))]
          : self.tables(of: entries, "\(array)", called: name)
      }
    }
    let isAnyRounded = given.contains { quantity in
      quantity.entries.contains { graph.given[$0]?.isShownWhole(digits: digits) == false }
    }
    let rounded =
      isAnyRounded && work.exact == nil
      ? [NetworkPhrase.roundedGivens(Numeral.mostShown(besides: digits))] : []
    return (single.isEmpty ? [] : [.paragraph(say(GraphPhrase.givens(single)))]) + tables
      + rounded.map { .paragraph(say($0)) } + leftOut
  }

  /// What is said of a lesson that goes on to steps, where only the derivatives at its own numbers are asked for.
  private var leftOut: [Block] {
    guard lesson.stepsLeftOut > 0 else { return [] }
    return [.paragraph(say(GraphPhrase.stepsLeftOut(lesson.stepsLeftOut)))]
  }

  /// A row of more numbers than these is a table.
  private static let shortest = 3
  /// More numbers than these are not shown again.
  static let mostNumbers = 100

  /// The entries of an array: a column for each last index, a row for all others.
  func tables(of entries: [Graph.ID], _ corner: Prose, called name: (Graph.ID) -> Formula) -> [Block] {
    var (rows, columns): ([[Int]], Set<Int>) = ([], [])
    var cells: [[Int]: [Int: Equation]] = [:]
    for id in entries {
      let key = graph.indices(of: id)
      let (row, column) = (Array(key.dropLast()), key.last ?? 1)
      if cells[row] == nil { rows.append(row) }
      columns.insert(column)
      let digits = graph.given[id] == nil ? digits : givenDigits
      cells[row, default: [:]][column] = ledger.number(name(id), digits: digits)
    }
    let sorted = columns.sorted()
    return Self.tables(
      corner, columns: sorted.map { "\($0)" },
      rows: rows.map { row in
        (
          Prose(stringLiteral: row.map(String.init).joined(separator: ",")),
          sorted.map { column in cells[row]?[column] }
        )
      })
  }

  /// Numbers in rows and columns; where so many columns are too wide, several tables.
  static func tables(
    _ corner: Prose, columns: [Prose], rows: [(head: Prose, cells: [Equation?])]
  ) -> [Block] {
    let widest = rows.flatMap(\.cells).map { ($0?.left.digits ?? 0) + 3 }.max() ?? 0
    let most = Swift.max(1, Self.tableWidth / Swift.max(1, widest))
    return stride(from: 0, to: columns.count, by: most).map { start in
      let shown = start..<Swift.min(start + most, columns.count)
      let lines = rows.map { row -> [Prose] in
        [row.head] + row.cells[shown].map { $0.map { "\($0)" } ?? "" }
      }
      return .table(Table([.init(corner, .left)] + columns[shown].map { Table.Column($0) }, rows: lines))
    }
  }

  /// In letters: what a screen of 80 columns and a sheet of paper have room for.
  private static let tableWidth = 66

  /// Line by line, in the order in which they can be computed.
  mutating func forward() -> [Block] { forward(upTo: graph.count) }

  /// Of a derivation of steps, only the quantities, which are the entries up to a number.
  mutating func forward(upTo end: Graph.ID) -> [Block] {
    let computed = (0..<end).filter { graph.given[$0] == nil && isWanted(.value($0)) }
    guard !computed.isEmpty else { return [] }
    var blocks: [Block] = [.heading(level: 2, say(HeadingPhrase.forwardPass(example: nil)))]
    let words = Prose.sentences([computed.count > 1 ? say(GraphPhrase.forward) : "", roundingRemark])
    if !words.pieces.isEmpty { blocks.append(.paragraph(words)) }
    var ranges: [GraphPhrase.LetterRange] = []
    var round: [GraphPhrase.LetterRange] = []
    for group in groups(of: computed) {
      if let definition = graph.definition(of: group[0]), definition.entries.count > 1,
        shownDefinitions.insert(definition.entries[0]).inserted
      {
        blocks += self.definition(definition, after: &ranges)
        round = []
      } else if let next = letters(of: group), next != round {
        blocks.append(.paragraph(say(GraphPhrase.sameForLetters(next))))
        round = next
      }
      let spelled = spelled(group, form: form(of:))
      for id in group {
        // Whether a number is exact is found out as its line is made.
        let line = line(steps.value(of: id))
        if spelled.contains(id) { blocks.append(line) }
      }
      if spelled.count < group.count {
        blocks += tables(of: group, called: name, .symbol(graph.quantity(of: group[0]).symbol))
      }
    }
    return blocks
  }

  /// A line that defines several entries, in letters; as it was typed where that says it shorter.
  ///
  /// How far the letters run is said where it is not as in the line before.
  private func definition(
    _ definition: Graph.Definition, after said: inout [GraphPhrase.LetterRange]
  ) -> [Block] {
    guard let (equation, letters) = DefinitionFormula.equation(definition.text) else {
      return [.paragraph(Prose([.code(definition.text)]))]
    }
    let ranges = letters.compactMap { letter, axis -> GraphPhrase.LetterRange? in
      let values = definition.entries.compactMap { id in
        graph.indices(of: id).indices.contains(axis) ? graph.indices(of: id)[axis] : nil
      }
      guard let first = values.min(), let last = values.max() else { return nil }
      return GraphPhrase.LetterRange(letter: letter, first: first, last: last)
    }
    let isNew = !ranges.isEmpty && ranges != said
    if isNew { said = ranges }
    let slices = [",:", ":,"].contains(where: definition.text.contains) ? say(GraphPhrase.slices) : ""
    let words = Prose.sentences([slices, isNew ? say(GraphPhrase.forLetters(ranges)) : ""])
    return (words.pieces.isEmpty ? [] : [.paragraph(words)]) + [.equation(equation)]
  }

  /// The numbers that its letters stand for, if the line of a group has been shown with other entries.
  private func letters(of group: [Graph.ID]) -> [GraphPhrase.LetterRange]? {
    guard let definition = graph.definition(of: group[0]), definition.entries[0] != group[0],
      let letters = DefinitionFormula.equation(definition.text)?.letters, !letters.isEmpty
    else { return nil }
    return letters.compactMap { letter, axis in
      let values = group.compactMap { id in
        graph.indices(of: id).indices.contains(axis) ? graph.indices(of: id)[axis] : nil
      }
      guard let first = values.min(), let last = values.max() else { return nil }
      return GraphPhrase.LetterRange(letter: letter, first: first, last: last)
    }
  }

  private var roundingRemark: Prose {
    if ledger.isInFractions { return say(GraphPhrase.fractions) }
    // Short decimals need no rounding, and no word about it.
    let isSmall = graph.count <= Self.mostEntries
    let exact: GraphTrace<Rational>? = isSmall ? GraphTrace(graph) : nil
    let isExact = exact.map { ($0.values + $0.gradients).allSatisfy { Numeral($0, digits: digits) != nil } }
    return isExact == true ? "" : say(ForwardPhrase.rounding(digits: digits))
  }

  /// Entries that follow each other and come from the same line.
  private func groups(of ids: [Graph.ID]) -> [[Graph.ID]] {
    var groups: [[Graph.ID]] = []
    for id in ids {
      let line = graph.definition(of: id)?.entries.first
      if let last = groups.last?.last, graph.definition(of: last)?.entries.first == line {
        groups[groups.count - 1].append(id)
      } else {
        groups.append([id])
      }
    }
    return groups
  }
}

extension Formula {
  /// How many characters a number has when it is typed.
  fileprivate var digits: Int { if case .number(let numeral) = self { numeral.typed.count } else { 0 } }
}
