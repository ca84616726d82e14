import Formulas

/// What plain text draws with.
struct TextGlyphs {
  /// Below the title, a section, and a part of one.
  let (title, section, part): (String, String, String)
  /// Below the head of a table, and the shaft of an arrow.
  let rule: String
  let arrowhead: String
  /// On an arrow between layers in which every neuron feeds every other.
  let crossing: String
  /// From an arrow to a line further up, and down from one to an arrow.
  let corners: (up: String, down: String)
  /// Between the name of a quantity and those that its definition uses.
  let uses: String
  /// Lines of a graph, by the sides that they lead to: 1 up, 2 down, 4 to the left, 8 to the right.
  let wires: [String]
  /// Of a matrix on the left and on the right: of the first row, of those between, and of the last.
  let (left, right): ([String], [String])
  let times: String
  /// Neurons that are left out.
  let dots: String
  /// The end of a bar, by how many eighths of a character it is long, and last a whole one.
  let bar: [String]

  static let unicode = TextGlyphs(
    title: "═", section: "─", part: "┄", rule: "─", arrowhead: "▶", crossing: "╳", corners: ("┘", "└"),
    uses: "←",
    wires: [" ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼"],
    left: ["⎛", "⎜", "⎝"],
    right: ["⎞", "⎟", "⎠"], times: "×", dots: "⋮", bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"])
  static let ascii = TextGlyphs(
    title: "=", section: "-", part: ".", rule: "-", arrowhead: ">", crossing: "X", corners: ("'", "`"),
    uses: "<-",
    wires: [" ", "|", "|", "|", "-", "'", ".", "+", "-", "`", ".", "+", "-", "+", "+", "+"],
    left: ["|", "|", "|"],
    right: ["|", "|", "|"], times: "x", dots: ":", bar: ["", "", "", "#", "#", "#", "#", "#"])

  private init(
    title: String, section: String, part: String, rule: String, arrowhead: String, crossing: String,
    corners: (up: String, down: String), uses: String, wires: [String], left: [String], right: [String],
    times: String, dots: String,
    bar: [String]
  ) {
    (self.title, self.section, self.part, self.rule) = (title, section, part, rule)
    (self.arrowhead, self.crossing, self.times, self.dots) = (arrowhead, crossing, times, dots)
    (self.corners, self.bar) = (corners, bar)
    (self.uses, self.wires) = (uses, wires)
    (self.left, self.right) = (left, right)
  }
}

extension TextStyle {
  var glyphs: TextGlyphs { isASCII ? .ascii : .unicode }

  /// Mathematics in this style, in these letters.
  func typesetter(_ notation: Notation) -> Typesetter {
    Typesetter(
      notation: notation, markup: isASCII ? ASCIIMarkup(style: self) : UnicodeMarkup(style: self))
  }

  /// The same without colour.
  var colourless: TextStyle { TextStyle(isASCII: isASCII) }

  /// A line of one glyph.
  static func line(_ glyph: String, _ columns: Int) -> String {
    String(repeating: glyph, count: Swift.max(0, columns))
  }
}
