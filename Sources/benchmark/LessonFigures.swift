import Backprop
import Lessons

/// Named lessons: values, factors, and the gradient by every quantity.
enum LessonFigures {
  static let all = ["circuit", "lstm-cell", "attention"].map { lesson in
    Benchmark("gradient-\(lesson)") { name in
      guard let source = Catalog.source(of: lesson) else { return [] }
      let graph = try NamedLesson(json: source).graph
      var trace = GraphTrace.inDoubles(graph)
      var figure = Figure(name, repetitions: 1000) { trace = GraphTrace.inDoubles(graph) }
      figure.note = "\(trace.gradients.count) entries"
      return [figure]
    }
  }
}
