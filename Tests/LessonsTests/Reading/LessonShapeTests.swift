import Testing

@testable import Lessons

@Test(arguments: [
  (
    "[0.40, 0.45]", "[0.40, 0.45, 0.9]",
    "[0.40, 0.45, 0.9] ▸ layer 2, neuron 1 has 3 weights, but layer 1 has 2 neurons"
  ),
  ("[0.15, 0.20]", "[0.15]", "[0.15] ▸ layer 1, neuron 1 has 1 weight, but the network has 2 inputs"),
  ("[0.15, 0.20]", "[]", "[] ▸ layer 1, neuron 1 has no weights, but the network has 2 inputs"),
  (
    "[[0.40, 0.45], [0.50, 0.55]]", "[[0.40], [0.50]]",
    "[[0.40], [0.50]] ▸ each neuron of layer 2 has 1 weight, but layer 1 has 2 neurons; a row holds the weights into one neuron, or with \"layout\": \"inputs-first\" those out of one input"
  ),
  ("[0.60, 0.60]", "[0.60]", "[0.60] ▸ layer 2 has 1 bias, but 2 neurons"),
  (
    "[0.60, 0.60]", "[]",
    #"[] ▸ layer 2 has no biases, but 2 neurons; a layer without biases leaves out "biases""#
  ),
  ("[0.05, 0.10]", "[0.05]", "[0.05] ▸ example 1 has 1 input, but the network has 2 inputs"),
  (
    "[0.01, 0.99]", "[0.01, 0.99, 1]",
    "[0.01, 0.99, 1] ▸ example 1 has 3 targets, but the last layer has 2 neurons"
  ),
  ("[0.01, 0.99]", "[]", "[] ▸ example 1 has no targets, but the last layer has 2 neurons"),
  (
    #"[ { "inputs": [0.05, 0.10], "targets": [0.01, 0.99] } ]"#, "[]",
    "[] ▸ the lesson has no examples; it needs at least one"
  ),
  ("[[0.40, 0.45], [0.50, 0.55]]", "[]", "[] ▸ layer 2 has no neurons; its weights need one row for each"),
]) func `A wrong shape is refused`(old: String, new: String, complaint: String) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test func `Without a width to hold them to, ragged rows are held to the first`() {
  let text =
    #"{"network":{"layers":[{"activation":"relu","weights":[[1,2],[3]]}]},"cost":"squared-error","examples":[{"inputs":[],"targets":[1]}]}"#
  #expect(
    complaints(text) == [
      #"{ ▸ the network has no "inputs"; add it, as in "inputs": 2"#,
      "[3] ▸ layer 1, neuron 2 has 1 weight, but neuron 1 has 2",
      "[] ▸ example 1 has no inputs",
      "[1] ▸ example 1 has 1 target, but the last layer has 2 neurons",
    ])
}

@Test(arguments: [
  (
    #""neurons": 2"#,
    #"{ ▸ layer 2 has no "initializer"; add it, as in "initializer": { "gaussian": { "seed": 7 } }"#
  ),
  (
    #""initializer": { "gaussian": { "seed": 7 } }"#,
    #"{ ▸ layer 2 has no "neurons"; add it, as in "neurons": 30"#
  ),
  (
    #""neurons": 2, "weights": [[0, 0], [0, 0]]"#,
    #""neurons" ▸ layer 2 has both "weights" and "neurons"; leave out "neurons": it has a neuron for each row of weights"#
  ),
  (
    #""weights": [[0, 0], [0, 0]], "initializer": {}"#,
    #""initializer" ▸ layer 2 has both "weights" and "initializer"; leave out "initializer""#
  ),
  (
    #""neurons": 2, "initializer": { "gaussian": { "seed": 7 } }, "biases": [0, 0]"#,
    #""biases" ▸ layer 2 has both "initializer" and "biases"; leave out "biases", which start at 0"#
  ),
  (
    #""neurons": 2, "initializer": { "gaussian": { "seed": -1 } }"#,
    "-1 ▸ the seed of layer 2 must be a whole number from 0 to 9,007,199,254,740,992, but is -1"
  ),
  (
    #""neurons": 2, "initializer": { "gaussian": { "seed": 9007199254740993 } }"#,
    "9007199254740993 ▸ the seed of layer 2 must be a whole number from 0 to 9,007,199,254,740,992, but is 9007199254740993"
  ),
  (
    #""neurons": 2, "initializer": { "uniform": {} }"#,
    #""uniform" ▸ the initializer of layer 2 has an unknown key "uniform"; the only choice is "gaussian""#
  ),
  (
    #""neurons": 2, "initializer": { "gaussian": {} }"#,
    #"{ ▸ the gaussian initializer of layer 2 has no "seed"; add it, as in "seed": 7"#
  ),
  (
    #""neurons": 2, "initializer": "gaussian""#,
    #""gaussian" ▸ the initializer of layer 2 must be an object, such as { "gaussian": { "seed": 7 } }, but is the string "gaussian""#
  ),
]) func `An initializer is whole, and alone`(layer: String, complaint: String) {
  let old = #""weights": [[0.40, 0.45], [0.50, 0.55]], "biases": [0.60, 0.60]"#
  #expect(complaints(replacing: old, by: layer).first == complaint)
}

@Test func `All problems are found, in the order of their place`() {
  let text = """
    { "examples": [{ "inputs": [1], "targets": [true] }], "cost": "x",
      "network": { "inputs": 2, "layers": [{ "activation": "sgmoid", "weights": [[1, 2], [3]], "biases": [1] }] } }
    """
  #expect(
    complaints(text).map { $0.split(separator: " ▸ ").last } == [
      "example 1 has 1 input, but the network has 2 inputs",
      "example 1 has 1 target, but the last layer has 2 neurons",
      "example 1, target 1 must be a number, but is true",
      "the cost \"x\" is unknown; the choices are \"squared-error\", \"half-squared-error\", \"mean-squared-error\", \"binary-cross-entropy\", \"mean-binary-cross-entropy\", \"cross-entropy\", \"absolute-error\", \"huber\" and \"hinge\"",
      "the activation of layer 1 is unknown: \"sgmoid\"; did you mean \"sigmoid\"?",
      "layer 1, neuron 2 has 1 weight, but the network has 2 inputs",
      "layer 1 has 1 bias, but 2 neurons",
    ])
}
