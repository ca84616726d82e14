import Backprop
import Documents
import Formulas

/// The derivation of a named lesson, as a document.
struct GraphDerivation {
  let lesson: NamedLesson
  let work: GraphWork
  let digits: Int
  let steps: GraphSteps
  /// The names to derive; everything where it is `nil`.
  let wanted: Set<Formula>?
  /// Whether a large graph is only summed up.
  let isSummary: Bool
  var ledger = Ledger()
  /// The lines whose text was shown already.
  var shownDefinitions: Set<Int> = []

  var graph: Graph { lesson.graph }

  /// A lesson, traced and checked; throws where `settings` name something that it does not have.
  init(_ lesson: NamedLesson, work: GraphWork, settings: Settings) throws(WorkedExampleError) {
    self.lesson = lesson
    self.work = work
    digits = settings.digits
    steps = GraphSteps(lesson.graph, by: lesson.by)
    let targets = try GraphTargets(lesson, steps)
    var names: Set<Formula> = []
    for name in settings.only { names.insert(try targets.read(name)) }
    let isLarge = lesson.graph.count > Self.mostEntries && !settings.all
    isSummary = isLarge && settings.only.isEmpty
    if isSummary { names = Self.summed(lesson, steps, work) }
    wanted = isSummary || !settings.only.isEmpty ? targets.needed(for: names) : nil
    fillLedger()
  }

  /// Of more entries than this, not every derivative is written out.
  static let mostEntries = 100

  /// What a large graph is summed up by: of each quantity the entry whose derivative has the largest absolute value, as long as
  /// there is little to derive.
  private static func summed(_ lesson: NamedLesson, _ steps: GraphSteps, _ work: GraphWork) -> Set<Formula> {
    let graph = lesson.graph
    let parameters = Set(lesson.by)
    var names: Set<Formula> = []
    for quantity in graph.quantities {
      let own = quantity.entries.filter(parameters.contains)
      let largest = own.max { work.gradient($0).magnitude < work.gradient($1).magnitude }
      guard let largest else { continue }
      names.insert(steps.derivative(by: largest))
    }
    return names
  }

  /// Every entry, every local gradient and every derivative by its name.
  private mutating func fillLedger() {
    let trace = work.trace
    for id in 0..<graph.count {
      let name = Formula.symbol(graph.symbol(of: id))
      if let given = graph.given[id], !graph.quantity(of: id).isConstant {
        ledger.define(name, as: given)
      } else {
        ledger[name] = trace.values[id]
      }
    }
    for id in steps.derived where graph.given[id] == nil && id != steps.root {
      for slope in graph.slopes(of: id, { trace.values[$0] }) {
        ledger[steps.factor(of: id, by: slope.by)] = slope.value
      }
    }
    for id in steps.derived where id != steps.root { ledger[steps.derivative(by: id)] = trace.gradients[id] }
    if let rate = lesson.learningRate { ledger.define(.symbol(Symbol(.learningRate)), as: rate) }
    guard let exact = work.exact else { return }
    ledger.writeFractions()
    for id in 0..<graph.count {
      ledger.define(.symbol(graph.symbol(of: id)), as: exact.values[id])
      ledger.define(steps.derivative(by: id), as: exact.gradients[id])
    }
    for id in steps.derived where graph.given[id] == nil && id != steps.root {
      for slope in graph.slopes(of: id, { exact.values[$0] }) {
        ledger.define(steps.factor(of: id, by: slope.by), as: slope.value)
      }
    }
  }

  /// The blocks, in the order in which they are read.
  mutating func blocks(pathsFrom source: Graph.ID? = nil) -> [Block] {
    var blocks = introduction() + forward() + backward()
    if let source { blocks += paths(from: source) }
    return blocks + gradient() + step()
  }

  func isWanted(_ name: Formula) -> Bool { wanted?.contains(name) ?? true }

  /// An entry by its name.
  func name(_ id: Graph.ID) -> Formula { .symbol(graph.symbol(of: id)) }

  /// What is derived, by its name.
  var result: Formula { .symbol(steps.result) }

  /// The line of a step.
  mutating func line(_ step: Graph.Step) -> Block {
    let isSum =
      if case (.total, .sum(let terms)) = (step.kind, step.formula) {
        terms.contains(where: \.isProduct)
      } else { false }
    return .equation(ledger.line(Step(step.name, step.formula, showsTerms: isSum), digits: digits).equation)
  }

  /// A name with its value.
  func valued(_ name: Formula) -> Equation {
    let relation: Equation.Relation = ledger.isExact(name) ? .equals : .approximately
    let value = ledger.printed(name, digits: digits)
    return Equation(name, value.map { [.init(relation, .number($0))] } ?? [])
  }
}

extension Formula {
  fileprivate var isProduct: Bool { if case .product = self { true } else { false } }
}
