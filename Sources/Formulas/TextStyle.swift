/// What plain text is written with: its characters, and whether in colour and with stacked fractions.
public struct TextStyle: Hashable, Sendable {
  /// Whether every character is ASCII, and every quantity has the name by which it is typed.
  public var isASCII: Bool
  /// Whether a terminal is told to colour parts of it; all of them are told apart without colour as well.
  public var isColoured: Bool
  /// Whether a line of mathematics may be as high as its fractions; otherwise each is one line, to be searched and compared.
  public var stacksFractions: Bool

  /// Unicode in single lines and without colour, unless said otherwise.
  public init(isASCII: Bool = false, isColoured: Bool = false, stacksFractions: Bool = false) {
    self.isASCII = isASCII
    self.isColoured = isColoured
    self.stacksFractions = stacksFractions
  }

  /// What may look different from the rest.
  public enum Part: Sendable {
    /// The title of a section, or words that matter.
    case heading
    /// What an equation begins with.
    case name
    /// A number of an equation.
    case number
    /// What it ends in.
    case result
    /// What a step is about.
    case current

    /// Codes of ECMA-48, "select graphic rendition": one that begins it, and one that ends no other's.
    fileprivate var codes: (on: Int, off: Int) {
      switch self {
      case .heading, .result: (1, 22)
      case .name: (36, 39)
      case .number: (32, 39)
      case .current: (7, 27)
      }
    }
  }

  /// The text as that part of a document.
  public func mark(_ text: String, as part: Part) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[\(part.codes.on)m" + text + "\u{1B}[\(part.codes.off)m"
  }
}
