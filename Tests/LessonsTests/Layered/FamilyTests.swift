import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// A network of layers as wide as `widths` says, the inputs first, and two outputs after the last of them.
///
/// Some of its inputs are 0, and its hidden neurons may be silent.
private func lesson(
  _ widths: [Int], _ activation: Activation, _ cost: Cost, examples: Int = 1, seed: UInt64
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
  let activations = [activation] + widths.dropFirst(2).map { _ in .tanh } + [.softmax]
  return Lesson(
    title: nil, summary: nil, inputs: widths[0],
    layers: zip(activations, zip(widths, widths.dropFirst() + [2])).map { layer($0, $1.0, $1.1) },
    cost: cost,
    examples: (0..<examples).map { _ in
      Lesson.Example(
        inputs: (0..<widths[0]).map { _ in numeral([1, 1, 0, 0, 1e-6, 3]) },
        targets: [Numeral(integer: 0), Numeral(integer: 1)])
    }, penalty: nil, learningRate: nil, trainsBiases: true)
}

private let least = Derivation.leastFamily
/// Families of neurons with two digits, of one neuron, whose names have no index, of numbers that are rounded, of both.
private let shapes = [
  [least, 11, 3], [least + 4, 1, 3], [3, least + 2, 1], [3, least, 3], [least, 2, least, 2],
]

@Test(
  arguments: [
    (Activation.sigmoid, Cost.halfSquaredError, 1, [1, 6, 17, 1, 6]),
    (.relu, .crossEntropy, 1, [6, 17, 1, 6, 17]), (.tanh, .meanSquaredError, 2, [17, 1, 6, 17, 1]),
    (.identity, .binaryCrossEntropy, 1, [1, 17, 6, 6, 17]),
    (.leakyReLU(slope: .hundredth), .squaredError, 1, [6, 1, 17, 17, 1]),
  ])
func `The lines of the weights into a neuron are those that are written one by one`(
  activation: Activation, cost: Cost, examples: Int, digits: [Int]
) throws {
  var settings = Settings()
  settings.all = true
  var compared = 0
  for (seed, (shape, digits)) in zip(shapes, digits).enumerated() {
    let lesson = lesson(shape, activation, cost, examples: examples, seed: UInt64(seed))
    guard let work = try? Work(lesson, only: []) else { continue }
    settings.digits = digits
    var derivation = Derivation(lesson, work: work, settings: settings)
    let families = derivation.blocks().compactMap {
      if case .family(let family) = $0 { family } else { nil }
    }
    var lines: [[Equation]] = []
    for steps in derivation.examples {
      for l in derivation.layers.reversed() where shape[l - 1] >= least {
        for j in 0..<shape[l] {
          let weights = (0..<shape[l - 1]).map { steps.graph.layout.weight(l, j, $0) }
          lines.append(
            weights.flatMap { weight in
              let (factors, total) = steps.backward(to: weight)
              return (factors + [total].compactMap { $0 }).map {
                derivation.ledger.line($0, digits: digits).equation
              }
            })
        }
      }
    }
    for family in families {
      // The neurons of a family follow each other.
      let all = family.all
      var place = 0
      while place < all.count, let neuron = lines.first(where: { all[place...].starts(with: $0) }) {
        place += neuron.count
      }
      #expect(place == all.count, "\(shape), \(digits) digits")
      compared += family.count
    }
  }
  #expect(compared > 200)
}

@Test(arguments: [
  (Notation.threeBlueOneBrown, 2, shapes[4], TextStyle()),
  (.threeBlueOneBrown, 17, shapes[4], TextStyle(isASCII: true, stacksFractions: true)),
  (.nielsen, 2, shapes[0], TextStyle(isASCII: true, isColoured: true)),
  (.slides, 17, shapes[4], TextStyle()),
])
func `A document of families is the same as one that is set line by line`(
  notation: Notation, digits: Int, shape: [Int], style: TextStyle
) throws {
  var settings = Settings()
  (settings.digits, settings.all, settings.notation) = (digits, true, notation)
  let lesson = lesson(shape, .relu, .crossEntropy, seed: 5)
  var derivation = Derivation(lesson, work: try Work(lesson, only: []), settings: settings)
  let blocks = derivation.blocks()
  let plain = blocks.flatMap { block -> [Block] in
    switch block {
    case .family(let family): family.all.map(Block.equation)
    case .table(let table): [.table(Table(table.columns, rows: table.rows.all))]
    case .heading, .paragraph, .equation, .matrix, .chain, .network, .graph, .bars, .plot, .verbatim,
      .questions:
      [block]
    }
  }
  #expect(plain.count > blocks.count + 100)
  func written(_ blocks: [Block], by writer: some DocumentWriter) throws -> String {
    var text = ""
    try writer.write(blocks, to: &text)
    return text
  }
  let writers: [any DocumentWriter] = [
    MarkdownWriter(notation: notation), LaTeXWriter(notation: notation),
    TextWriter(notation: notation, style: style),
  ]
  for writer in writers { #expect(try written(blocks, by: writer) == written(plain, by: writer)) }
}
