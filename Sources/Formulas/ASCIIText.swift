extension String {
  /// The same for a terminal that knows no other characters: letters without their accents, x_hat for x̂, signs by what is typed
  /// for them, and of what is neither the number.
  public var inASCII: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    var isRaised = false
    for scalar in unicodeScalars {
      let raised = Self.raised[scalar]
      if let raised {
        result += (isRaised ? "" : "^") + raised
      } else if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        result +=
          Self.accents[scalar] ?? Self.signs[scalar] ?? scalar.letterInASCII ?? "[U+\(scalar.hexadecimal)]"
      }
      isRaised = raised != nil
    }
    return result
  }

  private static let raised = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁽⁾".unicodeScalars, "0123456789-()".map { String($0) }))

  /// Those of names, x̂ for `x_hat`, where they are characters by themselves.
  private static let accents: [Unicode.Scalar: String] = [
    "\u{302}": "_hat", "\u{304}": "_bar", "\u{303}": "_tilde",
  ]

  private static let signs: [Unicode.Scalar: String] = [
    "−": "-", "–": "-", "—": "--", "·": "*", "×": "x", "÷": "/", "⊙": ".*", "≈": "~=", "≤": "<=", "≥": ">=",
    "≠": "!=", "±": "+-", "→": "->", "←": "<-", "▶": ">", "─": "-", "╳": "X", "⋮": ":",
    "′": "'", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\"", "…": "...", "⋯": "...",
    "∂": "d", "∇": "grad ", "Σ": "sum", "∑": "sum", "√": "sqrt", "∞": "infinity", "½": "1/2", "¼": "1/4",
    "¾": "3/4",
    "ℒ": "L", "‖": "|", "𝟏": "ones", "ᵀ": "^T", "ß": "ss", "°": " degrees", "•": "-", "€": "EUR",
    "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ",
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
    "₋": "-",
  ]
}

extension Unicode.Scalar {
  fileprivate var hexadecimal: String { String(value, radix: 16, uppercase: true) }

  /// A Latin letter without its accent, a Greek one by its name; `nil` for others, and empty for an accent alone.
  fileprivate var letterInASCII: String? {
    if properties.generalCategory == .nonspacingMark { return "" }
    // LATIN SMALL LETTER E WITH ACUTE, GREEK CAPITAL LETTER SIGMA
    let words = (properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER", words[1] == "SMALL" || words[1] == "CAPITAL" else {
      return nil
    }
    let isCapital = words[1] == "CAPITAL"
    switch words[0] {
    case "LATIN":
      guard words.count == 4 || words[4] == "WITH", words[3].utf8.count <= 2 else { return nil }
      return isCapital ? String(words[3]) : words[3].lowercased()
    case "GREEK":
      let name = words[3].lowercased()
      return isCapital ? name.prefix(1).uppercased() + name.dropFirst() : name
    default: return nil
    }
  }
}
