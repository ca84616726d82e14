import Formulas

/// In which order the examples are learnt from: shuffled anew for each epoch, and cut into mini-batches.
///
/// A seed gives the same order on every machine, and with every version of Swift.
public struct MiniBatches: Sendable {
  private let size: Int
  private var order: [Int]
  private var generator: SplitMix64

  /// Batches of at least one example; the last one of an epoch holds what is left.
  public init(of size: Int, examples count: Int, seed: UInt64) {
    self.size = max(size, 1)
    order = Array(0..<max(count, 0))
    generator = SplitMix64(seed: seed)
  }

  /// How many batches an epoch has.
  public var perEpoch: Int { order.count / size + (order.count.isMultiple(of: size) ? 0 : 1) }

  /// The batches of the next epoch, as places in the set: each example is in one of them.
  public mutating func nextEpoch() -> [ArraySlice<Int>] {
    order.shuffle(byNumbersOf: &generator)
    var batches: [ArraySlice<Int>] = []
    var rest = order[...]
    while !rest.isEmpty {
      batches.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return batches
  }
}

extension Array {
  /// Every order is equally likely.
  ///
  /// Algorithm P of D. Knuth, The Art of Computer Programming, volume 2, section 3.4.2, by R. Fisher and F. Yates. That
  /// of the standard library is not the same in all its versions.
  mutating func shuffle(byNumbersOf generator: inout SplitMix64) {
    for last in indices.dropFirst().reversed() { swapAt(last, generator.next(below: last + 1)) }
  }
}

extension SplitMix64 {
  /// Evenly from 0 up to a bound, which is at least 1.
  ///
  /// The first 2⁶⁴ mod n of the 2⁶⁴ numbers are passed over, so that n divides how many are left.
  mutating func next(below bound: Int) -> Int {
    let n = UInt64(bound)
    let surplus = (0 &- n) % n
    while true {
      let number = next()
      if number >= surplus { return Int(number % n) }
    }
  }
}
