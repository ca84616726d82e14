import Documents
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
    }
  ]
}

/// A sink that only counts.
struct Discarded: TextSink {
  private(set) var bytes = 0

  mutating func append(_ text: String) { bytes += text.utf8.count }
}
