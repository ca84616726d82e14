import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// A network whose first layer is wide, some of whose inputs are 0, and whose hidden neurons may be silent.
///
/// With `narrow` neurons after it, one of them say, whose names then have no index.
private func wide(
  _ activation: Activation, _ cost: Cost, examples: Int = 1, seed: UInt64, neurons: Int = 17, narrow: Int = 3
) -> Lesson {
  var random = SplitMix64(seed: seed)
  func numeral(_ scales: [Double] = [0.5]) -> Numeral {
    let digits = Int.random(in: 1...5, using: &random)
    let value = Double.random(in: -1...1, using: &random) * scales[Int(random.next() % UInt64(scales.count))]
    return Numeral(rounding: value, digits: digits) ?? Numeral(integer: 0)
  }
  func layer(_ activation: Activation, _ inputs: Int, _ neurons: Int) -> Lesson.Layer {
    Lesson.Layer(
      activation: activation, weights: (0..<neurons).map { _ in (0..<inputs).map { _ in numeral() } },
      biases: Bool.random(using: &random) ? (0..<neurons).map { _ in numeral() } : nil)
  }
  return Lesson(
    title: nil, summary: nil, inputs: 20,
    layers: [layer(activation, 20, neurons), layer(.tanh, neurons, narrow), layer(.softmax, narrow, 2)],
    cost: cost,
    examples: (0..<examples).map { _ in
      Lesson.Example(
        inputs: (0..<20).map { _ in numeral([1, 1, 0, 0, 1e-6, 3]) },
        targets: [Numeral(integer: 0), Numeral(integer: 1)])
    }, penalty: nil, learningRate: nil, trainsBiases: true)
}

@Test(
  arguments: [
    (Activation.sigmoid, Cost.halfSquaredError, 1), (.relu, .crossEntropy, 1), (.tanh, .meanSquaredError, 2),
    (.identity, .binaryCrossEntropy, 1), (.leakyReLU(slope: .hundredth), .squaredError, 1),
  ])
func `The lines of the weights into a neuron are those that are written one by one`(
  activation: Activation, cost: Cost, examples: Int
) throws {
  var settings = Settings()
  settings.all = true
  var compared = 0
  for (seed, neurons, narrow) in [(1, 17, 3), (2, 17, 3), (3, 1, 3), (4, 18, 1)] as [(UInt64, Int, Int)] {
    let lesson = wide(
      activation, cost, examples: examples, seed: seed, neurons: neurons, narrow: narrow)
    guard let work = try? Work(lesson, only: []) else { continue }
    for digits in [1, 6, 17] {
      settings.digits = digits
      var derivation = Derivation(lesson, work: work, settings: settings)
      let families = derivation.blocks().compactMap {
        if case .family(let family) = $0 { family } else { nil }
      }
      var lines: [[Equation]] = []
      for steps in derivation.examples {
        for neuron in steps.backward.flatMap(\.neurons) where neuron.weights.count >= Derivation.leastFamily {
          lines.append(
            neuron.weights.flatMap { branch in
              [branch.factor, branch.product].map { derivation.ledger.line($0, digits: digits).equation }
            })
        }
      }
      for family in families {
        // The neurons of a family follow each other.
        let all = family.all
        var place = 0
        while place < all.count, let neuron = lines.first(where: { all[place...].starts(with: $0) }) {
          place += neuron.count
        }
        #expect(place == all.count, "seed \(seed), \(digits) digits")
        compared += family.count
      }
    }
  }
  #expect(compared > 200)
}

@Test(arguments: [(Notation.threeBlueOneBrown, 2), (.threeBlueOneBrown, 17), (.nielsen, 2), (.slides, 17)])
func `A document of families is the same as one that is set line by line`(notation: Notation, digits: Int)
  throws
{
  var settings = Settings()
  (settings.digits, settings.all, settings.notation) = (digits, true, notation)
  let lesson = wide(.relu, .crossEntropy, seed: 5)
  var derivation = Derivation(lesson, work: try Work(lesson, only: []), settings: settings)
  let blocks = derivation.blocks()
  let plain = blocks.flatMap { block -> [Block] in
    switch block {
    case .family(let family): family.all.map(Block.equation)
    case .table(let table): [.table(Table(table.columns, rows: table.rows.all))]
    case .heading, .paragraph, .equation, .matrix, .chain, .network, .bars, .verbatim, .questions: [block]
    }
  }
  #expect(plain.count > blocks.count + 100)
  func written(_ blocks: [Block], by writer: some DocumentWriter) throws -> String {
    var text = ""
    try writer.write(blocks, to: &text)
    return text
  }
  let writers: [any DocumentWriter] = [
    MarkdownWriter(notation: notation), LaTeXWriter(notation: notation), TextWriter(notation: notation),
    TextWriter(notation: notation, style: TextStyle(isASCII: true, isColoured: true)),
    TextWriter(notation: notation, style: TextStyle(isASCII: true, stacksFractions: true)),
  ]
  for writer in writers { #expect(try written(blocks, by: writer) == written(plain, by: writer)) }
}
