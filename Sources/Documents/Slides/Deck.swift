import Formulas

/// A document as slides: of each step its equations, its tables and its pictures, as many on a slide as it has room for; the
/// sentences are for the speaker, where there is anything else to see.
struct Deck {
  /// In lines of text: what a slide holds, and what it holds below a picture.
  static let (capacity, capacityBelow) = (11.0, 5.5)
  /// How wide the content is, in points of type of 11 points, and how wide beside a picture.
  static let (width, widthBeside) = (365.0, 218.0)
  /// Letters of a sentence in a line, and rows of a table on a slide.
  static let (lettersInLine, rowsOnSlide) = (70, 8)

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
      title: title, picture: picture?.block,
      measure: SlideMeasure(notation: notation, layout: picture?.layout))
    for step in DocumentStep.steps(of: blocks, plain: plain) { packer.add(step, plain: plain) }
    let packed = packer.slides
    // Slides in a row with one title are told apart.
    slides = packed.indices.map { place in
      let beside = [place - 1, place + 1].filter(packed.indices.contains)
      return beside.contains { packed[$0].hasTitle(of: packed[place]) } ? packed[place].named : packed[place]
    }
  }

  /// The rows of a table on each slide, about as many on the last as on the others.
  static func parts<Row>(of rows: [Row]) -> [[Row]] {
    let slides = Swift.max(1, (rows.count + rowsOnSlide - 1) / rowsOnSlide)
    return (0..<slides).map { slide in
      Array(rows[(rows.count * slide / slides)..<(rows.count * (slide + 1) / slides)])
    }
  }

  /// Tables of these rows.
  static func parts(of table: Table) -> [Table] {
    parts(of: table.rows.all).map { Table(table.columns, rows: $0) }
  }
}
