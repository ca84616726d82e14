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
  ("sin", { x, _ in .sin(x) }, { x, _ in .sin(x) }), ("cos", { x, _ in .cos(x) }, { x, _ in .cos(x) }),
  ("root", { x, _ in .squareRoot(x) }, { x, _ in .squareRoot(x) }),
  ("exponential less 1", { x, _ in .exponentialMinusOne(x) }, { x, _ in .exponentialMinusOne(x) }),
  ("power", { .power($0, $1) }, { .power($0, $1) }),
  ("cube", { x, _ in .power(x, Interval(3)) }, { x, _ in .power(x, 3) }),
  ("fourth power", { x, _ in .power(x, Interval(4)) }, { x, _ in .power(x, 4) }),
  ("cube in the denominator", { x, _ in .power(x, Interval(-3)) }, { x, _ in .power(x, -3) }),
  ("truth of >", { .truth($0, $1, orEqual: false) }, { .truth($0, $1, orEqual: false) }),
  ("truth of ≥", { .truth($0, $1, orEqual: true) }, { .truth($0, $1, orEqual: true) }),
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

/// A function, its operands, and the bounds that it has there to fifteen digits.
private let bounded: [(name: String, got: Interval, want: Interval)] = [
  ("sin through its crest", .sin(Interval(1, 2)), Interval(Double.sin(1), 1)),
  ("sin through its trough", .sin(Interval(4, 5)), Interval(-1, Double.sin(4))),
  ("sin on its way down", .sin(Interval(2, 3)), Interval(Double.sin(3), Double.sin(2))),
  ("sin far out", .sin(Interval(100, 101)), Interval(Double.sin(100), Double.sin(101))),
  ("sin of anything", .sin(.all), Interval(-1, 1)),
  ("cos through 0", .cos(Interval(-0.5, 0.2)), Interval(Double.cos(0.5), 1)),
  ("cos through -π", .cos(Interval(-3.5, -3)), Interval(-1, Double.cos(3.5))),
  ("cos of a turn", .cos(Interval(7, 14)), Interval(-1, 1)),
  ("a square across 0", .power(Interval(-2, 1), Interval(2)), Interval(0, 4)),
  ("a cube across 0", .power(Interval(-2, 1), Interval(3)), Interval(-8, 1)),
  ("a power to 0", .power(Interval(-2, 1), Interval(0)), Interval(1, 1)),
  ("an inverse", .power(Interval(2, 4), Interval(-1)), Interval(0.25, 0.5)),
  ("a power of 0", .power(Interval(0, 4), Interval(0.5, 0.5)), Interval(0, 2)),
  ("a power that rises and falls", .power(Interval(0.5, 2), Interval(-1, 1)), Interval(0.5, 2)),
  ("a root of what may be below 0", .squareRoot(Interval(-1, 4)), Interval(0, 2)),
  (
    "a negative base to what may be whole", .power(Interval(-3, -3), Interval(1.9, 2.1)),
    Interval(-10.05, 10.05)
  ),
]

@Test(arguments: bounded.indices)
func `Waves, powers and roots reach as far as they do, and no further`(index: Int) {
  let (name, got, want) = bounded[index]
  let room = name.contains("may be whole") ? 0.01 : 1e-14 * max(want.high.magnitude, want.low.magnitude)
  #expect((got.low - want.low).magnitude <= room, "\(name): \(got)")
  #expect((got.high - want.high).magnitude <= room, "\(name): \(got)")
}

@Test func `What no number has leaves no bound`() {
  #expect(Interval.squareRoot(Interval(-2, -1)) == .all)
  #expect(Interval.power(Interval(-3, -2), Interval(exactly: 0.5)) == .all)
  #expect(Interval.power(Interval(-1, 1), Interval(-1)) == .all)
}

@Test func `A decimal holds what was written`() throws {
  let tenth = Interval(try #require(Numeral("0.1")))
  #expect(tenth.low < 0.1 && 0.1 < tenth.high)
  #expect(Interval(try #require(Numeral("3"))) == Interval(exactly: 3))
}
