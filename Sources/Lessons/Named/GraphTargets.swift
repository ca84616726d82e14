import Backprop
import Formulas
import Texts

/// Turns names, as people type them, into names of a derivation, and says what each of them needs.
struct GraphTargets {
  private let lesson: NamedLesson
  private let steps: GraphSteps
  private var graph: Graph { lesson.graph }
  /// Every entry by its name.
  private let entries: [String: Graph.ID]

  init(_ lesson: NamedLesson, _ steps: GraphSteps) throws(WorkedExampleError) {
    self.lesson = lesson
    self.steps = steps
    var entries: [String: Graph.ID] = [:]
    for id in 0..<lesson.graph.count where !lesson.graph.quantity(of: id).isConstant {
      entries[lesson.graph.symbol(of: id).name] = id
    }
    self.entries = entries
  }

  /// The entry of a name.
  func entry(_ text: String) throws(WorkedExampleError) -> Graph.ID {
    if let id = entries[text.filter { $0 != " " }] { return id }
    throw .unknownQuantity(text, suggestion: meant(text))
  }

  /// What a name stands for: `q` is the quantity, or its derivative where it is given; `df/dq` a derivative, `dq/dx` a local
  /// gradient, `new w` the value after the step.
  func read(_ text: String) throws(WorkedExampleError) -> Formula {
    let name = text.filter { $0 != " " }
    if name.hasPrefix("new"), entries[name] == nil, let id = entries[String(name.dropFirst(3))] {
      if lesson.learningRate != nil, lesson.by.contains(id) { return steps.update(of: id).name }
      throw .notDerived(text, suggestion: "d\(graph.result.name)/d\(graph.symbol(of: id).name)")
    }
    if let slash = name.firstIndex(of: "/"), name.hasPrefix("d"), name[slash...].dropFirst().hasPrefix("d") {
      let (above, below) = (name[..<slash].dropFirst(), name[slash...].dropFirst(2))
      if let by = entries[String(below)] {
        if above == steps.result.name, by != steps.root {
          if steps.derived.contains(by) { return steps.derivative(by: by) }
          throw .refused("\(graph.result.name) does not depend on \(below), so there is nothing to derive")
        }
        if let of = entries[String(above)], steps.fed(by: by).contains(of) {
          return steps.factor(of: of, by: by)
        }
      }
      throw .unknownQuantity(text, suggestion: meant(name))
    }
    let id = try entry(text)
    guard graph.given[id] != nil else { return .symbol(graph.symbol(of: id)) }
    if steps.derived.contains(id) { return steps.derivative(by: id) }
    let user = (0..<graph.count).first { graph.needs(of: $0).contains(id) }
    throw .notDerived(text, suggestion: graph.symbol(of: user ?? id).name)
  }

  /// The names, and all that they need.
  func needed(for names: Set<Formula>) -> Set<Formula> {
    var needed = names
    for step in steps.all(updating: lesson.learningRate == nil ? [] : lesson.by).reversed()
    where needed.contains(step.name) { needed.formUnion(step.formula.names) }
    return needed
  }

  /// What was probably meant.
  private func meant(_ name: String) -> String? {
    guard entries.count <= Self.mostNames else { return nil }
    let names = entries.keys.sorted()
    let derivatives = steps.derived.filter { $0 != steps.root }
      .map { "d\(steps.result.name)/d\(graph.symbol(of: $0).name)" }
    let all = name.contains("/") ? derivatives : names
    return fullName(of: name, among: all) ?? suggestion(for: name, among: all)
  }

  /// Of so many names no suggestion is looked for.
  private static let mostNames = 2_000
}
