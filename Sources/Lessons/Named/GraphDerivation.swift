import Backprop
import Documents
import Formulas

/// The derivation of a named lesson, as a document.
struct GraphDerivation {
  let lesson: NamedLesson
  let work: GraphWork
  let digits: Int
  /// The digits of a given number that is not shown whole.
  var givenDigits: Int
  let language: Language
  let steps: GraphSteps
  /// The steps to derive; everything where it is `nil`.
  let wanted: Set<Graph.Step.Kind>?
  /// Whether a large graph is only summed up.
  let isSummary: Bool
  /// The letters, which may be short names of derivatives.
  let notation: Notation
  /// Whether each entry is spelled out, also where many are computed alike.
  let spellsAll: Bool
  /// Whether the result is computed from everything at once, so that there is no way to go back.
  let isDirect: Bool
  var ledger = Ledger()
  /// The lines whose text was shown already.
  var shownDefinitions: Set<Int> = []

  var graph: Graph { lesson.graph }

  /// A lesson, traced and checked; throws where `settings` name something that it does not have.
  init(_ lesson: NamedLesson, work: GraphWork, settings: Settings) throws(WorkedExampleError) {
    self.lesson = lesson
    self.work = work
    (digits, givenDigits) = (settings.digits, settings.digits)
    language = settings.notation.language
    notation = settings.notation
    steps = GraphSteps(lesson.graph, by: lesson.by, at: lesson.learning.time)
    let targets = GraphTargets(lesson, steps)
    var kinds: Set<Graph.Step.Kind> = []
    for name in settings.only { kinds.insert(try targets.read(name)) }
    isSummary = lesson.graph.count > Self.mostEntries && !settings.all && settings.only.isEmpty
    if isSummary {
      wanted = Self.summed(lesson, steps, work).reduce(into: []) { all, kind in
        all.formUnion(targets.needed(for: [kind], longest: Self.mostNames, most: Self.mostSteps) ?? [])
      }
    } else {
      wanted = settings.only.isEmpty ? nil : targets.needed(for: kinds)
    }
    spellsAll = settings.all || wanted != nil || lesson.learning.steps > 1
    isDirect = Self.isDirect(steps)
    fillLedger()
    try checkStepIsExact()
  }

  /// Throws where fractions are asked for, and the step that follows has none.
  private func checkStepIsExact() throws(WorkedExampleError) {
    guard let exact = work.exact, lesson.learning.number <= lesson.learning.steps else { return }
    for id in lesson.by where id != steps.root {
      let lines = lesson.update(of: exact.values[id], id, slope: exact.gradients[id])
      if let last = lines.last, !last.value.isExact {
        throw lesson.learning.hasNoFraction(steps.symbol(of: last.quantity, at: id).name)
      }
    }
  }

  /// The same with steps of their own, and nothing but what is wanted of them.
  init(
    _ lesson: NamedLesson, work: GraphWork, digits: Int, language: Language, steps: GraphSteps,
    wanted: Set<Graph.Step.Kind>
  ) {
    (self.lesson, self.work, self.digits, self.language) = (lesson, work, digits, language)
    givenDigits = digits
    (self.steps, self.wanted) = (steps, wanted)
    notation = .threeBlueOneBrown
    (isSummary, spellsAll, isDirect) = (false, true, Self.isDirect(steps))
    fillLedger()
  }

  /// Whether the result is computed from all that is derived at once.
  private static func isDirect(_ steps: GraphSteps) -> Bool {
    steps.root != nil && steps.derived.allSatisfy { $0 == steps.root || steps.fed(by: $0) == [steps.root] }
  }

  /// A line with more names than these is left out where a large graph is summed up.
  private static let mostNames = 30
  /// And a derivative that needs more lines than these.
  private static let mostSteps = 60

  /// Of more entries than this, not every derivative is written out.
  static let mostEntries = 100

  /// What a large graph is summed up by: of each quantity the entry whose derivative has the largest absolute value.
  private static func summed(_ lesson: NamedLesson, _ steps: GraphSteps, _ work: GraphWork) -> Set<
    Graph.Step.Kind
  > {
    let graph = lesson.graph
    var largest: [String: Graph.ID] = [:]
    for id in lesson.by where steps.derives(id) {
      let name = graph.quantity(of: id).name
      if let other = largest[name], work.gradient(other).magnitude >= work.gradient(id).magnitude { continue }
      largest[name] = id
    }
    return Set(largest.values.map(Graph.Step.Kind.total))
  }

  /// Every entry, every local gradient and every derivative that is wanted, by its name.
  private mutating func fillLedger() {
    if work.exact != nil { ledger.writeFractions() }
    ledger.define(lesson.step(steps))
    guard let wanted else {
      for id in 0..<graph.count { note(id) }
      for id in steps.derived where graph.given[id] == nil && id != steps.root { noteSlopes(of: id) }
      for id in steps.derived + steps.withoutEffect { noteDerivative(by: id) }
      return
    }
    for kind in wanted {
      switch kind {
      case .value(let id):
        note(id)
        for need in graph.needs(of: id) { note(need) }
      case .factor(let of, _):
        noteSlopes(of: of)
        for need in graph.needs(of: of) + [of] { note(need) }
      case .total(let id), .update(let id, _):
        note(id)
        noteDerivative(by: id)
        for of in steps.fed(by: id) where of == steps.root {
          for need in graph.needs(of: of) + [of] { note(need) }
        }
      }
    }
    for id in lesson.by.prefix(Self.mostRows) + graph.result.entries {
      note(id)
      noteDerivative(by: id)
    }
    for quantity in graph.quantities {
      for id in quantity.entries.prefix(Self.mostNumbers) where graph.given[id] != nil { note(id) }
    }
  }

  private mutating func note(_ id: Graph.ID) {
    let name = Formula.symbol(graph.symbol(of: id))
    if let exact = work.exact {
      ledger.writeFractions()
      ledger.define(name, as: exact.values[id])
    } else if let given = graph.given[id], !graph.quantity(of: id).isConstant,
      !lesson.learning.rounded.contains(id)
    {
      ledger.define(name, asGiven: given, digits: digits)
    } else {
      ledger[name] = work.value(id)
    }
  }

  private mutating func noteSlopes(of id: Graph.ID) {
    if let exact = work.exact {
      for slope in graph.slopes(of: id, { exact.values[$0] }) {
        ledger.define(steps.factor(of: id, by: slope.by), as: slope.value)
      }
    } else {
      for slope in work.slopes(of: id) {
        ledger[steps.factor(of: id, by: slope.by)] = slope.value
      }
    }
  }

  private mutating func noteDerivative(by id: Graph.ID) {
    guard id != steps.root else { return }
    if let exact = work.exact {
      ledger.define(steps.derivative(by: id), as: exact.gradients[id])
    } else {
      ledger[steps.derivative(by: id)] = work.gradient(id)
    }
  }

  /// The blocks, in the order in which they are read.
  mutating func blocks(pathsFrom source: Graph.ID? = nil) -> [Block] {
    var blocks = introduction() + forward() + backward()
    if let source { blocks += paths(from: source) }
    return blocks + gradient() + check() + step()
  }

  /// A phrase in the language of the document.
  func say(_ phrase: some Phrase) -> Prose { language.say(phrase) }

  func isWanted(_ kind: Graph.Step.Kind) -> Bool { wanted?.contains(kind) ?? true }

  /// An entry by its name.
  func name(_ id: Graph.ID) -> Formula { .symbol(graph.symbol(of: id)) }

  /// What is derived, by its name.
  var result: Formula { .symbol(steps.result) }

  /// The line of a step.
  mutating func line(_ step: Graph.Step) -> Block { .equation(equation(of: step)) }

  /// How a step is worked out.
  mutating func equation(of step: Graph.Step) -> Equation {
    ledger.line(step, digits: digits, showsTerms: step.addsWays).equation
  }

  /// A name with its value.
  func valued(_ name: Formula) -> Equation { ledger.valued(name, digits: digits) }

  /// Its value alone.
  func number(_ name: Formula) -> Equation? { ledger.number(name, digits: digits) }
}

extension Graph.Step {
  /// Whether it is a sum of what comes along several ways, products among it.
  var addsWays: Bool {
    guard case .sum(let terms) = formula, name.isDerivative else { return false }
    return addsUp && terms.contains(where: \.isProduct)
  }

  private var addsUp: Bool {
    if case .total = kind { return true }
    guard case .symbol(let symbol) = name, let derivative = symbol.derivative else { return false }
    return derivative.kind != .local
  }
}

extension Formula {
  fileprivate var isProduct: Bool { if case .product = self { true } else { false } }
}
