import Backprop
import Formulas
import Lessons

/// A graph of named quantities as an exercise.
struct GraphSubject: Subject {
  /// The lesson.
  let lesson: NamedLesson
  /// The derivation.
  let steps: GraphSteps
  let lines: [Line]
  /// The group of each entry in the backward pass of a worksheet: the name of the group, and its number.
  private let groups: [Graph.ID: (name: Formula, number: Int)]

  private var graph: Graph { lesson.graph }

  /// The largest number of lines that can be derived by hand.
  static let mostLines = 300

  /// Throws if there is too much to derive by hand.
  init(_ lesson: NamedLesson) throws(WorkedExampleError) {
    let defined = lesson.graph.given.count { $0 == nil }
    guard defined <= Self.mostLines else { throw Self.tooMany(defined) }
    self.lesson = lesson
    steps = GraphSteps(lesson.graph, by: lesson.by, at: lesson.learning.time)
    lines = Self.lines(of: lesson, steps)
    guard lines.count <= Self.mostLines else { throw Self.tooMany(lines.count) }
    var groups: [Graph.ID: (name: Formula, number: Int)] = [:]
    for (number, group) in steps.groups(steps.wayBack).enumerated() {
      let whole = Symbol(.named(Word(lesson.graph.quantity(of: group[0]).name)))
      let name = Formula.symbol(group.count == 1 ? lesson.graph.symbol(of: group[0]) : whole)
      for id in group { groups[id] = (name, number) }
    }
    self.groups = groups
  }

  /// Throws if a lesson has too many lines.
  static func checkSize(of lesson: NamedLesson) throws(WorkedExampleError) { _ = try GraphSubject(lesson) }

  private static func tooMany(_ count: Int) -> WorkedExampleError {
    .refused(
      "the graph has \(count) quantities, local gradients and derivatives, too many to derive by hand; the most is \(mostLines)"
    )
  }

  private static func lines(of lesson: NamedLesson, _ steps: GraphSteps) -> [Line] {
    let moved = lesson.learningRate.map { $0.value != 0 } ?? false
    let parameters = moved ? lesson.by.filter { $0 != steps.root } : []
    return steps.all(updating: parameters).map { step in
      Line(step, example: nil, isAsked: true)
    }
  }

  /// The given numbers that take part; numbers that are only used as indices are left out.
  var givens: [(name: Formula, value: Numeral)] {
    let givens = (0..<graph.count).compactMap { id -> (name: Formula, value: Numeral)? in
      guard let value = graph.given[id], !graph.quantity(of: id).isIndex else { return nil }
      return (.symbol(graph.symbol(of: id)), value)
    }
    return givens + lesson.givenStep(steps)
  }

  func values() throws(WorkedExampleError) -> [Formula: Double] {
    let trace = GraphTrace.inDoubles(graph)
    try trace.checkIsFinite()
    let shown = CleanTrace(trace)
    var values: [Formula: Double] = [:]
    for id in 0..<graph.count where graph.given[id] == nil {
      values[.symbol(graph.symbol(of: id))] = shown.value(id)
      guard id != steps.root else { continue }
      for slope in shown.slopes(of: id) {
        values[steps.factor(of: id, by: slope.by)] = slope.value
      }
    }
    // ∂(result)/∂(entry) where the entry feeds the result and more is the sum, and not one of its terms.
    for id in steps.derived + steps.withoutEffect where id != steps.root {
      values[steps.derivative(by: id)] = shown.gradient(id)
    }
    return values
  }

  var localGradients: [LocalGradientFormula] {
    (0..<graph.count).filter { graph.given[$0] == nil }.flatMap { id in
      graph.uses(of: id).compactMap { use in
        graph.slopeFormula(of: id, by: use).map {
          LocalGradientFormula(
            of: graph.symbol(of: id), by: graph.symbol(of: use), formula: $0, isOfResult: id == steps.root)
        }
      }
    }
  }

  func names(of exercise: Exercise) -> any NameReading { GraphNames(self, exercise) }

  func material(_ settings: Settings) throws(WorkedExampleError) -> WorksheetMaterial {
    try WorksheetMaterial(lesson, settings: settings)
  }

  func others() -> [Exercise] {
    drawn { try Exercise(Variant.lesson(of: lesson, seed: $0) { _ in true }) }
  }

  var kind: SubjectKind { .graph }
  var examples: Int { 1 }

  /// Forward, then each quantity on the way back, then the step.
  func place(of line: Line) -> (section: WorksheetSection, part: WorksheetPart)? {
    guard let step = line.step else { return nil }
    func backward(_ id: Graph.ID, _ part: WorksheetPart) -> (WorksheetSection.Topic, WorksheetPart) {
      let group = groups[id] ?? (.symbol(graph.symbol(of: id)), -1)
      return (.derivatives(by: group.name, number: group.number), part)
    }
    let (topic, part): (WorksheetSection.Topic, WorksheetPart) =
      switch step {
      case .value(let id): (.values, .values(of: definition(of: id)))
      case .factor(_, let id): backward(id, .localGradients)
      case .total(let id): backward(id, .derivatives)
      case .update: (.step, .updates)
      }
    return (WorksheetSection(topic: topic, example: nil), part)
  }

  /// A single quantity of more than these is defined as the lesson writes it, and not of one entry after the other.
  private static let mostNames = 6

  /// How a quantity is defined, in mathematics where that is possible, and otherwise as the lesson writes it.
  private func definition(of id: Graph.ID) -> WorksheetPart.Definition {
    let formula = graph.formula(of: id)
    guard let definition = graph.definition(of: id),
      definition.entries.count > 1 || formula.names.count > Self.mostNames
    else { return .equation(.symbol(graph.symbol(of: id)), formula) }
    let written = DefinitionFormula.equation(definition.text)?.equation
    guard let written, let body = written.sides.first?.formula else { return .text(definition.text) }
    return .equation(written.left, body)
  }
}
