import Backprop
import Formulas
import Texts

/// What a layer of the file makes of f(z), and where that stands.
struct OutputOutline {
  var output = LayerOutput()
  /// Of the masks.
  var masks: Range<Int>?
  /// Of the first key that makes more than f(z) of it.
  var key: Range<Int>?
}

extension LessonReader {
  mutating func output(_ fields: Fields, of layer: LayerOutline, width: Int?) -> OutputOutline {
    var outline = OutputOutline()
    if let value = fields["dropout"] {
      outline.key = fields.keyRange("dropout")
      outline.output.dropout = dropout(value, of: layer, &outline)
    }
    if let value = fields["skip"], boolean(value, #""skip" of layer \#(layer.number)"#) {
      outline.key = outline.key ?? fields.keyRange("skip")
      outline.output.hasSkip = true
      if let neurons = layer.neurons, let width, neurons != width {
        problems.add(
          at: value.range,
          "layer \(layer.number) has a skip and \(counted(neurons, "neuron")), but \(Self.words(before: layer.number, width: width)); "
            + "a skip adds neuron to neuron, so both must have as many")
      }
    }
    if let range = outline.key, layer.activation == .softmax {
      problems.add(
        at: range,
        "layer \(layer.number) is softmax, whose outputs add up to 1; only other layers have \"dropout\" or \"skip\""
      )
    }
    return outline
  }

  private mutating func dropout(
    _ value: JSONValue, of layer: LayerOutline, _ outline: inout OutputOutline
  ) -> Dropout? {
    let place = "the dropout of layer \(layer.number)"
    let fields = fields(
      of: value, place, keys: ["keep", "mask"], example: #"{ "keep": 0.5, "mask": [1, 0, 1] }"#)
    guard let fields else { return nil }
    let keep = required("keep", in: fields, example: "0.5").flatMap { self.keep($0, place) }
    guard let mask = required("mask", in: fields, example: "[1, 0, 1]") else { return nil }
    outline.masks = mask.range
    guard let elements = array(mask, "the mask of layer \(layer.number)") else { return nil }
    let rows = elements.areNested ? elements : [mask]
    let masks = rows.enumerated().compactMap { x, row in
      self.mask(
        row, of: layer,
        elements.areNested ? "mask \(x + 1) of layer \(layer.number)" : "the mask of layer \(layer.number)")
    }
    guard let keep, masks.count == rows.count else { return nil }
    return Dropout(keep: keep, masks: masks)
  }

  private mutating func keep(_ value: JSONValue, _ place: String) -> Numeral? {
    guard let keep = number(value, "\"keep\" of \(place)") else { return nil }
    if keep.value > 0, keep.value <= 1 { return keep }
    problems.add(
      at: value.range,
      "\"keep\" of \(place) is the probability with which a neuron is kept: it must be above 0, and 1 at most, but is \(keep.typed)"
    )
    return nil
  }

  /// Whether each neuron is kept.
  private mutating func mask(_ value: JSONValue, of layer: LayerOutline, _ place: String) -> [Bool]? {
    guard let elements = array(value, place), let entries = numbers(elements, { "\(place), entry \($0)" })
    else { return nil }
    if let neurons = layer.neurons, entries.count != neurons {
      problems.add(
        at: value.range,
        "\(place) has \(counted(entries.count, "entry", "entries")), but the layer has \(counted(neurons, "neuron"))"
      )
      return nil
    }
    for (j, entry) in entries.enumerated() where entry.value != 0 && entry.value != 1 {
      problems.add(
        at: elements[j].range,
        "\(place), entry \(j + 1) must be 1 for a neuron that is kept, or 0 for one that is dropped, but is \(entry.typed)"
      )
    }
    return entries.map { $0.value == 1 }
  }

  /// Holds the masks to the examples, and what the last layer puts out to where the cost is defined.
  mutating func check(_ network: NetworkDraft, _ cost: Cost?, examples: Int?) {
    for (l, outline) in network.outlines.enumerated() {
      let count = outline.output.dropout?.masks.count ?? 1
      if let range = outline.masks, let examples, count > 1, count != examples {
        problems.add(
          at: range,
          "layer \(l + 1) has \(count) masks, but the lesson has \(counted(examples, "example")); give one mask for all, or one for each"
        )
      }
    }
    if let cost, cost.takesLogarithms, let range = network.outlines.last?.key {
      problems.add(
        at: range,
        "the last layer may have \"dropout\" or \"skip\" only if the cost takes no logarithm of what it puts out, as \(cost.name) does"
      )
    }
  }
}
