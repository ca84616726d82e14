import Formulas
import Testing

@testable import Backprop

@Suite("Graphs far out")
struct GraphEdgeCasesTests {
  @Test(
    "Local gradients keep their digits where a function is saturated",
    arguments: [
      (Graph.Operation.sigmoid, "40", 4.248354255291589e-18), (.sigmoid, "800", 0),
      (.sigmoid, "-700", 9.85967654375977e-305),
      (.tanh, "20", 1.6993417021166355e-17), (.tanh, "-400", 0), (.softplus, "-40", 4.248354255291589e-18),
      (.softplus, "800", 1), (.exponentialMinusOne, "-1e-300", 1), (.squareRoot, "0", .infinity),
      (.magnitude, "0", 0), (.step, "0", 0),
    ])
  func saturated(operation: Graph.Operation, at x: String, slope: Double) {
    var small = SmallGraph()
    small.define("y", .of(operation, small.give("x", x)))
    let found = small.trace.gradients[0]
    #expect(found == slope || (found - slope).magnitude <= 4e-15 * slope)
  }

  @Test("A softmax over a gap of a thousand has its slopes, and they are small, not missing")
  func softmax() {
    var small = SmallGraph()
    let (x, z) = (small.give("x", "500"), small.give("z", "-100"))
    small.define("p", .softmax([x, z], at: 0))
    #expect(small.trace.values.last == 1)
    #expect((small.trace.gradients[0] / 2.65039655e-261 - 1).magnitude < 1e-8)
    #expect(small.trace.gradients[1] == -small.trace.gradients[0])
  }

  @Test("A maximum, a minimum and a step hide nothing that is not a number, in any arithmetic")
  func notNumbers() {
    #expect(Double.max(1, .nan).isNaN && Double.max(.nan, 1).isNaN)
    #expect(Double.min(1, .nan).isNaN && Double.min(.nan, 1).isNaN)
    #expect(Double.step(.nan).isNaN)
    #expect(Rounded.max(Rounded(1), Rounded(.nan)).value.isNaN)
    #expect(Disc.min(Disc(1, radius: 0), Disc(.nan, radius: 0)).value.isNaN)
    #expect(Dual.max(Dual(1), Dual(.nan)).value.isNaN)
  }

  @Test("Something that is no finite number is found, also where a function hides it")
  func hidden() {
    var small = SmallGraph()
    let x = small.give("x", "0")
    let y = small.define("y", x + .whole(1))
    small.define("s", .of(.sigmoid, .of(.quotient, y, x)))
    let trace = small.trace
    #expect(trace.values == [0, 1, 1])
    #expect(small.graph.firstNotFinite(in: trace.values) == 2)
    var finite = SmallGraph()
    finite.define("y", .of(.exp, finite.give("x", "1")))
    #expect(finite.graph.firstNotFinite(in: finite.trace.values) == nil)
  }

  @Test("The slopes of a definition come in the order in which its names first come")
  func order() {
    var small = SmallGraph()
    let (a, b, c) = (small.give("a", "2"), small.give("b", "3"), small.give("c", "5"))
    small.define("y", b * a + c * b + a)
    let slopes = small.graph.slopes(of: 3) { Double($0) }
    #expect(slopes.map(\.by) == [1, 0, 2])
    #expect(small.trace.gradients == [4, 7, 3, 1])
  }

  @Test("A definition of twenty names, each of which comes twice, leaves nothing behind for those before it")
  func memory() {
    var small = SmallGraph()
    let x = (1...20).map { small.give("x\($0)", "\($0)") }
    let first = small.define("y", x[0] * x[1] + x[0])
    let squares = small.define("s", .apply(.sum, x.map { $0 * $0 }))
    small.define("L", squares + first)
    // ∂L/∂x_k = 2 x_k, and by way of y one more than x₂, and x₁.
    var expected = (1...20).map { 2 * Double($0) }
    expected[0] += 3
    expected[1] += 1
    #expect(small.trace.gradients == expected + [1, 1, 1])
  }

  @Test("A product, a maximum and a softmax of nothing crash nothing")
  func nothing() {
    var small = SmallGraph()
    small.define("y", .of(.product) + .of(.max) + .of(.sum))
    #expect(small.trace.values == [1])
  }
}
