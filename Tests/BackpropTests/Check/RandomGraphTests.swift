import Formulas
import Testing

@testable import Backprop

@Suite("Random graphs")
struct RandomGraphTests {
  @Test("Trace, forward mode and nudges never disagree, and the nudges know most derivatives that are not 0")
  func threeWaysAgree() {
    var verdicts: [GradientCheck.Verdict: Int] = [:]
    var kinks = 0
    for seed in 0..<150 {
      let drawn = RandomGraph(seed: UInt64(seed))
      let trace = GraphTrace<Double>(drawn.graph)
      guard trace.gradients.allSatisfy(\.isFinite) else { continue }
      for parameter in GradientCheck(of: trace, by: drawn.givens).parameters {
        #expect(parameter.verdict != .disagrees, "\(seed): \(parameter.message ?? "")")
        kinks += parameter.verdict == .kink ? 1 : 0
        if parameter.trace != 0 { verdicts[parameter.verdict, default: 0] += 1 }
      }
    }
    #expect(verdicts[.unchecked] == nil)
    #expect(kinks > 2)
    #expect((verdicts[.agrees] ?? 0) > 4 * (verdicts[.inconclusive] ?? 0))
  }

  @Test("Forward mode finds the same to the last bit by several givens at once and by one after the other")
  func together() {
    for seed in 0..<150 {
      let drawn = RandomGraph(seed: UInt64(seed))
      let run = GraphRun(GraphTrace<Double>(drawn.graph))
      var isMarked = Array(repeating: false, count: drawn.graph.count)
      let reaches = drawn.givens.map { Reach(of: $0, in: run, marking: &isMarked) }
      var (together, alone) = (ForwardMode(run), MovedGiven<Dual>(run))
      for reach in reaches { together.add(reach) }
      together.finish()
      #expect(together.slopes.map(\.by) == drawn.givens)
      var nothing: [GraphEdge] = []
      for (reach, slope) in zip(reaches, together.slopes) {
        alone.take(reach)
        let expected = alone.result(of: 0, movedBy: Dual(0, slope: 1), &nothing).slope
        #expect(slope.value == expected || (slope.value.isNaN && expected.isNaN), "\(seed)")
      }
      #expect(together.operations == alone.operations)
    }
  }

  @Test("A derivative that is off by a ten-millionth disagrees, unless it is 0")
  func wrongSlopes() {
    for seed in 0..<150 {
      let drawn = RandomGraph(seed: UInt64(seed))
      let trace = GraphTrace<Double>(drawn.graph)
      guard trace.gradients.allSatisfy(\.isFinite) else { continue }
      let right = GradientCheck(of: trace, by: drawn.givens).parameters
      let wrong = GradientCheck(
        GradientCheck.Parameters(
          indices: drawn.givens, method: .forward, trace: trace.gradients.map { $0 * (1 + 1e-7) },
          magnitudes: right.magnitudes, recomputed: right.recomputed, isSample: nil, numeric: right.numeric))
      for (parameter, place) in zip(wrong.parameters, drawn.givens) {
        // Where nearly everything cancels, nobody knows seven digits.
        let isKnown = 1e-8 * trace.gradients[place].magnitude > 64 * .ulpOfOne * right.magnitudes[place]
        guard isKnown, trace.gradients[place].magnitude > 1e-200 else { continue }
        #expect(parameter.verdict == .disagrees, "\(seed)")
      }
    }
  }
}
