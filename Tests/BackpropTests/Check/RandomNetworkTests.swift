import Formulas
import Foundation
import Testing

@testable import Backprop

/// Random networks by their seeds: every cost with every last layer in turn, all else drawn.
///
/// Three of each by default, from seed 0. For more (ten thousand take about two minutes of one core):
///
///     TRACE_NETWORKS=10000 TRACE_SEED=0 swift test -c release -Xswiftc -enable-testing --filter RandomNetworkTests
private enum RandomNetworks {
  static let count = number("TRACE_NETWORKS")
  static let seeds = { first in first..<first + UInt64(count ?? 90) }(UInt64(number("TRACE_SEED") ?? 0))

  private static let slopes = [0.01, 0.1, 0.3, 0, 2]
  private static let leaky = slopes.compactMap { Numeral(rounding: $0, digits: 1).map(Activation.leakyReLU) }
  private static let pairs = Cost.allCases.flatMap { cost in
    (Activation.withoutSettings + [.leaky]).map { (cost, $0) }
  }

  static func draw(seed: UInt64) -> Objective<Double> {
    var generator = SplitMix64(seed: seed)
    let (cost, output) = pairs[Int(seed % UInt64(pairs.count))]
    let networks = RandomObjective(
      spread: Double.random(in: 0.5...4, using: &generator),
      activations: Activation.withoutSettings.filter { $0 != .softmax } + [
        leaky.randomElement(using: &generator) ?? .leaky
      ],
      outputs: output == .leaky ? leaky : [output], costs: [cost], widths: 1...6, depths: 1...5)
    // Numbers as people write them meet kinks, and sums that are 0 but for rounding.
    let isInTenths = Int.random(in: 0..<4, using: &generator) == 0
    let objective = networks.draw(seed: generator.next())
    let inTenths = objective.map { ($0 * 10).rounded() / 10 }
    return isInTenths && ForwardRun(inTenths).cost.isFinite ? inTenths : objective
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.map { max(0, $0) }
  }
}

@Suite struct RandomNetworkTests {
  @Test func `On no random network do trace, matrices and nudges disagree`() {
    var verdicts: [GradientCheck.Verdict: Int] = [:]
    for seed in RandomNetworks.seeds {
      let objective = RandomNetworks.draw(seed: seed)
      guard let result = try? Backpropagation(objective) else {
        Issue.record("seed \(seed) is refused: \(objective)")
        continue
      }
      let matrices = VectorizedPass(objective)
      let check = GradientCheck(
        trace: result.gradient, magnitudes: result.roundingErrors(), vectorized: matrices.gradient,
        numeric: NumericGradient(objective).estimates)
      for parameter in check.parameters {
        verdicts[parameter.verdict, default: 0] += 1
        #expect(
          parameter.verdict != .disagrees,
          "seed \(seed), parameter \(parameter.index): \(parameter.message ?? ""), \(objective)")
      }
      #expect((result.cost - matrices.cost).magnitude <= 1e-12 * max(1, result.cost), "seed \(seed)")
    }
    // It must not say so by never deciding.
    let all = verdicts.values.reduce(0, +)
    #expect(2 * verdicts[.agrees, default: 0] >= all)
    if RandomNetworks.count != nil {
      let table = verdicts.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
      print("\(RandomNetworks.seeds.count) networks, \(all) parameters: \(table)")
    }
  }
}
