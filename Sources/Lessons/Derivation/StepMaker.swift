import Backprop
import Formulas

/// Makes the steps of a lesson from the rules, at `Formula`.
struct StepMaker {
  private let lesson: Lesson
  private let layout: Layout
  private let example: Int
  private let last: Int
  private let writing: Steps.Writing
  private var sums: LongSums

  /// What a sum that is not written out leaves to one name.
  var others: [Symbol: Formula] { sums.others }

  /// For one of the examples, counted from 0.
  init(_ lesson: Lesson, _ layout: Layout, example: Int, writing: Steps.Writing) {
    self.lesson = lesson
    self.writing = writing
    self.layout = layout
    self.example = example
    last = layout.layerCount
    sums = LongSums(example: layout.exampleCount > 1 ? example + 1 : nil)
  }

  private func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }
  private func w(_ l: Int, _ j: Int, _ k: Int) -> Symbol { symbol(layout.weight(l, j, k)) }
  private func b(_ l: Int, _ j: Int) -> Symbol? { layout.bias(l, j).map(symbol) }
  private func z(_ l: Int, _ j: Int) -> Symbol { symbol(layout.weightedInput(l, j)) }
  private func a(_ l: Int, _ j: Int) -> Symbol { symbol(layout.activation(l, j)) }
  private var c: Symbol { symbol(layout.exampleCost) }
  private var y: [Formula] { neurons(last).map { .symbol(layout.target($0, example: example)) } }
  private func neurons(_ l: Int) -> Range<Int> { 0..<layout.widths[l] }
  private func activation(_ l: Int) -> Activation { lesson.layers[l - 1].activation }

  /// The activations of a layer as names.
  private func plain(_ l: Int) -> [Reading<Formula>] { neurons(l).map { Reading(.symbol(a(l, $0))) } }

  /// The activations of a layer read off from z, as saturated neurons need it.
  private func fromInput(_ l: Int) -> [Reading<Formula>] {
    activation(l).rule.activations(neurons(l).map { .symbol(z(l, $0)) })
  }

  private var cancels: Cancelled? { Cancelled(activation(last), lesson.cost) }

  private mutating func short(_ formula: Formula, mostTerms: Int = LongSums.mostTerms) -> Formula {
    switch writing {
    case .toBeRead: sums.short(formula, mostTerms: mostTerms)
    case .stepwise: formula
    }
  }

  mutating func forward(_ l: Int) -> [Steps.Forward] {
    let activations = fromInput(l)
    return neurons(l).map { j in
      let before = neurons(l - 1).map { Formula.symbol(a(l - 1, $0)) }
      let weights = neurons(l - 1).map { Formula.symbol(w(l, j, $0)) }
      let terms = WeightedSum().terms(weights, before, b(l, j).map(Formula.symbol))
      return Steps.Forward(
        weightedInput: Step(.symbol(z(l, j)), short(.total(terms))),
        activation: Step(.symbol(a(l, j)), short(activations[j].value)))
    }
  }

  mutating func cost() -> Step {
    let rule = lesson.cost.rule
    return Step(
      .symbol(c), short(rule.cost(plain(last), y), mostTerms: LongSums.mostInParentheses),
      whenSaturated: short(rule.cost(fromInput(last), y), mostTerms: LongSums.mostInParentheses))
  }

  mutating func costSlopes() -> [Step] {
    let rule = lesson.cost.rule
    let (plain, stable, count) = (plain(last), fromInput(last), neurons(last).count)
    return neurons(last).map { j in
      Step(
        .partial(c, by: a(last, j)), rule.slope(plain[j], y[j], outputs: count),
        whenSaturated: short(rule.slope(stable[j], y[j], outputs: count)))
    }
  }

  mutating func backward(_ l: Int, passesOn: Bool) -> Steps.Layer {
    Steps.Layer(
      layer: l, neurons: neurons(l).map { neuron(l, $0) },
      passed: (passesOn ? neurons(l - 1) : 0..<0).map { k in
        let factors = neurons(l).map { j in
          Step(
            .partial(z(l, j), by: a(l - 1, k)), WeightedSum().slope(byActivationUnder: .symbol(w(l, j, k))))
        }
        let paths = neurons(l).map { j in Formula.product([factors[j].name] + fromCost(l, z(l, j))) }
        return Steps.Passed(
          factors: factors, sum: Step(.partial(c, by: a(l - 1, k)), short(.total(paths)), showsTerms: true))
      })
  }

  /// What every product below ∂z_j begins with: in a chain all the factors, elsewhere ∂C/∂z by its name.
  ///
  /// After a cancellation it is by name, too: its factors may be beyond a double.
  private func fromCost(_ l: Int, _ z: Symbol) -> [Formula] {
    lesson.isChain && writing == .toBeRead && (l < last || cancels == nil)
      ? [.partial(a(l, 0), by: z), .partial(c, by: a(l, 0))] : [.partial(c, by: z)]
  }

  private mutating func neuron(_ l: Int, _ j: Int) -> Steps.Backward {
    let slopes = slopes(l, j)
    let moved = activation(l).rule.mixesNeurons ? Array(neurons(l)) : [j]
    let error = Formula.partial(c, by: z(l, j))
    return Steps.Backward(
      slopes: slopes,
      error: Step(
        error, short(.total(zip(slopes, moved).map { $0.name * .partial(c, by: a(l, $1)) })), showsTerms: true
      ),
      cancelled: l == last ? cancels.map { pair in cancelled(pair, j) } : nil,
      weights: Steps.WeightBranches(
        count: neurons(l - 1).count, names: { [self] k in (z(l, j), w(l, j, k), a(l - 1, k)) },
        branch: { [self] in branch(l, $0, by: $1, WeightedSum().slope(byWeightOf: .symbol($2))) }),
      bias: b(l, j).map { branch(l, z(l, j), by: $0, WeightedSum().slopeByBias()) })
  }

  private func branch(_ l: Int, _ z: Symbol, by: Symbol, _ factor: Formula) -> Steps.Branch {
    Steps.Branch(
      factor: Step(.partial(z, by: by), factor),
      product: Step(.partial(c, by: by), .product([.partial(z, by: by)] + fromCost(l, z))))
  }

  /// ∂a_i/∂z_j for every i that z_j moves.
  private mutating func slopes(_ l: Int, _ j: Int) -> [Step] {
    let rule = activation(l).rule
    let (plain, stable) = (plain(l), fromInput(l))
    let own = Step(
      .partial(a(l, j), by: z(l, j)), rule.slope(plain[j], .symbol(z(l, j))),
      title: activation(l).words.slopeName(at: z(l, j)),
      whenSaturated: short(rule.slope(stable[j], .symbol(z(l, j)))))
    guard rule.mixesNeurons else { return [own] }
    return neurons(l).map { i in
      i == j ? own : Step(.partial(a(l, i), by: z(l, j)), rule.crossSlope(plain[i], by: plain[j]))
    }
  }

  private mutating func cancelled(_ rule: Cancelled, _ j: Int) -> Step {
    let (plain, stable) = (plain(last), fromInput(last))
    let long: Formula? =
      switch rule {
      case .logistic, .logisticLikelihood:
        activation(last).rule.slope(plain[j], .symbol(z(last, j)))
          * lesson.cost.rule.slope(plain[j], y[j], outputs: plain.count)
      case .softmax, .binarySoftmax: nil
      }
    return Step(
      .partial(c, by: z(last, j)), short(rule.slope(plain, y, j)), title: long,
      whenSaturated: short(rule.slope(stable, y, j)))
  }

  func wholeProduct() -> Step {
    let between = (1...last).flatMap { l -> [Formula] in
      let passesOn: [Formula] =
        l == last && cancels != nil ? [.partial(c, by: z(l, 0))] : [.partial(a(l, 0), by: z(l, 0))]
      return passesOn + (l < last ? [.partial(z(l + 1, 0), by: a(l, 0))] : [])
    }
    let end: [Formula] = cancels == nil ? [.partial(c, by: a(last, 0))] : []
    return Step(
      .partial(c, by: w(1, 0, 0)), .product([.partial(z(1, 0), by: w(1, 0, 0))] + between + end))
  }
}
