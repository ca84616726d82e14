/// The open steps of a page: each contains what follows, up to the next step of its rank or of a higher one.
struct HTMLOutline {
  /// The ranks of the open steps, from the outside to the inside.
  private var ranks: [StepHead.Rank] = []

  /// Ends the open steps of this rank or a lower one, and begins a new step.
  ///
  /// Headings are numbered by how deep they stand, so that no level is left out.
  mutating func begin(_ rank: StepHead.Rank, _ title: String) -> String {
    let ended = ranks.reversed().prefix { $0.rawValue >= rank.rawValue }.count
    ranks.removeLast(ended)
    let heading = "h\(ranks.count + 2)"
    ranks.append(rank)
    return Self.end(ended) + """
      <details class="\(rank)" open>
      <summary><\(heading)>\(title)</\(heading)></summary>

      """
  }

  /// Ends all steps.
  mutating func end() -> String {
    defer { ranks = [] }
    return Self.end(ranks.count)
  }

  private static func end(_ count: Int) -> String { String(repeating: "</details>\n", count: count) }
}
