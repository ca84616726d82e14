import Backprop
import Documents
import Formulas
import Texts

/// The whole trace as JSON, written from the trace as it goes; every double is read back as the same.
struct TraceJSON {
  private let lesson: Lesson
  private let work: Work
  private let selection: Selection
  private let derivatives: DerivativesJSON

  private var result: Backpropagation { work.result }
  private var layout: Layout { work.result.layout }

  /// The cost before the first step and after each, where there are several.
  private let costs: [Double]

  init(_ lesson: Lesson, _ work: Work, costs: [Double] = []) {
    (self.lesson, self.costs) = (lesson, costs)
    self.work = work
    selection = Selection(work)
    derivatives = DerivativesJSON { [layout = work.result.layout] in layout.symbol($0, example: nil) }
  }

  func write(to sink: inout some TextSink) throws {
    let head = JSONText.head(lesson.language, title: lesson.title)
    try sink.append("{ \(head), \"layers\": \(layout.widths),\n")
    try sink.append("  \"cost\": \(JSONText.number(result.cost)),\n")
    try sink.append("  \"quantities\": [")
    try writeQuantities(to: &sink)
    try sink.append("],\n  \"factors\": [")
    try writeFactors(to: &sink)
    try sink.append("],\n  \"gradient\": ")
    try derivatives.write(work.parameters, to: &sink) { result.gradient[$0] }
    try sink.append(",\n  \"examples\": [")
    var comma = Comma()
    for example in 0..<layout.exampleCount {
      let trace = result.trace(ofExampleAlone: example)
      let cost = JSONText.number(result.exampleCosts[example])
      try sink.append("\(comma.next()){ \"cost\": \(cost), \"gradient\": ")
      try derivatives.write(work.parameters, to: &sink) { trace.gradients[$0] }
      try sink.append(" }")
    }
    try sink.append("],\n")
    if lesson.learningRate != nil {
      let graph = lesson.graph(layout, example: nil)
      let parameters = result.objective.network.parameters
      try derivatives.write(
        work.parameters.map { id in
          (id, lesson.update(of: parameters[id], id, slope: result.gradient[id], layout))
        }, to: &sink
      ) { graph.symbol(of: $0, at: $1) }
    }
    try derivatives.write(costs: costs, to: &sink)
    try derivatives.write(work.check, to: &sink)
    try sink.append("}\n")
  }

  private func writeQuantities(to sink: inout some TextSink) throws {
    var comma = Comma()
    func line(_ symbol: Symbol, _ value: Double, _ gradient: Double) -> String {
      let numbers = "\"value\": \(JSONText.number(value)), \"gradient\": \(JSONText.number(gradient))"
      return "\(comma.next()){ \"name\": \(JSONText.quoted(symbol.name)), \(numbers) }"
    }
    let parameters = result.objective.network.parameters
    for id in 0..<layout.parameterCount where selection.holds(id, nil) {
      try sink.append(line(layout.symbol(id, example: nil), parameters[id], result.gradient[id]))
    }
    for example in 0..<layout.exampleCount {
      let trace = result.trace(example: example)
      for id in layout.parameterCount...layout.exampleCost where selection.holds(id, example) {
        try sink.append(line(trace.symbol(id), trace.values[id], trace.gradients[id]))
      }
    }
    guard layout.costHasParts else { return }
    if let penalty = result.penalty, selection.holds(layout.penalty, nil) {
      try sink.append(line(layout.symbol(layout.penalty, example: nil), penalty, 1))
    }
    if selection.holds(layout.cost, nil) {
      try sink.append(line(layout.symbol(layout.cost, example: nil), result.cost, 1))
    }
  }

  private func writeFactors(to sink: inout some TextSink) throws {
    var comma = Comma()
    func write(_ factor: Factor<Double>, of trace: Trace<Double>, to sink: inout some TextSink) throws {
      let names = [("of", factor.of), ("by", factor.by)].map {
        "\"\($0)\": \(JSONText.quoted(trace.symbol($1).name))"
      }
      let gradient = JSONText.number(trace.gradients[factor.of] * factor.value)
      try sink.append(
        "\(comma.next()){ \(names.joined(separator: ", ")), \"value\": \(JSONText.number(factor.value)), \"gradient\": \(gradient) }"
      )
    }
    for example in 0..<layout.exampleCount {
      let trace = result.trace(example: example)
      try trace.forEachBookFactor { factor in
        if selection.holds(factor, example) { try write(factor, of: trace, to: &sink) }
      }
    }
    if let trace = result.penaltyTrace {
      for factor in trace.factors where selection.holds(factor, nil) {
        try write(factor, of: trace, to: &sink)
      }
    }
  }
}
