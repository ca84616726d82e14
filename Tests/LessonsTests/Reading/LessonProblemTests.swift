import Testing

@testable import Lessons

@Test(arguments: [
  (
    #""learningRate": 0.5"#, #""learningrate": 0.5"#,
    #""learningrate" ▸ the lesson has an unknown key "learningrate"; did you mean "learningRate"?"#
  ),
  (#""cost""#, #""csot""#, #""csot" ▸ the lesson has an unknown key "csot"; did you mean "cost"?"#),
  (
    #""title""#, #""version""#,
    #""version" ▸ the lesson has an unknown key "version"; the choices are "title", "summary", "language", "network", "cost", "examples", "reduction", "penalty", "trainBiases", "labelSmoothing", "classWeights", "learningRate", "optimizer", "ascent", "steps", "schedule" and "updates""#
  ),
  (
    #""inputs": 2,"#, #""inputs": 2, "q": 1,"#,
    #""q" ▸ the network has an unknown key "q"; the choices are "inputs" and "layers""#
  ),
  (
    #""tanh", "weights""#, #""tanh", "weigths""#,
    #""weigths" ▸ layer 2 has an unknown key "weigths"; did you mean "weights"?"#
  ),
  (
    #""targets""#, #""target""#, #""target" ▸ example 1 has an unknown key "target"; did you mean "targets"?"#
  ),
  (#""l2""#, #""L2""#, #""L2" ▸ the penalty has an unknown key "L2"; did you mean "l2"?"#),
]) func `An unknown key is refused with a suggestion`(old: String, new: String, complaint: String) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test(arguments: [
  (
    #""cost": "half-squared-error","#, "",
    #"{ ▸ the lesson has no "cost"; add it, as in "cost": "squared-error""#
  ),
  (#""inputs": 2,"#, "", #"{ ▸ the network has no "inputs"; add it, as in "inputs": 2"#),
  (#""activation": "tanh","#, "", #"{ ▸ layer 2 has no "activation"; add it, as in "activation": "sigmoid""#),
  (#""inputs": [0.05, 0.10],"#, "", #"{ ▸ example 1 has no "inputs"; add it, as in "inputs": [0.5]"#),
  (#", "targets": [0.01, 0.99]"#, "", #"{ ▸ example 1 has no "targets"; add it, as in "targets": [1]"#),
  (
    #""weights": [[0.40, 0.45], [0.50, 0.55]], "#, "",
    #"{ ▸ layer 2 has no "weights"; add it, as in "weights": [[0.5, -0.2]], one row for each neuron"#
  ),
]) func `What is missing is named`(old: String, new: String, complaint: String) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test(arguments: [
  (
    "0.45", "\"0.45\"",
    #""0.45" ▸ layer 2, neuron 1, weight 2 must be a number, but is the string "0.45"; leave out the quotes"#
  ),
  ("0.45", "null", "null ▸ layer 2, neuron 1, weight 2 must be a number, but is null"),
  ("0.45", "[]", "[] ▸ layer 2, neuron 1, weight 2 must be a number, but is an array"),
  ("[0.60, 0.60]", "[0.60, true]", "true ▸ layer 2, bias 2 must be a number, but is true"),
  (
    "[0.60, 0.60]", "0.60",
    "0.60 ▸ the biases of layer 2 must be an array, but are the number 0.60; write [0.60]"
  ),
  ("[0.50, 0.55]", "0.50", "0.50 ▸ layer 2, neuron 2 must be an array, but is the number 0.50; write [0.50]"),
  ("[0.05, 0.10]", "[0.05, {}]", "{} ▸ example 1, input 2 must be a number, but is an object"),
  ("[0.01, 0.99]", "1", "1 ▸ the targets of example 1 must be an array, but are the number 1; write [1]"),
  (#""tanh""#, "7", #"7 ▸ the activation of layer 2 must be a name, such as "sigmoid", but is the number 7"#),
  (
    #""half-squared-error""#, "null", #"null ▸ the cost must be a name, such as "squared-error", but is null"#
  ),
  (
    #""A 2-2-2 network, one step""#, "2",
    #"2 ▸ the title must be a string, or one for each language as in { "en": "…" }, but is the number 2"#
  ),
  (
    #""learningRate": 0.5"#, #""summary": false"#,
    #"false ▸ the summary must be a string, or one for each language as in { "en": "…" }, but is false"#
  ),
  (
    #""learningRate": 0.5"#, #""trainBiases": 0"#,
    #"0 ▸ "trainBiases" must be true or false, but is the number 0"#
  ),
  (
    #"{ "l2": 0.0, "l1": 0.0 }"#, "0.1",
    #"0.1 ▸ the penalty must be an object, such as { "l2": 0.1 }, but is the number 0.1"#
  ),
  (
    #""inputs": 2,"#, #""inputs": "two","#,
    #""two" ▸ "inputs" must be a whole number from 1 to 4,096, but is the string "two""#
  ),
  (
    #""inputs": 2,"#, #""inputs": 2.5,"#,
    #"2.5 ▸ "inputs" must be a whole number from 1 to 4,096, but is 2.5"#
  ),
  (#""inputs": 2,"#, #""inputs": 0,"#, #"0 ▸ "inputs" must be a whole number from 1 to 4,096, but is 0"#),
  (
    #""inputs": 2,"#, #""inputs": 2e300,"#,
    #"2e300 ▸ "inputs" must be a whole number from 1 to 4,096, but is 2e300"#
  ),
]) func `A value of the wrong kind is refused`(old: String, new: String, complaint: String) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test(arguments: [
  (#""tanh""#, #""tahn""#, #""tahn" ▸ the activation of layer 2 is unknown: "tahn"; did you mean "tanh"?"#),
  (#""tanh""#, #""ReLU""#, #""ReLU" ▸ the activation of layer 2 is unknown: "ReLU"; did you mean "relu"?"#),
  (
    #""tanh""#, #""swish-ish""#,
    #""swish-ish" ▸ the activation of layer 2 is unknown: "swish-ish"; the choices are "identity", "sigmoid", "tanh", "relu", "softplus", "silu", "elu", "gelu", "softmax" and "leaky-relu""#
  ),
  (
    #""tanh""#, #""leaky-relu""#,
    #""leaky-relu" ▸ the activation of layer 2 has no slope; write { "leaky-relu": 0.01 }, with the slope below 0"#
  ),
  (
    #""tanh""#, #""leaky_relu""#,
    #""leaky_relu" ▸ the activation of layer 2 is unknown: "leaky_relu"; write { "leaky-relu": 0.01 }, with the slope below 0"#
  ),
  (
    #""tanh""#, #"{ "leaky-relu": -0.1 }"#,
    "-0.1 ▸ the slope of layer 2's leaky-relu must be 0 or more, but is -0.1"
  ),
  (
    #""tanh""#, #"{ "leakyrelu": 0.1 }"#,
    #""leakyrelu" ▸ the activation of layer 2 has an unknown key "leakyrelu"; did you mean "leaky-relu"?"#
  ),
  (
    #""tanh""#, #"{ "elu": -1 }"#, "-1 ▸ the α of layer 2's elu must be 0 or more, but is -1"
  ),
  (
    #""tanh""#, #"{ "elu": 1, "leaky-relu": 0.1 }"#,
    #"{ "elu": 1, "leaky-relu": 0.1 } ▸ the activation of layer 2 is one function, but 2 are given; leave out one"#
  ),
  (
    #""tanh""#, #"{ "silu": 1 }"#,
    #""silu" ▸ the activation of layer 2 has an unknown key "silu"; the choices are "elu" and "leaky-relu""#
  ),
  (#""tanh""#, "{}", #"{ ▸ the activation of layer 2 has no "leaky-relu"; add it, as in "leaky-relu": 0.01"#),
  (#""sigmoid""#, #""softmax""#, #""softmax" ▸ layer 1 is softmax, but only the last layer may be"#),
  (
    #""half-squared-error""#, #""half-square-error""#,
    #""half-square-error" ▸ the cost "half-square-error" is unknown; did you mean "half-squared-error"?"#
  ),
  (
    #""half-squared-error""#, #""dice""#,
    #""dice" ▸ the cost "dice" is unknown; the choices are "squared-error", "half-squared-error", "mean-squared-error", "binary-cross-entropy", "mean-binary-cross-entropy", "cross-entropy", "absolute-error", "huber" and "hinge""#
  ),
  (#""half-squared-error""#, #"{ "huber": 0 }"#, "0 ▸ the δ of the Huber cost must be more than 0, but is 0"),
  (
    #""half-squared-error""#, #"{ "delta": 1 }"#,
    #""delta" ▸ the cost has an unknown key "delta"; the only choice is "huber""#
  ),
]) func `An unknown activation or cost is refused with a suggestion`(
  old: String, new: String, complaint: String
) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test(arguments: [
  (
    #""learningRate": 0.5"#, #""learningRate": -0.5"#,
    "-0.5 ▸ the learning rate must be 0 or more, but is -0.5"
  ),
  (#""l2": 0.0"#, #""l2": -1"#, "-1 ▸ l2 must be 0 or more, but is -1"),
  (#""l1": 0.0"#, #""l1": -1e-3"#, "-1e-3 ▸ l1 must be 0 or more, but is -1e-3"),
]) func `A negative rate or penalty is refused`(old: String, new: String, complaint: String) {
  #expect(complaints(replacing: old, by: new) == [complaint])
}

@Test(arguments: [
  (
    "binary-cross-entropy", "1.5",
    ["1.5 ▸ example 1, target 1 is 1.5, but binary-cross-entropy needs targets from 0 to 1"]
  ),
  (
    "binary-cross-entropy", "-0.01",
    ["-0.01 ▸ example 1, target 1 is -0.01, but binary-cross-entropy needs targets from 0 to 1"]
  ),
  ("cross-entropy", "-1", ["-1 ▸ example 1, target 1 is -1, but cross-entropy needs targets of 0 or more"]),
  ("cross-entropy", "1.5", []),
  ("binary-cross-entropy", "1", []),
  ("squared-error", "-7", []),
]) func `A target outside the domain of the cost is refused`(cost: String, target: String, expected: [String])
{
  let text = goodLesson.split(separator: "half-squared-error").joined(separator: cost)
    .split(separator: "0.01").joined(separator: target)
  #expect(complaints(text) == expected)
}

@Test func `A value that is no lesson is refused`() {
  #expect(
    complaints("[]") == [
      #"[] ▸ the lesson must be an object, such as { "network": …, "cost": …, "examples": … }, but is an array"#
    ])
}
