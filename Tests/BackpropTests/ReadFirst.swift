import Formulas
import Testing

@testable import Backprop

/// One sigmoid neuron: z = 0.5 · 0.8 + 0.1 = 0.5, a = σ(0.5), C = (a − 0.2)².
private let neuron = Objective<Double>(
  network: Network([Network.Layer(.sigmoid, weights: [[0.5]], biases: [0.1])]), cost: .squaredError,
  examples: [Example(inputs: [0.8], targets: [0.2])])
/// σ(0.5) = 1 / (1 + e⁻⁰·⁵), and σ′(0.5) = a (1 − a).
private let (a, slope) = (0.6224593312018546, 0.2350037122015945)

/// One activation of 2 that feeds two neurons: C = (3 · 2)² + (5 · 2)².
private let fork = Objective<Double>(
  network: Network([
    Network.Layer(.identity, weights: [[1]], biases: nil),
    Network.Layer(.identity, weights: [[3], [5]], biases: nil),
  ]), cost: .squaredError, examples: [Example(inputs: [2], targets: [0, 0])])

private func isNear(_ value: Double, _ other: Double, _ allowed: Double = 1e-15) -> Bool {
  (value - other).magnitude <= allowed * max(1, other.magnitude)
}

/// To be read first.
@Suite struct `What Backprop is for` {
  @Test func `A derivative is the product of the factors on the way to the cost`() throws {
    let result = try Backpropagation(neuron)
    #expect(isNear(result.cost, (a - 0.2) * (a - 0.2)))
    // ∂C/∂w = ∂z/∂w · ∂a/∂z · ∂C/∂a, and ∂z/∂b is 1.
    #expect(isNear(result.gradient[0], 0.8 * slope * 2 * (a - 0.2)))
    #expect(isNear(result.gradient[1], 1 * slope * 2 * (a - 0.2)))
  }

  @Test func `The trace keeps every factor, and of what and by what it is`() throws {
    let trace = try Backpropagation(neuron).trace(example: 0)
    let factors = trace.factors.map { factor in
      ("d\(trace.symbol(factor.of).name)/d\(trace.symbol(factor.by).name)", factor.value)
    }
    let expected = ["dz1/dw1": 0.8, "dz1/da0": 0.5, "dz1/db1": 1, "da1/dz1": slope, "dC/da1": 2 * (a - 0.2)]
    #expect(Set(factors.map(\.0)) == Set(expected.keys))
    for (name, value) in factors { #expect(isNear(value, try #require(expected[name])), "\(name)") }
  }

  @Test func `What has several ways to the cost gets the sum over them`() throws {
    // ∂C/∂a = 2 · 6 · 3 + 2 · 10 · 5
    let trace = try Backpropagation(fork).trace(example: 0)
    #expect(trace.gradients[trace.layout.activation(1, 0)] == 136)
    #expect(trace.gradients[trace.layout.weight(1, 0, 0)] == 272)
  }

  @Test func `One rule makes all derivatives: the sum over all that a quantity feeds`() throws {
    let objective = RandomObjective(widths: 2...4, depths: 2...3).draw(seed: 5)
    let trace = try Backpropagation(objective).trace(example: 0)
    for id in 0..<trace.layout.cost {
      // ∂C/∂s = Σ ∂C/∂t · ∂t/∂s
      let sum = trace.factors.filter { $0.by == id }.reduce(0) { $0 + trace.gradients[$1.of] * $1.value }
      #expect(isNear(trace.gradients[id], sum), "\(trace.symbol(id).name)")
    }
  }

  @Test func `A rule is written once: at numbers it computes, at formulas it writes itself down`() {
    let (z, activation) = (Symbol(.weightedInput), Formula.symbol(Symbol(.activation)))
    let rule = Activation.sigmoid.rule
    #expect(isNear(rule.slope(rule.activations([0.5])[0], 0.5), slope))
    #expect(rule.slope(Reading(activation), .symbol(z)) == activation * (.integer(1) - activation))
  }

  @Test func `The matrix equations share nothing with the trace, and give the same`() throws {
    for objective in [neuron, fork] {
      let result = try Backpropagation(objective)
      for (trace, matrices) in zip(result.gradient, VectorizedPass(objective).gradient) {
        #expect(isNear(trace, matrices))
      }
    }
  }

  @Test func `Nudges know no calculus, and lie around the derivative as near as they say`() throws {
    let result = try Backpropagation(neuron)
    for (derivative, estimate) in zip(result.gradient, NumericGradient(neuron).estimates) {
      guard case .slope(let value, let bound)? = estimate else {
        Issue.record("no slope")
        continue
      }
      #expect((value - derivative).magnitude <= bound && bound < 1e-8)
    }
  }

  @Test(arguments: [1, 1.01, -1, 0])
  func `Held against both, a derivative that is wrong disagrees`(factor: Double) throws {
    let result = try Backpropagation(neuron)
    let gradient = result.gradient.map { $0 * factor }
    let check = GradientCheck(
      trace: gradient, magnitudes: result.roundingErrors(), vectorized: VectorizedPass(neuron).gradient,
      numeric: NumericGradient(neuron).estimates)
    #expect(check.passed == (factor == 1))
  }

  @Test func `A kink is named, and nobody claims to know its slope`() throws {
    // z = 1 · 1 − 1 = 0, where the slope of max(0, z) jumps from 0 to 1.
    let objective = Objective<Double>(
      network: Network([Network.Layer(.relu, weights: [[1]], biases: [-1])]), cost: .squaredError,
      examples: [Example(inputs: [1], targets: [-1])])
    #expect(NumericGradient(objective).estimates.map { $0?.kink?.quantity.name } == ["z1", "z1"])
  }

  @Test func `In fractions it is exact`() {
    let exact = fork.map { Rational(Int($0)) }
    let trace = Trace(exact, layout: Layout(exact), example: 0)
    #expect(Array(trace.gradients.prefix(3)) == [272, 24, 40].map { Rational($0) })
  }

  @Test func `A step against the gradient makes the cost smaller`() throws {
    let before = try Backpropagation(neuron)
    var stepped = neuron
    stepped.network.parameters = zip(neuron.network.parameters, before.gradient).map { $0 - 0.5 * $1 }
    #expect(try Backpropagation(stepped).cost < before.cost)
  }
}
