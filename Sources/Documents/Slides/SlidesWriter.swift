import Formulas

/// Slides in one page that needs no other file: arrow keys, a finger or buttons lead from one to the next, and build up the
/// equations; the keys n and s show the notes.
public struct SlidesWriter {
  private let page: HTMLWriter
  private let notation: Notation

  /// A writer for these letters.
  public init(notation: Notation) {
    self.notation = notation
    page = HTMLWriter(notation: notation)
  }

  /// Writes all slides; throws what `sink` throws.
  public func write(_ blocks: [Block], to sink: inout some TextSink) throws {
    let deck = Deck(blocks, notation: notation)
    let frame = HTMLPage(
      language: notation.language, hasSteps: false, style: PageAssets.slidesStyle, header: picture(of: deck),
      footer: controls)
    try sink.append(frame.opening(titled: page.plain(deck.title)))
    for (place, slide) in deck.slides.enumerated() {
      try sink.append(section(of: slide, in: deck, heading: place == 0 ? "h1" : "h2"))
    }
    try sink.append(frame.closing)
  }

  /// One picture for all slides, which the script puts where it belongs.
  private func picture(of deck: Deck) -> String {
    guard let picture = deck.picture else { return "" }
    return "<figure class=\"diagram\">\n"
      + SVG(notation: notation, .page).text(of: picture.drawing, name: "diagram") + "</figure>\n"
  }

  private func section(of slide: Slide, in deck: Deck, heading: String) -> String {
    let layout =
      switch (slide.picture, deck.picture?.layout) {
      case (.alone, _): " alone"
      case (.beside, .above?): " above"
      case (.beside, .beside?): " beside"
      case (.none, _), (.beside, nil): ""
      }
    let content = slide.content.map { block in
      if case .equation(let equation) = block {
        page.text(of: equation, inSteps: true)
      } else {
        page.text(of: block)
      }
    }
    let trail = slide.trail.map(page.inline).joined(separator: " · ")
    let notes = slide.notes.map { "<p>" + page.inline($0) + "</p>" }.joined(separator: "\n")
    return """
      <section class="slide\(layout)">
      <header>\(trail.isEmpty ? "" : "<p class=\"trail\">\(trail)</p>")<\(heading)>\(page.inline(slide.title))</\(heading)></header>
      <div class="content">
      \(content.joined())</div>
      \(notes.isEmpty ? "" : "<aside class=\"notes\" aria-label=\"\(page.say(.notes))\">\(notes)</aside>\n")\
      </section>

      """
  }

  private var controls: String {
    """
    <nav class="controls" aria-label="\(page.say(.slides))" hidden>
    <button type="button" class="back" aria-label="\(page.say(.back))">←</button>
    <span class="count" aria-live="polite"></span>
    <button type="button" class="talk" aria-pressed="false">\(page.say(.notes))</button>
    <button type="button" class="next" aria-label="\(page.say(.next))">→</button>
    </nav>
    <script>
    \(PageAssets.slides)
    </script>

    """
  }
}
