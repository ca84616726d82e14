@testable import Backprop
import Formulas
import Testing

/// z from the middle to where σ has long been 1 to the last digit.
private let arguments = [-700, -30, -20, -1.5, -0.25, 0.3, 1, 2.5, 20, 30, 700]
/// Both sides round their own way, a few operations each.
private let rounding = 16 * Double.ulpOfOne

@Suite struct `Rules` {
  @Test(arguments: Activation.withoutSettings.filter { $0 != .softmax } + [.leaky], arguments)
  func `The slope of an activation is the derivative of its output`(activation: Activation, z: Double) {
    let rule = activation.rule
    let derivative = rule.activations([Dual(z, slope: 1)])[0].value.slope
    let slope = rule.slope(rule.activations([z])[0], z)
    #expect((slope - derivative).magnitude <= rounding * derivative.magnitude)
  }

  @Test(arguments: [[0.2, -0.4, 1.1], [30, -30, 1], [700, 690, -700], [-700, -699, -701], [0, 0, 0]])
  func `The slopes of a softmax are the derivatives of its outputs`(z: [Double]) {
    let rule = Activation.softmax.rule
    let a = rule.activations(z)
    for k in z.indices {
      let duals = z.indices.map { Dual(z[$0], slope: $0 == k ? 1 : 0) }
      for (j, output) in rule.activations(duals).enumerated() {
        let slope = j == k ? rule.slope(a[j], z[j]) : rule.crossSlope(a[j], by: a[k])
        let derivative = output.value.slope
        #expect((slope - derivative).magnitude <= rounding * derivative.magnitude, "∂a\(j)/∂z\(k)")
      }
    }
  }

  @Test(arguments: Cost.allCases, [0, 0.3, 1])
  func `The slope of a cost is its derivative by an output`(cost: Cost, y: Double) {
    for a in [1e-300, 1e-9, 0.2, 0.5, 0.9] {
      let derivative = cost.rule.cost([Reading(Dual(a, slope: 1)), Reading(Dual(0.5))], [Dual(y), Dual(0)])
        .slope
      let slope = cost.rule.slope(Reading(a), y, outputs: 2)
      #expect(
        (slope - derivative).magnitude <= rounding * max(derivative.magnitude, 2 * y + 2 * a), "a = \(a)")
    }
  }

  @Test(arguments: arguments, [0, 0.3, 1])
  func `A sigmoid with binary cross-entropy has the slope a − y`(z: Double, y: Double) throws {
    let pair = try #require(Cancelled(.sigmoid, .binaryCrossEntropy))
    let outputs = Activation.sigmoid.rule.activations([Dual(z, slope: 1)])
    let derivative = Cost.binaryCrossEntropy.rule.cost(outputs, [Dual(y)]).slope
    let slope = pair.slope(Activation.sigmoid.rule.activations([z]), [y], 0)
    #expect((slope - derivative).magnitude <= rounding * max(derivative.magnitude, y * (1 - y)))
  }

  @Test(
    arguments: [[0.2, -0.4, 1.1], [30, -30, 1], [700, 690, -700]], [[0, 1, 0], [0.2, 0.5, 1.5], [1, 0, 0]])
  func `A softmax with cross-entropy has the slope a Σy − y`(z: [Double], y: [Double]) throws {
    let pair = try #require(Cancelled(.softmax, .crossEntropy))
    let a = Activation.softmax.rule.activations(z)
    for j in z.indices {
      let duals = z.indices.map { Dual(z[$0], slope: $0 == j ? 1 : 0) }
      let outputs = Activation.softmax.rule.activations(duals)
      let derivative = Cost.crossEntropy.rule.cost(outputs, y.map { Dual($0) }).slope
      #expect((pair.slope(a, y, j) - derivative).magnitude <= rounding * y.reduce(0, +), "∂C/∂z\(j)")
    }
  }
}
