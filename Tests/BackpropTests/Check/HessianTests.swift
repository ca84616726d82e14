import Formulas
import Testing

@testable import Backprop

@Suite("Hessians of random graphs")
struct HessianTests {
  /// Graphs whose first and second derivatives are all finite.
  private static func hessians(_ seeds: Range<Int>) -> [(seed: Int, derived: DerivedGraph, hessian: Hessian)]
  {
    seeds.compactMap { seed in
      let drawn = RandomGraph(seed: UInt64(seed))
      let first = GraphTrace<Double>(drawn.graph)
      guard first.gradients.allSatisfy(\.isFinite),
        let derived = DerivedGraph(GraphSteps(drawn.graph, by: drawn.givens))
      else { return nil }
      let hessian = Hessian(derived, by: drawn.givens)
      let isFinite = hessian.traces.allSatisfy {
        ($0.values + $0.gradients).allSatisfy { $0.isFinite && $0.magnitude < 1e12 }
      }
      return isFinite ? (seed, derived, hessian) : nil
    }
  }

  @Test("Every step of a derivation is a calculation, and gives the derivatives that the trace has")
  func steps() {
    for seed in 0..<80 {
      let drawn = RandomGraph(seed: UInt64(seed))
      let trace = GraphTrace<Double>(drawn.graph)
      guard trace.gradients.allSatisfy(\.isFinite) else { continue }
      guard let derived = DerivedGraph(GraphSteps(drawn.graph, by: drawn.givens)) else {
        Issue.record("\(seed)")
        continue
      }
      let rounded: [Rounded] = derived.graph.values()
      let errors = GraphTrace<Rounded>(drawn.graph).gradients
      for (id, total) in derived.totals {
        let (found, expected) = (rounded[total].value, trace.gradients[id])
        let error = 64 * .ulpOfOne * (rounded[total].error + errors[id].error)
        guard found.isFinite, error.isFinite else { continue }
        #expect(abs(found - expected) <= 1e-12 * abs(expected) + error, "\(seed) \(id)")
      }
    }
  }

  @Test("They are symmetric, and forward mode over the backward pass and nudges never disagree with them")
  func agree() {
    var verdicts: [GradientCheck.Verdict: Int] = [:]
    for (seed, _, hessian) in Self.hessians(0..<80) {
      for (i, check) in hessian.checks.enumerated() {
        for (j, parameter) in check.parameters.enumerated() {
          #expect(parameter.verdict != .disagrees, "\(seed) \(i) \(j): \(parameter.message ?? "")")
          #expect(hessian.isSymmetric(i, j), "\(seed) \(i) \(j): \(hessian[i, j]) \(hessian[j, i])")
          if parameter.trace != 0 { verdicts[parameter.verdict, default: 0] += 1 }
        }
      }
    }
    #expect((verdicts[.agrees] ?? 0) > 50)
    #expect((verdicts[.agrees] ?? 0) > 4 * (verdicts[.inconclusive] ?? 0))
  }

  @Test("A second slope that is off by a millionth makes the check fail, unless it is 0")
  func wrongSlopes() {
    var count = 0
    for (seed, _, hessian) in Self.hessians(0..<40) {
      for (trace, check) in zip(hessian.traces, hessian.checks) {
        let right = check.parameters
        let wrong = GradientCheck(
          GradientCheck.Parameters(
            indices: hessian.parameters, method: .forward, trace: trace.gradients.map { $0 * (1 + 1e-6) },
            magnitudes: right.magnitudes, recomputed: right.recomputed, isSample: nil, numeric: right.numeric)
        )
        for (parameter, place) in zip(wrong.parameters, hessian.parameters) {
          let size = trace.gradients[place].magnitude
          guard 1e-7 * size > 64 * .ulpOfOne * right.magnitudes[place], size > 1e-200 else { continue }
          count += 1
          #expect(parameter.verdict == .disagrees, "\(seed)")
        }
      }
    }
    #expect(count > 30)
  }

  @Test("A matrix that is not symmetric does not pass")
  func symmetry() throws {
    var small = SmallGraph()
    let (x, y) = (small.give("x", "2"), small.give("y", "3"))
    small.define("f", x * x * y)
    var other = SmallGraph()
    let (u, v) = (other.give("x", "2"), other.give("y", "3"))
    other.define("f", u * v * v)
    let hessians = try [small, other].map { small in
      Hessian(try #require(DerivedGraph(GraphSteps(small.graph, by: small.givens))), by: small.givens)
    }
    let passed = hessians.map(\.passed)
    #expect(passed == [true, true])
    #expect(hessians[0][0, 1] == 4 && hessians[1][0, 1] == 6)
    let mixed = Hessian(
      [hessians[0].traces[0], hessians[1].traces[1]], [hessians[0].checks[0], hessians[1].checks[1]],
      by: small.givens)
    #expect(!mixed.isSymmetric(0, 1))
    #expect(!mixed.passed)
  }
}
