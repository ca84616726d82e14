import Backprop
import Documents
import Formulas

/// The derivation of a lesson with one example, as a document.
struct Derivation {
  let lesson: Lesson
  let work: Work
  let digits: Int
  let steps: Steps
  /// The names to derive; everything where it is `nil`.
  let wanted: Set<Formula>?
  /// The parameters whose derivatives are shown.
  let parameters: [Layout.ID]
  /// Whether a large network is only summed up.
  let isSummary: Bool
  var ledger: Ledger

  /// A lesson with one example and no penalty, traced and checked.
  init(_ lesson: Lesson, work: Work, settings: Settings) {
    self.lesson = lesson
    self.work = work
    digits = settings.digits
    let layout = work.result.layout
    steps = Steps(lesson, layout)
    ledger = Ledger(work.result.trace(example: 0))
    for (id, numeral) in lesson.parameters.enumerated() {
      ledger.define(.symbol(layout.symbol(id, example: nil)), as: numeral)
    }
    for (k, x) in (lesson.examples.first?.inputs ?? []).enumerated() {
      ledger.define(.symbol(layout.symbol(layout.activation(0, k), example: 0)), as: x)
    }
    for (j, y) in (lesson.examples.first?.targets ?? []).enumerated() {
      ledger.define(.symbol(layout.target(j, example: 0)), as: y)
    }
    let known = ledger
    for (name, sum) in steps.others { ledger[.symbol(name)] = sum.evaluated { known[$0] ?? .nan } }
    if let rate = lesson.learningRate { ledger.define(.symbol(Symbol(.learningRate)), as: rate) }
    isSummary = work.targets.isEmpty && !settings.all && layout.parameterCount > Self.mostParameters
    parameters = isSummary ? work.largestWeights : work.parameters
    let targets = isSummary ? parameters.map { Target.derivative($0, example: nil) } : work.targets
    wanted = targets.isEmpty ? nil : steps.needed(for: Set(targets.map { $0.name(in: layout) }))
  }

  /// Of more parameters than this, not every derivative is written out.
  private static let mostParameters = 100

  /// The blocks, in the order in which they are read.
  mutating func blocks(pathsFrom weight: Layout.ID? = nil) -> [Block] {
    let isWhole = wanted == nil
    var blocks = introduction() + summary()
    if let chain = Chain(steps) {
      blocks += chainNetwork()
      blocks += forward(chain)
      blocks += backward(chain)
      if isWhole || isWanted(chain.wholeProduct.name) { blocks += wholeProduct(chain) }
    } else {
      blocks += layersNetwork()
      blocks += layersForward()
      blocks += layersBackward()
    }
    if let weight { blocks += paths(from: weight) }
    if !parameters.isEmpty { blocks += nudge() + gradient() + check() }
    blocks += step()
    return blocks
  }

  private func summary() -> [Block] {
    guard isSummary else { return [] }
    return [
      .paragraph(
        """
        This network has \(work.result.layout.parameterCount) parameters. All their derivatives are computed and checked, \
        and of each layer the weight with the largest is derived here; the option --only names any other.
        """)
    ]
  }

  func isWanted(_ name: Formula) -> Bool { wanted?.contains(name) ?? true }

  /// The layers, counted from 1.
  var layers: ClosedRange<Int> { 1...Swift.max(1, lesson.layers.count) }

  func symbol(_ id: Layout.ID) -> Formula { .symbol(work.result.layout.symbol(id, example: 0)) }

  /// The line of a step.
  mutating func line(_ step: Step) -> Block {
    .equation(ledger.line(step, digits: digits).equation)
  }

  /// The lines of a step that may have to be written from the weighted input of a layer, with the reason if it is.
  mutating func lines(_ step: Step, layer: Int, neuron: Int = 0) -> [Block] {
    let (equation, usesOther) = ledger.line(step, digits: digits)
    guard usesOther else { return [.equation(equation)] }
    let activation = symbol(work.result.layout.activation(layer, neuron))
    return [
      .paragraph(Words.saturated(lesson.layers[layer - 1].activation, a: activation)), .equation(equation),
    ]
  }
}

extension Work {
  /// What the derivatives are taken of.
  var cost: Symbol { result.layout.symbol(result.layout.cost, example: 0) }
}

extension Target {
  /// The parameter whose derivative it needs to show.
  func parameter(in layout: Layout) -> Layout.ID? {
    switch self {
    case .updated(let id): id
    case .derivative(let id, _): id < layout.parameterCount ? id : nil
    case .quantity, .factor: nil
    }
  }

  /// The name in a derivation.
  func name(in layout: Layout) -> Formula {
    switch self {
    case .quantity(let id, let example): .symbol(layout.symbol(id, example: example))
    case .updated(let id):
      .partial(layout.symbol(layout.cost, example: nil), by: layout.symbol(id, example: nil))
    case .derivative(let id, let example):
      .partial(layout.symbol(layout.cost, example: nil), by: layout.symbol(id, example: example))
    case .factor(let of, let by, let example):
      .partial(layout.symbol(of, example: example), by: layout.symbol(by, example: example))
    }
  }
}
