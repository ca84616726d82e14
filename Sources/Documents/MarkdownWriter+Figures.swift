import Formulas

/// Pictures as files beside the document.
extension MarkdownWriter {
  /// A drawing that is a file, and what tells it from the others of the document.
  struct Figure {
    let name: String
    let drawing: Drawing
  }

  /// The picture that a block is; a chain is drawn as the network that follows it.
  func figure(_ block: Block) -> Figure? {
    let language = typesetter.notation.language
    return switch block {
    case .network(let picture): Figure(name: "network", drawing: picture.drawing(in: language))
    case .graph(let graph): Figure(name: "graph", drawing: graph.drawing(in: language))
    case .bars(let chart): Figure(name: "bars", drawing: chart.drawing(in: language))
    case .plot(let plot): Figure(name: "plot", drawing: plot.drawing(in: language))
    case .heading, .paragraph, .equation, .family, .matrix, .table, .chain, .verbatim, .questions: nil
    }
  }

  /// What follows in the names of the files, and what is in them.
  package func figures(of blocks: some Sequence<Block>) -> [(name: String, content: String)] {
    blocks.compactMap(figure).map { figure in
      (
        "-\(figure.name).svg",
        SVG(notation: typesetter.notation, .file).text(of: figure.drawing, name: figure.name)
      )
    }
  }

  /// An image with its description as alternative text.
  func link(_ figure: Figure) -> String {
    let path = "\(figures ?? "")-\(figure.name).svg"
    let address = path.split(separator: "/", omittingEmptySubsequences: false)
      .map { PageLink.address(of: String($0)) }.joined(separator: "/")
    let (title, description) = (figure.drawing.title, figure.drawing.description)
    let words = description.pieces.isEmpty ? title : "\(title). \(description)"
    return "![" + escape(TextWriter(notation: typesetter.notation).inline(words)) + "](\(address))\n\n"
  }
}
