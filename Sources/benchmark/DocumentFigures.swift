import Documents
import Formulas
import Lessons

/// Documents, written into nothing.
enum DocumentFigures {
  static let all: [Benchmark] = [
    Benchmark("latex-single-chain") { name in
      guard let source = Catalog.source(of: "single-chain") else { return [] }
      let lesson = try Lesson(json: source)
      var sink = Discarded()
      var figure = try Figure(name, repetitions: 20) {
        sink = Discarded()
        try WorkedExample(lesson, settings: Settings()).write(as: .latex, to: &sink)
      }
      figure.bytes = sink.bytes
      return [figure]
    },
    Benchmark("markdown-784-30-10") { name in
      let example = try wholeDerivation([784, 30, 10])
      var sink = Discarded()
      var figure = try Figure(name, runs: 5) {
        sink = Discarded()
        try example.write(as: .markdown, to: &sink)
      }
      figure.bytes = sink.bytes
      figure.note = "\(Table.significant(Double(sink.bytes) / figure.median / 1e6)) MB/s"
      return [figure]
    },
  ]

  /// The derivation of every weight of a sigmoid network with these widths, for one image, half of it white.
  static func wholeDerivation(_ widths: [Int]) throws -> WorkedExample {
    var random = SplitMix64(seed: 1)
    let pixels = (0..<(widths.first ?? 0)).map { _ in Int.random(in: -99...99, using: &random) }
      .map { $0 < 0 ? "0" : "0.\($0 < 10 ? "0" : "")\($0)" }
    func layer(_ neurons: Int) -> String {
      """
      {"activation": "sigmoid", "neurons": \(neurons), "initializer": {"gaussian": {"seed": 1}}}
      """
    }
    let layers = widths.dropFirst().map(layer).joined(separator: ", ")
    let targets = (0..<(widths.last ?? 0)).map { $0 == 1 ? "1" : "0" }.joined(separator: ", ")
    let json = """
      {"network": {"inputs": \(pixels.count), "layers": [\(layers)]}, "cost": "half-squared-error",
       "examples": [{"inputs": [\(pixels.joined(separator: ", "))], "targets": [\(targets)]}]}
      """
    var settings = Settings()
    settings.all = true
    return try WorkedExample(Lesson(json: Array(json.utf8)), settings: settings)
  }
}

/// A sink that only counts.
struct Discarded: TextSink {
  private(set) var bytes = 0

  mutating func append(_ text: String) { bytes += text.utf8.count }
}
