/// Indices in pictures.
extension SVG {
  /// Where letters stand, in parts of the height of the plain ones; y goes down.
  private enum Level: Double {
    case raised = -0.36
    case plain = 0
    case lowered = 0.22

    /// How large they are.
    var size: Double { self == .plain ? 1 : 0.7 }
  }

  private static let marks: [Character: (plain: Character, level: Level)] = {
    let raised = zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+−=()").map { ($0, ($1, Level.raised)) }
    let lowered = zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()").map { ($0, ($1, Level.lowered)) }
    return Dictionary(raised + lowered, uniquingKeysWith: { first, _ in first })
  }()

  /// In parts of its height: a guess, as fonts differ.
  private static func width(of run: String) -> Double {
    run.reduce(0) { $0 + (",.()".contains($1) ? 0.35 : 0.52) }
  }

  /// Text whose raised and lowered characters are plain ones that are shifted; it has been made harmless before.
  ///
  /// What a name has below by itself, as w_f has, stands there as well. Few fonts have characters that are raised, and a browser
  /// takes them from another.
  static func shifted(_ text: String) -> String {
    var (result, run, level, place) = ("", "", Level.plain, 0.0)
    // How wide the run below is that a run above follows, and by how much it is wider than that.
    var (below, rest) = (0.0, 0.0)
    func end() {
      guard !run.isEmpty else { return }
      let step = (level.rawValue - place) / level.size
      let size = level == .plain ? "" : " font-size=\"70%\""
      // What is raised stands above what is lowered, and not behind it.
      let back = level == .raised ? -below : level == .plain ? rest * Level.raised.size : 0
      let move = back == 0 ? "" : " dx=\"\(Drawing.number(back))em\""
      result +=
        step == 0 && level == .plain
        ? run : "<tspan\(move) dy=\"\(Drawing.number(step))em\"\(size)>\(run)</tspan>"
      rest = level == .raised ? max(0, below - width(of: run)) : 0
      below = level == .lowered ? width(of: run) : 0
      (run, place) = ("", level.rawValue)
    }
    var isBelow = false
    for (before, character) in zip([" "] + Array(text), text) {
      let isWord = character.isLetter || character.isNumber
      if character == "_", before.isLetter || before.isNumber {
        isBelow = true
        continue
      }
      isBelow = isBelow && isWord
      let next = marks[character] ?? (character, isBelow ? .lowered : .plain)
      if next.level != level { end() }
      level = next.level
      run.append(next.plain)
    }
    end()
    return result
  }
}
