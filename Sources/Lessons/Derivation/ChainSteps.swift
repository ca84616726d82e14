import Backprop
import Formulas

/// The steps of a chain of single neurons, made from the rules.
struct ChainSteps {
  /// One layer's part of the forward pass.
  struct Forward {
    let weightedInput: Step
    let activation: Step
  }

  /// One layer's part of the backward pass: factors, and their products.
  struct Backward {
    let layer: Int
    /// ∂a/∂z.
    let slope: Step
    /// ∂C/∂z = ∂a/∂z · ∂C/∂a.
    let error: Step
    /// What is left of it where activation and cost are made for each other.
    let cancelled: Step?
    /// ∂z/∂w and ∂C/∂w, ∂z/∂b and ∂C/∂b where there is a bias, ∂z/∂a and ∂C/∂a of the layer before.
    let weight: Branch
    let bias: Branch?
    let activation: Branch
  }

  /// From ∂C/∂z to one of the things that z depends on.
  struct Branch {
    let factor: Step
    let product: Step
  }

  let forward: [Forward]
  let cost: Step
  /// ∂C/∂a of the output.
  let costSlope: Step
  /// From the last layer to the first.
  let backward: [Backward]
  /// ∂C/∂w of the first layer, as one product of all its factors.
  let wholeProduct: Step

  init(_ lesson: Lesson, _ layout: Layout) {
    let last = layout.layerCount
    func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: 0) }
    func w(_ l: Int) -> Symbol { symbol(layout.weight(l, 0, 0)) }
    func b(_ l: Int) -> Symbol? { layout.bias(l, 0).map(symbol) }
    func z(_ l: Int) -> Symbol { symbol(layout.weightedInput(l, 0)) }
    func a(_ l: Int) -> Symbol { symbol(layout.activation(l, 0)) }
    let (c, y) = (symbol(layout.cost), Formula.symbol(layout.target(0, example: 0)))

    /// The activation read off from z, as a saturated neuron needs it.
    func reading(_ l: Int) -> Reading<Formula> {
      lesson.layers[l - 1].activation.rule.activations([Formula.symbol(z(l))]).first ?? Reading(.symbol(a(l)))
    }

    let sum = WeightedSum()
    forward = (1...last).map { l in
      let terms = sum.terms([Formula.symbol(w(l))], [.symbol(a(l - 1))], b(l).map(Formula.symbol))
      return Forward(
        weightedInput: Step(.symbol(z(l)), .total(terms)), activation: Step(.symbol(a(l)), reading(l).value))
    }

    let output = Reading(Formula.symbol(a(last)))
    let rule = lesson.cost.rule
    cost = Step(.symbol(c), rule.cost([output], [y]), whenSaturated: rule.cost([reading(last)], [y]))
    costSlope = Step(
      .partial(c, by: a(last)), rule.slope(output, y, outputs: 1),
      whenSaturated: rule.slope(reading(last), y, outputs: 1))

    let cancels = Cancelled(lesson.layers[last - 1].activation, lesson.cost)
    backward = (1...last).reversed().map { l in
      let activation = lesson.layers[l - 1].activation
      let slope = Formula.partial(a(l), by: z(l))
      let error = Formula.partial(c, by: z(l))
      let cancelled = l == last ? cancels : nil
      // After a cancellation ∂C/∂z is taken up by name: its factors may be beyond a double.
      let fromCost = cancelled == nil ? [slope, .partial(c, by: a(l))] : [error]
      func branch(_ by: Symbol, _ factor: Formula) -> Branch {
        Branch(
          factor: Step(.partial(z(l), by: by), factor),
          product: Step(.partial(c, by: by), .product([.partial(z(l), by: by)] + fromCost)))
      }
      return Backward(
        layer: l,
        slope: Step(
          slope, activation.rule.slope(Reading(.symbol(a(l))), .symbol(z(l))),
          title: activation.slopeName(of: z(l)),
          whenSaturated: activation.rule.slope(reading(l), .symbol(z(l)))),
        error: Step(error, slope * .partial(c, by: a(l))),
        cancelled: cancelled.map { rule in
          Step(
            error, rule.slope([output], [y], 0),
            title: activation.rule.slope(output, .symbol(z(l)))
              * lesson.cost.rule.slope(output, y, outputs: 1),
            whenSaturated: rule.slope([reading(l)], [y], 0))
        },
        weight: branch(w(l), sum.slope(byWeightOf: .symbol(a(l - 1)))),
        bias: b(l).map { branch($0, sum.slopeByBias()) },
        activation: branch(a(l - 1), sum.slope(byActivationUnder: .symbol(w(l)))))
    }

    let between = (1...last).flatMap { l -> [Formula] in
      let passesOn: [Formula] =
        l == last && cancels != nil ? [.partial(c, by: z(l))] : [.partial(a(l), by: z(l))]
      return passesOn + (l < last ? [.partial(z(l + 1), by: a(l))] : [])
    }
    let end: [Formula] = cancels == nil ? [.partial(c, by: a(last))] : []
    wholeProduct = Step(.partial(c, by: w(1)), .product([.partial(z(1), by: w(1))] + between + end))
  }

  /// Every step, each after those that it needs.
  var all: [Step] {
    var steps: [Step] = []
    for layer in forward { steps += [layer.weightedInput, layer.activation] }
    steps += [cost, costSlope]
    for layer in backward {
      steps += [layer.slope, layer.error]
      if let cancelled = layer.cancelled { steps.append(cancelled) }
      for branch in [layer.weight, layer.bias, layer.activation] {
        if let branch { steps += [branch.factor, branch.product] }
      }
    }
    return steps
  }

  /// The names that these names need, themselves included.
  func needed(for names: Set<Formula>) -> Set<Formula> {
    var needed = names
    for step in all.reversed() where needed.contains(step.name) {
      needed.formUnion(step.formula.names)
      if let other = step.whenSaturated { needed.formUnion(other.names) }
    }
    return needed
  }
}

extension Activation {
  /// σ′(z), where the slope has such a name of its own.
  fileprivate func slopeName(of z: Symbol) -> Formula? {
    switch self {
    case .sigmoid: .call(.sigmaPrime, .symbol(z))
    case .tanh: .call(.tanhPrime, .symbol(z))
    case .identity, .relu, .leakyReLU, .softmax: nil
    }
  }
}
