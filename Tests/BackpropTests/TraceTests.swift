import Formulas
import Testing

@testable import Backprop

/// Every value that a trace holds, by its name.
private func named(_ objective: Objective<Double>, _ result: Backpropagation) -> [String: Double] {
  var values: [String: Double] = ["C": result.cost]
  let layout = result.layout
  for (id, parameter) in objective.network.parameters.enumerated() {
    let name = layout.symbol(id, example: nil).name
    values[name] = parameter
    values["dC/d\(name)"] = result.gradient[id]
  }
  for example in objective.examples.indices {
    let trace = result.trace(example: example)
    for id in layout.parameterCount...layout.exampleCost {
      let name = trace.symbol(id).name
      values[name] = trace.values[id]
      if id != layout.cost { values["dC/d\(name)"] = trace.gradients[id] }
    }
    for factor in trace.factors + trace.uncarried where factor.of < layout.exampleCost {
      values["d\(trace.symbol(factor.of).name)/d\(trace.symbol(factor.by).name)"] = factor.value
    }
  }
  return values
}

@Suite struct `The trace` {
  @Test func `It gives every value of the reference networks, by name`() throws {
    for reference in try ReferenceCase.all() {
      let result = try Backpropagation(reference.objective)
      let values = named(reference.objective, result)
      for name in reference.values.keys where !name.hasPrefix("new ") {
        let value = try #require(values[name], "\(reference.name) has no \(name)")
        #expect(reference.complaint(value, name) == nil)
      }
      for name in reference.factors.keys {
        let value = try #require(values[name], "\(reference.name) has no \(name)")
        #expect(reference.complaint(value, name) == nil)
      }
    }
  }

  @Test func `A broken derivative is caught`() throws {
    let objective = RandomObjective(spread: 1).draw(seed: 3)
    let result = try Backpropagation(objective)
    for mistake in [0.5, 2, -1, 1.0001] {
      var gradient = result.gradient
      let largest = try #require(gradient.indices.max { gradient[$0].magnitude < gradient[$1].magnitude })
      gradient[largest] *= mistake
      let check = GradientCheck(
        trace: gradient, magnitudes: result.roundingErrors(), vectorized: VectorizedPass(objective).gradient,
        numeric: NumericGradient(objective).estimates)
      #expect(!check.passed, "times \(mistake)")
      #expect(check.parameters.count { $0.verdict == .disagrees } == 1)
    }
  }

  @Test func `What a quantity feeds comes after it`() throws {
    let objective = RandomObjective(spread: 1).draw(seed: 5)
    let trace = try Backpropagation(objective).trace(example: 0)
    var finished: Set<Int> = []
    for factor in trace.factors.reversed() {
      // Going back, nothing reaches a quantity any more once its own factors have been passed on.
      #expect(!finished.contains(factor.by))
      finished.insert(factor.of)
    }
  }

  @Test func `Ids and names belong together, one to one`() {
    let objective = RandomObjective(spread: 1).draw(seed: 7)
    let layout = Layout(objective)
    let names = (0..<layout.count).map { layout.symbol($0, example: 0).name }
    #expect(Set(names).count == names.count)
    #expect(Array(names.prefix(layout.parameterCount)) == objective.parameterNames)
  }

  @Test func `The gradients of the examples alone average or add up to the whole`() throws {
    var draw = RandomObjective(spread: 1)
    draw.mayHavePenalty = false
    for seed in 0..<UInt64(20) {
      let objective = draw.draw(seed: seed)
      guard let result = try? Backpropagation(objective) else { continue }
      let count = objective.n
      let alone = objective.examples.indices.map { result.gradient(ofExample: $0) }
      let sizes = result.roundingErrors()
      for id in result.gradient.indices {
        let mean = alone.reduce(0) { $0 + $1[id] } / Double(count)
        #expect((mean - result.gradient[id]).magnitude <= 8 * Double.ulpOfOne * sizes[id], "seed \(seed)")
      }
    }
  }
}

private func chain(_ activation: Activation, w: Double, x: Double, y: Double, _ cost: Cost) -> Objective<
  Double
> {
  Objective(
    network: Network([Network.Layer(activation, weights: [[w]], biases: nil)]), cost: cost,
    examples: [Example(inputs: [x], targets: [y])])
}

@Test(arguments: [
  (chain(.identity, w: 1e200, x: 1e200, y: 0, .squaredError), NotFinite.weightedInputOverflows("z1")),
  (chain(.relu, w: 1e200, x: 1e200, y: 0, .squaredError), .weightedInputOverflows("z1")),
  (chain(.identity, w: 1e200, x: 1, y: 0, .squaredError), .costOverflows),
  (chain(.relu, w: -1, x: 1, y: 1, .binaryCrossEntropy), .costInfinite(output: "a1", value: 0, target: 1)),
  (
    chain(.identity, w: 1, x: 1, y: 0.5, .binaryCrossEntropy),
    .costInfinite(output: "a1", value: 1, target: 0.5)
  ),
  (chain(.identity, w: 2, x: 1, y: 0.5, .binaryCrossEntropy), .costUndefined(output: "a1", value: 2)),
  (chain(.identity, w: -2, x: 1, y: 0.5, .crossEntropy), .costUndefined(output: "a1", value: -2)),
  // 1e308 · ln 1e-9: no logarithm of 0.
  (chain(.identity, w: 1e-9, x: 1, y: 1e308, .crossEntropy), .costOverflows),
  (chain(.identity, w: 1, x: 1e160, y: 1e153, .squaredError), .costOverflows),
  // Here C and ∂C/∂w are ordinary numbers, but (1 − y)/(1 − a) is not.
  (chain(.tanh, w: 400, x: 1, y: 0.3, .binaryCrossEntropy), .gradientOverflows("a1")),
  (chain(.identity, w: 0x1p-1030, x: 1, y: 1, .crossEntropy), .gradientOverflows("a1")),
])
private func `What has no finite gradient is named`(objective: Objective<Double>, why: NotFinite) {
  #expect(throws: why) { try Backpropagation(objective) }
}

@Test(arguments: [0, 36, 37, 700, -700, 710, -745])
func `A saturated output with binary cross-entropy keeps its slope`(z: Double) throws {
  for y in [0, 0.25, 1] {
    let result = try Backpropagation(chain(.sigmoid, w: z, x: 1, y: y, .binaryCrossEntropy))
    let expected = (1 - y) * .logistic(z) - y * .logistic(-z)
    #expect(result.gradient == [expected])
  }
}

@Test func `A sum that only rounding keeps from 0 is on the kink`() throws {
  let objective = Objective(
    network: Network([Network.Layer(.relu, weights: [[0.2, 0.8]], biases: [-0.1])]), cost: .squaredError,
    examples: [Example(inputs: [0.1, 0.1], targets: [-1.0])])
  let trace = try Backpropagation(objective).trace(example: 0)
  #expect(trace.values[trace.layout.weightedInput(1, 0)] == 0)
  #expect(trace.gradients.prefix(3).allSatisfy { $0 == 0 })
}

@Test(arguments: [-725, -730, -735])
func `Derivatives below the normal doubles raise no false alarm`(z: Double) throws {
  for count in 1...3 {
    let examples = (0..<count).map { Example(inputs: [1 + Double($0) * 0.001], targets: [1.0]) }
    let objective = Objective(
      network: Network([Network.Layer(.sigmoid, weights: [[z]], biases: [0.3])]), cost: .squaredError,
      examples: examples)
    let result = try Backpropagation(objective)
    let check = GradientCheck(
      trace: result.gradient, magnitudes: result.roundingErrors(),
      vectorized: VectorizedPass(objective).gradient,
      numeric: NumericGradient(objective).estimates)
    #expect(check.passed, "\(count) examples")
  }
}

@Test(arguments: [
  // 2 (a − y)(1 − a²) with a = tanh z, to 50 digits and rounded.
  (20.0, 1.0, -2.8877622e-34), (-20.0, -1.0, 2.8877622e-34), (-10.0, -1.0, 6.7973668e-17),
  (10.0, 1.0, -6.7973668e-17),
])
func `A tanh that is saturated and right keeps its little slope`(z: Double, y: Double, slope: Double) throws {
  let objective = chain(.tanh, w: z, x: 1, y: y, .squaredError)
  for gradient in [try Backpropagation(objective).gradient, VectorizedPass(objective).gradient] {
    #expect((gradient[0] - slope).magnitude < 1e-4 * slope.magnitude)
  }
}

@Test(arguments: [Activation.sigmoid, .softmax], [Cost.crossEntropy, .binaryCrossEntropy])
func `A logarithm of what has vanished leaves a finite gradient`(activation: Activation, cost: Cost) throws {
  let objective = Objective(
    network: Network([Network.Layer(activation, weights: [[-800], [800]], biases: nil)]), cost: cost,
    examples: [Example(inputs: [1], targets: [1.0, 0.0])])
  let result = try Backpropagation(objective)
  for (trace, matrices) in zip(result.gradient, VectorizedPass(objective).gradient) {
    #expect((trace - matrices).magnitude <= 1e-12 * matrices.magnitude)
  }
}

@Test(arguments: [
  // A bias so small that its nudges swallow it, and a slope that ends within the smallest of them.
  ([[-0.5]], -0x1p-1030, Activation.identity, 0.0, 0.0), ([[1e300]], 1, .sigmoid, 1e-300, 0.5),
])
func `What is out of reach of the nudges is no disagreement`(
  weights: [[Double]], bias: Double, activation: Activation, x: Double, y: Double
) throws {
  let objective = Objective(
    network: Network([Network.Layer(activation, weights: weights, biases: [bias])]), cost: .squaredError,
    examples: [Example(inputs: [x], targets: [y])])
  let result = try Backpropagation(objective)
  let check = GradientCheck(
    trace: result.gradient, magnitudes: result.roundingErrors(),
    vectorized: VectorizedPass(objective).gradient,
    numeric: NumericGradient(objective).estimates)
  #expect(check.passed)
}
