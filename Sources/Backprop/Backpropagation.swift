import Formulas

/// The gradient of an objective, by the chain rule, with a trace of each example on request.
public struct Backpropagation: Sendable {
  /// The objective that is differentiated.
  public let objective: Objective<Double>
  /// The layout, which says what the ids stand for.
  public let layout: Layout
  /// The total cost C.
  public let cost: Double
  /// The cost C_x of each example.
  public let exampleCosts: [Double]
  /// R, where there is a penalty.
  public let penalty: Double?
  /// ∂C/∂θ for each parameter.
  public let gradient: [Double]

  /// Goes forward and backward through every example.
  ///
  /// Throws where a weighted input overflows, or the cost is infinite or undefined, or a derivative overflows.
  public init(_ objective: Objective<Double>) throws(NotFinite) {
    let layout = Layout(objective)
    let sum = try Self.accumulate(objective, layout) { trace throws(NotFinite) in
      try trace.checkFinite(objective)
    }
    self.objective = objective
    self.layout = layout
    gradient = sum.gradient
    exampleCosts = sum.costs
    penalty = sum.penalty
    // Divided before they are added: the sum may overflow where the mean does not.
    cost = Double.total(sum.costs.map { $0 / Double(layout.exampleDivisor) }) + (sum.penalty ?? 0)
    guard cost.isFinite else { throw .costOverflows }
    if let id = gradient.firstIndex(where: { !$0.isFinite }) {
      throw .gradientOverflows(layout.symbol(id, example: nil).name)
    }
  }

  /// The trace of one example, counted from 0.
  public func trace(example: Int) -> Trace<Double> { Trace(objective, layout: layout, example: example) }

  /// The trace of one example, with the derivatives of its own cost: without the 1/n and the penalty.
  public func trace(ofExampleAlone example: Int) -> Trace<Double> {
    Trace(objective, layout: layout, example: example, ofExampleAlone: true)
  }

  /// The gradient of the cost of one example alone, without the 1/n and the penalty.
  public func gradient(ofExample example: Int) -> [Double] {
    Array(trace(ofExampleAlone: example).gradients.prefix(layout.parameterCount))
  }

  /// The trace of the penalty, where there is one.
  public var penaltyTrace: Trace<Double>? {
    objective.penalty.map { Trace(penaltyOf: objective, $0, layout: layout) }
  }

  /// How far rounding may have carried each derivative, in units of 2⁻⁵²: it holds the magnitudes of all its terms.
  public func roundingErrors() -> [Double] {
    let rounded = objective.map { Rounded($0) }
    let sum = Self.accumulate(rounded, layout) { (_: Trace<Rounded>) in }
    return sum.gradient.map(\.error)
  }

  private static func accumulate<A: Algebra, Failure: Error>(
    _ objective: Objective<A>, _ layout: Layout, visit: (Trace<A>) throws(Failure) -> Void
  ) throws(Failure) -> (gradient: [A], costs: [A], penalty: A?) {
    // What the traces of the examples take is free again for that of the penalty.
    var (gradient, costs) = try accumulateExamples(objective, layout, visit: visit)
    let penalty = objective.penalty.map { Trace(penaltyOf: objective, $0, layout: layout) }
    if let penalty { add(penalty, to: &gradient) }
    return (gradient, costs, penalty?.values[layout.penalty])
  }

  private static func accumulateExamples<A: Algebra, Failure: Error>(
    _ objective: Objective<A>, _ layout: Layout, visit: (Trace<A>) throws(Failure) -> Void
  ) throws(Failure) -> (gradient: [A], costs: [A]) {
    var gradient = Array(repeating: A(0), count: layout.parameterCount)
    var costs: [A] = []
    // One example at a time, all in the memory of the first.
    var trace = Trace(emptyOf: objective, layout: layout)
    for example in objective.examples.indices {
      trace.run(objective, example: example, from: layout.cost)
      try visit(trace)
      costs.append(trace.values[layout.exampleCost])
      add(trace, to: &gradient)
    }
    return (gradient, costs)
  }

  private static func add<A: Algebra>(_ trace: Trace<A>, to gradient: inout [A]) {
    for id in gradient.indices {
      let sum = gradient[id] + trace.gradients[id]
      gradient[id] = sum
    }
  }
}
