/// Mathematics in one line of plain text: ∂C/∂w₁₁⁽²⁾ = 0.5 · σ(z).
public struct UnicodeMarkup: Markup {
  public var stacksQuotients: Bool { false }

  /// A markup without settings.
  public init() {}

  public func digits(_ text: String) -> String { text }

  public func symbol(_ look: Notation.Look) -> String {
    (look.isNew ? "new " : "") + look.letter + (look.below.map(Self.lowered) ?? "")
      + (look.above.map(Self.raised) ?? "")
  }

  public func partial(_ above: String, by below: String) -> String { "∂\(above)/∂\(below)" }
  public func quotient(_ above: String, _ below: String) -> String { "\(above)/\(below)" }
  public func power(_ base: String, _ exponent: Int) -> String { base + Self.raised(String(exponent)) }
  public func exponential(_ exponent: String) -> String { "exp(\(exponent))" }
  public func absolute(_ content: String) -> String { "|\(content)|" }
  public func parentheses(_ content: String, arePlain: Bool) -> String { "(\(content))" }

  public func call(_ name: FunctionName, _ argument: String) -> String { Self.name(name) + argument }

  private static func name(_ name: FunctionName) -> String {
    switch name {
    case .sigma: "σ"
    case .sigmaPrime: "σ′"
    case .tanh: "tanh"
    case .tanhPrime: "tanh′"
    case .step: "step"
    case .ln: "ln"
    case .max: "max"
    case .min: "min"
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
    case .minus: " − "
    case .times: " · "
    case .comma: ", "
    case .equals: " = "
    case .approximately: " ≈ "
    case .negation: "−"
    case .nothing: " "
    }
  }

  private static func raised(_ text: String) -> String {
    String(text.map { superscripts[$0] ?? $0 })
  }

  private static func lowered(_ text: String) -> String {
    text.allSatisfy { subscripts[$0] != nil || $0 == "," }
      ? String(text.map { subscripts[$0] ?? $0 }) : "[\(text)]"
  }

  private static let superscripts = table("0123456789()-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻")
  private static let subscripts = table("0123456789", "₀₁₂₃₄₅₆₇₈₉")

  private static func table(_ plain: String, _ shifted: String) -> [Character: Character] {
    Dictionary(zip(plain, shifted)) { first, _ in first }
  }
}
