import Formulas

/// Puts the blocks of steps onto slides.
struct SlidePacker {
  /// Of the document.
  let title: Prose
  /// The block that is the picture of the deck.
  let picture: Block?
  let measure: SlideMeasure
  private(set) var slides: [Slide] = []
  /// What the slides of the step are called, and stand under.
  private var (head, trail): (Prose, [Prose]) = ("", [])
  /// What may be added to the last slide; `nil` if the step has none yet.
  private var kind: Block.SlideKind?
  /// Whether the picture stands beside the mathematics of the step: matrices need the whole width.
  private var hasPicture = false
  /// Sentences that belong to what comes next.
  private var pending: [Prose] = []
  /// Lines that follow each other, and which kinds of them the step had before.
  private var (lines, alike): ([Equation], AlikeLines) = ([], AlikeLines())
  /// The formula of what comes next in a table.
  private var formula: Equation?

  init(title: Prose, picture: Block?, measure: SlideMeasure) {
    (self.title, self.picture, self.measure) = (title, picture, measure)
  }

  /// Adds the slides of a step.
  mutating func add(_ step: DocumentStep, plain: TextWriter) {
    (head, trail, kind, pending, alike, formula) = (title, step.trail, nil, [], AlikeLines(), nil)
    let first = slides.endIndex
    let speaks = step.blocks.contains { $0.slideKind == .mathematics }
    hasPicture =
      measure.layout != nil && !step.blocks.contains { if case .matrix = $0 { true } else { false } }
    let isAlone = step.blocks.allSatisfy(\.isProse)
    func said(_ prose: Prose, _ packer: inout SlidePacker) {
      if speaks { return packer.pending.append(prose.closed) }
      for sentence in prose.sentences { packer.say(sentence, isAlone: isAlone) }
    }
    for block in step.blocks {
      if block.equations.isEmpty { addLines() }
      if let head = StepHead(block, plain: plain) {
        // The outer one of two headings without anything between them leads to the inner one.
        if kind == nil, self.head != title { trail.append(self.head) }
        self.head = head.title.withoutFullStop
        if let words = head.words { said(words, &self) }
        continue
      }
      switch block {
      case .paragraph(let prose): said(prose, &self)
      case .equation(let equation): lines.append(equation)
      case .family(let family): lines += family.all
      case .table(let table):
        for part in Deck.parts(of: table) {
          if speaks { add(part, below: formula.map { [$0] } ?? []) } else { add(.table(part)) }
        }
        formula = nil
      case .verbatim(let lines): for part in Deck.parts(of: lines) { add(.verbatim(part)) }
      case .questions(let sheet):
        for block in sheet.blocks(in: measure.notation) {
          if case .heading(_, let title) = block { (head, kind) = (title, nil) } else { add(block) }
        }
      // A chain is drawn as a network; the title stands on each slide.
      case .chain, .heading: break
      case .matrix, .network, .graph, .bars, .plot: add(block)
      }
    }
    addLines()
    if !slides.isEmpty { slides[slides.count - 1].notes += pending }
    // The picture takes what room is left.
    for place in slides.indices[first...] where slides[place].picture == .none && hasPicture {
      if !slides[place].content.flatMap(\.equations).isEmpty,
        measure.hasRoom(for: slides[place].content, besidePicture: true)
      {
        slides[place].picture = .beside
      }
    }
  }

  private mutating func addLines() {
    for part in alike.parts(of: lines) {
      switch part {
      case .line(let line):
        add(.equation(line))
        // An array is defined once, and an entry of it is computed after that.
        if formula.map({ $0.sides.isEmpty }) ?? true || line.sides.count > 1 { formula = line.inLetters }
      case .rows(let rows):
        // One more line is shown in full if there is room.
        if rows.count == 1, kind == .mathematics, hasRoom(for: rows.map(Block.equation)) {
          add(.equation(rows[0]))
          continue
        }
        for part in Deck.parts(of: rows) {
          add(measure.table(of: part), below: AlikeLines.formulas(of: part))
        }
      }
    }
    lines = []
  }

  private mutating func add(_ block: Block) {
    let kind = block.slideKind
    if self.kind == kind, kind != .figure, hasRoom(for: [block]) {
      append([block])
    } else {
      let isPicture = block == picture
      let leadIn = self.kind == kind ? takeLeadIn() : []
      begin(kind, isPicture ? .alone : .none, isPicture ? [] : leadIn + [block])
    }
  }

  /// Adds a sentence of a step without mathematics, to be seen or only to be said.
  ///
  /// It is seen if it announces what comes next, if it says what a quantity is, or if there are only sentences, and room for it.
  private mutating func say(_ sentence: Prose, isAlone: Bool) {
    let block = Block.paragraph(sentence)
    if sentence.isLeadIn || sentence.saysWhatIs || isAlone && (kind == nil || hasRoom(for: [block])) {
      add(block)
    } else {
      pending.append(sentence.closed)
    }
  }

  /// Adds a table below the lines that it goes on with, or on a slide of its own below the formulas of its rows.
  private mutating func add(_ table: Table, below formulas: [Equation]) {
    let block = Block.table(table)
    if kind == .mathematics, hasRoom(for: [block]) {
      append([block])
    } else {
      begin(.mathematics, .none, formulas.map(Block.equation) + [block])
    }
  }

  private func hasRoom(for blocks: [Block]) -> Bool {
    measure.hasRoom(for: (slides.last?.content ?? []) + blocks)
  }

  private mutating func append(_ blocks: [Block]) {
    slides[slides.count - 1].content += blocks
    slides[slides.count - 1].notes += pending
    pending = []
  }

  private mutating func begin(_ kind: Block.SlideKind, _ picture: Slide.Picture, _ blocks: [Block]) {
    slides.append(Slide(title: head, trail: trail, picture: picture, content: []))
    self.kind = kind
    append(blocks)
  }

  /// Takes a sentence that announces what comes next from the end of the slide.
  private mutating func takeLeadIn() -> [Block] {
    guard let last = slides.last?.content.last, case .paragraph(let prose) = last, prose.isLeadIn else {
      return []
    }
    slides[slides.count - 1].content.removeLast()
    if slides.last?.content.isEmpty == true { slides.removeLast() }
    return [last]
  }
}

extension Prose {
  /// Without the full stop at its end.
  fileprivate var withoutFullStop: Prose {
    guard case .text(let text) = pieces.last, text.hasSuffix(".") || text.hasSuffix("。") else { return self }
    return Prose(pieces.dropLast() + (text.count > 1 ? [.text(String(text.dropLast()))] : []))
  }

  /// With a full stop instead of a colon at its end: what it announces is not read with it.
  fileprivate var closed: Prose {
    guard case .text(let text) = pieces.last, isLeadIn else { return self }
    return Prose(pieces.dropLast() + [.text(text.dropLast() + (text.hasSuffix(":") ? "." : "。"))])
  }

  /// Whether it announces what comes next.
  fileprivate var isLeadIn: Bool {
    guard case .text(let text) = pieces.last else { return false }
    return text.hasSuffix(":") || text.hasSuffix("：")
  }

  /// Whether it has an equation.
  fileprivate var saysWhatIs: Bool {
    pieces.contains { if case .math(let equation) = $0 { !equation.sides.isEmpty } else { false } }
  }

  /// Each sentence by itself.
  var sentences: [Prose] {
    var sentences: [Prose] = [Prose([])]
    for piece in pieces {
      guard case .text(let text) = piece else {
        sentences[sentences.count - 1].pieces.append(piece)
        continue
      }
      var (run, before): (String, Character) = ("", " ")
      for character in text {
        // The full stop after an initial ends no sentence.
        let isInitial =
          run.hasSuffix(".") && run.dropLast().last?.isUppercase == true
          && !(run.dropLast(2).last?.isLetter ?? false)
        let isEnd = character == " " && ".?!".contains(before) && !isInitial
        if !isEnd { run.append(character) }
        if isEnd || character == "。" {
          sentences[sentences.count - 1].pieces.append(.text(run))
          sentences.append(Prose([]))
          run = ""
        }
        before = character
      }
      if !run.isEmpty { sentences[sentences.count - 1].pieces.append(.text(run)) }
    }
    return sentences.filter { !$0.pieces.isEmpty }
  }
}
