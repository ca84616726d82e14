import Backprop
import Documents
import Formulas
import Texts

/// What the JSON of a network and that of a graph say in the same way: derivatives, and the check of them.
struct DerivativesJSON {
  let symbol: (Graph.ID) -> Symbol

  /// An entry by its name.
  func name(_ id: Graph.ID) -> String { JSONText.quoted(symbol(id).name) }

  /// An object of some entries, but for those without a value.
  func write(_ ids: [Graph.ID], to sink: inout some TextSink, _ value: (Graph.ID) -> Double?) throws {
    try sink.append("{ ")
    var comma = Comma(between: ", ")
    for id in ids {
      guard let value = value(id) else { continue }
      try sink.append("\(comma.next())\(name(id)): \(JSONText.number(value))")
    }
    try sink.append(" }")
  }

  /// The new values of parameters, and what the optimizer has worked out on the way to them.
  func write(
    _ updates: [(id: Graph.ID, lines: [(quantity: UpdateQuantity, value: Double)])],
    to sink: inout some TextSink, name: (UpdateQuantity, Graph.ID) -> Symbol
  ) throws {
    let last = Dictionary(updates.map { ($0.id, $0.lines.last?.value) }) { first, _ in first }
    try sink.append("  \"updated\": ")
    try write(updates.map(\.id), to: &sink) { last[$0] ?? nil }
    try sink.append(",\n")
    guard updates.contains(where: { $0.lines.count > 1 }) else { return }
    try sink.append("  \"optimizer\": { ")
    var comma = Comma(between: ", ")
    for (id, lines) in updates {
      for line in lines.dropLast() {
        let name = JSONText.quoted(name(line.quantity, id).name)
        try sink.append("\(comma.next())\(name): \(JSONText.number(line.value))")
      }
    }
    try sink.append(" },\n")
  }

  /// The cost before the first of several steps and after each.
  func write(costs: [Double], to sink: inout some TextSink) throws {
    guard !costs.isEmpty else { return }
    try sink.append("  \"costs\": [\(costs.map(JSONText.number).joined(separator: ", "))],\n")
  }

  /// The last member of the whole, with those parameters of the check that are meant.
  func write(
    _ check: GradientCheck, to sink: inout some TextSink, where isMeant: (Graph.ID) -> Bool = { _ in true }
  ) throws {
    try sink.append(
      """
        "check": { "passed": \(check.passed),
          "nudged": \(check.numericCount), "of": \(check.parameters.count),
          "parameters": [
      """)
    var comma = Comma()
    for parameter in check.parameters where isMeant(parameter.index) {
      var fields = [
        "\"name\": \(name(parameter.index))", "\"trace\": \(JSONText.number(parameter.trace))",
        "\"\(check.method.rawValue)\": \(parameter.recomputed.map(JSONText.number) ?? "null")",
      ]
      if case .slope(let value, let bound) = parameter.numeric {
        fields.append("\"numeric\": \(JSONText.number(value)), \"numericBound\": \(JSONText.number(bound))")
      } else {
        fields.append("\"numeric\": null, \"numericBound\": null")
      }
      fields.append("\"verdict\": \(JSONText.quoted(parameter.verdict.rawValue))")
      if let message = parameter.message { fields.append("\"message\": \(JSONText.quoted(message))") }
      try sink.append("\(comma.next()){ \(fields.joined(separator: ", ")) }")
    }
    try sink.append("] }\n")
  }
}

/// What stands before an element of a list.
struct Comma {
  private let first, others: String
  private var isFirst = true

  /// Of a list that has a line for each element.
  init() { (first, others) = ("\n    ", ",\n    ") }

  /// Of a list in one line.
  init(between separator: String) { (first, others) = ("", separator) }

  mutating func next() -> String {
    defer { isFirst = false }
    return isFirst ? first : others
  }
}
