import Backprop
import Formulas
import Testing

@testable import Lessons

/// What is true of a lesson's numbers: its trace in doubles, and the same with 31 digits.
final class Figures {
  let lesson: Lesson
  let settings: Settings
  let result: Backpropagation
  let check: GradientCheck
  let layout: Layout
  let fine: Objective<Twofold>

  init(_ example: WorkedExample) throws {
    let told = try #require(example.layered)
    lesson = told.lesson
    settings = example.settings
    (result, check, layout) = (told.work.result, told.work.check, told.work.result.layout)
    fine = told.lesson.objective(in: Twofold.self)
  }

  /// The traces of the examples, each of its own cost.
  lazy var traces = lesson.examples.indices.map { result.trace(ofExampleAlone: $0) }
  lazy var fineTraces = Self.traces(fine, layout)
  lazy var cost = Self.cost(fine, fineTraces)
  lazy var gradient = Self.gradient(fine, fineTraces)
  /// What rounding may make of a derivative.
  lazy var rounding = result.roundingErrors().map { $0 * .ulpOfOne }

  private static func traces(_ objective: Objective<Twofold>, _ layout: Layout) -> [Trace<Twofold>] {
    objective.examples.indices.map { Trace(objective, layout: layout, example: $0, ofExampleAlone: true) }
  }

  private static func penalty(_ objective: Objective<Twofold>) -> Trace<Twofold>? {
    objective.penalty.map { Trace(penaltyOf: objective, $0, layout: Layout(objective)) }
  }

  private static func cost(_ objective: Objective<Twofold>, _ traces: [Trace<Twofold>]) -> Twofold {
    let layout = Layout(objective)
    let mean = Twofold.total(traces.map { $0.values[layout.exampleCost] }) / Twofold(traces.count)
    return mean + (penalty(objective)?.values[layout.penalty] ?? Twofold(0))
  }

  private static func gradient(_ objective: Objective<Twofold>, _ traces: [Trace<Twofold>]) -> [Twofold] {
    let penalty = penalty(objective)
    return (0..<Layout(objective).parameterCount).map { id in
      Twofold.total(traces.map { $0.gradients[id] }) / Twofold(traces.count)
        + (penalty?.gradients[id] ?? Twofold(0))
    }
  }

  /// Other parameters, and what becomes of everything.
  struct Moved {
    let objective: Objective<Twofold>
    let traces: [Trace<Twofold>]
    let cost: Twofold
  }

  func moved(by change: (Int) -> Twofold) -> Moved {
    var objective = fine
    objective.network.parameters = fine.network.parameters.enumerated().map { $1 + change($0) }
    let traces = Self.traces(objective, layout)
    return Moved(objective: objective, traces: traces, cost: Self.cost(objective, traces))
  }

  /// The change of the cost, where the parameters change in a direction.
  func change(_ direction: [Twofold], times factor: Double = 1) -> Twofold {
    moved { direction[$0] * Twofold(factor) }.cost - cost
  }

  /// The step of the lesson.
  lazy var step: [Twofold] = {
    let rate = lesson.learningRate.map { Twofold($0) } ?? Twofold(0)
    return gradient.enumerated().map { id, slope in
      layout.isBias(id) && !lesson.trainsBiases ? Twofold(0) : -(rate * slope)
    }
  }()
  lazy var afterStep = moved { self.step[$0] }

  /// 0.01 more of one parameter.
  func nudge(_ id: Int) -> [Twofold] {
    gradient.indices.map { $0 == id ? Twofold(.hundredth) : Twofold(0) }
  }

  /// To first order, what a change of the parameters changes.
  func predicted(_ direction: [Twofold]) -> Twofold {
    Twofold.total(zip(direction, gradient).map { $0 * $1 })
  }

  /// How large the numbers are whose rounding enters the cost: each quantity as often as the cost changes with it.
  func roundingScale(_ traces: [Trace<Twofold>], _ objective: Objective<Twofold>) -> Double {
    let parameters = objective.network.parameters.map(\.value.magnitude)
    let sum = traces.enumerated().reduce(0.0) { sum, pair in
      let (x, trace) = pair
      var own = trace.values[layout.exampleCost].value.magnitude
      for l in 1...layout.layerCount {
        for j in 0..<layout.widths[l] {
          let terms = (0..<layout.widths[l - 1]).reduce(layout.bias(l, j).map { parameters[$0] } ?? 0) {
            $0
              + parameters[layout.weight(l, j, $1)]
              * trace.values[layout.activation(l - 1, $1)].value.magnitude
          }
          // On a kink rounding may lead to either side.
          let isOnKink = activation(l).rule.hasKink && trace.values[layout.weightedInput(l, j)].sign == 0
          let id = isOnKink ? layout.activation(l, j) : layout.weightedInput(l, j)
          let slope = trace.gradients[id].value.magnitude
          own += slope * terms * Double(layout.widths[l - 1] + 2)
          let passed = trace.gradients[layout.activation(l, j)].value.magnitude
          // A difference from the target rounds as both of them do, a logarithm as its argument.
          let target =
            l == layout.layerCount && !lesson.cost.takesLogarithms
            ? objective.examples[x].targets[j].value.magnitude : 0
          if passed.isFinite {
            own += passed * (trace.values[layout.activation(l, j)].value.magnitude + target)
          }
        }
      }
      return sum + own
    }
    let penalty = Self.penalty(objective)?.values[layout.penalty].value ?? 0
    return .ulpOfOne * (sum / Double(traces.count) + penalty)
  }
}

extension Figures {
  /// A derivative of the total cost, or of the cost of an example, with 31 digits.
  func slope(_ formula: Formula?) -> Twofold? {
    guard case .partial(let of, let by)? = formula, of.meaning == .cost, let id = layout.id(of: by) else {
      return nil
    }
    let example = (of.example ?? by.example ?? 1) - 1
    let isTotal = layout.costHasParts && of.example == nil
    return isTotal && id < layout.parameterCount ? gradient[id] : fineTraces[example].gradients[id]
  }

  func id(_ formula: Formula?) -> Int? { formula?.symbol.flatMap(layout.id(of:)) }

  /// The value of a quantity of an example, or of a parameter.
  func value(_ formula: Formula?) -> Twofold? {
    guard let symbol = formula?.symbol, let id = layout.id(of: symbol) else { return nil }
    return fineTraces[(symbol.example ?? 1) - 1].values[id]
  }

  func activation(_ layer: Int) -> Activation { lesson.layers[layer - 1].activation }

  /// ∂a/∂z of the neuron of a weighted input or an activation.
  func slopeOfActivation(_ symbol: Symbol) -> Double? {
    guard let layer = symbol.layer, layer > 0 else { return nil }
    let trace = fineTraces[(symbol.example ?? 1) - 1]
    let j = (symbol.indices.first ?? 1) - 1
    let z = trace.values[layout.weightedInput(layer, j)].value
    let a = trace.values[layout.activation(layer, j)]
    let activation = activation(layer)
    if !lesson.layers[layer - 1].output.isPlain {
      return trace.factors.first {
        $0.of == layout.activation(layer, j) && $0.by == layout.weightedInput(layer, j)
      }?.value.value
    }
    switch activation.kind {
    case .identity: return 1
    case .sigmoid: return (a * (Twofold(1) - a)).value
    case .tanh: return (Twofold(1) - a * a).value
    case .relu: return z > 0 ? 1 : 0
    case .leakyReLU: return z > 0 ? 1 : activation.setting?.value
    case .softplus: return Twofold.logistic(trace.values[layout.weightedInput(layer, j)]).value
    case .silu, .elu, .gelu:
      return activation.rule.slope(Reading(a), trace.values[layout.weightedInput(layer, j)]).value
    case .softmax: return (a * (Twofold(1) - a)).value
    }
  }

  /// The weights, by their layers.
  var weights: [Int] { (0..<layout.parameterCount).filter { !layout.isBias($0) } }

  var hasBiases: [Bool] { lesson.layers.map { $0.biases != nil } }

  /// A name in the letters of the document, without its example.
  func isExact(_ number: Twofold, _ other: Twofold) -> Bool {
    (number - other).value.magnitude <= 1e-22 * max(number.value.magnitude, other.value.magnitude)
  }

  /// The quantities that are 0 somewhere on the way: z of each example, and penalized weights.
  func crossings(to other: Moved) -> [(old: Twofold, new: Twofold)] {
    keysOfCrossings(to: other).map { key in
      key.example < 0
        ? (fine.network.parameters[key.id], other.objective.network.parameters[key.id])
        : (fineTraces[key.example].values[key.id], other.traces[key.example].values[key.id])
    }
  }

  /// How far an output is from a corner of the cost; 1 where it has none.
  private func distanceToCorner(_ a: Twofold, _ y: Twofold) -> Twofold {
    lesson.cost == .absoluteError
      ? Twofold.sumOrZero([a, -y])
      : lesson.cost == .hinge ? Twofold.sumOrZero([Twofold(1), -(y * a)]) : Twofold(1)
  }

  private struct Key: Hashable {
    /// Of no example for a weight: −1.
    let example: Int
    let id: Int
  }

  private func keysOfCrossings(to other: Moved) -> [Key] {
    var keys: [Key] = []
    if fine.penalty?.l1 != nil {
      let (old, new) = (fine.network.parameters, other.objective.network.parameters)
      keys += weights.filter { old[$0].sign != new[$0].sign }.map { Key(example: -1, id: $0) }
    }
    for (x, (old, new)) in zip(fineTraces, other.traces).enumerated() {
      for j in fine.examples[x].targets.indices {
        let (id, y) = (layout.activation(layout.layerCount, j), fine.examples[x].targets[j])
        if distanceToCorner(old.values[id], y).sign != distanceToCorner(new.values[id], y).sign {
          keys.append(Key(example: x, id: id))
        }
      }
      for (l, layer) in lesson.layers.enumerated() where layer.activation.rule.hasKink {
        for j in layer.weights.indices {
          let z = layout.weightedInput(l + 1, j)
          if (old.values[z].sign > 0) != (new.values[z].sign > 0) { keys.append(Key(example: x, id: z)) }
        }
      }
    }
    return keys
  }

  /// Whether the slope along a way jumps where one of the quantities that cross 0 does so, found by halves.
  func jumps(along direction: [Twofold]) -> Bool {
    func there(_ t: Twofold) -> Moved { moved { direction[$0] * t } }
    func slope(_ moved: Moved) -> Twofold {
      let gradient = Self.gradient(moved.objective, moved.traces)
      return Twofold.total(zip(direction, gradient).map { $0 * $1 })
    }
    return keysOfCrossings(to: there(Twofold(1))).contains { key in
      var (low, high) = (Twofold(0), Twofold(1))
      for _ in 0..<95 {
        let middle = (low + high) * Twofold(0.5)
        if keysOfCrossings(to: there(middle)).contains(key) { high = middle } else { low = middle }
      }
      let (before, after) = (slope(there(low)), slope(there(high)))
      let size = max(before.magnitude.value, after.magnitude.value)
      return (after - before).magnitude.value > 1e-24 * size
    }
  }

  /// Whether a quantity that is 0 leaves its kink on a way, and the cost depends on it.
  func startsOnKink(to other: Moved) -> Bool {
    keysOfCrossings(to: other).contains { key in
      guard key.example >= 0 else { return fine.network.parameters[key.id].sign == 0 }
      let trace = fineTraces[key.example]
      if key.id >= layout.activation(layout.layerCount, 0) {
        let j = key.id - layout.activation(layout.layerCount, 0)
        return distanceToCorner(trace.values[key.id], fine.examples[key.example].targets[j]).sign == 0
      }
      guard trace.values[key.id].sign == 0, let layer = trace.symbol(key.id).layer else { return false }
      return trace.gradients[key.id + layout.widths[layer]].sign != 0
    }
  }
}
