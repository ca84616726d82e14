import Formulas
import Testing

@testable import Backprop

@Suite("The check of a graph")
struct GraphCheckTests {
  /// w₁ x₁ + … + wₙ xₙ with n weights w and n inputs x.
  private static func product(_ n: Int) -> SmallGraph {
    var small = SmallGraph()
    let w = (0..<n).map { small.give("w", "0.\($0 + 1)") }
    let x = (0..<n).map { small.give("x", "1.\($0 + 1)") }
    small.define("L", .apply(.tanh, [.apply(.sum, zip(w, x).map { $0 * $1 })]))
    return small
  }

  @Test("Where everything is checked, forward mode and nudges stand behind every derivative")
  func everything() {
    let small = Self.product(4)
    let check = GradientCheck(of: small.trace, by: small.givens)
    #expect(check.method.rawValue == "forward")
    #expect(check.passed)
    #expect(check.count(.agrees) == 8)
    #expect((check.recomputedCount, check.numericCount) == (8, 8))
  }

  @Test(
    "Above the budget a seeded sample is checked, more of it by forward mode than by nudges, and the rest says so"
  )
  func sample() {
    let small = Self.product(40)
    let checks = (0..<2).map { _ in GradientCheck(of: small.trace, by: small.givens, budget: 4000) }
    let check = checks[0]
    #expect(check.numericCount > 0)
    #expect(check.numericCount < check.recomputedCount)
    #expect(check.recomputedCount < 80)
    #expect(check.count(.unchecked) == 80 - check.recomputedCount)
    #expect(check.passed)
    #expect(check.count(.agrees) + check.count(.inconclusive) == check.recomputedCount)
    #expect(check.parameters.map(\.recomputed) == checks[1].parameters.map(\.recomputed))
    let unchecked = check.parameters.first { $0.verdict == .unchecked }
    #expect(unchecked?.message == "not among the parameters that were checked")
  }

  @Test(
    "Forward mode shares no slope with the trace, so that a wrong one is found by its entry",
    arguments: [1, 2])
  func wrongSlope(place: Int) {
    let small = Self.product(2)
    let trace = small.trace
    let right = GradientCheck(of: trace, by: small.givens).parameters
    var wrong = trace.gradients
    wrong[small.givens[place]] *= 1 + 1e-11
    let check = GradientCheck(
      GradientCheck.Parameters(
        indices: small.givens, method: .forward, trace: wrong, magnitudes: right.magnitudes,
        recomputed: right.recomputed, isSample: nil, numeric: right.numeric))
    #expect(check.parameters.filter { $0.verdict == .disagrees }.map(\.index) == [small.givens[place]])
    #expect(check.parameters[place].message?.hasPrefix("forward mode finds ") == true)
  }

  @Test("Several results count by their seeds, also one that is given and one that counts twice")
  func seeds() {
    var builder = Graph.Builder()
    let x = builder.give(
      Numeral(integer: 3), to: builder.add(quantity: "x", rank: 0), at: [])
    let y = builder.define(
      .power(.entry(x), 2), in: builder.add(definition: "y = x^2"), as: builder.add(quantity: "y", rank: 0),
      at: [])
    let seeds = [Numeral(integer: 10), Numeral(integer: 2), Numeral(integer: 5)]
    let graph = builder.graph(deriving: Graph.Result(name: "y", entries: [x, y, y], seeds: seeds))
    let check = GradientCheck(of: GraphTrace<Double>(graph), by: [x])
    // 10 + (2 + 5) · 2x
    #expect(check.parameters[0].trace == 52)
    #expect(check.parameters[0].verdict == .agrees)
  }

  @Test("A given that the result is not computed from has the derivative 0, three times")
  func unused() {
    var small = SmallGraph()
    let x = small.give("x", "2")
    let w = small.give("w", "3")
    small.define("u", .of(.max, w, x))
    small.define("y", .of(.exp, x))
    let check = GradientCheck(of: small.trace, by: small.givens)
    #expect(check.parameters[1].trace == 0)
    #expect(check.count(.agrees) == 2)
  }

  @Test("A derivative that is no finite number disagrees")
  func notFinite() {
    var small = SmallGraph()
    small.define("y", .of(.squareRoot, small.give("x", "0")))
    let parameter = GradientCheck(of: small.trace, by: small.givens).parameters[0]
    #expect(parameter.verdict == .disagrees)
    #expect(parameter.message == "the derivative is not finite: inf")
  }
}
