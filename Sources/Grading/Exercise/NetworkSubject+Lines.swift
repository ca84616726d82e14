import Backprop
import Formulas
import Lessons

/// The lines, made from the steps of the derivation.
extension NetworkSubject {
  var lines: [Line] {
    var lines: [Line] = []
    for example in lesson.examples.indices {
      lines += Self.lines(Steps(lesson, layout, example: example, writing: .stepwise))
    }
    if layout.costHasParts {
      lines += Self.together(
        Total(
          lesson, layout, derived: Array(lesson.examples.indices),
          parameters: Array(0..<layout.parameterCount), writing: .stepwise), layout)
    }
    return lines + Self.step(of: lesson, layout)
  }

  /// One example: forward, the cost, and backward.
  private static func lines(_ steps: Steps) -> [Line] {
    var lines: [Line] = []
    func add(_ step: Step, _ place: Place, asked: Bool, shortcut: Formula? = nil) {
      lines.append(
        Line(
          name: step.name, formula: step.formula, shortcut: shortcut, origin: .network(place),
          example: steps.example, isAsked: asked))
    }
    for (l, layer) in steps.forward.enumerated() {
      for (j, neuron) in layer.enumerated() {
        add(neuron.weightedInput, .weightedInput(layer: l + 1, neuron: j), asked: true)
      }
      for (j, neuron) in layer.enumerated() {
        add(neuron.activation, .activation(layer: l + 1, neuron: j), asked: true)
      }
    }
    add(steps.cost, .cost, asked: true)
    let cancels = steps.backward.first?.neurons.first?.cancelled != nil
    for (j, slope) in steps.costSlopes.enumerated() { add(slope, .costSlope(neuron: j), asked: !cancels) }
    for layer in steps.backward {
      let (l, isLast) = (layer.layer, layer.layer == steps.forward.count)
      for (j, neuron) in layer.neurons.enumerated() {
        let isAlone = neuron.slopes.count == 1
        for (i, slope) in neuron.slopes.enumerated() {
          add(slope, .slope(layer: l, of: isAlone ? j : i, by: j), asked: !(isLast && cancels))
        }
      }
      for (j, neuron) in layer.neurons.enumerated() {
        add(
          neuron.error, .error(layer: l, neuron: j), asked: true, shortcut: neuron.cancelled?.formula)
      }
      for (j, neuron) in layer.neurons.enumerated() {
        for (k, weight) in neuron.weights.enumerated() {
          add(weight.factor, .weightFactor(layer: l, to: j, from: k), asked: false)
          add(weight.product, .weightGradient(layer: l, to: j, from: k), asked: true)
        }
        if let bias = neuron.bias {
          add(bias.factor, .biasFactor(layer: l, neuron: j), asked: false)
          add(bias.product, .biasGradient(layer: l, neuron: j), asked: true)
        }
      }
      for (k, passed) in layer.passed.enumerated() {
        for (j, factor) in passed.factors.enumerated() {
          add(factor, .pathFactor(layer: l, to: j, from: k), asked: false)
        }
        add(passed.sum, .passed(layer: l, from: k), asked: l > 1)
      }
    }
    return lines
  }

  /// From the costs of the examples to the cost.
  private static func together(_ total: Total, _ layout: Layout) -> [Line] {
    var lines: [Line] = []
    func add(_ step: Step, _ place: Place, asked: Bool) {
      lines.append(
        Line(name: step.name, formula: step.formula, origin: .network(place), example: nil, isAsked: asked))
    }
    if let penalty = total.penalty { add(penalty, .penalty, asked: true) }
    for slope in total.penaltySlopes { add(slope, .penaltySlope, asked: false) }
    add(total.cost, .totalCost, asked: true)
    for share in total.shares + (total.penaltyShare.map { [$0] } ?? []) { add(share, .share, asked: false) }
    for (id, derivative) in total.derivatives.enumerated() {
      add(derivative, .totalGradient(isBias: layout.isBias(id)), asked: true)
    }
    for step in total.onward { add(step, .onward, asked: false) }
    return lines
  }

  /// One step of gradient descent, and the cost after it.
  private static func step(of lesson: Lesson, _ layout: Layout) -> [Line] {
    guard let rate = lesson.learningRate, rate.value != 0 else { return [] }
    let cost = layout.symbol(layout.cost, example: nil)
    var new: [Formula: Formula] = [:]
    var lines: [Line] = []
    for id in 0..<layout.parameterCount where lesson.moves(id, layout) {
      let parameter = layout.symbol(id, example: nil)
      let name = Formula.symbol(layout.updated(id))
      new[.symbol(parameter)] = name
      lines.append(
        Line(
          name: name,
          formula: .symbol(parameter) - .symbol(Symbol(.learningRate)) * .partial(cost, by: parameter),
          origin: .network(.update(isBias: layout.isBias(id))), example: nil, isAsked: true))
    }
    return lines + afterwards(lesson, layout, new)
  }

  /// The cost with the new parameters, by lines that nobody is asked for.
  private static func afterwards(_ lesson: Lesson, _ layout: Layout, _ new: [Formula: Formula]) -> [Line] {
    var lines: [Line] = []
    func add(_ step: Step) {
      lines.append(
        Line(
          name: renewed(step.name, new) ?? step.name, formula: step.formula.substituting { renewed($0, new) },
          origin: .network(.afterwards), example: nil, isAsked: false))
    }
    for example in lesson.examples.indices {
      let steps = Steps(lesson, layout, example: example, writing: .stepwise)
      for layer in steps.forward {
        for neuron in layer { add(neuron.weightedInput) }
        for neuron in layer { add(neuron.activation) }
      }
      add(steps.cost)
    }
    if layout.costHasParts {
      let total = Total(
        lesson, layout, derived: Array(lesson.examples.indices), parameters: [], writing: .stepwise)
      if let penalty = total.penalty { add(penalty) }
      add(total.cost)
    }
    return lines
  }

  /// The same quantity of the forward pass with the new parameters; `nil` for what no step changes.
  ///
  /// Only the cost has a name that is ever printed; the others are told from the old ones by a number of their example that
  /// none has.
  private static func renewed(_ name: Formula, _ new: [Formula: Formula]) -> Formula? {
    guard case .symbol(let symbol) = name else { return nil }
    if symbol.meaning == .cost, symbol.example == nil { return .symbol(Symbol(.newCost)) }
    let isComputed = [.weightedInput, .activation, .cost, .penalty].contains(symbol.meaning)
    guard isComputed, symbol.layer != 0 else { return new[name] }
    return .symbol(
      Symbol(symbol.meaning, layer: symbol.layer, indices: symbol.indices, example: -(symbol.example ?? 1)))
  }

  /// Its weights, inputs and targets, and the learning rate.
  var givens: [(name: Formula, value: Numeral)] {
    var givens = lesson.parameters.enumerated().map { id, value in
      (name: Formula.symbol(layout.symbol(id, example: nil)), value: value)
    }
    for (x, example) in lesson.examples.enumerated() {
      givens += example.inputs.enumerated().map { k, value in
        (.symbol(layout.symbol(layout.activation(0, k), example: x)), value)
      }
      givens += example.targets.enumerated().map { j, value in
        (.symbol(layout.target(j, example: x)), value)
      }
    }
    if let rate = lesson.learningRate { givens.append((.symbol(Symbol(.learningRate)), rate)) }
    return givens
  }
}
