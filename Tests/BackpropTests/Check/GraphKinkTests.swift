import Formulas
import Testing

@testable import Backprop

/// A graph whose given x, the first, lies on a kink.
struct KinkedGraph: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// What the trace takes for the slope.
  let slope: Double
  let message: String
  let make: @Sendable (inout SmallGraph) -> Void

  init(
    _ description: String, slope: Double, _ message: String,
    _ make: @escaping @Sendable (inout SmallGraph) -> Void
  ) {
    (testDescription, self.slope, self.message, self.make) = (description, slope, message, make)
  }

  static let all = [
    KinkedGraph(
      "relu at 0", slope: 0, "x = 0 changes its sign within the step: the slope is 0 below and 1.00000 above"
    ) { g in
      let x = g.give("x", "0")
      g.define("y", .of(.max, .whole(0), x))
    },
    KinkedGraph(
      "leaky relu at 0 of a value that is defined", slope: 0.25,
      "z = 0 changes its sign within the step: the slope is 0.250000 below and 1.00000 above"
    ) { g in
      let z = g.define("z", g.give("x", "1") + .whole(-1))
      g.define("y", .of(.max, .whole(0), z) + .of(.quotient, .of(.min, z, .whole(0)), .whole(4)))
    },
    KinkedGraph(
      "relu of a formula", slope: 0,
      "in y, the two largest arguments of max are equal: the slope is 0 below and 3.00000 above"
    ) { g in
      g.define(
        "y", .of(.max, .whole(0), g.give("x", "0.5") * .whole(3) + .of(.quotient, .whole(-3), .whole(2))))
    },
    KinkedGraph(
      "max of two equal values", slope: 1,
      "in h[2], the two largest arguments of max are equal: the slope is 0 below and 1.00000 above"
    ) { g in
      let (x, w) = (g.give("x", "2"), g.give("w", "2"))
      g.define("h", at: [2], .of(.max, x, w))
    },
    KinkedGraph(
      "min of two values that are nearly equal", slope: 1,
      "in y, another argument of min becomes the smallest within the step: the slope is 1.00000 below and 0 above"
    ) { g in
      let (x, w) = (g.give("x", "2"), g.give("w", "2.0000000001"))
      g.define("y", .of(.min, x, w))
    },
    KinkedGraph(
      "|x − 1| at 1", slope: 0,
      "in y, the argument 0 of abs changes its sign within the step: the slope is -2.00000 below and 2.00000 above"
    ) { g in
      g.define("y", .whole(2) * .of(.magnitude, g.give("x", "1") + .whole(-1)))
    },
    KinkedGraph(
      "x times a step at 0", slope: 0,
      "x = 0 changes its sign within the step: the slope is 0 below and 1.00000 above"
    ) { g in
      let x = g.give("x", "0")
      g.define("y", .of(.step, x) * x)
    },
    KinkedGraph(
      "|x| − 2 max(0, x), where both take another slope", slope: 0,
      "x = 0 changes its sign within the step: the slope is -1.00000 below and -1.00000 above"
    ) { g in
      let x = g.give("x", "0")
      g.define("y", .of(.magnitude, x) + -(.whole(2) * .of(.max, .whole(0), x)))
    },
  ]
}

@Suite("Kinks of a graph")
struct GraphKinkTests {
  @Test(
    "At the edge of max, min, |x| and step, the check names the edge and both slopes",
    arguments: KinkedGraph.all)
  func kinks(_ case: KinkedGraph) {
    var small = SmallGraph()
    `case`.make(&small)
    let trace = small.trace
    let parameter = GradientCheck(of: trace, by: small.givens).parameters[0]
    #expect(trace.gradients[small.givens[0]] == `case`.slope)
    #expect(parameter.recomputed == `case`.slope)
    #expect(parameter.verdict == .kink)
    #expect(parameter.message == `case`.message)
  }

  @Test(
    "Where the result has the same slope on both sides of a kink the derivative agrees, unless the result jumps",
    arguments: [
      ("the square of a ReLU", 1.0, GradientCheck.Verdict.agreesOnBothSides),
      ("a step times x²", 0, .agreesOnBothSides), ("a step", 0, .kink), ("a ReLU", 0, .kink),
    ])
  func smooth(name: String, slope: Double, verdict: GradientCheck.Verdict) throws {
    var small = SmallGraph()
    let x = small.give("x", "0")
    let relu = Graph.Code.of(.max, .whole(0), x)
    switch name {
    case "a step": small.define("y", .of(.step, x))
    case "a step times x²": small.define("y", .of(.step, x) * x * x)
    case "a ReLU": small.define("y", relu)
    default: small.define("y", relu * relu + x)
    }
    let parameter = try #require(GradientCheck(of: small.trace, by: small.givens).parameters.first)
    #expect(parameter.trace == slope)
    #expect(parameter.verdict == verdict)
  }

  @Test("A derivative that lies beyond both slopes of a kink disagrees")
  func beyondBothSlopes() {
    var small = SmallGraph()
    let x = small.give("x", "0")
    small.define("y", .of(.max, .whole(0), x))
    let right = GradientCheck(of: small.trace, by: small.givens).parameters
    for (slope, verdict) in [(0.5, GradientCheck.Verdict.kink), (1.001, .disagrees), (-0.001, .disagrees)] {
      let parameters = GradientCheck.Parameters(
        indices: small.givens, method: .forward, trace: [slope, 0], magnitudes: [0, 0],
        recomputed: [slope, 0], isSample: nil, numeric: right.numeric)
      #expect(parameters[0].verdict == verdict)
    }
  }

  @Test("A value far from the edge has no kink, and one that max leaves out has the derivative 0")
  func noKink() {
    var small = SmallGraph()
    let (x, w) = (small.give("x", "2"), small.give("w", "1.5"))
    small.define("y", .of(.max, x, w) + .of(.magnitude, -x))
    let check = GradientCheck(of: small.trace, by: small.givens)
    #expect(check.parameters.map(\.verdict) == [.agrees, .agrees])
    #expect(check.parameters.map(\.trace) == [2, 0])
  }
}
