import Formulas
import Testing

@testable import Backprop

/// A number somewhere in an interval.
private func point(in x: Interval, _ random: inout SplitMix64) -> Double {
  Double.random(in: x.low...x.high, using: &random)
}

private func interval(_ random: inout SplitMix64) -> Interval {
  let scale = ([0.001, 1, 30] as [Double]).randomElement(using: &random) ?? 1
  let middle = Double.random(in: -scale...scale, using: &random)
  return Interval(exactly: middle).widened(by: Double.random(in: 0...scale, using: &random) * 0.3)
}

private typealias Both = (
  name: String, interval: @Sendable (Interval, Interval) -> Interval,
  double: @Sendable (Double, Double) -> Double
)

private let operations: [Both] = [
  ("+", { $0 + $1 }, { $0 + $1 }), ("−", { $0 - $1 }, { $0 - $1 }), ("×", { $0 * $1 }, { $0 * $1 }),
  ("÷", { $0 / $1 }, { $0 / $1 }), ("negation", { x, _ in -x }, { x, _ in -x }),
  ("square", { x, _ in .square(x) }, { x, _ in .square(x) }),
  ("exp", { x, _ in .exp(x) }, { x, _ in .exp(x) }),
  ("logistic", { x, _ in .logistic(x) }, { x, _ in .logistic(x) }),
  ("softplus", { x, _ in .softplus(x) }, { x, _ in .softplus(x) }),
  ("tanh", { x, _ in .tanh(x) }, { x, _ in .tanh(x) }), ("max", { .max($0, $1) }, { .max($0, $1) }),
  ("min", { .min($0, $1) }, { .min($0, $1) }), ("step", { x, _ in .step(x) }, { x, _ in .step(x) }),
  ("sign", { x, _ in .sign(x) }, { x, _ in .sign(x) }),
  ("magnitude", { x, _ in .magnitude(x) }, { x, _ in .magnitude(x) }),
  ("share", { .softmax([$0, $1])[0] }, { .softmax([$0, $1])[0] }),
  ("logarithm of a share", { .logSoftmax([$0, $1], at: 0) }, { .logSoftmax([$0, $1], at: 0) }),
  (
    "logarithm of the rest", { .logSoftmaxComplement([$0, $1], at: 0) },
    { .logSoftmaxComplement([$0, $1], at: 0) }
  ), ("ln of one more", { x, _ in .lnOnePlus(x) }, { x, _ in .lnOnePlus(x) }),
  (
    "by sign", { x, y in .bySign(of: x, negative: y, otherwise: x * y) },
    { x, y in .bySign(of: x, negative: y, otherwise: x * y) }
  ),
]

@Test(arguments: operations.indices)
func `An interval holds what the operation gives on any numbers in its operands`(index: Int) {
  let operation = operations[index]
  for seed in 1...2_000 as ClosedRange<UInt64> {
    var random = SplitMix64(seed: seed)
    let (x, y) = (interval(&random), interval(&random))
    let value = operation.double(point(in: x, &random), point(in: y, &random))
    guard value.isFinite else { continue }
    let result = operation.interval(x, y)
    #expect(result.contains(value), "\(operation.name) of \(x) and \(y), seed \(seed)")
  }
}

@Test func `Operations on single numbers stay narrow`() {
  let x = Interval(exactly: 0.7)
  for operation in operations where !["step", "sign"].contains(operation.name) {
    let result = operation.interval(x, Interval(exactly: 0.3))
    #expect(result.width <= 1e-14 * max(1, result.high.magnitude), "\(operation.name)")
  }
}

@Test func `Dividing by what may be 0 has no bound on that side`() {
  let one = Interval(exactly: 1)
  #expect((one / Interval(-1, 1)) == .all)
  #expect((one / Interval(0, 2)).high == .infinity)
  #expect((one / Interval(0, 2)).contains(0.5))
  #expect((-one / Interval(0, 2)).low == -.infinity)
  #expect((one / Interval(-2, 0)).low == -.infinity)
  #expect(!(one / Interval(0, 2)).contains(0.49))
}

@Test func `A decimal holds what was written`() throws {
  let tenth = Interval(try #require(Numeral("0.1")))
  #expect(tenth.low < 0.1 && 0.1 < tenth.high)
  #expect(Interval(try #require(Numeral("3"))) == Interval(exactly: 3))
}
