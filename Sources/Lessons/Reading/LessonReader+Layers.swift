import Backprop
import Formulas
import Texts

/// A layer of the file before its numbers are read: only what can be counted is known.
struct LayerOutline {
  enum Source {
    case given(weights: JSONValue, biases: JSONValue?)
    case gaussian(seed: UInt64)
  }

  var number: Int
  var activation: Activation?
  var neurons: Int?
  var source: Source?
  var output = OutputOutline()

  func parameterCount(width: Int?) -> Int {
    switch source {
    case .given(let weights, let biases):
      guard case .array(let rows) = weights.content else { return 0 }
      return rows.reduce(biases?.elementCount ?? 0) { $0 + ($1.elementCount ?? 0) }
    case .gaussian: return (neurons ?? 0) * ((width ?? 0) + 1)
    case nil: return 0
    }
  }
}

/// A layer that was read; drawn numbers are still to be drawn.
struct LayerDraft {
  enum Source {
    case given(weights: [[Numeral]], biases: [Numeral]?)
    case gaussian(seed: UInt64, layer: Int, neurons: Int, inputs: Int)
  }

  var activation: Activation
  var source: Source
  var output: LayerOutput

  func drawn() -> Lesson.Layer {
    switch source {
    case .given(let weights, let biases):
      return Lesson.Layer(activation: activation, weights: weights, biases: biases, output: output)
    case .gaussian(let seed, let layer, let neurons, let inputs):
      var initializer = GaussianInitializer(seed: seed, layer: layer)
      let weights = initializer.weights(neurons: neurons, inputs: inputs)
      return Lesson.Layer(
        activation: activation, weights: weights, biases: initializer.biases(neurons: neurons),
        output: output)
    }
  }
}

extension LessonReader {
  mutating func outline(
    _ value: JSONValue, number: Int, width: Int?, isLast: Bool
  ) -> LayerOutline {
    let place = "layer \(number)"
    var outline = LayerOutline(number: number)
    let keys = ["activation", "weights", "biases", "layout", "neurons", "initializer", "dropout", "skip"]
    let example = #"{ "activation": "sigmoid", "weights": [[0.5]] }"#
    guard let fields = fields(of: value, place, keys: keys, example: example) else { return outline }
    outline.activation = required("activation", in: fields, example: #""sigmoid""#)
      .flatMap { activation($0, layer: number, isLast: isLast) }

    guard let isByInputs = fields["layout"].map({ layout($0, place) }) ?? false else { return outline }
    if let written = fields["weights"] {
      guard let weights = isByInputs ? transposed(written, place) : written else { return outline }
      for key in ["neurons", "initializer"] {
        guard let range = fields.keyRange(key) else { continue }
        let reason = key == "neurons" ? ": it has a neuron for each row of weights" : ""
        problems.add(
          at: range, "\(place) has both \"weights\" and \(quoted(key)); leave out \(quoted(key))\(reason)")
      }
      outline.source = .given(weights: weights, biases: fields["biases"])
      outline.neurons = neurons(weights, place)
    } else if fields.mentions("neurons") || fields.mentions("initializer") {
      if let range = fields.keyRange("layout") {
        problems.add(at: range, "\(place) has a \"layout\", but no weights; leave out the layout")
      }
      if let range = fields.keyRange("biases") {
        problems.add(
          at: range,
          "\(place) has both \"initializer\" and \"biases\"; leave out \"biases\", which start at 0")
      }
      outline.neurons = required("neurons", in: fields, example: "30")
        .flatMap { wholeNumber($0, "the number of neurons of \(place)", in: 1...Lesson.Limit.neurons) }
      outline.source = required("initializer", in: fields, example: #"{ "gaussian": { "seed": 7 } }"#)
        .flatMap { seed($0, place) }.map { .gaussian(seed: $0) }
    } else {
      _ = required("weights", in: fields, example: "[[0.5, -0.2]], one row for each neuron")
    }
    outline.output = output(fields, of: outline, width: width)
    return outline
  }

  private mutating func neurons(_ weights: JSONValue, _ place: String) -> Int? {
    guard let rows = array(weights, "the weights of \(place)", arePlural: true, brackets: 2) else {
      return nil
    }
    if rows.areFlat {
      problems.add(
        at: weights.range,
        "the weights of \(place) must be rows, one for each neuron, but are numbers; "
          + "for one neuron write [[\(rows.shownNumbers)]]")
      return nil
    }
    if rows.isEmpty {
      problems.add(at: weights.range, "\(place) has no neurons; its weights need one row for each")
      return nil
    }
    guard rows.count <= Lesson.Limit.neurons else {
      problems.add(
        at: weights.range,
        "\(place) has \(counted(rows.count, "neuron")); at most \(grouped(Lesson.Limit.neurons)) are allowed"
      )
      return nil
    }
    return rows.count
  }

  /// Whether a row of weights holds those out of one input.
  private mutating func layout(_ value: JSONValue, _ place: String) -> Bool? {
    switch value.content {
    case .string("inputs-first"): return true
    case .string("neurons-first"): return false
    case .string, .null, .boolean, .number, .array, .object:
      problems.add(
        at: value.range,
        #"the layout of \#(place) must be "neurons-first", a row of weights for each neuron, or "inputs-first", a row for each input"#
      )
      return nil
    }
  }

  /// The weights with rows and columns exchanged; what has no rows of one length is left to be reported.
  private mutating func transposed(_ value: JSONValue, _ place: String) -> JSONValue? {
    guard case .array(let rows) = value.content, let count = rows.first?.elementCount, count > 0 else {
      return value
    }
    let columns = rows.map { row -> [JSONValue] in
      if case .array(let elements) = row.content { elements } else { [] }
    }
    if let odd = columns.indices.first(where: { columns[$0].count != count }) {
      problems.add(
        at: rows[odd].range,
        #"\#(place) has rows of \#(counted(count, "weight")), but row \#(odd + 1) has \#(columns[odd].count); with "layout": "inputs-first" each row has a weight for each neuron"#
      )
      return nil
    }
    return JSONValue(
      .array((0..<count).map { j in JSONValue(.array(columns.map { $0[j] }), at: value.range) }),
      at: value.range)
  }

  private mutating func seed(_ value: JSONValue, _ place: String) -> UInt64? {
    let initializer = fields(
      of: value, "the initializer of \(place)", keys: ["gaussian"], example: #"{ "gaussian": { "seed": 7 } }"#
    )
    guard let initializer,
      let gaussian = required("gaussian", in: initializer, example: #"{ "seed": 7 }"#),
      let fields = fields(
        of: gaussian, "the gaussian initializer of \(place)", keys: ["seed"], example: #"{ "seed": 7 }"#),
      let seed = required("seed", in: fields, example: "7"),
      let number = wholeNumber(seed, "the seed of \(place)", in: GaussianInitializer.seeds)
    else { return nil }
    return UInt64(number)
  }
}
