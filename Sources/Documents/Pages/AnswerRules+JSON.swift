import Formulas

extension AnswerRules {
  /// The rules as JSON, escaped so that it cannot end the HTML element around it.
  var json: String {
    let fields = [
      ("asked", "\(asked)"), ("decimal", "\"\(decimal.rawValue)\""), ("pen", "\(pen)"),
      ("givens", Self.list(givens.map(JSONText.number))),
      ("layers", Self.list(layers.map(Self.number))), ("places", Self.list(places.map(Self.number))),
      ("order", Self.numbers(order)), ("groups", Self.list(groups.map(Self.numbers))),
      ("joint", Self.list(joint.map(Self.numbers))), ("copies", Self.table(copies, Self.numbers)),
      ("conventions", conventions.json),
      ("conventionWords", Self.words(conventionWords)),
      ("lines", Self.list(lines.map { Self.list($0.map(Self.json)) })),
      ("mistakes", Self.list(mistakes.map(\.json), separator: ",\n")),
      ("wrong", Self.list(wrong.map { Self.list($0.map(\.json)) }, separator: ",\n")),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",\n") + "}"
  }

  fileprivate static func list(_ parts: [String], separator: String = ",") -> String {
    "[" + parts.joined(separator: separator) + "]"
  }

  private static func words(_ words: [String: String]) -> String {
    let fields = words.sorted { $0.key < $1.key }.map { "\(JSONText.quoted($0.key)):\(harmless($0.value))" }
    return "{" + fields.joined(separator: ",\n") + "}"
  }

  fileprivate static func numbers(_ numbers: [Int]) -> String { list(numbers.map { "\($0)" }) }
  fileprivate static func number(_ number: Int?) -> String { number.map { "\($0)" } ?? "null" }

  fileprivate static func table<Value>(_ values: [Int: Value], _ json: (Value) -> String) -> String {
    "{" + values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":" + json($0.value) }.joined(separator: ",")
      + "}"
  }

  /// A list of an operation and its arguments; an entry is a JSON number, a constant is a string.
  fileprivate static func json(_ formula: Formula) -> String {
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
    case .call(let function, let x): return list(name(function), [x])
    case .max(let x, let y): return list("max", [x, y])
    case .min(let x, let y): return list("min", [x, y])
    case .truth(let x, let y, let orEqual): return list(orEqual ? ">=" : ">", [x, y])
    }
  }

  /// The name of the function in the script of a page.
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
    case .named(let function): function.rawValue
    }
  }

  /// A JSON string that cannot end the HTML element around it.
  static func harmless(_ text: String) -> String {
    JSONText.quoted(text.withoutControls).replacing("<", with: "\\u003c")
  }
}

extension AnswerRules.Mistake {
  fileprivate var json: String {
    "{\"id\":\(AnswerRules.harmless(id)),\"evidence\":\(JSONText.number(evidence)),\"hint\":\(AnswerRules.harmless(hint))}"
  }
}

extension AnswerRules.Wrong {
  fileprivate var json: String { "[\(label),\(mistake),\(AnswerRules.json(formula))]" }
}

extension AnswerRules.Conventions {
  fileprivate var json: String {
    func changes(_ formulas: [Int: Formula]) -> String { AnswerRules.table(formulas, AnswerRules.json) }
    let fields = [
      ("errors", AnswerRules.numbers(errors)), ("afterErrors", AnswerRules.numbers(afterErrors)),
      ("slopesOfCost", AnswerRules.numbers(slopesOfCost)), ("weights", AnswerRules.numbers(weights)),
      ("newWeights", AnswerRules.numbers(newWeights)), ("costs", AnswerRules.numbers(costs)),
      ("totalCosts", AnswerRules.numbers(totalCosts)),
      ("velocities", AnswerRules.numbers(velocities)), ("rate", JSONText.number(rate)),
      ("transposed", AnswerRules.table(transposed, AnswerRules.number)),
      ("otherSlopes", changes(otherSlopes)), ("otherHalves", AnswerRules.list(otherHalves.map(changes))),
      ("masked", AnswerRules.numbers(masked)), ("beforeDropout", changes(beforeDropout)),
      ("derivativesBeforeDropout", changes(derivativesBeforeDropout)),
      ("areAdded", areAdded ? "true" : "false"), ("sums", changes(sums)),
    ]
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
