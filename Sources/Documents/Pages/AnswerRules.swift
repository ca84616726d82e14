import Formulas

/// How answers are judged where this program does not run: a derivation as arithmetic, with the ways in which it goes wrong.
///
/// Every line has a number, from 0 on, and after the lines what is given has one; formulas are written in
/// `Symbol(.entry, layer: number)`.
public struct AnswerRules: Hashable, Sendable {
  /// A mistake: wrong formulas of some lines.
  public struct Mistake: Hashable, Sendable {
    /// What a tutor says to who makes it.
    public let hint: String
    /// By the numbers of their lines.
    public let formulas: [Int: Formula]
    /// Whether it is named only where nothing else fits.
    public let isLastResort: Bool

    /// A mistake with what to say of it.
    public init(hint: String, formulas: [Int: Formula], isLastResort: Bool) {
      self.hint = hint
      self.formulas = formulas
      self.isLastResort = isLastResort
    }
  }

  /// The formulas of each line, over numbers before it: the right one, and another that is as right, if there is one.
  public let lines: [[Formula]]
  /// The layer that each line belongs to, where it belongs to one.
  public let layers: [Int?]
  /// What the lesson gives.
  public let givens: [Double]
  /// The most frequent first.
  public let mistakes: [Mistake]
  /// The significant digits that are asked for.
  public let digits: Int

  /// The rules of a derivation.
  public init(lines: [[Formula]], layers: [Int?], givens: [Double], mistakes: [Mistake], digits: Int) {
    self.lines = lines
    self.layers = layers
    self.givens = givens
    self.mistakes = mistakes
    self.digits = digits
  }
}

extension AnswerRules {
  /// The rules as JSON that does not end the element that it stands in.
  var json: String {
    let lines = lines.map { "[" + $0.map(Self.json).joined(separator: ",") + "]" }
    let mistakes = mistakes.map { mistake in
      let changes = mistake.formulas.sorted { $0.key < $1.key }.map { "\"\($0.key)\":" + Self.json($0.value) }
      return "{\"hint\":\(Self.harmless(mistake.hint)),\"isLastResort\":\(mistake.isLastResort),"
        + "\"changes\":{" + changes.joined(separator: ",") + "}}"
    }
    return """
      {"digits":\(digits),"givens":[\(givens.map(JSONText.number).joined(separator: ","))],
      "layers":[\(layers.map { $0.map { "\($0)" } ?? "null" }.joined(separator: ","))],
      "lines":[\(lines.joined(separator: ","))],
      "mistakes":[\(mistakes.joined(separator: ",\n"))]}
      """
  }

  /// A list of an operation and what it takes: an entry is its number, a number a string.
  private static func json(_ formula: Formula) -> String {
    func list(_ operation: String, _ parts: [Formula]) -> String {
      "[\"\(operation)\"" + parts.map { "," + json($0) }.joined() + "]"
    }
    if let argument = formula.argumentOfSoftplus { return list("softplus", [argument]) }
    switch formula {
    case .number(let numeral): return "\"\(numeral.value)\""
    case .symbol(let symbol): return symbol.layer.map { "\($0)" } ?? "\"NaN\""
    // No rule of a line has these.
    case .partial, .nabla, .transpose, .matrixProduct, .elementwise: return "\"NaN\""
    case .negative(let x): return list("-", [x])
    case .sum(let terms): return list("+", terms)
    case .product(let factors): return list("*", factors)
    case .quotient(let above, let below): return list("/", [above, below])
    case .power(let base, let exponent): return list("^", [base, .integer(exponent)])
    case .raised(let base, let exponent): return list("^", [base, exponent])
    case .call(let function, let x): return list(Self.name(function), [x])
    case .max(let x, let y): return list("max", [x, y])
    case .min(let x, let y): return list("min", [x, y])
    case .truth(let x, let y, let orEqual): return list(orEqual ? ">=" : ">", [x, y])
    }
  }

  /// As the script of a page knows it.
  private static func name(_ function: Formula.Function) -> String {
    switch function {
    case .sigma: "sigma"
    case .sigmaPrime: "sigmaPrime"
    case .tanh: "tanh"
    case .tanhPrime: "tanhPrime"
    case .step, .unitStep: "step"
    case .sin: "sin"
    case .cos: "cos"
    case .squareRoot: "sqrt"
    case .ln: "ln"
    case .exp: "exp"
    case .magnitude: "magnitude"
    case .sign: "sign"
    case .softmax: "softmax"
    }
  }

  /// A string in which nothing is taken for the end of the element.
  private static func harmless(_ text: String) -> String {
    JSONText.quoted(text.withoutControls).replacing("<", with: "\\u003c")
  }
}
