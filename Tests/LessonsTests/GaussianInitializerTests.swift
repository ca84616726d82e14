import Foundation
import Formulas
import Testing

@testable import Lessons

@Test func `The generator gives the published numbers`() {
  // As printed for seed 1234567 at rosettacode.org, "Pseudo-random numbers/Splitmix64".
  var generator = SplitMix64(seed: 1_234_567)
  #expect(
    (0..<5).map { _ in generator.next() } == [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ])
}

@Test func `The logarithm is that of the system to a few units in the last place`() {
  var generator = SplitMix64(seed: 1)
  for _ in 0..<10_000 {
    let x = abs(generator.signedUnit())
    guard x > 0 else { continue }
    #expect(abs(naturalLogarithm(x) - log(x)) <= 4 * log(x).ulp, "\(x)")
  }
  for x in [1, 0x1p-104, 0.5, 2.0.squareRoot(), 0x1.fffffffffffffp-1, .leastNormalMagnitude] {
    #expect(abs(naturalLogarithm(x) - log(x)) <= 4 * log(x).ulp, "\(x)")
  }
}

@Test func `Draws have mean 0, standard deviation 1 and the tails of a normal distribution`() {
  var initializer = GaussianInitializer(seed: 7, layer: 1)
  let n = 100_000
  let draws = (0..<n).map { _ in initializer.normal() }
  let mean = draws.reduce(0, +) / Double(n)
  let variance = draws.reduce(0) { $0 + $1 * $1 } / Double(n)
  let beyond2 = Double(draws.count { abs($0) > 2 }) / Double(n)
  // Four standard errors: 4/√n, 4√(2/n), and 4√(p(1 − p)/n) with p = 0.0455.
  #expect(abs(mean) < 0.0127)
  #expect(abs(variance - 1) < 0.0179)
  #expect(abs(beyond2 - 0.0455) < 0.0027)
}

@Test func `The same seed gives the same weights on every machine`() {
  var initializer = GaussianInitializer(seed: 7, layer: 1)
  let weights = initializer.weights(neurons: 2, inputs: 2)
  #expect(
    weights.map { $0.map(\.value) } == [
      [-0.17134277262280131, 0.6957259477088531], [-0.27200050919130453, -0.6553809889535974],
    ])
  #expect(initializer.biases(neurons: 2)?.map(\.digits) == ["0", "0"])
}

@Test func `Layers with one seed draw different weights`() {
  var first = GaussianInitializer(seed: 7, layer: 1)
  var second = GaussianInitializer(seed: 7, layer: 2)
  #expect(first.weights(neurons: 1, inputs: 1) != second.weights(neurons: 1, inputs: 1))
}

@Test func `A drawn layer is scaled by the number of its inputs`() throws {
  let text =
    #"{"network":{"inputs":400,"layers":[{"activation":"tanh","neurons":100,"initializer":{"gaussian":{"seed":3}}}]},"cost":"squared-error","examples":[{"inputs":[\#(repeatElement("0", count: 400).joined(separator: ","))],"targets":[\#(repeatElement("0", count: 100).joined(separator: ","))]}]}"#
  let layer = try #require(try Lesson(json: Array(text.utf8)).layers.first)
  let weights = layer.weights.values
  let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
  // 1/400, within four standard errors √(2/40,000).
  #expect(abs(variance * 400 - 1) < 0.0283)
}
