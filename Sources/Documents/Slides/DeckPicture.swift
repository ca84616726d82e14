import Formulas

/// The picture that stands on the slides of a deck.
struct DeckPicture {
  /// Where it stands: a wide one above the content.
  enum Layout {
    case beside, above
  }

  /// The room for it on each side, in points of type of 11 points; and alone on a slide.
  static let (beside, above, alone) = (
    (width: 155.0, height: 168.0), (width: 400.0, height: 84.0), (width: 400.0, height: 168.0)
  )
  /// A pixel of a drawing in points: a letter of 15 pixels is one of 11 points.
  private static let point = 0.745
  /// Of what would be smaller nothing could be read.
  private static let leastScale = 0.3

  let block: Block
  let drawing: Drawing
  /// `nil` where it is too large to stand with anything else.
  let layout: Layout?

  /// A network or a graph before anything was computed, as it stands beside what computes it; `nil` for other blocks.
  init?(_ block: Block, in language: Language) {
    switch block.untraced {
    case .network(let picture): drawing = picture.drawing(in: language)
    case .graph(let picture): drawing = picture.drawing(in: language)
    case .heading, .paragraph, .equation, .family, .matrix, .table, .chain, .bars, .plot, .verbatim,
      .questions:
      return nil
    }
    self.block = block
    let (beside, above) = (Self.scale(of: drawing, in: Self.beside), Self.scale(of: drawing, in: Self.above))
    layout = max(beside, above) < Self.leastScale ? nil : beside > above ? .beside : .above
  }

  /// By how much a drawing is to shrink so that it fits in a room.
  static func scale(of drawing: Drawing, in room: (width: Double, height: Double)) -> Double {
    min(1, room.width / (max(1, drawing.width) * point), room.height / (max(1, drawing.height) * point))
  }
}
