import Formulas

/// A page in one file: MathML, a style for screens and for paper, and a short script that unfolds it step by step.
public struct HTMLWriter: DocumentWriter {
  let typesetter: Typesetter
  /// What is drawn, or read aloud, is in characters.
  private let plain: Typesetter
  private let plainText: TextWriter
  private var page: HTMLPage
  /// The numbers that the page computes anew when one is changed; none on a page that stays as it is.
  let spreadsheet: Spreadsheet?

  /// A writer for these letters; with `hasSteps` the page unfolds step by step, with a `place` it leads on to the
  /// rest of a course, and with a `spreadsheet` its numbers can be changed.
  public init(
    notation: Notation, hasSteps: Bool = true, place: CoursePlace? = nil, spreadsheet: Spreadsheet? = nil
  ) {
    self.spreadsheet = spreadsheet
    typesetter = Typesetter(
      notation: notation, markup: MathMLMarkup { Self.about(PicturePart.parts(of: Equation($0))) })
    plain = Typesetter(notation: notation, markup: UnicodeMarkup())
    plainText = TextWriter(notation: notation)
    page =
      place.map {
        HTMLPage(
          language: notation.language, hasSteps: hasSteps, style: PageAssets.courseStyle,
          header: $0.html(in: notation),
          footer: $0.footer(in: notation))
      }
      ?? HTMLPage(language: notation.language, hasSteps: hasSteps)
    page.numbers = livingNumbers
  }

  public var opening: String { page.opening(titled: say(.untitled)) }
  public var closing: String { page.closing }

  /// Writes a whole page, whose title is that of the document; throws what `sink` throws.
  public func write(_ blocks: some Sequence<Block>, to sink: inout some TextSink) throws {
    var outline = HTMLOutline()
    var isFirst = true
    for block in blocks {
      if isFirst { try sink.append(opening(of: block)) }
      isFirst = false
      if page.hasSteps, let step = StepHead(block, plain: plainText) {
        try sink.append(outline.begin(step.rank, inline(step.title)))
        if let words = step.words { try sink.append(text(of: .paragraph(words))) }
      } else {
        try write(block) { try sink.append($0) }
      }
    }
    try sink.append((isFirst ? opening : "") + outline.end() + closing)
  }

  private func opening(of first: Block) -> String {
    guard case .heading(1, let title) = first else { return opening }
    return page.opening(titled: HTMLText.escape(plainText.inline(title)))
  }

  public func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let prose): "<h\(level)>" + inline(prose) + "</h\(level)>\n"
    case .paragraph(let prose): "<p" + living(prose) + ">" + inline(prose).trimmingEnds + "</p>\n"
    case .equation(let equation): text(of: equation)
    case .family(let family): text(of: family)
    case .matrix(let matrix): text(of: matrix)
    case .table(let table): collected { write(table, $0) }
    // It is drawn as a network.
    case .chain: ""
    case .network(let picture):
      figure("network", picture.drawing(in: language), narrow: picture.narrow?.drawing(in: language))
    case .graph(let graph): figure("graph", graph.drawing(in: language))
    case .bars(let chart): figure("bars", chart.drawing(in: language), livingFigure)
    case .plot(let plot): figure("plot", plot.drawing(in: language), livingFigure)
    case .verbatim(let lines):
      Self.opening("pre", of: "lines", label: say(.lines))
        + lines.map { HTMLText.escape($0) + "\n" }.joined() + "</pre>\n"
    case .questions(let sheet): text(of: sheet)
    }
  }

  func inline(_ prose: Prose) -> String {
    prose.html(in: typesetter.notation) {
      inlineMath(typesetter.piece($0), living(inline: $0))
    } error: {
      typesetter.definition(of: $0).map { inlineMath($0) } ?? Notation.error
    }
  }

  /// A picture; that of the network stands at the side where there is room for it.
  private func figure(
    _ name: String, _ drawing: Drawing, _ ofGiven: String? = nil, narrow: Drawing? = nil
  ) -> String {
    let living = ofGiven ?? self.living(drawing)
    let svg = SVG(notation: typesetter.notation, .page, number: { spreadsheet?.number(of: $0) })
    let kind = drawing.isToScale && drawing.width > Self.widthBeside ? name + " wide" : name
    return
      (drawing.isToScale || name == "network"
      ? Self.opening("figure", of: kind, label: say(.picture), living: living)
      : "<figure class=\"\(kind)\"\(living)>")
      + "\n"
      + svg.text(of: drawing, name: name, for: narrow == nil ? nil : .broad)
      + (narrow.map { svg.text(of: $0, name: "narrow-" + name, for: .narrow) } ?? "") + "</figure>\n"
  }

  /// What there is room for beside the text on most screens: a wider picture stands in it.
  private static let widthBeside = 560.0

  var language: Language { typesetter.notation.language }

  /// A phrase of the page itself, escaped.
  func say(_ phrase: PagePhrase) -> String { plain(language.say(phrase)) }

  func plain(_ prose: Prose) -> String { HTMLText.escape(plainText.inline(prose)) }

  /// The start of a box that scrolls by itself, so that the page does not; whoever has no mouse reaches it with Tab.
  ///
  /// What it is about lights up in the picture.
  static func opening(
    _ element: String, of kind: String, label: String, about parts: [PicturePart] = [],
    finding found: PicturePart? = nil, living: String = ""
  ) -> String {
    let finds = found.map { " data-finds=\"\($0.id)\"" } ?? ""
    return
      "<\(element) class=\"\(kind) scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\"\(about(parts))\(finds)\(living)>"
  }

  /// The attribute that says what an element is about.
  static func about(_ parts: [PicturePart]) -> String {
    parts.isEmpty ? "" : " data-about=\"\(parts.map(\.id).joined(separator: " "))\""
  }
}
