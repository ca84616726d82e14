import Formulas

/// The one place that makes text harmless to TeX.
struct LaTeXText {
  /// The language decides which letters the fonts have.
  let language: Language

  func escape(_ text: String) -> String {
    if Self.isHarmless(text) { return text }
    var result = ""
    var previous: Unicode.Scalar?
    var rest = text.withoutControls.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      // A letter with its accent, which in Unicode is a character by itself.
      if let accent = rest.first.flatMap({ Self.accents[$0] }) {
        rest.removeFirst()
        let name = GreekLetters.name(of: String(scalar)).map { "\\" + $0 }
        if scalar.properties.isAlphabetic, let letter = name ?? (scalar.isASCII ? String(scalar) : nil) {
          result += "$\(accent){\(letter)}$"
          previous = nil
          continue
        }
      }
      // Two of these next to each other would become a dash, a quotation mark, or a ¿.
      if let previous, Self.ligatures.contains(previous), Self.ligatures.contains(scalar) { result += "{}" }
      let opens = previous.map { $0 == " " || $0 == "(" } ?? true
      result += scalar == "\"" && opens ? "``" : escape(scalar)
      previous = scalar
    }
    return result
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    switch language {
    case .english: break
    case .german: if let quote = Self.germanQuotes[scalar] { return quote }
    case .chinese: if Self.chinese.contains(where: { $0.contains(scalar) }) { return String(scalar) }
    }
    if let replacement = Self.replacements[scalar] { return replacement }
    if let script = Self.scripts[scalar] { return "$\(script)${}" }
    if let name = GreekLetters.name(of: String(scalar)) {
      // TeX has no letter of its own where the Latin one looks the same.
      return name == "omicron" ? "$o$" : "$\\" + name + "$"
    }
    let isAccented = ("\u{C0}"..."\u{FF}").contains(scalar) && !Self.missing.contains(scalar)
    if scalar.isASCII || isAccented { return String(scalar) }
    // The fonts of pdflatex do not have it; a line may be broken after it, as after any letter of a script without spaces.
    return "[U+\(String(scalar.value, radix: 16, uppercase: true))]\\allowbreak{}"
  }

  /// Whether nothing in it has to be escaped, as in most sentences.
  private static func isHarmless(_ text: String) -> Bool {
    var isAfterLigature = false
    let ofASCII = ofASCII
    for byte in text.utf8 {
      guard byte < 0x80, let isLigature = ofASCII[Int(byte)] else { return false }
      if isAfterLigature, isLigature { return false }
      isAfterLigature = isLigature
    }
    return true
  }

  /// For each character of ASCII, whether it may run into one like it; `nil` for one that is replaced.
  private static let ofASCII: [Bool?] = (0..<0x80).map { byte in
    let scalar = Unicode.Scalar(UInt8(byte))
    return (0x20..<0x7F).contains(byte) && replacements[scalar] == nil ? ligatures.contains(scalar) : nil
  }

  /// The names that babel has for quotation marks.
  private static let germanQuotes: [Unicode.Scalar: String] = ["„": "\\glqq{}", "“": "\\grqq{}"]
  /// Ideographs and full-width punctuation.
  private static let chinese: [ClosedRange<Unicode.Scalar>] = [
    "\u{3001}"..."\u{303F}", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}", "\u{FF01}"..."\u{FF60}",
  ]
  private static let missing: Set<Unicode.Scalar> = ["Ð", "Þ", "ð", "þ"]
  private static let ligatures: Set<Unicode.Scalar> = ["-", "`", "'", "?", "!", ",", "<", ">"]

  /// What an address may hold stands as it is, or is percent-encoded.
  static func escapeAddress(_ address: String) -> String {
    address.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-._~:/?@!'()*+,;=".unicodeScalars.contains(scalar))
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else if scalar == "%" || scalar == "#" || scalar == "&" {
        result += "\\" + String(scalar)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "\\%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
  }

  private static let replacements: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "$\\$$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_",
    "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}",
    "|": "\\textbar{}", "\"": "''",
    "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "„": ",,", "…": "\\ldots{}", "−": "$-$",
    "×": "$\\times$",
    "·": "$\\cdot$", "÷": "$\\div$", "≈": "$\\approx$", "≤": "$\\leq$", "≥": "$\\geq$", "→": "$\\to$",
    "′": "$'$",
    "∂": "$\\partial$", "∇": "$\\nabla$", "∞": "$\\infty$", "²": "$^2$", "³": "$^3$", "½": "$\\frac12$",
    "¼": "$\\frac14$", "\u{A0}": "~", "√": "$\\surd$", "⊙": "$\\odot$", "𝟏": "$\\mathbf{1}$",
    "⋯": "$\\cdots$",
    "ℒ": "$\\mathcal{L}$", "‖": "$\\Vert$",
  ]

  /// Those of names, as in x̂.
  private static let accents: [Unicode.Scalar: String] = [
    "\u{302}": "\\hat", "\u{304}": "\\bar", "\u{303}": "\\tilde",
  ]

  /// What stands below the line, as in x₁, and above it.
  private static let scripts: [Unicode.Scalar: String] = {
    let digits = "0123456789-".map(String.init)
    let below = zip("₀₁₂₃₄₅₆₇₈₉₋".unicodeScalars, digits.map { "_{\($0)}" })
    let above = zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".unicodeScalars, digits.map { "^{\($0)}" })
    return Dictionary(Array(below) + Array(above) + [("ᵀ", "^{\\top}")]) { first, _ in first }
  }()
}
