import Formulas

extension HTMLWriter {
  /// Writes the first page of a course, which needs no script; throws what `sink` throws.
  public func write(_ index: CourseIndex, to sink: inout some TextSink) throws {
    let page = HTMLPage(
      language: language, hasSteps: false, style: PageAssets.courseStyle)
    let title = HTMLText.escape(index.title)
    try sink.append(page.opening(titled: title))
    try sink.append(
      """
      <h1>\(title)</h1>
      <p class="count">\(plain(language.say(CoursePhrase.lessons(index.entries.count))))</p>
      <ol class="lessons">

      """)
    for (place, entry) in index.entries.enumerated() { try sink.append(text(of: entry, at: place + 1)) }
    try sink.append("</ol>\n" + page.closing)
  }

  private func text(of entry: CourseIndex.Entry, at place: Int) -> String {
    let summary = inline(entry.summary).trimmingEnds
    let picture = entry.picture?.thumbnail(in: language).map {
      SVG(notation: typesetter.notation, .list).text(of: $0, name: "lesson-\(place)")
    }
    return """
      <li>
      <h2><a href="\(entry.page.address)">\(HTMLText.escape(entry.page.words))</a></h2>
      \(summary.isEmpty ? "" : "<p>\(summary)</p>\n")\
      \(picture ?? "")\
      </li>

      """
  }
}

extension Block {
  /// Itself, small, where it is a picture.
  fileprivate func thumbnail(in language: Language) -> Drawing? {
    switch self {
    case .network(let picture): picture.thumbnail(in: language)
    case .graph(let picture): picture.thumbnail(in: language)
    case .heading, .paragraph, .equation, .family, .matrix, .table, .chain, .bars, .plot, .verbatim,
      .questions:
      nil
    }
  }
}
