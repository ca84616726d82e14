import Formulas
import Testing

@testable import Backprop

/// z, ln (1 + eᶻ) and σ(z), made with mpmath at 60 digits.
private let values: [(z: Double, a: String, slope: String)] = [
  (-800, "3.6678745841776872135e-348", "3.6678745841776872135e-348"),
  (-745, "2.8223507304719370764e-324", "2.8223507304719370764e-324"),
  (-744.3, "5.6835164249193988859e-324", "5.6835164249193988859e-324"),
  (-700, "9.8596765437597708567e-305", "9.8596765437597708567e-305"),
  (-100, "3.720075976020835963e-44", "3.720075976020835963e-44"),
  (-40, "4.2483542552915889863e-18", "4.2483542552915889773e-18"),
  (-36.5, "1.4068617124461466683e-16", "1.4068617124461465693e-16"),
  (-20, "2.0611536203143807032e-9", "2.0611536181902035814e-9"),
  (-5, "6.7153484891180686164e-3", "6.6928509242848555594e-3"),
  (-1.5, "0.2014132779827524095", "0.18242552380635634039"),
  (-0.001, "0.69264730555994010107", "0.49975000002083333124"),
  (-1e-300, "0.69314718055994530942", "0.5"),
  (0, "0.69314718055994530942", "0.5"),
  (1e-17, "0.69314718055994531442", "0.5000000000000000025"),
  (0.3, "0.85435524446852711244", "0.57444251681165898444"),
  (1, "1.313261687518222834", "0.73105857863000487925"),
  (2.5, "2.5788897342925496233", "0.92414181997875644881"),
  (20, "20.00000000206115362", "0.99999999793884638181"),
  (36.5, "36.500000000000000141", "0.99999999999999985931"),
  (40, "40.000000000000000004", "0.99999999999999999575"),
  (100, "100.0", "1.0"),
  (700, "700.0", "1.0"),
  (800, "800.0", "1.0"),
]

@Suite struct `Softplus` {
  private let rule = Activation.softplus.rule

  private func isClose(_ got: Double, _ want: Double, units: Double) -> Bool {
    (got - want).magnitude <= units * want.ulp
  }

  @Test(arguments: values)
  func `Output and slope are right to three units of their last place`(z: Double, a: String, slope: String)
    throws
  {
    let (a, slope) = (try #require(Double(a)), try #require(Double(slope)))
    let output = rule.activations([z])[0]
    #expect(isClose(output.value, a, units: 2))
    #expect(isClose(rule.slope(output, z), slope, units: 3))
  }

  @Test(arguments: values)
  func `The matrices compute the same`(z: Double, a: String, slope: String) throws {
    var layer = VectorizedLayer(.init(.softplus, weights: [[z]], biases: nil))
    var product = MatrixProduct()
    layer.hold(1)
    layer.activate(fedBy: Matrix(rows: 1, columns: [[1]]), &product)
    layer.delta.elements[0] = 1
    layer.multiplyBySlopes()
    #expect(isClose(layer.a.elements[0], try #require(Double(a)), units: 2))
    #expect(isClose(layer.delta.elements[0], try #require(Double(slope)), units: 3))
  }

  @Test(arguments: values)
  func `Every bound holds the output and the slope`(z: Double, a: String, slope: String) throws {
    let wanted = [try #require(Double(a)), try #require(Double(slope))]
    func both<A: Algebra>(_ z: A) -> [A] {
      let output = rule.activations([z])[0]
      return [output.value, rule.slope(output, z)]
    }
    for (bounds, want) in zip(both(Interval(exactly: z)), wanted) { #expect(bounds.contains(want)) }
    for (rounded, want) in zip(both(Rounded(exactly: z)), wanted) {
      #expect((rounded.value - want).magnitude <= rounded.error * .ulpOfOne)
    }
    for (disc, want) in zip(both(Disc(z, radius: 0.01)), wanted) {
      #expect((disc.value - want).magnitude <= disc.radius + 4 * want.ulp)
    }
  }
}
