import Backprop
import Formulas

/// What was computed for a named lesson: its values, its derivatives, and the check of them.
struct GraphWork: Sendable {
  let trace: GraphTrace<Double>
  /// The same in fractions, where they were asked for.
  let exact: GraphTrace<Rational>?
  let check: GradientCheck

  /// Throws where a value or a derivative is not finite, and where fractions are asked for and there are none.
  init(_ lesson: NamedLesson, inFractions: Bool) throws(WorkedExampleError) {
    let graph = lesson.graph
    trace = GraphTrace(graph)
    try Self.checkIsFinite(trace)
    exact = inFractions ? GraphTrace(graph) : nil
    if let exact { try Self.checkIsExact(exact) }
    check = GradientCheck(of: trace, by: lesson.by)
  }

  /// Throws the first entry, in the order in which they are computed, that has no finite value, or else the last that has no
  /// finite derivative: there the trouble begins.
  static func checkIsFinite(_ trace: GraphTrace<Double>) throws(WorkedExampleError) {
    let graph = trace.graph
    func text(_ value: Double) -> String { value.isNaN ? "not a number" : "infinite" }
    if let id = graph.firstNotFinite(in: trace.values) {
      let name = graph.symbol(of: id).name
      let value = trace.values[id]
      throw .noFiniteResult(
        value.isFinite
          ? "a part of \(name) is not finite\(whence(id, in: graph))"
          : "\(name) is \(text(value))\(whence(id, in: graph)), so nothing can be derived")
    }
    if let id = trace.gradients.lastIndex(where: { !$0.isFinite }) {
      throw .noFiniteResult(
        "the derivative of \(graph.result.name) by \(graph.symbol(of: id).name) is \(text(trace.gradients[id]))"
      )
    }
  }

  private static func whence(_ id: Graph.ID, in graph: Graph) -> String {
    graph.definition(of: id).map { " in '\($0.text)'" } ?? ""
  }

  private static func checkIsExact(_ exact: GraphTrace<Rational>) throws(WorkedExampleError) {
    let graph = exact.graph
    for id in 0..<graph.count where !exact.values[id].isExact || !exact.gradients[id].isExact {
      throw .refused(
        """
        \(graph.symbol(of: id).name) has no fraction in 128 bits: --exact is for graphs of + − × ÷, whole powers, max, min, |x| \
        and step, with short numbers
        """)
    }
  }

  /// ∂(result)/∂(entry) as it is shown: where there are fractions, the doubles nearest to them.
  func gradient(_ id: Graph.ID) -> Double { exact?.gradients[id].approximation ?? trace.gradients[id] }
}
