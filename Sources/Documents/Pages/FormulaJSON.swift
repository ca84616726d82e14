import Formulas

/// Formulas as the scripts of a page read them: a list of an operation and its arguments, a name as a JSON number, and a number as
/// a string.
struct FormulaJSON {
  /// How a number is written.
  let number: (Numeral) -> String
  /// The number of a name; `nil` for a name that the page does not know.
  let name: (Formula) -> String?
  /// Whether the formula is typeset again, and so keeps its form; otherwise ln (1 + eˣ) is one function.
  var keepsForm = false

  func text(_ formula: Formula) -> String {
    func list(_ operation: String, _ parts: [Formula]) -> String {
      "[\"\(operation)\"" + parts.map { "," + text($0) }.joined() + "]"
    }
    if !keepsForm, let argument = formula.argumentOfSoftplus { return list("softplus", [argument]) }
    switch formula {
    case .number(let numeral): return number(numeral)
    case .symbol, .partial: return name(formula) ?? "\"NaN\""
    // No line of a page has these.
    case .nabla, .transpose, .matrixProduct, .elementwise: return "\"NaN\""
    case .negative(let x): return list("-", [x])
    case .sum(let terms): return list("+", terms)
    case .product(let factors): return list("*", factors)
    case .quotient(let above, let below): return list("/", [above, below])
    case .power(let base, let exponent): return list("^", [base, .integer(exponent)])
    case .raised(let base, let exponent): return list(keepsForm ? "raised" : "^", [base, exponent])
    case .call(let function, let x): return list(Self.name(function), [x])
    case .max(let x, let y): return list("max", [x, y])
    case .min(let x, let y): return list("min", [x, y])
    case .truth(let x, let y, let orEqual): return list(orEqual ? ">=" : ">", [x, y])
    }
  }

  /// The name of the function in the scripts.
  private static func name(_ function: Formula.Function) -> String {
    switch function {
    case .sigma: "sigma"
    case .sigmaPrime: "sigmaPrime"
    case .tanh: "tanh"
    case .tanhPrime: "tanhPrime"
    case .step: "step"
    case .unitStep: "unitStep"
    case .sin: "sin"
    case .cos: "cos"
    case .squareRoot: "sqrt"
    case .ln: "ln"
    case .exp: "exp"
    case .magnitude: "magnitude"
    case .sign: "sign"
    case .softmax: "softmax"
    case .named(let function): function.rawValue
    }
  }
}
