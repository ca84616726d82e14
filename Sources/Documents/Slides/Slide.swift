import Formulas

/// What is seen at once, and what is said about it.
struct Slide {
  /// How the picture of the network, or of the graph, stands on it.
  enum Picture {
    case none
    /// Beside the content, with the parts lit that it is about.
    case beside
    /// The picture alone.
    case alone
  }

  /// What it is about; without a full stop.
  var title: Prose
  /// The titles above it, from the outside to the inside.
  let trail: [Prose]
  var picture: Picture
  /// Sentences, equations, a part of a table, a picture: each a block.
  var content: [Block]
  /// The sentences of the step.
  var notes: [Prose] = []

  /// Whether the other has the same title, under the same titles.
  func hasTitle(of other: Slide) -> Bool { title == other.title && trail == other.trail }

  /// The same with the name of its first quantity in the title.
  var named: Slide {
    var slide = self
    if let quantity = content.flatMap(\.equations).first?.left { slide.title = "\(title): \(quantity)" }
    return slide
  }

  /// The parts of the picture that its equations are about.
  var parts: [PicturePart] { content.flatMap(\.equations).flatMap { PicturePart.parts(of: $0) } }
}

extension Block {
  /// Whether it is a sentence or the title of some.
  var isProse: Bool {
    switch self {
    case .heading, .paragraph: true
    case .equation, .family, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim, .questions:
      false
    }
  }

  /// What stands on slides of its kind only.
  enum SlideKind {
    /// Sentences and tables, several on a slide.
    case words
    /// Equations and matrices, several on a slide.
    case mathematics
    /// Alone on a slide.
    case figure
  }

  var slideKind: SlideKind {
    switch self {
    case .heading, .paragraph, .table, .verbatim, .questions: .words
    case .equation, .family, .matrix: .mathematics
    case .chain, .network, .graph, .bars, .plot: .figure
    }
  }
}
