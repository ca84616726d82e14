/// What one piece of work takes, from several runs.
struct Figure {
  let name: String
  /// One for each run, in seconds.
  let seconds: [Double]
  /// How much the work wrote, where it writes.
  var bytes: Int?
  /// What else there is to say: what was measured, and how it compares.
  var note = ""

  /// Runs the work once to warm up, then `runs` times; each run repeats it, and counts as one of the repetitions.
  init(_ name: String, runs: Int = 9, repetitions: Int = 1, _ work: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    for run in 0...runs {
      let start = clock.now
      for _ in 0..<repetitions { try work() }
      if run > 0 { seconds.append((clock.now - start) / .seconds(1) / Double(repetitions)) }
    }
    self.init(name, seconds: seconds)
  }

  /// From runs that were timed elsewhere.
  init(_ name: String, seconds: [Double]) {
    self.name = name
    self.seconds = seconds.sorted()
  }

  /// The run in the middle.
  var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }

  /// From the fastest run to the slowest, in parts of the median.
  var spread: Double {
    guard let first = seconds.first, let last = seconds.last, median > 0 else { return 0 }
    return (last - first) / median
  }

  /// A line for a program.
  var json: String {
    let bytes = bytes.map { ", \"bytes\": \($0)" } ?? ""
    return "{\"name\": \"\(name)\", \"median\": \(median), \"runs\": \(seconds.count)\(bytes)}"
  }
}
