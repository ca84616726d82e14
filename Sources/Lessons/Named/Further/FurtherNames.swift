import Backprop
import Formulas
import Texts

/// The quantities that the further derivations are asked for by name.
struct FurtherNames: Sendable {
  let lesson: NamedLesson
  /// The layers that the lesson was written as, if it was.
  private let layered: (lesson: Lesson, layout: Layout)?

  init(_ lesson: NamedLesson) { (self.lesson, layered) = (lesson, nil) }

  /// Of a lesson of layers, whose quantities have the names that they have there.
  init(_ lesson: Lesson) throws(WorkedExampleError) {
    let layout = Layout(lesson.objective)
    self.lesson = try lesson.asNamedLesson(layout)
    layered = (lesson, layout)
  }

  private var graph: Graph { lesson.graph }

  /// Something that the lesson gives, and that a derivative can be taken by; `option` asks for it.
  func parameter(_ name: String, for option: String) throws(WorkedExampleError) -> Graph.ID {
    if let (lesson, layout) = layered {
      guard case .derivative(let id, _) = try TargetReader(lesson, layout).read(name),
        id < layout.parameterCount
      else { throw .refused("\(option) takes weights and biases, such as w1, not '\(shortened(name))'") }
      return id
    }
    let id = try entry(name)
    if graph.quantity(of: id).isIndex { throw .index(name) }
    guard graph.isParameter(id) else {
      throw .refused(
        "\(option) takes a given quantity, but \(shortened(name)) is computed"
      )
    }
    return id
  }

  /// One number of a lesson of named quantities.
  func entry(_ name: String) throws(WorkedExampleError) -> Graph.ID {
    do {
      return try GraphTargets(lesson, GraphSteps(graph, by: lesson.by)).entry(name)
    } catch {
      if let all = try? entries(name), let first = all.first {
        throw .refused(
          "\(shortened(name)) is an array of \(all.count) numbers; name one of them, such as \(graph.symbol(of: first).name)"
        )
      }
      throw error
    }
  }

  /// One number, or all of an array.
  func entries(_ name: String) throws(WorkedExampleError) -> [Graph.ID] {
    let text = name.filter { $0 != " " }
    if text.contains(","), !text.contains("[") {
      throw .refused(
        "'\(shortened(name))' is several names, and one is meant; put them into one array, as in q = concat(r, t)"
      )
    }
    let quantity = graph.quantities.first { $0.symbol.name == text && !$0.isConstant }
    let ids: [Graph.ID]
    if let quantity {
      ids = quantity.entries
    } else {
      ids = [try GraphTargets(lesson, GraphSteps(graph, by: lesson.by)).entry(name)]
    }
    if let first = ids.first, graph.quantity(of: first).isIndex { throw .index(name) }
    return ids
  }
}

extension NamedLesson {
  /// The same with another result, if one is named.
  func deriving(_ name: String?) throws(WorkedExampleError) -> NamedLesson {
    guard let name else { return self }
    let id = try FurtherNames(self).entry(name)
    let user = (0..<graph.count).first { graph.needs(of: $0).contains(id) }
    guard graph.given[id] == nil else {
      throw .notDerived(name, suggestion: graph.symbol(of: user ?? id).name)
    }
    var lesson = self
    lesson.graph = graph.deriving(id)
    return lesson
  }

  /// The same for one result, by some of its quantities, without a step of gradient descent.
  func deriving(_ graph: Graph, by parameters: [Graph.ID]) -> NamedLesson {
    var lesson = NamedLesson(
      language: language, title: title, summary: summary, graph: graph, by: parameters, learningRate: nil)
    lesson.stepsLeftOut = learningRate == nil ? stepsLeftOut : learning.steps
    return lesson
  }

  /// The one result; throws for an array with a seed, which `option` is not for.
  func root(for option: String) throws(WorkedExampleError) -> Graph.ID {
    guard graph.result.seeds == nil, let root = graph.result.entries.first else {
      throw .refused(
        "\(option) needs a result that is one number, but upstream gradients of \(graph.result.name) are given; name another result with --of"
      )
    }
    return root
  }
}
