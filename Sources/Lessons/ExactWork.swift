import Backprop
import Formulas

/// What a lesson's network computes in fractions, as far as 128-bit integers hold them.
struct ExactWork: Sendable {
  let objective: Objective<Rational>
  let layout: Layout
  /// ∂C/∂θ for each parameter, over all examples and the penalty.
  let gradient: [Rational]

  /// A lesson whose numbers have a fraction; see `Lesson.inFractions`.
  init(_ lesson: Lesson) {
    let objective = lesson.objective(in: Rational.self)
    let layout = Layout(objective)
    var gradient = Array(repeating: Rational(0), count: layout.parameterCount)
    func add(_ trace: Trace<Rational>) {
      for id in gradient.indices { gradient[id] = gradient[id] + trace.gradients[id] }
    }
    for example in objective.examples.indices { add(Trace(objective, layout: layout, example: example)) }
    if let penalty = objective.penalty { add(Trace(penaltyOf: objective, penalty, layout: layout)) }
    self.objective = objective
    self.layout = layout
    self.gradient = gradient
  }

  /// The trace of one example, counted from 0, with the derivatives of its own cost.
  func trace(ofExampleAlone example: Int) -> Trace<Rational> {
    Trace(objective, layout: layout, example: example, ofExampleAlone: true)
  }

  /// The trace of the penalty, where there is one.
  var penaltyTrace: Trace<Rational>? {
    objective.penalty.map { Trace(penaltyOf: objective, $0, layout: layout) }
  }

  /// Whether each parameter's derivative is above 0 in one example and below 0 in another.
  var signsDiffer: [Bool] {
    objective.signsDiffer { slope in Rational.sign(slope).approximation.map { Int($0) } ?? 0 }
  }

  /// The first weighted input that is on its kink, or below it, and that the doubles' rounding takes above it, or the
  /// other way round: there they have another slope.
  func kinkMissed(by result: Backpropagation) -> Symbol? {
    for example in objective.examples.indices {
      let (exact, doubles) = (trace(ofExampleAlone: example), result.trace(example: example))
      for (l, layer) in objective.network.layers.enumerated() where layer.activation.rule.hasKink {
        for j in 0..<layer.neurons {
          let id = layout.weightedInput(l + 1, j)
          let slope = Rational.step(exact.values[id])
          if slope.isExact, slope.approximation != Double.step(doubles.values[id]) { return exact.symbol(id) }
        }
      }
    }
    return nil
  }

  /// C with other parameters, the mean over the examples or their sum, plus R; `nil` where 128 bits do not hold it.
  func cost(with parameters: [Rational]) -> Rational? {
    var moved = objective
    moved.network.parameters = parameters
    let costs = moved.examples.indices.map {
      Trace(moved, layout: layout, example: $0).values[layout.exampleCost]
    }
    let penalty = moved.penalty.map {
      Trace(penaltyOf: moved, $0, layout: layout).values[layout.penalty]
    }
    let cost = Rational.total(costs) / Rational(layout.exampleDivisor) + (penalty ?? Rational(0))
    return cost.isExact ? cost : nil
  }
}
