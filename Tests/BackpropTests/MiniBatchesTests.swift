import Formulas
import Testing

@testable import Backprop

@Test func `The order of the examples is fixed by the seed, and is this one`() {
  var batches = MiniBatches(of: 4, examples: 10, seed: 1)
  #expect(batches.nextEpoch().map(Array.init) == [[4, 2, 8, 1], [9, 3, 0, 6], [7, 5]])
  #expect(batches.nextEpoch().map(Array.init) == [[8, 3, 6, 1], [2, 9, 5, 7], [0, 4]])
  var others = MiniBatches(of: 4, examples: 10, seed: 2)
  #expect(others.nextEpoch().map(Array.init) == [[9, 8, 3, 2], [4, 6, 1, 7], [5, 0]])
}

@Test(arguments: [(1, 1), (1, 7), (3, 7), (7, 7), (10, 30), (8, 30), (29, 30)])
func `Every example is in one batch of each epoch, and only the last batch is smaller`(size: Int, count: Int)
{
  var batches = MiniBatches(of: size, examples: count, seed: 3)
  for _ in 1...5 {
    let epoch = batches.nextEpoch()
    #expect(epoch.count == batches.perEpoch)
    #expect(epoch.dropLast().allSatisfy { $0.count == size })
    #expect(epoch.last.map { (1...size).contains($0.count) } == true)
    #expect(epoch.flatMap { $0 }.sorted() == Array(0..<count))
  }
}

@Test func `Every order is equally likely`() {
  var generator = SplitMix64(seed: 4)
  var counts: [[Int]: Int] = [:]
  for _ in 1...24_000 {
    var order = [0, 1, 2, 3]
    order.shuffle(byNumbersOf: &generator)
    counts[order, default: 0] += 1
  }
  #expect(counts.count == 24)
  // Six standard deviations of a count whose mean is 1000.
  #expect(counts.values.allSatisfy { abs($0 - 1000) < 190 })
}

@Test func `A bound that does not divide 2⁶⁴ is drawn evenly all the same`() {
  // Of numbers mod n, those below 2⁶⁴ − n would come twice as often as the others.
  let n = Int.max / 4 * 3
  var generator = SplitMix64(seed: 5)
  let draws = (1...8_000).map { _ in generator.next(below: n) }
  #expect(draws.allSatisfy { (0..<n).contains($0) })
  let low = draws.filter { $0 < n / 2 }.count
  // Six standard deviations of 45.
  #expect(abs(low - 4_000) < 270)
  #expect((1...9).allSatisfy { _ in generator.next(below: 1) == 0 })
}
