import Formulas
import Testing

@testable import Backprop

/// The check of an objective's vectorized gradient, with the trace's as given or the same.
private func check(
  _ objective: Objective<Double>, trace: [Double]? = nil, vectorized: [Double]? = nil,
  of indices: [Int]? = nil
) -> GradientCheck {
  let gradient = VectorizedPass(objective).gradient
  return GradientCheck(
    trace: trace ?? gradient, magnitudes: PlainGradient.magnitudes(objective),
    vectorized: vectorized ?? gradient, numeric: NumericGradient(objective, of: indices).estimates,
    of: indices)
}

@Suite struct `The check` {
  @Test(arguments: [0.5, 1, 2, 4])
  func `A right gradient never disagrees`(spread: Double) {
    var verdicts: [GradientCheck.Verdict: Int] = [:]
    for seed in 1000..<UInt64(1040) {
      let objective = RandomObjective(spread: spread).draw(seed: seed)
      let result = check(objective)
      for parameter in result.parameters { verdicts[parameter.verdict, default: 0] += 1 }
      #expect(result.passed, "seed \(seed): \(result.parameters.compactMap(\.message)), \(objective)")
    }
    // It must not say so by never deciding.
    let all = verdicts.values.reduce(0, +)
    #expect(Double(verdicts[.agrees, default: 0]) >= (spread < 2 ? 0.9 : 0.4) * Double(all), "\(verdicts)")
  }

  @Test func `Numbers of all sizes never make it contradict a right gradient, nor take one that is 1 % off`()
    throws
  {
    var verdicts: [GradientCheck.Verdict: Int] = [:]
    for seed in 0..<UInt64(150) {
      let objective = WildObjective().draw(seed: seed)
      guard let result = try? Backpropagation(objective) else { continue }
      let (magnitudes, numeric) = (result.roundingErrors(), NumericGradient(objective).estimates)
      func judged(times factor: Double, vectorized: [Double]) -> [GradientCheck.Verdict] {
        let trace = result.gradient.map { $0 * factor }
        return GradientCheck(
          trace: trace, magnitudes: magnitudes, vectorized: factor == 1 ? vectorized : trace, numeric: numeric
        ).parameters.map(\.verdict)
      }
      let right = judged(times: 1, vectorized: VectorizedPass(objective).gradient)
      #expect(!right.contains(.disagrees), "seed \(seed): \(objective)")
      for verdict in right { verdicts[verdict, default: 0] += 1 }
      for (index, verdict) in judged(times: 1.01, vectorized: []).enumerated() {
        let isOff = result.gradient[index].magnitude > .leastNormalMagnitude
        #expect(!isOff || verdict != .agrees, "seed \(seed), parameter \(index): \(objective)")
      }
    }
    #expect(verdicts[.agrees, default: 0] > 500, "\(verdicts)")
  }

  @Test(arguments: Cost.allCases, [Activation.identity, .sigmoid, .tanh, .relu, .leaky, .softmax])
  func `It passes every cost with every activation`(cost: Cost, output: Activation) {
    for seed in 0..<UInt64(3) {
      let objective = RandomObjective(outputs: [output], costs: [cost]).draw(seed: seed)
      #expect(check(objective).passed, "seed \(seed)")
    }
  }

  @Test(arguments: ["times 1.001": 1.001, "with the other sign": -1, "doubled": 2, "left out": 0])
  func `A derivative that is wrong is caught by the numeric gradient alone`(change: String, factor: Double) {
    var conclusive = 0
    for seed in 0..<UInt64(20) {
      let objective = RandomObjective().draw(seed: seed)
      let right = check(objective)
      for parameter in right.parameters where parameter.verdict == .agrees && parameter.trace != 0 {
        var wrong = right.parameters.map(\.trace)
        wrong[parameter.index] *= factor
        let result = GradientCheck(
          trace: wrong, magnitudes: wrong.map(\.magnitude), vectorized: wrong,
          numeric: right.parameters.map(\.numeric))
        #expect(
          result.parameters[parameter.index].verdict == .disagrees, "seed \(seed), \(parameter) \(change)")
        #expect(result.parameters[parameter.index].message?.contains("numeric") == true)
        #expect(!result.passed)
        conclusive += 1
      }
    }
    #expect(conclusive > 100)
  }

  @Test func `A derivative that is off in the tenth digit is caught by the vectorized gradient`() {
    let objective = Objective.neuron(.sigmoid, weight: 0.6, bias: 0.9, .halfSquaredError, x: 1, y: 0)
    var wrong = VectorizedPass(objective).gradient
    wrong[1] *= 1 + 1e-10
    let result = check(objective, trace: wrong)
    #expect(result.parameters.map(\.verdict) == [.agrees, .disagrees])
    #expect(result.parameters[1].message?.hasPrefix("the vectorized gradient is 0.1219") == true)
  }

  @Test func `A saturated neuron is inconclusive, and a wrong derivative of it is still caught`() {
    let objective = Objective.neuron(.sigmoid, weight: 40, bias: 0, .halfSquaredError, x: 1, y: 0)
    #expect(check(objective).parameters.map(\.verdict) == [.inconclusive, .inconclusive])
    #expect(check(objective).passed)
    #expect(check(objective, trace: [0, 0]).parameters.map(\.verdict) == [.disagrees, .disagrees])
  }

  @Test(arguments: [0, 0.5, 1, 1.01, -0.01])
  func `On a kink any slope between the two is right, and no other`(slope: Double) {
    let objective = Objective.neuron(.relu, weight: 1, bias: -1, .halfSquaredError, x: 1, y: -1)
    let result = check(objective, trace: [slope, slope], vectorized: [slope, slope])
    let verdict = (0...1).contains(slope) ? GradientCheck.Verdict.kink : .disagrees
    #expect(result.parameters.map(\.verdict) == [verdict, verdict])
    #expect(result.parameters[0].message?.hasPrefix("z1 = 0 changes its sign") == true)
  }

  @Test func `Two kinks at once decide nothing`() {
    // C = ¼ (max(0, w) + 1)² + ¼ (max(0, −w) − 1)² has the slope ½ on both sides, and 0 where ReLU′(0) is 0
    let objective = Objective<Double>(
      network: Network([
        Network.Layer(.relu, weights: [[0]], biases: nil),
        Network.Layer(.identity, weights: [[1]], biases: nil),
      ]),
      cost: .halfSquaredError,
      examples: [Example(inputs: [1], targets: [-1]), Example(inputs: [-1], targets: [1])])
    let result = check(objective)
    #expect(result.parameters[0].trace == 0)
    #expect(result.parameters[0].verdict == .kink)
    #expect(result.parameters[0].message?.contains("z1@1 = 0 (and 1 more)") == true)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `A derivative that is not finite disagrees`(value: Double) {
    let objective = Objective.neuron(.sigmoid, weight: 0.6, bias: 0.9, .halfSquaredError, x: 1, y: 0)
    let gradient = VectorizedPass(objective).gradient
    #expect(
      check(objective, trace: [value, gradient[1]]).parameters.map(\.verdict) == [.disagrees, .agrees])
    #expect(
      check(objective, vectorized: [value, gradient[1]]).parameters.map(\.verdict) == [.disagrees, .agrees])
    #expect(!check(objective, trace: [value, value], vectorized: [value, value]).passed)
  }

  @Test func `What was not sampled rests on the vectorized gradient`() {
    let objective = Objective.neuron(.sigmoid, weight: 0.6, bias: 0.9, .halfSquaredError, x: 1, y: 0)
    let gradient = VectorizedPass(objective).gradient
    let result = GradientCheck(
      trace: [gradient[0], 1], magnitudes: [1, 1], vectorized: gradient, numeric: [nil, nil])
    #expect(result.parameters.map(\.verdict) == [.agrees, .disagrees])
    #expect(result.numericCount == 0)
  }

  @Test func `It covers only what is asked for`() {
    let objective = RandomObjective().draw(seed: 3)
    #expect(check(objective, of: [1]).parameters.map(\.index) == [1])
  }
}
