import Backprop
import Tiles

/// What the core can do at most: multiplications and additions in registers that do not wait for each other.
struct Peak {
  private let sums = PeakSums(rounds: 300_000)

  /// Operations in a second.
  func rate() -> Double {
    let clock = ContinuousClock()
    let begin = clock.now
    let (sum, operations) = Instructions.best.peak(sums)
    let seconds = (clock.now - begin) / .seconds(1)
    // The sum is asked for, so that it is computed.
    return sum.isNaN ? 0 : operations / seconds
  }
}
