import Formulas

/// How much of a slide a block takes.
struct SlideMeasure {
  /// Where the picture stands beside mathematics.
  let layout: DeckPicture.Layout?
  private let writer: LaTeXWriter

  init(notation: Notation, layout: DeckPicture.Layout?) {
    self.layout = layout
    writer = LaTeXWriter(notation: notation, lineWidth: Deck.width)
  }

  var notation: Notation { writer.typesetter.notation }

  /// How wide the content is.
  private func width(besidePicture: Bool) -> Double {
    switch layout {
    case .beside? where besidePicture: Deck.widthBeside
    case .beside?, .above?, nil: Deck.width
    }
  }

  /// Whether there is room for these on one slide: tables and matrices are made a little smaller.
  func hasRoom(for blocks: [Block], besidePicture: Bool = false) -> Bool {
    let lines = blocks.reduce(0) { $0 + height(of: $1, besidePicture) }
    var shrinks = false
    for block in blocks {
      switch block {
      case .table(let table):
        guard hasWidth(for: table, besidePicture: besidePicture) || !besidePicture else { return false }
        shrinks = true
      case .matrix: shrinks = true
      case .heading, .paragraph, .equation, .family, .chain, .network, .graph, .bars, .plot, .verbatim,
        .questions:
        break
      }
    }
    return (shrinks ? Self.smallestType : 1) * lines <= capacity(besidePicture: besidePicture)
  }

  private func capacity(besidePicture: Bool) -> Double {
    switch layout {
    case .above? where besidePicture: Deck.capacityBelow
    case .beside?, .above?, nil: Deck.capacity
    }
  }

  /// In lines of text.
  private func height(of block: Block, _ besidePicture: Bool) -> Double {
    switch block {
    case .equation(let equation):
      writer.typesetter.lines(equation, width: width(besidePicture: besidePicture)).reduce(0.4) { sum, line in
        sum + ([line.left, line.content].contains { $0?.text.has("\\frac") == true } ? 2.4 : 1.4)
      }
    case .matrix(let matrix):
      Double(matrix.numbers?.rows.count ?? 0) * 0.95 + (matrix.symbols.sides.isEmpty ? 1.2 : 2.6)
    case .paragraph(let prose):
      (Double(prose.plain(in: notation).columns) / Double(Deck.lettersInLine)).rounded(.up) * 1.25 + 0.5
    case .table(let table):
      Double(table.rows.count) * (table.rows.all.joined().contains(where: \.hasFraction) ? 1.35 : 1.05) + 2
    case .verbatim(let lines): Double(lines.count) * 1.2 + 0.5
    case .heading, .family, .chain, .network, .graph, .bars, .plot, .questions: 0
    }
  }

  /// Whether a table has room in type that can be read.
  private func hasWidth(for table: Table, besidePicture: Bool = false) -> Bool {
    let (cells, gaps) = writer.width(of: table)
    return Self.smallestType * cells + gaps <= width(besidePicture: besidePicture)
  }

  /// That of a table, beside that of the text.
  private static let smallestType = 0.75

  /// Lines that are alike as a table: what is computed, with which numbers if there is room for them, and the result.
  func table(of lines: [Equation]) -> Table {
    func heading(_ phrase: PagePhrase) -> Prose { notation.language.say(phrase) }
    func cell(_ formula: Formula?) -> Prose { formula.map { "\($0)" } ?? "" }
    let (names, results) = (lines.map { cell($0.left) }, lines.map { cell($0.sides.last?.formula) })
    // The numbers come after the letters, if both are there.
    let numbers = lines.map { cell($0.sides.count > 1 ? $0.sides[$0.sides.count > 2 ? 1 : 0].formula : nil) }
    let table = Table(
      [
        .init(heading(.quantity), .left), .init(heading(.calculation), .left), .init(heading(.value)),
      ], rows: lines.indices.map { [names[$0], numbers[$0], results[$0]] })
    if hasWidth(for: table), !lines.contains(where: { $0.sides.contains { $0.formula.hasHighFraction } }) {
      return table
    }
    return Table(
      [table.columns[0], table.columns[2]], rows: lines.indices.map { [names[$0], results[$0]] })
  }
}

extension Prose {
  /// Whether a formula in it is higher than a line.
  fileprivate var hasFraction: Bool {
    pieces.contains { piece in
      guard case .math(let equation) = piece else { return false }
      switch equation.left {
      case .partial, .quotient: return true
      case .number, .symbol, .negative, .sum, .product, .power, .raised, .call, .max, .min, .truth, .nabla,
        .transpose, .matrixProduct, .elementwise:
        return false
      }
    }
  }
}

extension Formula {
  /// Whether it has a fraction of more than two numbers, which is too small to be read in a table.
  fileprivate var hasHighFraction: Bool {
    var found = false
    forEachPart { part in
      guard case .quotient(let above, let below) = part else { return }
      for case .sum in [above, below] { found = true }
      for case .call in [above, below] { found = true }
    }
    return found
  }
}
