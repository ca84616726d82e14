import Backprop
import Formulas
import Texts

/// Turns names, as people type them, into names of a derivation, and says what each of them needs.
struct GraphTargets {
  private let lesson: NamedLesson
  private let steps: GraphSteps
  private var graph: Graph { lesson.graph }

  init(_ lesson: NamedLesson, _ steps: GraphSteps) {
    self.lesson = lesson
    self.steps = steps
  }

  /// The entry of a name.
  func entry(_ text: String) throws(WorkedExampleError) -> Graph.ID {
    if let id = find(text.filter { $0 != " " }) { return id }
    throw .unknownQuantity(text, suggestion: meant(text))
  }

  /// What a name stands for: `q` is the quantity, or its derivative where it is given; `df/dq` a derivative, `dq/dx` a local
  /// gradient, `new w` the value after the step.
  func read(_ text: String) throws(WorkedExampleError) -> Graph.Step.Kind {
    let name = text.filter { $0 != " " }
    if let update = update(named: name) { return update }
    if name.hasPrefix("new"), find(name) == nil, let id = find(name.dropFirst(3)) {
      throw .notDerived(text, suggestion: "d\(graph.result.name)/d\(graph.symbol(of: id).name)")
    }
    if let slash = name.firstIndex(of: "/"), name.hasPrefix("d"), name[slash...].dropFirst().hasPrefix("d") {
      let (above, below) = (name[..<slash].dropFirst(), name[slash...].dropFirst(2))
      if let by = find(below) {
        if above == steps.result.name, by != steps.root {
          if steps.derives(by) { return .total(by) }
          throw .refused("\(graph.result.name) does not depend on \(below), so there is nothing to derive")
        }
        if let of = find(above), steps.fed(by: by).contains(of) { return .factor(of: of, by: by) }
      }
      throw .unknownQuantity(text, suggestion: meant(name))
    }
    let id = try entry(text)
    guard graph.given[id] != nil else { return .value(id) }
    if steps.derives(id) { return .total(id) }
    if graph.quantity(of: id).isIndex { throw .index(text) }
    if graph.isParameter(id), !lesson.by.contains(id) { throw .notInBy(text) }
    let user = (0..<graph.count).first { graph.needs(of: $0).contains(id) }
    throw .notDerived(text, suggestion: graph.symbol(of: user ?? id).name)
  }

  /// What a step of the optimizer works out by this name, `new w` or `m_hat`; the lesson's own names go before.
  private func update(named name: String) -> Graph.Step.Kind? {
    guard lesson.learningRate != nil, find(name) == nil else { return nil }
    return lesson.by.lazy.flatMap(steps.updates).first { step in
      if case .symbol(let symbol) = step.name { symbol.name.filter { $0 != " " } == name } else { false }
    }?.kind
  }

  /// The steps, and all that they need.
  func needed(for kinds: Set<Graph.Step.Kind>) -> Set<Graph.Step.Kind> {
    needed(for: kinds, longest: .max, most: .max) ?? []
  }

  /// The steps and all that they need, without those whose formulas have more names than `longest`; `nil` where there are more
  /// than `most`.
  func needed(for kinds: Set<Graph.Step.Kind>, longest: Int, most: Int) -> Set<Graph.Step.Kind>? {
    var needed: Set<Graph.Step.Kind> = []
    var open = Array(kinds)
    while let kind = open.popLast() {
      guard !needed.contains(kind), !steps.isTooLong(kind), let step = steps.step(kind) else { continue }
      let names = step.formula.names
      guard names.count <= longest else { continue }
      needed.insert(kind)
      if needed.count > most { return nil }
      open += names.compactMap(steps.kind)
      if case .update(let id, _) = kind {
        open += steps.updates(of: id).prefix { $0.kind != kind }.map(\.kind)
      }
    }
    return needed
  }

  private func find(_ name: some StringProtocol) -> Graph.ID? { graph.entry(named: String(name)) }

  /// What was probably meant.
  private func meant(_ name: String) -> String? {
    guard graph.count <= Self.mostNames else { return nil }
    let names = (0..<graph.count).filter { !graph.quantity(of: $0).isConstant }.map {
      graph.symbol(of: $0).name
    }.sorted()
    let derivatives = steps.derived.filter { $0 != steps.root }
      .map { "d\(steps.result.name)/d\(graph.symbol(of: $0).name)" }
    let all = name.contains("/") ? derivatives : names
    return fullName(of: name, among: all) ?? suggestion(for: name, among: all)
  }

  /// Of so many names no suggestion is looked for.
  private static let mostNames = 2_000
}
