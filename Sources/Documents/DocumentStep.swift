import Formulas

/// A step of a document: blocks that are shown together, and where they stand.
struct DocumentStep {
  /// With the headings that begin it.
  private(set) var blocks: [Block] = []
  /// The titles above it, from the outside to the inside.
  private(set) var trail: [Prose] = []
  /// Whether there is anything but headings.
  private var hasContent = false

  /// The steps of a document; what stands before the first is one as well.
  ///
  /// `plain` says what a title reads like.
  static func steps(of blocks: [Block], plain: TextWriter) -> [DocumentStep] {
    var steps = [DocumentStep()]
    var heads: [StepHead] = []
    for block in blocks {
      if let head = StepHead(block, plain: plain) {
        heads.removeAll { $0.rank.rawValue >= head.rank.rawValue }
        // A heading with nothing of its own goes with what follows.
        if steps[steps.count - 1].hasContent { steps.append(DocumentStep()) }
        if steps[steps.count - 1].blocks.isEmpty { steps[steps.count - 1].trail = heads.map(\.title) }
        heads.append(head)
        steps[steps.count - 1].hasContent = head.rank == .paragraph
      } else {
        steps[steps.count - 1].hasContent = true
      }
      steps[steps.count - 1].blocks.append(block)
    }
    return steps.filter(\.hasContent)
  }
}
