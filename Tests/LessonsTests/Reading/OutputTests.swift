import Backprop
import Testing

@testable import Lessons

/// A lesson whose hidden layer has dropout and a skip.
private let layers = """
  {
    "network": {
      "inputs": 3,
      "layers": [
        { "activation": "tanh", "weights": [[1, 2, 3], [4, 5, 6], [7, 8, 9]], "dropout": { "keep": 0.5, "mask": [1, 0, 1] }, "skip": true },
        { "activation": "sigmoid", "weights": [[0.1, 0.2, 0.3]] }
      ]
    },
    "cost": "squared-error",
    "examples": [{ "inputs": [0.5, 1, 2], "targets": [1] }, { "inputs": [1, 2, 0], "targets": [0] }]
  }
  """

private func changed(_ old: String, _ new: String) -> String { layers.replacing(old, with: new) }

@Test(arguments: [
  ("[1, 0, 1]", [[true, false, true]]),
  ("[0.0, 1e0, 0]", [[false, true, false]]),
  ("[[1, 0, 1], [0, 0, 1]]", [[true, false, true], [false, false, true]]),
  ("[[1, 0, 0]]", [[true, false, false]]),
]) private func `A layer has one mask, or one for each example`(mask: String, masks: [[Bool]]) throws {
  let output = try Lesson(json: Array(changed("[1, 0, 1]", mask).utf8)).layers[0].output
  #expect(output.dropout?.masks == masks)
  #expect(output.dropout?.keep.typed == "0.5")
  #expect(output.hasSkip)
}

@Test(arguments: [
  ("[1, 0, 1]", "[1, 0]", "[1, 0] ▸ the mask of layer 1 has 2 entries, but the layer has 3 neurons"),
  (
    "[1, 0, 1]", "[1, 0.5, 1]",
    "0.5 ▸ the mask of layer 1, entry 2 must be 1 for a neuron that is kept, or 0 for one that is dropped, but is 0.5"
  ),
  (
    "[1, 0, 1]", "[[1, 0, 1], [0, 1]]",
    "[0, 1] ▸ mask 2 of layer 1 has 2 entries, but the layer has 3 neurons"
  ),
  (
    "[1, 0, 1]", "[[1, 0, 1], 1]",
    "1 ▸ mask 2 of layer 1 must be an array, but is the number 1; write [1]"
  ),
  (
    "[1, 0, 1]", "[[1, 0, 1], [0, 1, 1], [1, 1, 1]]",
    "[[1, 0, 1], [0, 1, 1], [1, 1, 1]] ▸ layer 1 has 3 masks, but the lesson has 2 examples; give one mask for all, or one for each"
  ),
  ("[1, 0, 1]", "[]", "[] ▸ the mask of layer 1 has no entries, but the layer has 3 neurons"),
  (
    #""keep": 0.5"#, #""keep": 0"#,
    #"0 ▸ "keep" of the dropout of layer 1 is the probability with which a neuron is kept: it must be above 0, and 1 at most, but is 0"#
  ),
  (
    #""keep": 0.5"#, #""keep": 1.5"#,
    #"1.5 ▸ "keep" of the dropout of layer 1 is the probability with which a neuron is kept: it must be above 0, and 1 at most, but is 1.5"#
  ),
  (
    #""keep": 0.5, "#, "",
    #"{ ▸ the dropout of layer 1 has no "keep"; add it, as in "keep": 0.5"#
  ),
  (
    #"{ "keep": 0.5, "mask": [1, 0, 1] }"#, "0.5",
    #"0.5 ▸ the dropout of layer 1 must be an object, such as { "keep": 0.5, "mask": [1, 0, 1] }, but is the number 0.5"#
  ),
  (#""skip": true"#, #""skip": 1"#, #"1 ▸ "skip" of layer 1 must be true or false, but is the number 1"#),
  (
    #""weights": [[0.1, 0.2, 0.3]]"#, #""weights": [[0.1, 0.2, 0.3]], "skip": true"#,
    "true ▸ layer 2 has a skip and 1 neuron, but layer 1 has 3 neurons; a skip adds neuron to neuron, so both must have as many"
  ),
  (
    #"squared-error""#, #"binary-cross-entropy", "labelSmoothing": 0"#, ""
  ),
]) private func `A dropout or a skip that does not fit is refused`(
  old: String, new: String, complaint: String
) {
  #expect(complaints(changed(old, new)) == (complaint.isEmpty ? [] : [complaint]))
}

@Test(arguments: [
  (
    #""squared-error""#, "sigmoid", #""binary-cross-entropy""#,
    #""dropout" ▸ the last layer may have "dropout" or "skip" only if the cost takes no logarithm of what it puts out, as binary-cross-entropy does"#
  ),
  (
    #""squared-error""#, "softmax", #""squared-error""#,
    #""dropout" ▸ layer 2 is softmax, whose outputs add up to 1; only other layers have "dropout" or "skip""#
  ),
  (#""squared-error""#, "sigmoid", #""squared-error""#, ""),
]) private func `The last layer puts out what its cost takes`(
  cost: String, activation: String, new: String, complaint: String
) {
  let text = changed(cost, new).replacing(
    #"{ "activation": "sigmoid""#,
    with: #"{ "dropout": { "keep": 1, "mask": [1] }, "activation": "\#(activation)""#)
  #expect(complaints(text) == (complaint.isEmpty ? [] : [complaint]))
}
