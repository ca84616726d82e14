import Formulas
import Texts

extension LessonReader {
  /// Reads the numbers of a layer that `width` values enter; `nil` if the number is unknown.
  mutating func layer(_ outline: LayerOutline, width: Int?) -> LayerDraft? {
    let source: LayerDraft.Source
    switch outline.source {
    case .given(let weightsValue, let biasesValue):
      let weights = self.weights(weightsValue, layer: outline.number, width: width)
      let biases = biasesValue.flatMap { self.biases($0, layer: outline.number, neurons: outline.neurons) }
      guard let weights else { return nil }
      source = .given(weights: weights, biases: biases)
    case .gaussian(let seed):
      guard let neurons = outline.neurons, let width else { return nil }
      source = .gaussian(seed: seed, layer: outline.number, neurons: neurons, inputs: width)
    case nil: return nil
    }
    guard let activation = outline.activation else { return nil }
    return LayerDraft(activation: activation, source: source, output: outline.output.output)
  }

  private mutating func weights(_ value: JSONValue, layer: Int, width: Int?) -> [[Numeral]]? {
    // Reported where the rows were counted.
    guard case .array(let rows) = value.content, !rows.areFlat else { return nil }
    let reference = reference(layer: layer, width: width, rows: rows)
    let isUniformlyWrong = reportUniformWidth(value, rows, layer: layer, width: width)
    var weights: [[Numeral]] = []
    weights.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      let place = { "layer \(layer), neuron \(index + 1)" }
      guard let elements = array(row, "\(place())") else { continue }
      if let reference, elements.count != reference.count, !isUniformlyWrong, !elements.areNested {
        problems.add(
          at: row.range,
          "\(place()) has \(counted(elements.count, "weight")), but \(reference.words)"
            + (layer == 1 && rows.count == 1 && width == 1
              ? Self.wayToLayout : elements.commaHint(for: reference.count)))
      }
      if let numerals = numbers(elements, { "\(place()), weight \($0)" }) { weights.append(numerals) }
    }
    return weights.count == rows.count ? weights : nil
  }

  /// How many weights each neuron should have, and the words for why.
  private func reference(layer: Int, width: Int?, rows: [JSONValue]) -> (count: Int, words: String)? {
    if let width { return (width, Self.words(before: layer, width: width)) }
    guard let index = rows.firstIndex(where: { $0.elementCount != nil }), let count = rows[index].elementCount
    else { return nil }
    if count == 0 { return (1, "every neuron needs at least one") }
    return (count, "neuron \(index + 1) has \(grouped(count))")
  }

  static func words(before layer: Int, width: Int) -> String {
    layer == 1
      ? "the network has \(counted(width, "input"))" : "layer \(layer - 1) has \(counted(width, "neuron"))"
  }

  /// Reports once what is wrong with all rows in the same way: the layer before is not what the author thought.
  private mutating func reportUniformWidth(
    _ value: JSONValue, _ rows: [JSONValue], layer: Int, width: Int?
  ) -> Bool {
    guard let width, rows.count > 1, let count = rows.first?.elementCount, count != width,
      rows.allSatisfy({ $0.elementCount == count })
    else { return false }
    var hint = rows.count == width ? Self.wayToLayout : ""
    if case .array(let first)? = rows.first?.content, hint.isEmpty { hint = first.commaHint(for: width) }
    problems.add(
      at: value.range,
      "each neuron of layer \(layer) has \(counted(count, "weight")), "
        + "but \(Self.words(before: layer, width: width))\(hint)")
    return true
  }

  private static let wayToLayout =
    #"; a row holds the weights into one neuron, or with "layout": "inputs-first" those out of one input"#

  private mutating func biases(_ value: JSONValue, layer: Int, neurons: Int?) -> [Numeral]? {
    if value.content == .null || value.content == .boolean(false) {
      problems.add(at: value.range, "the biases of layer \(layer) are \(value.kind)\(Self.howWithoutBiases)")
      return nil
    }
    let elements = array(value, "the biases of layer \(layer)", arePlural: true)
    guard let elements else { return nil }
    if let neurons, elements.count != neurons, !elements.areNested {
      let way = elements.isEmpty ? Self.howWithoutBiases : elements.commaHint(for: neurons)
      problems.add(
        at: value.range,
        "layer \(layer) has \(counted(elements.count, "bias", "biases")), but \(counted(neurons, "neuron"))\(way)"
      )
    }
    return numbers(elements) { "layer \(layer), bias \($0)" }
  }

  private static let howWithoutBiases = #"; a layer without biases leaves out "biases""#
}

extension [JSONValue] {
  /// Whether they are numbers where rows of numbers should be.
  var areFlat: Bool { !isEmpty && allSatisfy(\.isNumber) }

  /// The first of the numbers, as they were written.
  var shownNumbers: String {
    let texts = prefix(3).compactMap {
      if case .number(let text) = $0.content { shortened(text) } else { nil }
    }
    return (texts + (count > 3 ? ["…"] : [])).joined(separator: ", ")
  }
}
