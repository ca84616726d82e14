import Backprop
import Documents
import Formulas

/// The derivation of a chain of single neurons, as a document.
struct ChainDerivation {
  let lesson: Lesson
  let work: Work
  let digits: Int
  let steps: ChainSteps
  /// The names to derive; everything where it is `nil`.
  let wanted: Set<Formula>?
  var ledger: Ledger

  /// A lesson that is a chain, with one example and no penalty, traced and checked.
  init(_ lesson: Lesson, work: Work, digits: Int) {
    self.lesson = lesson
    self.work = work
    self.digits = digits
    let layout = work.result.layout
    steps = ChainSteps(lesson, layout)
    ledger = Ledger(work.result.trace(example: 0))
    for (id, numeral) in lesson.parameters.enumerated() {
      ledger.define(.symbol(layout.symbol(id, example: nil)), as: numeral)
    }
    if let example = lesson.examples.first, let x = example.inputs.first, let y = example.targets.first {
      ledger.define(.symbol(layout.symbol(layout.activation(0, 0), example: 0)), as: x)
      ledger.define(.symbol(layout.target(0, example: 0)), as: y)
    }
    if let rate = lesson.learningRate { ledger.define(.symbol(Symbol(.learningRate)), as: rate) }
    wanted = work.targets.isEmpty ? nil : steps.needed(for: Set(work.targets.map { $0.name(in: layout) }))
  }

  /// The blocks, in the order in which they are read.
  mutating func blocks() -> [Block] {
    let isWhole = wanted == nil
    var blocks = introduction() + network()
    blocks += forward()
    blocks += backward()
    if isWhole || isWanted(steps.wholeProduct.name) { blocks += wholeProduct() }
    if !work.parameters.isEmpty { blocks += nudge() + gradient() + check() }
    blocks += step()
    return blocks
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
  mutating func lines(_ step: Step, layer: Int) -> [Block] {
    let (equation, usesOther) = ledger.line(step, digits: digits)
    guard usesOther else { return [.equation(equation)] }
    let activation = symbol(work.result.layout.activation(layer, 0))
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
