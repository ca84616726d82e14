import Formulas

/// Puts the blocks of steps onto slides.
struct SlidePacker {
  /// Of the document.
  let title: Prose
  /// The block that is the picture of the deck.
  let picture: Block?
  let measure: Deck.Measure
  private(set) var slides: [Slide] = []
  /// What the slides of the step are called, and stand under.
  private var (head, trail): (Prose, [Prose]) = ("", [])
  /// What is left of the slide that is filled, and what may be added to it.
  private var room = 0.0
  private var kind: Block.SlideKind?
  /// Sentences that belong to what comes next.
  private var pending: [Prose] = []

  init(title: Prose, picture: Block?, measure: Deck.Measure) {
    (self.title, self.picture, self.measure) = (title, picture, measure)
  }

  /// Adds the slides of a step.
  mutating func add(_ step: DocumentStep, plain: TextWriter) {
    (head, trail, kind, pending) = (title, step.trail, nil, [])
    let notation = measure.typesetter.notation
    let speaks = step.blocks.contains { $0.slideKind == .mathematics }
    func said(_ prose: Prose, _ packer: inout SlidePacker) {
      if speaks { return packer.pending.append(prose) }
      for sentence in prose.sentences { packer.add(.paragraph(sentence)) }
    }
    for block in step.blocks {
      if let head = StepHead(block, plain: plain) {
        // The outer one of two headings without anything between them leads to the inner one.
        if kind == nil, self.head != title { trail.append(self.head) }
        self.head = head.title.withoutFullStop
        if let words = head.words { said(words, &self) }
        continue
      }
      switch block {
      case .paragraph(let prose): said(prose, &self)
      case .family(let family): for place in 0..<family.count { add(.equation(family[place])) }
      case .table(let table): for part in Deck.parts(of: table) { add(.table(part)) }
      case .verbatim(let lines): for part in Deck.parts(of: lines) { add(.verbatim(part)) }
      case .questions(let sheet):
        for block in sheet.blocks(in: notation) {
          if case .heading(_, let title) = block { (head, kind) = (title, nil) } else { add(block) }
        }
      // A chain is drawn as a network; the title stands on each slide.
      case .chain, .heading: break
      case .equation, .matrix, .network, .graph, .bars, .plot: add(block)
      }
    }
    if !slides.isEmpty { slides[slides.count - 1].notes += pending }
  }

  private mutating func add(_ block: Block) {
    let kind = block.slideKind
    let height = measure.height(of: block, in: measure.typesetter.notation)
    if self.kind == kind, kind != .figure, height <= room {
      slides[slides.count - 1].content.append(block)
    } else {
      let isPicture = block == picture
      let leadIn = self.kind == kind ? takeLeadIn() : []
      slides.append(
        Slide(
          title: head, trail: trail,
          picture: isPicture ? .alone : kind == .mathematics && measure.layout != nil ? .beside : .none,
          content: isPicture ? [] : leadIn + [block]))
      room = measure.capacity(of: kind)
    }
    slides[slides.count - 1].notes += pending
    (self.kind, pending) = (kind, [])
    room -= height
  }

  /// Takes a sentence that announces what comes next from the end of the slide.
  private mutating func takeLeadIn() -> [Block] {
    guard let last = slides.last?.content.last, case .paragraph(let prose) = last,
      case .text(let text) = prose.pieces.last, text.hasSuffix(":") || text.hasSuffix("：")
    else { return [] }
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
