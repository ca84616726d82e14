import Backprop
import Texts

/// A network as far as it could be read; what could not is `nil`, and has been reported.
struct NetworkDraft {
  var inputs: Int?
  /// How many neurons the last layer has.
  var outputs: Int?
  /// What each layer makes of f(z).
  var outlines: [OutputOutline] = []
  var parameterCount = 0
  var layers: [LayerDraft]?
}

extension LessonReader {
  mutating func network(_ value: JSONValue) -> NetworkDraft {
    var draft = NetworkDraft()
    let example = #"{ "inputs": 2, "layers": [ … ] }"#
    let fields = fields(of: value, "the network", keys: ["inputs", "layers"], example: example)
    guard let fields else { return draft }
    draft.inputs = required("inputs", in: fields, example: "2")
      .flatMap { wholeNumber($0, #""inputs""#, in: 1...Lesson.Limit.neurons) }
    let layersValue = required("layers", in: fields, example: #"[ { "activation": …, "weights": … } ]"#)
    guard let layersValue, let values = array(layersValue, #""layers""#, ofObjects: true) else {
      return draft
    }
    guard !values.isEmpty, values.count <= Lesson.Limit.layers else {
      problems.add(
        at: layersValue.range,
        values.isEmpty
          ? "the network has no layers; it needs at least one"
          : "the network has \(counted(values.count, "layer")); at most \(Lesson.Limit.layers) are allowed"
      )
      return draft
    }
    var outlines: [LayerOutline] = []
    for (l, value) in values.enumerated() {
      outlines.append(
        outline(
          value, number: l + 1, width: l > 0 ? outlines[l - 1].neurons : draft.inputs,
          isLast: l + 1 == values.count))
    }
    draft.outputs = outlines.last?.neurons
    draft.outlines = outlines.map(\.output)

    // Everything is counted before any number is read or drawn.
    var width = draft.inputs
    for outline in outlines {
      draft.parameterCount += outline.parameterCount(width: width)
      width = outline.neurons
    }
    guard draft.parameterCount <= Lesson.Limit.parameters else {
      problems.add(
        at: layersValue.range,
        "the network has \(counted(draft.parameterCount, "parameter")); "
          + "at most \(grouped(Lesson.Limit.parameters)) are allowed")
      return draft
    }

    var layers: [LayerDraft] = []
    width = draft.inputs
    for outline in outlines {
      if let layer = layer(outline, width: width) { layers.append(layer) }
      width = outline.neurons
    }
    if layers.count == outlines.count { draft.layers = layers }
    return draft
  }
}
