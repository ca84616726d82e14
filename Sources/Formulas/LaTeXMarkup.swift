/// TeX that LaTeX, KaTeX, MathJax and pandoc take alike, and that no Markdown parser changes.
///
/// No backslash stands before a non-letter, no character that means something to Markdown occurs, and a subscript
/// comes before a superscript.
public struct LaTeXMarkup: Markup {
  public var stacksQuotients: Bool { true }

  /// A markup without settings.
  public init() {}

  public func digits(_ text: String) -> String { text }

  public func symbol(_ look: Notation.Look) -> String {
    let below = [look.below, look.isNew ? "\\mathrm{new}" : nil].compactMap { $0 }.joined(separator: ",")
    return Self.letter(look.letter) + (below.isEmpty ? "" : "_{\(below)}")
      + (look.above.map { "^{\($0)}" } ?? "")
  }

  public func partial(_ above: String, by below: String) -> String {
    "\\frac{\\partial \(above)}{\\partial \(below)}"
  }

  public func quotient(_ above: String, _ below: String) -> String { "\\frac{\(above)}{\(below)}" }
  public func power(_ base: String, _ exponent: Int) -> String { "\(base)^{\(exponent)}" }
  public func exponential(_ exponent: String) -> String { "e^{\(exponent)}" }
  public func absolute(_ content: String) -> String { "\\left\\lvert \(content) \\right\\rvert" }

  public func parentheses(_ content: String, arePlain: Bool) -> String {
    arePlain ? "(\(content))" : "\\left( \(content) \\right)"
  }

  public func call(_ name: FunctionName, _ argument: String) -> String { Self.name(name) + " " + argument }

  private static func name(_ name: FunctionName) -> String {
    switch name {
    case .sigma: "\\sigma"
    case .sigmaPrime: "\\sigma^{\\prime}"
    case .tanh: "\\tanh"
    case .tanhPrime: "\\tanh^{\\prime}"
    case .step: "\\mathrm{step}"
    case .ln: "\\ln"
    case .max: "\\max"
    case .min: "\\min"
    }
  }

  public func row(_ parts: [RowPart<String>]) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .piece(let piece): text += piece
      case .sign(let sign): text += Self.sign(sign)
      }
    }
  }

  private static func sign(_ sign: Operator) -> String {
    switch sign {
    case .plus: " + "
    case .minus: " - "
    case .times: " \\cdot "
    case .comma: ", "
    case .equals: " = "
    case .approximately: " \\approx "
    case .negation: "-"
    case .nothing: " "
    }
  }

  private static func letter(_ letter: String) -> String { letter == "η" ? "\\eta" : letter }
}
