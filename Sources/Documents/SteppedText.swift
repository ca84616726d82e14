import Formulas

/// A document in plain text, one step after the other: each with the headings that it stands under, and with a picture of
/// the network in which the neurons that it is about are marked.
public struct SteppedText {
  private static let width = 78
  private let writer: TextWriter
  private let typesetter: Typesetter
  private let style: TextStyle
  private let steps: [DocumentStep]
  /// In characters where there is one, otherwise the drawn one.
  private let picture: Block?

  /// The steps of a document; what stands before the first is one as well.
  public init(_ blocks: [Block], notation: Notation, style: TextStyle) {
    writer = TextWriter(notation: notation, style: style)
    typesetter = style.colourless.typesetter(notation)
    self.style = style
    steps = DocumentStep.steps(of: blocks, plain: TextWriter(notation: notation))
    picture =
      blocks.first { if case .chain = $0 { true } else { false } }
      ?? blocks.first { if case .network = $0 { true } else { false } }
      ?? blocks.first { if case .graph = $0 { true } else { false } }
  }

  /// How many there are.
  public var count: Int { steps.count }

  /// One of them, counted from 0.
  public func text(of place: Int) -> String {
    guard steps.indices.contains(place) else { return "" }
    let step = steps[place]
    let text = step.blocks.map(writer.text(of:)).joined()
    // Between steps there is a line already.
    return line(above: place) + "\n" + drawn(step) + String(text.drop { $0 == "\n" })
  }

  /// Where the reader is: "-- 12 of 30 -- Backward -- Layer 3 -----".
  private func line(above place: Int) -> String {
    let rule = style.glyphs.rule
    let words = ["\(place + 1) of \(steps.count)"] + steps[place].trail.map(writer.inline)
    let start = words.reduce("") { $0 + rule + rule + " " + $1 + " " }
    return start + TextStyle.line(rule, Self.width - start.columns) + "\n"
  }

  private func drawn(_ step: DocumentStep) -> String {
    // The step that has the picture in it shows it once.
    let hasPicture = step.blocks.contains {
      switch $0 {
      case .chain, .graph: true
      case .heading, .paragraph, .equation, .family, .matrix, .table, .network, .bars, .plot, .verbatim,
        .questions:
        false
      }
    }
    let parts = Set(step.blocks.flatMap(\.currentParts))
    switch picture {
    case .chain(let chain) where !hasPicture:
      return chain.drawn(with: typesetter, style) { name in
        if case .symbol(let symbol) = name { PicturePart(symbol).map(parts.contains) ?? false } else { false }
      } + "\n"
    case .network(let network):
      return network.drawn(with: typesetter, style, width: Self.width, current: parts) + "\n"
    case .graph(let graph) where !hasPicture:
      return graph.drawn(with: typesetter, style, width: Self.width, current: parts) + "\n"
    case .chain, .graph, .bars, .plot, .heading, .paragraph, .equation, .family, .matrix, .table, .verbatim,
      .questions, nil:
      return ""
    }
  }
}

extension Block {
  /// More lines than these are about everything.
  private static let mostEquations = 64

  /// The parts of the picture that its lines of mathematics find something out about.
  fileprivate var currentParts: [PicturePart] {
    let equations: [Equation] =
      switch self {
      case .equation(let equation): [equation]
      case .family(let family): (0..<Swift.min(family.count, Self.mostEquations)).map { family[$0] }
      case .heading, .paragraph, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim,
        .questions:
        []
      }
    return equations.flatMap { PicturePart.found(by: $0.left) }
  }
}

extension PicturePart {
  /// What a line that begins so finds something out about: of ∂C/∂z the neuron of z, of ∂z/∂a both neurons.
  fileprivate static func found(by left: Formula) -> [PicturePart] {
    if let (of, by) = left.sidesOfDerivative {
      return [of.meaning == .cost ? nil : PicturePart(of), PicturePart(by)].compactMap { $0 }
    }
    if case .symbol(let symbol) = left { return PicturePart(symbol).map { [$0] } ?? [] }
    return []
  }
}
