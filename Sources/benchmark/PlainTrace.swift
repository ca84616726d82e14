/// What a trace of a layered network takes at least: a plain loop that writes as many bytes and reads them again, without names, rules or
/// activations.
struct PlainTrace {
  /// As large as a factor of a trace.
  private struct Record {
    var output: Int32 = 0
    var input: Int32 = 0
    var value = 0.0
  }

  private let widths: [Int]
  /// Weights and biases of each layer, then the inputs, then two numbers for each neuron.
  private var values: [Double]
  private var gradients: [Double]
  private var records: [Record]

  init(_ widths: [Int]) {
    let layers = zip(widths, widths.dropFirst())
    let parameters = layers.reduce(0) { $0 + ($1.0 + 1) * $1.1 }
    self.widths = widths
    values = Array(
      repeating: 0.01, count: parameters + (widths.first ?? 0) + 2 * widths.dropFirst().reduce(0, +))
    gradients = Array(repeating: 0, count: values.count)
    records = Array(repeating: Record(), count: layers.reduce(0) { $0 + 2 * ($1.0 + 1) * $1.1 })
  }

  /// Forward, recorded, and backward.
  mutating func run() { Self.run(widths, &values, &records, &gradients) }

  @inline(never)
  private static func run(
    _ widths: [Int], _ values: inout [Double], _ records: inout [Record], _ gradients: inout [Double]
  ) {
    var values = values.mutableSpan
    var records = records.mutableSpan
    var gradients = gradients.mutableSpan
    func record(_ output: Int, _ input: Int, _ value: Double) -> Record {
      Record(
        output: Int32(truncatingIfNeeded: output), input: Int32(truncatingIfNeeded: input), value: value)
    }
    var (place, weight) = (0, 0)
    var below = values.count - (widths.first ?? 0) - 2 * widths.dropFirst().reduce(0, +)
    for (inputs, neurons) in zip(widths, widths.dropFirst()) {
      let above = below + inputs
      for j in 0..<neurons {
        var sum = 0.0
        for k in 0..<inputs {
          let (w, a) = (values[weight + k], values[below + k])
          sum += w * a
          records[place] = record(above + j, weight + k, a)
          records[place + 1] = record(above + j, below + k, w)
          place += 2
        }
        records[place] = record(above + j, weight + inputs, 1)
        records[place + 1] = record(above + neurons + j, above + j, 1)
        (values[above + j], values[above + neurons + j]) = (sum, sum)
        (place, weight) = (place + 2, weight + inputs + 1)
      }
      below = above + neurons
    }
    for id in gradients.indices { gradients[id] = 0 }
    gradients[gradients.count - 1] = 1
    for place in records.indices.reversed() {
      let record = records[place]
      gradients[Int(record.input)] += gradients[Int(record.output)] * record.value
    }
  }

  /// How many records there are.
  var count: Int { records.count }
}
