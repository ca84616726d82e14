import Backprop
import Documents
import Formulas
import Texts

/// Tells forward mode: the derivative with respect to one quantity, carried along with the values, beside the backward pass.
struct ForwardNarrator: Narrator {
  private let lesson: NamedLesson
  private let work: GraphWork
  private let x: Graph.ID
  private let derivation: GraphDerivation
  /// dq/dx of each quantity on the way.
  private let carried: [Graph.ID: Double]
  /// The same in fractions, where they were asked for.
  private let exact: [Graph.ID: Rational]
  private let root: Graph.ID
  /// All by which the lesson takes a gradient, where these are several.
  private let everything: [Graph.ID]

  init(_ given: NamedLesson, by name: String, settings: Settings) throws(WorkedExampleError) {
    let all = settings.staged ? given.staged : given
    root = try all.root(for: "--forward")
    let x = try FurtherNames(all).entry(name)
    if all.graph.quantity(of: x).isIndex { throw .index(name) }
    guard x != root else {
      throw .refused("\(shortened(name)) is the result itself; name something that it is computed from")
    }
    let lesson = all.deriving(all.graph, by: [x])
    let steps = GraphSteps(lesson.graph, by: [x])
    guard steps.derived.contains(x) else {
      throw .refused(
        "\(all.graph.result.name) does not depend on \(shortened(name)), so there is nothing to carry along")
    }
    guard lesson.graph.count <= JacobianNarrator.mostQuantities else {
      throw .refused(
        "--forward is for graphs of at most \(JacobianNarrator.mostQuantities) quantities, and this one has \(lesson.graph.count)"
      )
    }
    (self.lesson, self.x) = (lesson, x)
    everything = all.by
    work = try GraphWork(lesson, inFractions: settings.exact)
    let work = work
    carried = steps.carry(from: x) { id in work.slopes(of: id).map { ($0.by, $0.value) } }
    exact =
      work.exact.map { exact in
        steps.carry(from: x) { id in
          lesson.graph.slopes(of: id) { exact.values[$0] }.map { ($0.by, $0.value) }
        }
      } ?? [:]
    derivation = GraphDerivation(
      lesson, work: work, digits: settings.digits, language: settings.notation.language, steps: steps,
      wanted: GraphTargets(lesson, steps).needed(for: [.total(x), .value(root)])
        .union(steps.derived.filter { lesson.graph.given[$0] == nil }.map(Graph.Step.Kind.value)))
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var picture: [Block] { derivation.picture() }
  var passed: Bool { work.check.passed && agrees }

  /// Whether both modes come to the same, as far as rounding lets one tell.
  private var agrees: Bool {
    let backward = work.gradient(x)
    let error = GraphTrace<Rounded>(lesson.graph).gradients[x].error
    let rounding = error.isFinite ? 64 * .ulpOfOne * error : 0
    return ((carried[root] ?? .nan) - backward).magnitude <= 1e-12 * backward.magnitude + rounding
  }

  func blocks() -> [Block] {
    var derivation = derivation
    let start = derivation.introduction() + derivation.forward()
    let forward = self.forward(&derivation)
    var known = Set(forward.flatMap(\.equations).map(\.left))
    let back = derivation.backward(
      .heading(level: 2, derivation.say(FurtherPhrase.backwardMode)),
      derivation.isDirect ? derivation.wordsOfDirect : derivation.wordsOfBackward, knowing: &known)
    return start + forward + back + comparison(derivation) + derivation.check()
  }

  private func name(_ id: Graph.ID) -> Formula { .symbol(lesson.graph.symbol(of: id)) }

  /// From x to the result, line by line.
  private func forward(_ derivation: inout GraphDerivation) -> [Block] {
    let steps = derivation.steps
    for (id, value) in carried { derivation.ledger[steps.carried(id, by: x)] = value }
    for (id, value) in exact { derivation.ledger.define(steps.carried(id, by: x), as: value) }
    let seed = steps.carried(x, by: x)
    let words = FurtherPhrase.forward(by: name(x), start: Equation(seed, [.init(.equals, .integer(1))]))
    var blocks: [Block] = [
      .heading(level: 2, derivation.say(FurtherPhrase.forwardMode)), .paragraph(derivation.say(words)),
    ]
    var shown: Set<Formula> = []
    for id in steps.derived where id != x {
      let (factors, carried) = steps.forward(id, by: x)
      for factor in factors where shown.insert(factor.name).inserted {
        blocks.append(derivation.line(factor))
      }
      blocks.append(derivation.line(carried))
    }
    if let words = derivation.wordsOfCondition(in: blocks) { blocks.insert(words, at: 2) }
    return blocks
  }

  /// Both results, and what both modes take.
  private func comparison(_ derivation: GraphDerivation) -> [Block] {
    let steps = derivation.steps
    let (own, other) = (
      derivation.valued(steps.carried(root, by: x)), derivation.valued(steps.derivative(by: x))
    )
    let all = everything.count > 1 ? everything : []
    let several = GraphSteps(lesson.graph, by: all)
    let passes = all.map { GraphSteps(lesson.graph, by: [$0]).forwardOperations(from: $0) }
    func row(
      _ mode: FurtherPhrase.Mode, _ what: Prose, _ multiplications: Int, _ additions: Int
    ) -> [Prose] {
      [derivation.say(FurtherPhrase.mode(mode)), what, "\(multiplications)", "\(additions)"]
    }
    let (forward, backward) = (steps.forwardOperations(from: x), steps.backwardOperations)
    var rows = [
      row(.forward, "\(name(x))", forward.multiplications, forward.additions),
      row(.backward, "\(name(x))", backward.multiplications, backward.additions),
    ]
    if !all.isEmpty {
      let back = several.backwardOperations
      let sum = passes.reduce((0, 0)) { ($0.0 + $1.multiplications, $0.1 + $1.additions) }
      let what = derivation.say(FurtherPhrase.allOfGradient(all.count))
      rows.append(row(.forwardPasses(all.count), what, sum.0, sum.1))
      rows.append(row(.backwardPass, what, back.multiplications, back.additions))
    }
    func say(_ phrase: FurtherPhrase) -> Prose { derivation.say(phrase) }
    let columns: [Table.Column] = [
      .init(say(.columnOfMode), .left), .init(say(.columnOfSubject), .left), .init(say(.multiplications)),
      .init(say(.additions)),
    ]
    return [
      .heading(level: 2, say(.bothModes)), .paragraph(say(.found(own, backward: other, agree: agrees))),
      .paragraph(say(.operations)), .table(Table(columns, rows: rows)),
    ] + (all.isEmpty ? [] : [.paragraph(say(.cheaperMode))])
  }

  func writeJSON(to sink: inout some TextSink) throws {
    let steps = derivation.steps
    let (forward, backward) = (steps.forwardOperations(from: x), steps.backwardOperations)
    let head = JSONText.head(lesson.language, title: lesson.title)
    func name(_ id: Graph.ID) -> String { JSONText.quoted(lesson.graph.symbol(of: id).name) }
    func count(_ count: GraphSteps.OperationCount) -> String {
      "{ \"multiplications\": \(count.multiplications), \"additions\": \(count.additions) }"
    }
    let values = steps.derived.map { id in
      "{ \"name\": \(name(id)), \"value\": \(JSONText.number(work.trace.values[id])), \"derivative\": \(JSONText.number(carried[id] ?? 0)) }"
    }
    try sink.append(
      """
      { \(head),
        "result": { "name": \(name(root)), "value": \(JSONText.number(work.trace.values[root])) },
        "by": \(name(x)),
        "forward": [
          \(values.joined(separator: ",\n    "))],
        "backward": \(JSONText.number(work.trace.gradients[x])),
        "operations": { "forward": \(count(forward)), "backward": \(count(backward)) },
        "passed": \(passed) }

      """)
  }
}

extension GraphSteps {
  /// dq/dx of every quantity on the way from x to the result, in any arithmetic.
  fileprivate func carry<A: Algebra>(
    from x: Graph.ID, _ slopes: (Graph.ID) -> [(by: Graph.ID, value: A)]
  ) -> [Graph.ID: A] {
    var carried = [x: A(1)]
    for id in derived where id != x {
      var sum: A?
      for slope in slopes(id) {
        guard let known = carried[slope.by] else { continue }
        let term = slope.value * known
        sum = sum.map { $0 + term } ?? term
      }
      carried[id] = sum ?? A(0)
    }
    return carried
  }
}
