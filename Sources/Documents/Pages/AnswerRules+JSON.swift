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

  /// A formula over the numbers of the lines.
  fileprivate static func json(_ formula: Formula) -> String {
    FormulaJSON(
      number: { "\"\($0.value)\"" },
      name: { name in
        if case .symbol(let symbol) = name { symbol.layer.map { "\($0)" } } else { nil }
      }
    ).text(formula)
  }

  /// A JSON string that cannot end the HTML element around it.
  static func harmless(_ text: String) -> String {
    JSONText.quoted(text.withoutControls).exchanging("<", for: "\\u003c")
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
