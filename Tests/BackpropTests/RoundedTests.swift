import Formulas
import Testing

@testable import Backprop

@Suite struct `A rounded number` {
  @Test(arguments: [-1e18, 1e18, 800])
  func `Where a function has levelled off, it hides how far its argument may be off`(z: Double) {
    // Off by 100, which is 4.5e17 units.
    let argument = Rounded(z, 100 / .ulpOfOne)
    #expect(Rounded.tanh(argument).error <= 8)
    #expect(Rounded.logistic(argument).error <= 8)
  }

  @Test func `Where it rises, no more than the whole rise is lost`() {
    let anything = Rounded(0.5, 1e3 / .ulpOfOne)
    #expect((Rounded.tanh(anything).error * .ulpOfOne - 2).magnitude < 1e-9)
    #expect((Rounded.logistic(anything).error * .ulpOfOne - 1).magnitude < 1e-9)
  }

  private typealias Both = (
    name: String, rounded: @Sendable (Rounded, Rounded) -> Rounded,
    double: @Sendable (Double, Double) -> Double
  )

  private static let functions: [Both] = [
    ("sin", { x, _ in .sin(x) }, { x, _ in .sin(x) }), ("cos", { x, _ in .cos(x) }, { x, _ in .cos(x) }),
    ("root", { x, _ in .squareRoot(x) }, { x, _ in .squareRoot(x) }),
    ("exponential less 1", { x, _ in .exponentialMinusOne(x) }, { x, _ in .exponentialMinusOne(x) }),
    ("power", { .power($0, $1) }, { .power($0, $1) }),
    ("cube", { x, _ in .power(x, Rounded(3)) }, { x, _ in .power(x, 3) }),
    ("inverse square", { x, _ in .power(x, Rounded(-2)) }, { x, _ in .power(x, -2) }),
    ("root as a power", { x, _ in .power(x, Rounded(1) / Rounded(2)) }, { x, _ in .squareRoot(x) }),
    ("power of 2", { x, _ in .power(Rounded(2), x) }, { x, _ in .power(2, x) }),
  ]

  @Test(arguments: functions.indices)
  func `Its bound holds wherever the arguments may be`(index: Int) {
    let (name, rounded, double) = Self.functions[index]
    var (random, bounded) = (SplitMix64(seed: UInt64(index)), 0)
    /// A number, and another that it may be.
    func drawn() -> (Rounded, Double) {
      let x = 3 * random.gaussian()
      let room = x.magnitude * Double.exp(Double.random(in: -30...0.2, using: &random))
      let other =
        x + room * ([-1, 1, Double.random(in: -1...1, using: &random)].randomElement(using: &random) ?? 0)
      return (Rounded(x, room / .ulpOfOne), other)
    }
    for _ in 0..<3_000 {
      let ((x, other), (y, another)) = (drawn(), drawn())
      let result = rounded(x, y)
      let moved = double(other, another)
      guard result.value.isFinite, moved.isFinite, result.error.isFinite else { continue }
      bounded += 1
      // What is compared with is rounded itself.
      let off = (moved - result.value).magnitude - 2 * moved.ulp
      #expect(off <= result.error * .ulpOfOne, "\(name) of \(x) and \(y) is \(moved) at \(other), \(another)")
    }
    #expect(bounded > 500)
  }

  @Test func `The bound of a function of a number that is sure is its own rounding`() {
    for index in Self.functions.indices {
      let result = Self.functions[index].rounded(Rounded(exactly: 0.7), Rounded(exactly: 1.3))
      #expect(result.error <= 6 * result.value.magnitude, "\(Self.functions[index].name)")
    }
    #expect(Rounded.squareRoot(Rounded(exactly: 0)).error == 0)
    #expect(Rounded.power(Rounded(exactly: 0), Rounded(exactly: 0.5)).error == 0)
    #expect(Rounded.power(Rounded(0, 1), Rounded(-1)).error == .infinity)
  }

  @Test func `Its sign does not round, and what has no bound stays without one`() {
    let small = Rounded(exactly: 3) / Rounded(exactly: 7)
    #expect((-small).error == small.error)
    #expect((Rounded(exactly: 0) * Rounded(1, .infinity)).error == .infinity)
  }
}
