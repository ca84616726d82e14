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

  @Test func `Its sign does not round, and what has no bound stays without one`() {
    let small = Rounded(exactly: 3) / Rounded(exactly: 7)
    #expect((-small).error == small.error)
    #expect((Rounded(exactly: 0) * Rounded(1, .infinity)).error == .infinity)
  }
}
