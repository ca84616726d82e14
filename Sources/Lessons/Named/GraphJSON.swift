import Backprop
import Documents
import Formulas

/// The whole trace of a named lesson as JSON; every double is read back as the same.
struct GraphJSON {
  let lesson: NamedLesson
  let work: GraphWork
  let steps: GraphSteps
  /// The steps that are shown; everything where it is `nil`.
  let wanted: Set<Graph.Step.Kind>?
  /// The result before the first step and after each, where there are several.
  var costs: [Double] = []
  /// Members that stand before the check, each with its comma.
  var further = ""

  private var graph: Graph { lesson.graph }
  private var derivatives: DerivativesJSON { DerivativesJSON { [graph] in graph.symbol(of: $0) } }

  func write(to sink: inout some TextSink) throws {
    let head = JSONText.head(lesson.language, title: lesson.title)
    try sink.append(
      "{ \(head),\n  \"result\": { \"name\": \(JSONText.quoted(graph.result.name))")
    try sink.append(", \"value\": \(value(of: graph.result)) },\n  \"quantities\": [")
    try writeQuantities(to: &sink)
    try sink.append("],\n  \"factors\": [")
    try writeFactors(to: &sink)
    try sink.append("],\n  \"gradient\": ")
    let parameters = lesson.by.filter { isWanted(.total($0)) }
    try derivatives.write(parameters, to: &sink) { work.trace.gradients[$0] }
    try sink.append(",\n")
    if lesson.learningRate != nil {
      try derivatives.write(
        parameters.map { id in
          (id, lesson.update(of: work.trace.values[id], id, slope: work.trace.gradients[id]))
        }, to: &sink
      ) { steps.symbol(of: $0, at: $1) }
    }
    try derivatives.write(costs: costs, to: &sink)
    try sink.append(further)
    try derivatives.write(work.check, to: &sink) { isWanted(.total($0)) }
    try sink.append("}\n")
  }

  private func isWanted(_ kind: Graph.Step.Kind) -> Bool { wanted?.contains(kind) ?? true }

  /// A number, or a list of them, nested as deep as the result has indices that run.
  private func value(of result: Graph.Result) -> String {
    let rank = result.entries.first.map { graph.indices(of: $0).count } ?? 0
    let parts =
      result.name.split(separator: "[").dropFirst().first?.split(separator: ",").map(String.init) ?? []
    // In p[2,:] only the second runs.
    let axes = (0..<rank).filter {
      !parts.indices.contains($0) || parts[$0].contains(":") || parts[$0].contains("...")
    }
    return nested(result.entries, result.isArray ? axes[...] : [])
  }

  private func nested(_ ids: [Graph.ID], _ axes: ArraySlice<Int>) -> String {
    guard let axis = axes.first else {
      return ids.first.map { JSONText.number(work.trace.values[$0]) } ?? "null"
    }
    var (parts, rest): ([String], ArraySlice<Graph.ID>) = ([], ids[...])
    while let first = rest.first {
      let index = graph.indices(of: first)[axis]
      let part = rest.prefix { graph.indices(of: $0)[axis] == index }
      parts.append(nested(Array(part), axes.dropFirst()))
      rest = rest.dropFirst(part.count)
    }
    return "[\(parts.joined(separator: ", "))]"
  }

  /// Quantity by quantity, in the order of their indices.
  private func writeQuantities(to sink: inout some TextSink) throws {
    let derivatives = derivatives
    var comma = Comma()
    for quantity in graph.quantities where !quantity.isConstant {
      for id in quantity.entries {
        guard isWanted(.value(id)) || isWanted(.total(id)) else { continue }
        let gradient = quantity.isIndex ? "null" : JSONText.number(work.trace.gradients[id])
        try sink.append(
          """
          \(comma.next()){ "name": \(derivatives.name(id)), "value": \(JSONText.number(work.trace.values[id])), \
          "gradient": \(gradient) }
          """)
      }
    }
  }

  /// The local gradients, in the order in which they are computed.
  private func writeFactors(to sink: inout some TextSink) throws {
    let derivatives = derivatives
    var comma = Comma()
    for of in 0..<graph.count where graph.given[of] == nil {
      for slope in work.trace.slopes(of: of) {
        if graph.quantity(of: slope.by).isConstant { continue }
        let isAsked =
          isWanted(.factor(of: of, by: slope.by))
          || (of == steps.root && isWanted(.total(slope.by)))
        guard isAsked else { continue }
        let gradient = JSONText.number(work.trace.gradients[of] * slope.value)
        try sink.append(
          """
          \(comma.next()){ "of": \(derivatives.name(of)), "by": \(derivatives.name(slope.by)), \
          "value": \(JSONText.number(slope.value)), "gradient": \(gradient) }
          """)
      }
    }
  }
}
