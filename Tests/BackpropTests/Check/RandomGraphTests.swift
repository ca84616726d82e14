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
