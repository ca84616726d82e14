/// How wide mathematics is in TeX: in points, of Computer Modern at 11 points, rounded up.
enum TeXWidth {
  /// A digit or a letter, and one in a subscript or a superscript.
  static let (character, small) = (6.0, 4.6)
  /// Binary operators and relations with the space around them; parentheses; the overhang of a fraction's stroke.
  private static let (operation, parenthesis, stroke) = (13.0, 6.0, 4.0)

  static func digits(_ text: String) -> Double { Double(text.utf8.count) * character }

  static func symbol(_ look: Notation.Look) -> Double {
    let (below, behind) = (Double(countBelow(look)), Double(look.behind.utf8.count))
    if look.isWord { return (Double(look.letter.utf8.count) + behind) * character + below * small }
    let above = Double((look.above?.utf8.count ?? 0) + (look.isTransposed ? 2 : 0))
    return 1.2 * character + max(below, above) * small + behind * character
  }

  /// The characters that stand below.
  private static func countBelow(_ look: Notation.Look) -> Int {
    let count = (look.below?.utf8.count ?? 0) + (look.newWord?.utf8.count ?? 0)
    return look.marks.isEmpty ? count : look.marks.reduce(count - 1) { $0 + $1.count + 1 }
  }

  static func differential(_ sign: Differential, _ content: Double) -> Double {
    switch sign {
    case .partial, .total: content + character
    case .secondPartial: content + character + small
    }
  }

  static func nabla(_ above: Double, by below: Double) -> Double {
    1.4 * character + small / character * below + above
  }

  static func transposed(_ content: Double) -> Double { content + 2 * small }

  static func quotient(_ above: Double, _ below: Double) -> Double { max(above, below) + stroke }

  static func power(_ base: Double, _ exponent: Int) -> Double {
    base + Double(String(exponent).utf8.count) * small
  }

  static func power(_ base: Double, _ exponent: Double) -> Double { base + small / character * exponent }

  static func root(_ content: Double) -> Double { content + 10 }

  static func exponential(_ exponent: Double) -> Double { character + exponent }

  /// Parentheses that grow with what they hold are wider.
  static func parentheses(_ content: Double, arePlain: Bool) -> Double {
    content + 2 * (arePlain ? parenthesis : parenthesis + 2)
  }

  static func brackets(_ content: Double) -> Double { content + 2 * parenthesis }

  static var delimiter: Double { parenthesis }

  static func magnitude(_ content: Double) -> Double { content + parenthesis }

  static func name(_ name: FunctionName) -> Double {
    switch name {
    case .sigma: character
    case .sigmaPrime: character + small
    case .tanh, .step, .sign, .max, .min: 4 * character
    case .tanhPrime, .reluPrime: 4 * character + small
    case .sin, .cos, .exp: 3 * character
    case .softmax: 7 * character
    case .ln: 2 * character
    case .named(let function): Double(function.rawValue.utf8.count) * character
    }
  }

  static func row(_ parts: [RowPart]) -> Double {
    parts.reduce(0) { width, part in
      switch part {
      case .piece(let piece): width + piece.width
      case .sign(let sign): width + self.sign(sign)
      }
    }
  }

  private static func sign(_ sign: Operator) -> Double {
    switch sign {
    case .plus, .minus, .elementwise: operation
    case .times, .negation: operation - 4
    case .comma, .semicolon: character
    case .equals, .approximately, .greater, .atLeast: operation + 2
    case .nothing: 2
    }
  }
}

extension Notation.Look {
  /// Whether its letter is a word of ASCII, which TeX sets in one piece.
  var isWord: Bool { letter.utf8.count > 1 && letter.utf8.allSatisfy { $0 < 0x80 } }
}
