import Backprop
import Formulas
import Texts

/// What was computed for a named lesson: its values, its derivatives, and the check of them.
final class GraphWork: Sendable {
  let trace: GraphTrace<Double>
  /// The same in fractions, where they were asked for.
  let exact: GraphTrace<Rational>?
  let check: GradientCheck
  /// What is shown; `nil` of a large graph, whose rests of rounding are shown as they are.
  private let clean: CleanTrace?

  /// Throws where a value or a derivative is not finite, and where fractions are asked for and there are none.
  ///
  /// What is checked are the derivatives by what the lesson says, unless others are named.
  init(
    _ lesson: NamedLesson, inFractions: Bool, checking parameters: [Graph.ID]? = nil
  ) throws(WorkedExampleError) {
    let graph = lesson.graph
    trace = .inDoubles(graph)
    try trace.checkIsFinite(by: parameters ?? lesson.by)
    exact = inFractions ? GraphTrace(graph) : nil
    if let exact { try Self.checkIsExact(exact) }
    check = GradientCheck(of: trace, by: parameters ?? lesson.by)
    clean = graph.count <= Self.mostCleaned ? CleanTrace(trace) : nil
  }

  private static let mostCleaned = 1_000

  /// Whether rests of rounding are shown as 0.
  var isCleaned: Bool { clean != nil }

  private static func checkIsExact(_ exact: GraphTrace<Rational>) throws(WorkedExampleError) {
    let graph = exact.graph
    let all = 0..<graph.count
    guard
      let id = all.first(where: { !exact.values[$0].isExact })
        ?? all.last(where: { !exact.gradients[$0].isExact })
    else { return }
    let line =
      graph.definition(of: id).map {
        " = \(shortened(String($0.text.drop { $0 != "=" }.dropFirst().drop { $0 == " " })))"
      } ?? ""
    throw .refused(
      """
      \(graph.symbol(of: id).name)\(line) has no fraction in 128 bits: --exact takes graphs of + − × ÷, whole powers, max, \
      min, |x|, step, sign, floor and mod, with short numbers
      """)
  }

  /// ∂(result)/∂(entry) as it is shown: where there are fractions, the doubles nearest to them.
  func gradient(_ id: Graph.ID) -> Double {
    exact?.gradients[id].approximation ?? clean?.gradient(id) ?? trace.gradients[id]
  }

  /// An entry as it is shown.
  func value(_ id: Graph.ID) -> Double { clean?.value(id) ?? trace.values[id] }

  /// The local gradients of an entry, as they are shown.
  func slopes(of id: Graph.ID) -> [(by: Graph.ID, value: Double)] {
    clean?.slopes(of: id) ?? trace.slopes(of: id)
  }
}

extension GraphTrace<Double> {
  /// Throws the first entry, in the order in which they are computed, that has no finite value, or else the last that has no
  /// finite derivative: there the trouble begins.
  ///
  /// Of what is given, only the derivatives by `parameters` count, if there are some.
  package func checkIsFinite(by parameters: [Graph.ID]? = nil) throws(WorkedExampleError) {
    func text(_ value: Double) -> String { value.isNaN ? "not a number" : "infinite" }
    if let id = graph.firstNotFinite(in: values) {
      let name = graph.symbol(of: id).name
      let whence = graph.definition(of: id).map { " in '\(shortened($0.text))'" } ?? ""
      let cause = graph.dividesByZero(id, in: values) ? ", as something is divided by 0" : ""
      throw .noFiniteResult(
        (values[id].isFinite ? "a part of \(name) is not finite" : "\(name) is \(text(values[id]))")
          + "\(whence)\(cause), so nothing can be derived; change the numbers that are given")
    }
    let asked = parameters.map(Set.init)
    let isAsked = { (id: Graph.ID) in graph.given[id] == nil || asked?.contains(id) != false }
    if let id = gradients.indices.last(where: { !gradients[$0].isFinite && isAsked($0) }) {
      let name = graph.symbol(of: id).name
      let user = (0..<graph.count).first { user in
        graph.given[user] == nil && slopes(of: user).contains { $0.by == id && !$0.value.isFinite }
      }
      let whence = user.flatMap(graph.definition).map { " in '\(shortened($0.text))'" } ?? ""
      let way =
        graph.given[id] == nil
        ? "; take other numbers"
        : "; take other numbers, or leave \(graph.quantity(of: id).name) out of \"by\""
      throw .noFiniteResult(
        "the derivative of \(graph.result.name) with respect to \(name) is \(text(gradients[id]))\(whence)\(way)"
      )
    }
  }
}
