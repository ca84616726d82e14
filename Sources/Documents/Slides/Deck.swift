import Formulas

/// A document as slides: of each step its equations, its tables and its pictures, as many on a slide as it has room for; the
/// sentences are for the speaker, where there is anything else to see.
struct Deck {
  /// In lines of text: what a slide holds, and what it holds below a picture.
  private static let (capacity, capacityBelow) = (10.0, 5.5)
  /// How wide the content is, in points of type of 11 points, and how wide beside a picture.
  static let (width, widthBeside) = (365.0, 218.0)
  /// Letters of a sentence in a line, and rows of a table on a slide.
  private static let (lettersInLine, rowsOnSlide) = (70, 7)

  /// What the document is called.
  let title: Prose
  /// The picture that stands beside equations, if the document has one that is small enough.
  let picture: DeckPicture?
  let slides: [Slide]

  /// The slides of a document.
  init(_ blocks: [Block], notation: Notation) {
    let plain = TextWriter(notation: notation)
    let titles = blocks.compactMap { if case .heading(1, let title) = $0 { title } else { nil } }
    title = titles.first ?? notation.language.say(PagePhrase.untitled)
    picture = blocks.lazy.compactMap { DeckPicture($0, in: notation.language) }.first
    var packer = SlidePacker(
      title: title, picture: picture?.block, measure: Measure(notation: notation, layout: picture?.layout))
    for step in DocumentStep.steps(of: blocks, plain: plain) { packer.add(step, plain: plain) }
    let packed = packer.slides
    // Slides in a row with one title are told apart.
    slides = packed.indices.map { place in
      let beside = [place - 1, place + 1].filter(packed.indices.contains)
      return beside.contains { packed[$0].hasTitle(of: packed[place]) } ? packed[place].named : packed[place]
    }
  }

  /// How much of a slide a block takes.
  struct Measure {
    let typesetter: Typesetter
    /// Where the picture stands beside mathematics.
    let layout: DeckPicture.Layout?
    let width: Double
    private let capacity: Double

    init(notation: Notation, layout: DeckPicture.Layout?) {
      self.layout = layout
      typesetter = Typesetter(notation: notation, markup: LaTeXMarkup())
      (width, capacity) =
        switch layout {
        case .above: (Deck.width, Deck.capacityBelow)
        case .beside: (Deck.widthBeside, Deck.capacity)
        case nil: (Deck.width, Deck.capacity)
        }
    }

    /// How many lines of text fit onto a slide of this kind.
    func capacity(of kind: Block.SlideKind) -> Double {
      switch kind {
      case .words: Deck.capacity
      case .mathematics: capacity
      case .figure: 0
      }
    }

    /// In lines of text.
    func height(of block: Block, in notation: Notation) -> Double {
      switch block {
      case .equation(let equation):
        typesetter.lines(equation, width: width).reduce(0.4) { sum, line in
          sum + ([line.left, line.content].contains { $0?.text.has("\\frac") == true } ? 2.4 : 1.4)
        }
      case .matrix(let matrix): Double(matrix.numbers?.rows.count ?? 0) * 1.3 + 2
      case .paragraph(let prose):
        (Double(prose.plain(in: notation).columns) / Double(Deck.lettersInLine)).rounded(.up) * 1.25 + 0.5
      case .table(let table): Double(table.rows.count) * 1.2 + 1.6
      case .verbatim(let lines): Double(lines.count) * 1.2 + 0.5
      case .heading, .family, .chain, .network, .graph, .bars, .plot, .questions: 0
      }
    }
  }

  /// The rows of a table on each slide, about as many on the last as on the others.
  static func parts(of table: Table) -> [Table] {
    let rows = table.rows.all
    let slides = Swift.max(1, (rows.count + rowsOnSlide - 1) / rowsOnSlide)
    return (0..<slides).map { slide in
      Table(
        table.columns, rows: Array(rows[(rows.count * slide / slides)..<(rows.count * (slide + 1) / slides)]))
    }
  }

  /// Lines that stand as they are, as many as a slide has room for.
  static func parts(of lines: [String]) -> [[String]] {
    let count = rowsOnSlide
    return stride(from: 0, to: lines.count, by: count).map {
      Array(lines[$0..<Swift.min(lines.count, $0 + count)])
    }
  }
}
