import Backprop
import Formulas
import Lessons

/// The lines, made from the steps of the derivation.
extension NetworkSubject {
  var lines: [Line] {
    let (examples, whole) = (Array(lesson.examples.indices), lesson.graph(layout, example: nil))
    let graphs = examples.map { lesson.graph(layout, example: $0) } + (layout.costHasParts ? [whole] : [])
    let kinds = graphs.map { graph in
      graph.example == nil
        ? graph.kinds(by: Array(0..<layout.parameterCount), onwardTo: examples) : graph.kinds()
    }
    let derived = zip(graphs, kinds).flatMap { graph, kinds in kinds.compactMap { line($0, of: graph) } }
    let updates = moved.flatMap(whole.updates).map { Line($0, example: nil, isAsked: true) }
    return derived + updates + afterwards(derived)
  }

  private func line(_ kind: Graph.Step.Kind, of graph: NetworkGraph) -> Line? {
    var shortcut: Formula?
    if case .total(let id) = kind { shortcut = graph.shortcut(to: id)?.formula }
    return graph.step(kind).map {
      Line($0, shortcut: shortcut, example: graph.example, isAsked: isAsked(kind, of: graph))
    }
  }

  /// The lines that a student writes: without other names for known quantities, and without lines that a shortcut makes needless.
  private func isAsked(_ kind: Graph.Step.Kind, of graph: NetworkGraph) -> Bool {
    switch kind {
    case .value, .update: return true
    case .factor(let of, let by):
      return graph.symbol(of: of).meaning == .activation
        && graph.symbol(of: by).meaning == .weightedInput && graph.shortcut(to: by) == nil
    case .total(let id):
      guard graph.example != nil else { return id < layout.parameterCount }
      let symbol = graph.symbol(of: id)
      let isSaved = symbol.layer == layout.layerCount && graph.cancelled != nil
      return symbol.meaning != .activation || (symbol.layer != 0 && !isSaved)
    }
  }

  /// The parameters that a step of gradient descent moves.
  private var moved: [Layout.ID] {
    lesson.learningRate?.value == 0 ? [] : (0..<layout.parameterCount).filter { lesson.moves($0, layout) }
  }

  /// The cost with the new parameters, with lines that no worksheet asks for.
  private func afterwards(_ lines: [Line]) -> [Line] {
    if moved.isEmpty { return [] }
    let new = Dictionary(
      uniqueKeysWithValues: moved.map { id in
        (Formula.symbol(layout.symbol(id, example: nil)), Formula.symbol(layout.updated(id)))
      })
    return lines.compactMap { line in
      guard case .value = line.step else { return nil }
      return Line(
        name: line.name.renewed(new) ?? line.name,
        formula: line.formula.substituting { $0.renewed(new) }, step: nil, example: nil, isAsked: false)
    }
  }
}
