import Backprop
import Documents
import Formulas
import Texts

extension Lesson {
  /// Writes the lesson file, which gives this lesson when it is read; throws what `sink` throws.
  ///
  /// Numbers are written as they were given; weights that were drawn are written out. An example is a line, and so is a
  /// layer if it is short enough, otherwise each of its neurons.
  public func write(to sink: inout some TextSink) throws {
    try sink.append("{\n")
    if language != .english { try sink.append("  \"language\": \"\(language.rawValue)\",\n") }
    if let title = Self.written(title, titles) { try sink.append("  \"title\": \(title),\n") }
    if let text = Self.written(summary, summaries) { try sink.append("  \"summary\": \(text),\n") }
    try sink.append("  \"network\": {\n    \"inputs\": \(inputs),\n    \"layers\": [\n")
    for (l, layer) in layers.enumerated() {
      try layer.write(to: &sink, end: l + 1 < layers.count ? ",\n" : "\n")
    }
    try sink.append("    ]\n  },\n  \"cost\": \(cost.written),\n  \"examples\": [\n")
    for (e, example) in examples.enumerated() {
      try sink.append("    \(example.line)\(e + 1 < examples.count ? "," : "")\n")
    }
    try sink.append("  ]" + settings.map { ",\n  \($0)" }.joined() + "\n}\n")
  }

  /// A text as it stands in the file: by languages where it is given so.
  private static func written(_ text: String?, _ texts: [Language: String]) -> String? {
    if texts.isEmpty { return text.map(JSONText.quoted) }
    let texts = Language.allCases.compactMap { language in
      texts[language].map { "\"\(language.rawValue)\": \(JSONText.quoted($0))" }
    }
    return "{ \(texts.joined(separator: ", ")) }"
  }

  /// How many bytes the lesson file has.
  public var fileSize: Int {
    var size = Size()
    try? write(to: &size)
    return size.bytes
  }

  private struct Size: TextSink {
    private(set) var bytes = 0

    mutating func append(_ text: String) { bytes += text.utf8.count }
  }

  /// What stands after the examples.
  private var settings: [String] {
    var settings: [String] = []
    if reduction != .mean { settings.append("\"reduction\": \(JSONText.quoted(reduction.rawValue))") }
    if let penalty {
      let parts = [("l2", penalty.l2), ("l1", penalty.l1)].compactMap { name, part in
        part.map { "\"\(name)\": \($0.typed)" }
      }
      settings.append("\"penalty\": \(parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }")")
    }
    if let learningRate { settings.append("\"learningRate\": \(learningRate.typed)") }
    settings += learning.settings
    if !trainsBiases { settings.append("\"trainBiases\": false") }
    return settings
  }
}

extension Learning {
  /// What differs from one step of gradient descent.
  fileprivate var settings: [String] {
    var settings: [String] = []
    if optimizer.rule != .gradientDescent {
      let constants = zip(optimizer.rule.type.constants, optimizer.constants).map {
        "\"\($0.key)\": \($1.typed)"
      }
      settings.append(
        "\"optimizer\": { \"\(optimizer.rule.rawValue)\": { \(constants.joined(separator: ", ")) } }")
    }
    if optimizer.ascends { settings.append("\"ascent\": true") }
    if steps != 1 || takesEachExample { settings.append("\"steps\": \(steps)") }
    switch schedule {
    case .constant: break
    case .halveEvery(let n): settings.append("\"schedule\": { \"halve-every\": \(n) }")
    case .inverseTime(let k): settings.append("\"schedule\": { \"inverse-time\": \(k.typed) }")
    case .warmupCosine(let n): settings.append("\"schedule\": { \"warmup-cosine\": \(n) }")
    }
    if takesEachExample { settings.append("\"updates\": \"each-example\"") }
    return settings
  }
}

extension Lesson.Layer {
  /// The longest line that more than one neuron stands in.
  private static let longestLine = 100

  fileprivate func write(to sink: inout some TextSink, end: String) throws {
    let name = "\"activation\": \(activation.written)"
    let biases = biases.map { "\"biases\": \(line($0))" }
    let rows = weights.map(line)
    let weights = "\"weights\": [\(rows.joined(separator: ", "))]"
    let whole = [name, weights, biases, output.written].compactMap { $0 }.joined(separator: ", ")
    if whole.utf8.count + 10 <= Self.longestLine {
      try sink.append("      { \(whole) }\(end)")
      return
    }
    try sink.append("      {\n        \(name),\n        ")
    if weights.utf8.count + 9 <= Self.longestLine {
      try sink.append(weights)
    } else {
      try sink.append("\"weights\": [\n          \(rows.joined(separator: ",\n          "))\n        ]")
    }
    let rest = [biases, output.written].compactMap { $0 }.map { ",\n        \($0)" }.joined()
    try sink.append("\(rest)\n      }\(end)")
  }
}

extension LayerOutput {
  /// The keys that say it; `nil` where a = f(z).
  fileprivate var written: String? {
    let dropout = dropout.map { dropout in
      let masks = dropout.masks.map { mask in line(mask.map { Numeral(integer: $0 ? 1 : 0) }) }
      let mask = dropout.isShared ? masks.joined() : "[\(masks.joined(separator: ", "))]"
      return "\"dropout\": { \"keep\": \(dropout.keep.written), \"mask\": \(mask) }"
    }
    let keys = [dropout, hasSkip ? "\"skip\": true" : nil].compactMap { $0 }
    return keys.isEmpty ? nil : keys.joined(separator: ", ")
  }
}

extension Lesson.Example {
  fileprivate var line: String {
    "{ \"inputs\": \(Lessons.line(inputs)), \"targets\": \(Lessons.line(targets)) }"
  }
}

extension Activation {
  fileprivate var written: String { Lessons.written(name, setting) }
}

extension Cost {
  fileprivate var written: String { Lessons.written(name, setting) }
}

/// A name, with its setting if it has one, as a lesson file has it.
private func written(_ name: String, _ setting: Numeral?) -> String {
  let name = JSONText.quoted(name)
  return setting.map { "{ \(name): \($0.typed) }" } ?? name
}

extension Numeral {
  /// The number in JSON, which has no fractions.
  fileprivate var written: String {
    denominator == nil ? typed : Numeral(rounding: value, digits: 17)?.typed ?? typed
  }
}

/// The numbers between brackets.
private func line(_ numbers: [Numeral]) -> String {
  "[" + numbers.map(\.written).joined(separator: ", ") + "]"
}
