import Backprop
import Documents
import Formulas

/// The derivation of a lesson, as a document.
struct Derivation {
  let lesson: Lesson
  let work: Work
  let digits: Int
  /// And of a given number that is not shown whole.
  var givenDigits: Int
  let notation: Notation
  let language: Language
  /// The examples that are worked through, each with its steps.
  let examples: [Steps]
  /// From their costs to the cost, where that is something else.
  let whole: Steps?
  /// The names to derive; everything where it is `nil`.
  let wanted: Set<Formula>?
  /// The parameters whose derivatives are shown, if they are asked for.
  let candidates: [Layout.ID]
  /// The parameters whose derivatives are shown.
  let parameters: [Layout.ID]
  /// Whether the derivatives by the inputs are no steps.
  let endsAtWeights: Bool
  /// Whether a large network is only summed up.
  let isSummary: Bool
  /// The steps of the example that is being written.
  var steps: Steps
  var ledger = Ledger()
  /// Whether the letter for ∂C/∂z was introduced.
  var isErrorKnown = false
  /// What was explained in full in a layer above.
  private var explained: Set<BackwardPhrase.Lead> = []

  /// A lesson, traced and checked; `ofEveryExample` derives them all, however many there are.
  init(_ lesson: Lesson, work: Work, settings: Settings, ofEveryExample: Bool = false) {
    self.lesson = lesson
    self.work = work
    (digits, givenDigits) = (settings.digits, settings.digits)
    notation = settings.notation
    language = settings.notation.language
    let layout = work.result.layout
    isSummary = work.targets.isEmpty && !settings.all && layout.parameterCount > Self.mostParameters
    candidates = isSummary ? work.largestWeights : work.parameters
    let targets =
      isSummary
      ? candidates.map { .derivative($0, example: nil) } + [.quantity(layout.cost, example: nil)]
      : work.targets
    let derived =
      ofEveryExample
      ? Array(lesson.examples.indices) : Self.derived(layout, targets, settings, isSummary: isSummary)
    // Of a large network whose every derivative is written, nobody reads those with respect to the inputs.
    endsAtWeights = targets.isEmpty && layout.widths[0] >= Self.leastFamily
    examples = derived.map { Steps(lesson, layout, example: $0) }
    steps = examples.first ?? Steps(lesson, layout, example: 0)
    whole =
      layout.costHasParts
      ? Steps(lesson, layout, example: nil, terms: Self.terms(of: layout.exampleCount, derived: derived))
      : nil
    wanted =
      targets.isEmpty
      ? nil
      : Steps.names(
        neededFor: Set(targets.map { $0.name(in: layout) }), in: examples + (whole.map { [$0] } ?? []))
    let wanted = wanted
    parameters = candidates.filter { id in
      wanted?.contains(
        .partial(
          layout.symbol(layout.cost, example: nil), by: layout.symbol(id, example: nil))) ?? true
    }
    fillLedger(derived, ofEveryExample: settings.paths != nil)
    if ledger.isInFractions { for id in moved { noteUpdates(of: id) } }
  }

  /// Of more parameters than this, not every derivative is written out.
  private static let mostParameters = 100
  /// Of more examples than this, only the first is derived.
  private static let mostExamples = 8

  /// The examples whose costs stand as terms of the total, if not all of them do.
  private static func terms(of count: Int, derived: [Int]) -> [Int] {
    let all = 0..<count
    guard count > LongSums.mostInParentheses else { return Array(all) }
    return Set(derived.prefix(LongSums.firstTerms) + all.prefix(LongSums.firstTerms)).sorted()
  }

  /// The examples that are derived, counted from 0: those of the names that were asked for, and for what belongs to
  /// none of them the one that was asked for, or all.
  private static func derived(
    _ layout: Layout, _ targets: [Target], _ settings: Settings, isSummary: Bool
  ) -> [Int] {
    let named = Set(targets.compactMap(\.example))
    guard targets.isEmpty || targets.contains(where: { $0.example == nil }) else { return named.sorted() }
    let isTooMuch = isSummary || layout.exampleCount > mostExamples
    let others = settings.example.map { [$0 - 1] } ?? Array(0..<(isTooMuch ? 1 : layout.exampleCount))
    return named.union(others).sorted()
  }

  /// The blocks, in the order in which they are read.
  mutating func blocks(pathsFrom weight: Layout.ID? = nil) -> [Block] {
    var blocks = introduction() + summary() + network()
    for example in examples {
      steps = example
      if let product = steps.wholeProduct {
        blocks += chainForward() + chainBackward()
        if isWanted(product.name), isFirst { blocks += wholeProduct(product) }
      } else {
        blocks += layersForward() + layersBackward()
      }
    }
    if let whole { blocks += penalty(whole) + total(whole) }
    blocks += matrices()
    if let weight { blocks += paths(from: weight) }
    if !parameters.isEmpty { blocks += nudge() + gradient() + check() }
    return blocks + step()
  }

  private func summary() -> [Block] {
    guard isSummary else { return [] }
    return [.paragraph(say(NetworkPhrase.summary(parameters: work.result.layout.parameterCount)))]
  }

  /// Whether there is more than one example.
  var hasExamples: Bool { work.result.layout.exampleCount > 1 }

  /// Whether the example that is being written is the first of them.
  var isFirst: Bool { steps.example == examples.first?.example }

  func isWanted(_ name: Formula) -> Bool { wanted?.contains(name) ?? true }

  /// The steps of the examples that are derived, and from their costs to the cost, each after those that it needs.
  var all: [Graph.Step] {
    examples.flatMap { steps in steps.graph.kinds(toInputs: !endsAtWeights).flatMap(steps.steps) }
      + (whole.map { whole in wholeKinds.flatMap(whole.steps) } ?? [])
  }

  /// What is derived from the costs of the examples to the cost.
  var wholeKinds: [Graph.Step.Kind] {
    whole?.graph.kinds(by: candidates, onwardTo: examples.map(\.example)) ?? []
  }

  /// Whether a local gradient is wanted, by its entries.
  func isWanted(_ of: Graph.ID, by: Graph.ID) -> Bool { isWanted(steps.graph.factor(of: of, by: by)) }

  /// Whether a derivative of the cost of the example is wanted.
  func isWanted(derivativeBy id: Graph.ID) -> Bool { isWanted(steps.graph.derivative(by: id)) }

  /// A phrase in the language of the document.
  func say(_ phrase: some Phrase) -> Prose { language.say(phrase) }

  /// A paragraph that begins with what it is about; what is said after it is said of the first example only.
  func lead(_ what: some Phrase, _ words: some Phrase, _ more: OutputPhrase? = nil) -> Block {
    let words = isFirst ? [say(words), more.map { say($0) } ?? ""] : []
    return .paragraph(Prose.sentences(["\(strong: say(what))"] + words))
  }

  /// The same of the backward pass.
  func lead(_ what: BackwardPhrase.Lead, _ words: some Phrase, _ more: OutputPhrase? = nil) -> Block {
    lead(BackwardPhrase.lead(what), words, more)
  }

  /// What is explained in full in the first layer that needs it, and is said shorter in those below.
  mutating func inFull(
    _ what: BackwardPhrase.Lead, _ words: BackwardPhrase, again: BackwardPhrase
  ) -> BackwardPhrase {
    explained.insert(what).inserted ? words : again
  }

  /// The layers, counted from 1.
  var layers: ClosedRange<Int> { 1...Swift.max(1, lesson.layers.count) }

  /// An entry by its name.
  func name(_ id: Graph.ID) -> Formula { .symbol(steps.graph.symbol(of: id)) }

  func symbol(_ id: Layout.ID) -> Formula { .symbol(work.result.layout.symbol(id, example: steps.example)) }

  /// A weight or a bias.
  func parameter(_ id: Layout.ID) -> Formula { .symbol(work.result.layout.symbol(id, example: nil)) }

  /// The derivative of the cost by a weight or a bias.
  func derivative(_ id: Layout.ID) -> Formula {
    .partial(work.cost, by: work.result.layout.symbol(id, example: nil))
  }

  /// The line of a step.
  mutating func line(_ step: Graph.Step) -> Block { .equation(equation(of: step)) }

  /// How a step is worked out; of ∂C/∂ of a quantity that feeds several others, with the value of each term.
  mutating func equation(of step: Graph.Step) -> Equation {
    ledger.line(step, digits: digits, showsTerms: step.addsPaths).equation
  }

  /// The lines of the local gradients of all that an entry feeds, and of the derivative by it, those that are wanted.
  mutating func lines(backTo id: Graph.ID) -> [Block] {
    guard isWanted(derivativeBy: id) || steps.graph.fed(by: id).contains(where: { isWanted($0, by: id) })
    else { return [] }
    let (factors, total) = steps.backward(to: id)
    return (factors + (total.map { [$0] } ?? [])).filter { isWanted($0.name) }.map { line($0) }
  }

  /// The lines of a step that may have to be written from the weighted input of a layer, with the reason if it is.
  mutating func lines(_ step: Graph.Step, layer: Int, neuron: Int = 0) -> [Block] {
    let (equation, usesOther) = ledger.line(step, digits: digits)
    guard usesOther else { return [.equation(equation)] }
    let activation = symbol(work.result.layout.activation(layer, neuron))
    return [
      .paragraph(say(ActivationPhrase.digitsTooFew(lesson.layers[layer - 1].activation, activation))),
      .equation(equation),
    ]
  }
}

extension Graph.Step {
  /// Whether it adds what comes by several paths, each a product of derivatives.
  var addsPaths: Bool {
    guard case .total = kind, case .sum(let terms) = formula else { return false }
    return terms.contains { term in
      if case .product(let factors) = term { factors.allSatisfy(\.isDerivative) } else { false }
    }
  }
}

extension Formula {
  fileprivate var isDerivative: Bool { if case .partial = self { true } else { false } }
}

extension Work {
  /// What the derivatives are taken of.
  var cost: Symbol { result.layout.symbol(result.layout.cost, example: nil) }

  /// The derivative of the cost by a parameter, by its name.
  func derivative(_ name: Formula) -> Double? {
    guard case .partial(cost, let parameter) = name, let id = result.layout.id(of: parameter),
      id < gradient.count
    else { return nil }
    return gradient[id]
  }
}
