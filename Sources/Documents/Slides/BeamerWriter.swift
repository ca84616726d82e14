import Formulas

/// Slides for pdflatex, with the class beamer: formulas are built up side by side, and the notes have the sentences.
public struct BeamerWriter {
  /// On a whole slide, and beside the picture.
  private let (whole, beside): (LaTeXWriter, LaTeXWriter)
  private let notation: Notation

  /// A writer for these letters.
  public init(notation: Notation) {
    self.notation = notation
    whole = LaTeXWriter(notation: notation, lineWidth: Deck.width)
    beside = LaTeXWriter(notation: notation, lineWidth: Deck.widthBeside)
  }

  /// Writes all slides; throws what `sink` throws.
  public func write(_ blocks: [Block], to sink: inout some TextSink) throws {
    let deck = Deck(blocks, notation: notation)
    let names = PartNames(deck.picture)
    try sink.append(opening(of: deck, names))
    for slide in deck.slides { try sink.append(frame(of: slide, in: deck, names)) }
    try sink.append("\\end{document}\n")
  }

  /// The names under which the picture is told which of its parts are lit: p1, p2, ….
  private struct PartNames {
    private var names: [PicturePart: String] = [:]

    init(_ picture: DeckPicture?) {
      for case let part? in picture?.drawing.groups.map(\.part) ?? [] where names[part] == nil {
        names[part] = "p\(names.count + 1)"
      }
    }

    var all: [String] { (0..<names.count).map { "p\($0 + 1)" } }

    func name(of part: PicturePart?) -> String? { part.flatMap { names[$0] } }
  }

  private func opening(of deck: Deck, _ names: PartNames) -> String {
    """
    \(whole.engine)\\PassOptionsToPackage{pdfpagelabels=false}{hyperref}
    \\documentclass[aspectratio=169,12pt]{beamer}
    \(whole.languageSettings)\\usepackage{amsmath}
    \\usepackage{booktabs}
    \\usepackage{tikz}
    \\usefonttheme[onlymath]{serif}
    % The font of slides lacks these signs.
    \\DeclareTextCommandDefault{\\textbar}{\\ensuremath{|}}\\DeclareTextCommandDefault{\\textless}{\\ensuremath{<}}\\DeclareTextCommandDefault{\\textgreater}{\\ensuremath{>}}
    \\DeclareTextCommandDefault{\\textbackslash}{\\ensuremath{\\backslash}}\\DeclareTextCommandDefault{\\textbraceleft}{\\ensuremath{\\lbrace}}\\DeclareTextCommandDefault{\\textbraceright}{\\ensuremath{\\rbrace}}
    \\setbeamersize{text margin left=7mm,text margin right=7mm}
    \\setbeamertemplate{navigation symbols}{}
    \\setbeamertemplate{footline}{\\hfill{\\scriptsize\\insertframenumber}\\hspace{3mm}\\vspace{2mm}}
    % What a slide stands under is above its title.
    \\setbeamertemplate{frametitle}{\\vspace{2mm}{\\footnotesize\\color{gray}\\insertframesubtitle\\strut}\\par{\\large\\insertframetitle\\strut}\\par}
    % With the notes of the speaker on a second screen:
    % \\setbeameroption{show notes on second screen=right}
    % \\begin{fit}{HEIGHT}: shrinks what would be too high for its slide.
    \\newsavebox\\slidebox\\newsavebox\\diagrambox
    \\newenvironment{fit}[1]{\\def\\slideheight{#1}\\begin{lrbox}{\\slidebox}\\begin{minipage}{\\linewidth}%
      \\abovedisplayskip=4pt plus 2pt\\belowdisplayskip=4pt plus 2pt\\parskip=4pt\\raggedright}%
      {\\end{minipage}\\end{lrbox}%
      \\ifdim\\dimexpr\\ht\\slidebox+\\dp\\slidebox>\\slideheight\\centering\\resizebox*{!}{\\slideheight}{\\usebox\\slidebox}\\else\\usebox\\slidebox\\fi\\par}
    \\tikzset{lit/.style={color=blue!70!black,every circle/.append style={line width=1.4pt}}\(names.all.map { ",\($0)/.style={}" }.joined())}
    \(deck.picture.map { diagram(of: $0, names) } ?? "")\
    % One run is enough.
    \\nofiles
    \\begin{document}

    """
  }

  /// The command that draws the picture: `\diagram{p3/.style=lit}`.
  private func diagram(of picture: DeckPicture, _ names: PartNames) -> String {
    let paths = TikZ(whole.typesetter).paths(of: picture.drawing, scale: 1, inline: whole.inline)
    let groups = zip(picture.drawing.groups, paths).map { group, path in
      names.name(of: group.part).map { "\\begin{scope}[\($0)]\n" + path + "\\end{scope}\n" } ?? path
    }
    return "\\newcommand{\\diagram}[1]{\\begin{tikzpicture}[>=stealth,line width=0.6pt,#1]\n"
      + groups.joined() + "\\end{tikzpicture}}\n"
  }

  /// The picture of a slide, drawn once for all that is uncovered on it; nothing where there is none.
  private func drawn(on slide: Slide, in deck: Deck, _ names: PartNames) -> String {
    guard let picture = deck.picture else { return "" }
    let room: (width: Double, height: Double)
    switch (slide.picture, picture.layout) {
    case (.none, _), (.beside, nil): return ""
    case (.alone, _): room = DeckPicture.alone
    case (.beside, .above?): room = DeckPicture.above
    case (.beside, .beside?): room = DeckPicture.beside
    }
    let lit = Set(slide.parts.compactMap { names.name(of: $0) }).sorted().map { "\($0)/.style=lit" }
    let scale = Drawing.number(DeckPicture.scale(of: picture.drawing, in: room))
    return "\\sbox\\diagrambox{\\scalebox{\(scale)}{\\diagram{\(lit.joined(separator: ","))}}}\n"
  }

  private func frame(of slide: Slide, in deck: Deck, _ names: PartNames) -> String {
    let trail = slide.trail.map(whole.inline).joined(separator: " $\\cdot$ ")
    return drawn(on: slide, in: deck, names) + """
      \\begin{frame}[t]
      \\frametitle{\(whole.inline(slide.title))}\(trail.isEmpty ? "" : "\\framesubtitle{\(trail)}")
      \(content(of: slide, layout: deck.picture?.layout))\
      \(slide.notes.isEmpty ? "" : "\\note{\(slide.notes.map(whole.inline).joined(separator: "\\par\n"))}\n")\
      \\end{frame}

      """
  }

  private func content(of slide: Slide, layout: DeckPicture.Layout?) -> String {
    let picture = "{\\centering\\usebox\\diagrambox\\par}\n"
    switch (slide.picture, layout) {
    case (.alone, _): return picture
    case (.beside, .above?): return picture + fitted(slide, whole, height: 88)
    case (.beside, .beside?):
      return "\\begin{columns}[T,onlytextwidth]\n\\begin{column}{0.6\\textwidth}\n"
        + fitted(slide, beside, height: 166) + "\\end{column}\n\\begin{column}{0.39\\textwidth}\n" + picture
        + "\\end{column}\n\\end{columns}\n"
    case (.none, _), (.beside, nil): return fitted(slide, whole, height: 171)
    }
  }

  private func fitted(_ slide: Slide, _ writer: LaTeXWriter, height: Int) -> String {
    var step = 1
    let content = slide.content.map { block in
      if case .equation(let equation) = block { return writer.text(of: equation, from: &step) }
      return writer.text(of: block)
    }
    return "\\begin{fit}{\(height)pt}\n" + content.joined() + "\\end{fit}\n"
  }
}

extension LaTeXWriter {
  /// An equation that is built up, from this step on: what comes later leaves its room.
  fileprivate func text(of equation: Equation, from step: inout Int) -> String {
    let lines = typesetter.lines(equation, width: lineWidth)
    let chunks = lines.map { typesetter.chunks($0.parts, after: $0.sign, within: lineWidth) }
    var starts = EquationChunk.starts(chunks.joined().map(\.sign))[...]
    let first = step
    let rows = zip(lines, chunks).map { line, chunks in
      let content = chunks.map { chunk in
        if starts.popFirst() == true { step += 1 }
        let text = typesetter.markup.row(chunk.parts).text
        return step > 1 ? "\\uncover<\(step)->{{}" + text + "}" : text
      }
      let left = line.left.map { first > 1 ? "\\uncover<\(first)->{" + $0.text + "}" : $0.text } ?? ""
      return left + (line.isContinuation ? " &\\quad" : " &") + content.joined()
    }
    step += 1
    let head = lines.first.map { ($0.left?.width ?? 0) + 20 } ?? 0
    let size = size(of: head + (lines.map { $0.content.width }.max() ?? 0))
    return set("\\begin{align*}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{align*}\n", size)
  }
}
