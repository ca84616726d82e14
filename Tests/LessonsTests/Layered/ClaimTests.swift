import Backprop
import Formulas
import Testing

@testable import Lessons

/// The sentences of derivations, held against the numbers that they speak of.
@Suite struct `What a derivation says of its numbers` {
  /// The first ten, and of the first 1500 those that make the sentences that are rare.
  private static let seeds =
    Array(1...10) + [29, 51, 60, 88, 107, 194, 219, 275, 279, 468, 708, 952, 1099] as [UInt64]

  private static let reader = DocumentReader(Claim.all.map(\.words) + Claim.silent)
  private static let claims = Dictionary(uniqueKeysWithValues: Claim.all.map { ($0.words, $0) })

  /// A claim that no lesson makes is none that was looked at.
  @Test func `is so, of every kind of sentence`() throws {
    var unmet = Set(Self.claims.keys)
    for it in try ClaimCase.chosen() + Self.seeds.map(ClaimCase.init(seed:)) {
      guard let example = try? WorkedExample(it.lesson, settings: it.settings) else { continue }
      let (said, unknown) = Self.reader.read(example.blocks())
      #expect(unknown == [], "\(it.description): in no list of sentences")
      let cancellation = it.settings.exact ? 1e-29 : 8 * Double.ulpOfOne
      try Twofold.$cancellation.withValue(cancellation) {
        let figures = try Figures(example)
        for saying in said {
          guard let claim = Self.claims[saying.words] else { continue }
          unmet.remove(claim.words)
          #expect(
            claim.holds(saying, figures), "\(it.description): \(claim.words) \(saying.gaps.map(\.text))")
        }
      }
    }
    #expect(unmet == [])
  }

  @Test(arguments: [
    ("no biases", "Each neuron multiplies its input by its weight."),
    (
      "five examples, of which four agree",
      "For each of these parameters the derivatives of the examples have different"
    ),
    (
      "two largest",
      "Of the weights, the largest derivative in absolute value, {}, is about {} times the smallest, {}."
    ),
    ("two largest", "The cost has decreased."),
    (
      "a gradient that grows towards the input",
      "Each neuron multiplies its input by its weight and adds its bias."
    ),
  ])
  func `is false of other numbers`(name: String, words: String) throws {
    let it = try #require(try ClaimCase.chosen().first { $0.description == name })
    let said = Self.reader.read(try WorkedExample(it.lesson, settings: it.settings).blocks()).said
    let saying = try #require(said.first { $0.words.hasPrefix(words) })
    let claim = try #require(Self.claims[saying.words])
    var other = it.lesson
    other.examples = other.examples.map { _ in
      Lesson.Example(
        inputs: other.examples[0].inputs.enumerated().map { Numeral(integer: $0.offset + 2) },
        targets: other.examples[0].targets)
    }
    other.layers[0].biases =
      other.layers[0].biases == nil ? other.layers[0].weights.map { _ in .hundredth } : nil
    other.learningRate = Numeral("1000")
    #expect(try claim.holds(saying, Figures(WorkedExample(it.lesson, settings: it.settings))))
    #expect(try !claim.holds(saying, Figures(WorkedExample(other, settings: it.settings))))
  }
}

@Test(arguments: [
  (Twofold.exp(Twofold(1)), "2.71828182845904523536028747135266"),
  (.ln(Twofold(3)), "1.09861228866810969139524523692253"),
  (.tanh(Twofold(Numeral("0.3") ?? .hundredth)), "0.291312612451590905818221272823765"),
  (.logistic(Twofold(-50)), "1.92874984796391778301697080892941e-22"),
  (.softplus(Twofold(-40)), "4.24835425529158898630497784363158e-18"),
  (.sin(Twofold(2.9)), "0.239249329213982414422665790489226"),
  (.cos(Twofold(-1.7)), "-0.128844494295524640048878646339983"),
  (.sin(Twofold(100)), "-0.506365641109758793656557610459785"),
  (.squareRoot(Twofold(2)), "1.4142135623730950488016887242097"),
  (.exponentialMinusOne(Twofold(0.01)), "0.0100501670841680577524243853134844"),
  (.exponentialMinusOne(Twofold(-0.75)), "-0.527633447258985292861953449056732"),
  (.power(Twofold(1.5), Twofold(-3)), "0.296296296296296296296296296296296"),
  (.power(Twofold(3), Twofold(0.7)), "2.15766927997459299428617806630404"),
  (Twofold(Numeral("0.1") ?? .hundredth) * Twofold(Numeral("0.7") ?? .hundredth), "0.07"),
])
private func `A number of two doubles has thirty digits`(value: Twofold, digits: String) throws {
  let truth = Twofold(try #require(Numeral(digits)))
  #expect(((value - truth) / truth).value.magnitude < 1e-29)
}
