import Formulas

/// The variables of a program: one for each quantity, and one for each derivative of one quantity by another.
///
/// An array is a dictionary, whose keys are the indices of the lesson: `W[1, 3]` is the lesson's W[1,3].
struct PythonNames {
  private var names: [String: String] = [:]
  private var used = Self.reserved

  /// The words of Python, and what programs call.
  private static let reserved: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "case",
    "np", "torch", "jax", "jnp", "math", "sum", "max", "min", "abs", "range", "print", "float", "str", "map",
    "dict", "tuple", "isinstance", "sorted", "enumerate", "zip", "sigmoid", "softplus", "softmax",
    "logsumexp", "show", "tensors", "gradient", "cost", "value", "_",
  ]

  /// The variable for a name of the lesson: the same each time, and another one for another name.
  mutating func variable(_ name: String) -> String {
    if let known = names[name] { return known }
    let isLetter = { (scalar: Unicode.Scalar) in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    var variable = name.unicodeScalars.map { isLetter($0) ? String($0) : "_" }.joined()
    if variable.first.map({ $0.isNumber || $0 == "_" }) != false { variable = "q" + variable }
    while !used.insert(variable).inserted { variable += "_" }
    names[name] = variable
    return variable
  }

  /// What a name in a formula is called; `nil` for what is no name.
  mutating func expression(_ formula: Formula) -> PythonExpression? {
    switch formula {
    case .symbol(let symbol): .name(variable(symbol.whole.name), Self.indices(symbol))
    case .partial(let above, let below):
      .name(
        variable("d\(above.whole.name)_d\(below.whole.name)"), Self.indices(above) + Self.indices(below))
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      nil
    }
  }

  private static func indices(_ symbol: Symbol) -> [PythonExpression.Index] {
    symbol.indices.map { .number($0) }
  }

  /// Letters for loops, of which none is a variable so far.
  var letters: [String] {
    let free = "ijklmnpqrstuv".map(String.init).filter { !used.contains($0) }
    return free + (1...Indices.most + 1).map { "index\($0)" }
  }
}
