import Backprop
import Formulas

/// Makes the steps of a lesson from the rules, at `Formula`.
struct StepMaker: Sendable {
  private let lesson: Lesson
  private let layout: Layout
  private let example: Int
  private let last: Int
  private let writing: Steps.Writing
  /// The outputs as names, and as they are read off from z; and the targets.
  private let outputs: (plain: [Reading<Formula>], stable: [Reading<Formula>])
  private let y: [Formula]

  /// For one of the examples, counted from 0.
  init(_ lesson: Lesson, _ layout: Layout, example: Int, writing: Steps.Writing) {
    self.lesson = lesson
    self.writing = writing
    self.layout = layout
    self.example = example
    let last = layout.layerCount
    self.last = last
    let neurons = 0..<layout.widths[last]
    func name(_ id: Layout.ID) -> Formula { .symbol(layout.symbol(id, example: example)) }
    outputs = (
      neurons.map { Reading(name(layout.activation(last, $0))) },
      lesson.layers[last - 1].activation.rule.activations(
        neurons.map { name(layout.weightedInput(last, $0)) })
    )
    y = neurons.map { .symbol(layout.target($0, example: example)) }
  }

  private func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }
  private func w(_ l: Int, _ j: Int, _ k: Int) -> Symbol { symbol(layout.weight(l, j, k)) }
  private func b(_ l: Int, _ j: Int) -> Symbol? { layout.bias(l, j).map(symbol) }
  private func z(_ l: Int, _ j: Int) -> Symbol { symbol(layout.weightedInput(l, j)) }
  private func a(_ l: Int, _ j: Int) -> Symbol { symbol(layout.activation(l, j)) }
  private var c: Symbol { symbol(layout.exampleCost) }
  private func activation(_ l: Int) -> Activation { lesson.layers[l - 1].activation }

  /// An activation as a name.
  private func plain(_ l: Int, _ j: Int) -> Reading<Formula> { Reading(.symbol(a(l, j))) }

  /// An activation read off from z, as saturated neurons need it; only in the last layer do neurons mix.
  private func stable(_ l: Int, _ j: Int) -> Reading<Formula> {
    if l == last { return outputs.stable[j] }
    return activation(l).rule.activations([Formula.symbol(z(l, j))]).first ?? plain(l, j)
  }

  private var cancels: Cancelled? { Cancelled(activation(last), lesson.cost) }

  /// The sums of a step for the quantity of an id.
  private func sums(_ kind: LongSums.Kind, of id: Layout.ID = 0) -> LongSums {
    LongSums(
      kind, of: id, example: layout.exampleCount > 1 ? example + 1 : nil, isCut: writing == .toBeRead)
  }

  func forward(_ l: Int, _ j: Int) -> Steps.Forward {
    var sums = sums(.weightedInput, of: layout.weightedInput(l, j))
    let (inputs, bias) = (layout.widths[l - 1], b(l, j))
    let sum = sums.total(inputs + (bias == nil ? 0 : 1)) { [self] k in
      if k == inputs, let bias { return .symbol(bias) }
      return WeightedSum().term(.symbol(w(l, j, k)), .symbol(a(l - 1, k)))
    }
    var shares = self.sums(.activation, of: layout.activation(l, j))
    let activation = shares.short(stable(l, j).value)
    return Steps.Forward(
      weightedInput: Step(.symbol(z(l, j)), sum, others: sums.others),
      activation: Step(.symbol(a(l, j)), activation, others: shares.others))
  }

  func cost() -> Step {
    let rule = lesson.cost.rule
    var sums = sums(.cost)
    let plain = sums.short(rule.cost(outputs.plain, y), mostTerms: LongSums.mostInParentheses)
    let stable = sums.short(rule.cost(outputs.stable, y), mostTerms: LongSums.mostInParentheses)
    return Step(.symbol(c), plain, whenSaturated: stable, others: sums.others)
  }

  func costSlope(_ j: Int) -> Step {
    let (rule, count) = (lesson.cost.rule, y.count)
    var sums = sums(.costSlope, of: j)
    let stable = sums.short(rule.slope(outputs.stable[j], y[j], outputs: count))
    return Step(
      .partial(c, by: a(last, j)), rule.slope(outputs.plain[j], y[j], outputs: count), whenSaturated: stable,
      others: sums.others)
  }

  /// ∂z/∂a and ∂C/∂a of a neuron that feeds a layer.
  func passed(_ l: Int, _ k: Int) -> Steps.Passed {
    let factors = OnDemand(count: layout.widths[l]) { [self] j in
      Step(.partial(z(l, j), by: a(l - 1, k)), WeightedSum().slope(byActivationUnder: .symbol(w(l, j, k))))
    }
    var sums = sums(.passed, of: layout.activation(l - 1, k))
    let sum = sums.total(layout.widths[l]) { [self] j in
      .product([.partial(z(l, j), by: a(l - 1, k))] + fromCost(l, z(l, j)))
    }
    return Steps.Passed(
      factors: factors,
      sum: Step(.partial(c, by: a(l - 1, k)), sum, showsTerms: true, others: sums.others))
  }

  /// What every product below ∂z_j begins with: in a chain all the factors, elsewhere ∂C/∂z by its name.
  ///
  /// After a cancellation it is by name, too: its factors may be beyond a double.
  private func fromCost(_ l: Int, _ z: Symbol) -> [Formula] {
    lesson.isChain && writing == .toBeRead && (l < last || cancels == nil)
      ? [.partial(a(l, 0), by: z), .partial(c, by: a(l, 0))] : [.partial(c, by: z)]
  }

  func backward(_ l: Int, _ j: Int) -> Steps.Backward {
    let slopes = slopes(l, j)
    let moved = activation(l).rule.mixesNeurons ? Array(0..<layout.widths[l]) : [j]
    var sums = sums(.error, of: layout.weightedInput(l, j))
    let error = sums.short(.total(zip(slopes, moved).map { $0.name * .partial(c, by: a(l, $1)) }))
    return Steps.Backward(
      slopes: slopes,
      error: Step(.partial(c, by: z(l, j)), error, showsTerms: true, others: sums.others),
      cancelled: l == last ? cancels.map { pair in cancelled(pair, j) } : nil,
      weights: Steps.WeightBranches(
        count: layout.widths[l - 1], names: { [self] k in (z(l, j), w(l, j, k), a(l - 1, k)) },
        branch: { [self] in branch(l, $0, by: $1, WeightedSum().slope(byWeightOf: .symbol($2))) }),
      bias: b(l, j).map { branch(l, z(l, j), by: $0, WeightedSum().slopeByBias()) })
  }

  private func branch(_ l: Int, _ z: Symbol, by: Symbol, _ factor: Formula) -> Steps.Branch {
    Steps.Branch(
      factor: Step(.partial(z, by: by), factor),
      product: Step(.partial(c, by: by), .product([.partial(z, by: by)] + fromCost(l, z))))
  }

  /// ∂a_i/∂z_j for every i that z_j moves.
  private func slopes(_ l: Int, _ j: Int) -> [Step] {
    let rule = activation(l).rule
    var sums = sums(.slope, of: layout.weightedInput(l, j))
    let stable = sums.short(rule.slope(stable(l, j), .symbol(z(l, j))))
    let own = Step(
      .partial(a(l, j), by: z(l, j)), rule.slope(plain(l, j), .symbol(z(l, j))),
      title: activation(l).words.slopeName(at: z(l, j)), whenSaturated: stable, others: sums.others)
    guard rule.mixesNeurons else { return [own] }
    return (0..<layout.widths[l]).map { i in
      i == j
        ? own : Step(.partial(a(l, i), by: z(l, j)), rule.crossSlope(plain(l, i), by: plain(l, j)))
    }
  }

  private func cancelled(_ rule: Cancelled, _ j: Int) -> Step {
    let (plain, stable) = outputs
    let long: Formula? =
      switch rule {
      case .logistic, .logisticLikelihood:
        activation(last).rule.slope(plain[j], .symbol(z(last, j)))
          * lesson.cost.rule.slope(plain[j], y[j], outputs: plain.count)
      case .softmax, .binarySoftmax: nil
      }
    var sums = sums(.cancelled, of: j)
    let short = sums.short(rule.slope(plain, y, j))
    return Step(
      .partial(c, by: z(last, j)), short, title: long, whenSaturated: sums.short(rule.slope(stable, y, j)),
      others: sums.others)
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
