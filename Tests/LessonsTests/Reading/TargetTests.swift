import Testing

@testable import Lessons

/// A lesson of three classes, whose second layer is written with a row for each input.
private let classes = """
  {
    "network": {
      "inputs": 2,
      "layers": [
        { "activation": "tanh", "weights": [[0.1, 0.2], [0.3, 0.4]] },
        { "activation": "softmax", "layout": "inputs-first", "weights": [[1, 2, 3], [4, 5, 6]] }
      ]
    },
    "cost": "cross-entropy",
    "examples": [{ "inputs": [0.5, 1], "class": 2 }]
  }
  """

private func changed(_ old: String, _ new: String) -> String { classes.replacing(old, with: new) }

@Test func `Weights given a row for each input are turned`() throws {
  let lesson = try Lesson(json: Array(classes.utf8))
  #expect(lesson.layers[1].weights.map { $0.map(\.typed) } == [["1", "4"], ["2", "5"], ["3", "6"]])
}

@Test(arguments: [
  (classes, ["0", "1", "0"]),
  (changed(#""cross-entropy""#, #""hinge""#), ["-1", "1", "-1"]),
  (changed(#""examples""#, #""labelSmoothing": 0.3, "examples""#), ["0.1", "0.8", "0.1"]),
  (changed(#""examples""#, #""labelSmoothing": 0.1, "examples""#), ["1/30", "14/15", "1/30"]),
  (changed(#""examples""#, #""classWeights": [1, 2.5, 3], "examples""#), ["0", "2.5", "0"]),
  (
    changed(#""examples""#, #""labelSmoothing": 0.3, "classWeights": [1, 2, 3], "examples""#),
    ["0.1", "1.6", "0.3"]
  ),
]) func `The number of a class stands for its targets`(text: String, targets: [String]) throws {
  #expect(try Lesson(json: Array(text.utf8)).examples[0].targets.map(\.typed) == targets)
}

@Test(arguments: [
  (#""class": 2"#, #""class": 4"#, "4 ▸ the class of example 1 must be a whole number from 1 to 3, but is 4"),
  (#""class": 2"#, #""class": 0"#, "0 ▸ the class of example 1 must be a whole number from 1 to 3, but is 0"),
  (
    #""class": 2"#, #""class": 2, "targets": [0, 1, 0]"#,
    #""targets" ▸ example 1 has both "class" and "targets"; leave out one of them"#
  ),
  (
    "[[1, 2, 3], [4, 5, 6]]", "[[1], [2]]",
    #"2 ▸ example 1 has a class, but the last layer has 1 neuron; write "targets": [1] or [0]"#
  ),
  (
    "[[1, 2, 3], [4, 5, 6]]", "[[1, 2, 3], [4, 5]]",
    #"[4, 5] ▸ layer 2 has rows of 3 weights, but row 2 has 2; with "layout": "inputs-first" each row has a weight for each neuron"#
  ),
  (
    "[[1, 2, 3], [4, 5, 6]]", "[[1, 2, 3]]",
    "[[1, 2, 3]] ▸ each neuron of layer 2 has 1 weight, but layer 1 has 2 neurons"
  ),
  (
    #""inputs-first""#, #""columns""#,
    #""columns" ▸ the layout of layer 2 must be "neurons-first", a row of weights for each neuron, or "inputs-first", a row for each input"#
  ),
  (
    #""examples""#, #""labelSmoothing": 1.5, "examples""#,
    "1.5 ▸ the label smoothing must be from 0 to 1, but is 1.5"
  ),
  (
    #""cross-entropy""#, #""squared-error", "labelSmoothing": 0.1"#,
    "0.1 ▸ label smoothing needs targets that are probabilities, but the cost is squared-error"
  ),
  (
    #""examples""#, #""classWeights": [1, 2], "examples""#,
    "[1, 2] ▸ the lesson gives 2 class weights, but the last layer has 3 neurons"
  ),
  (
    #""cross-entropy""#, #""squared-error", "classWeights": [1, 2, 3]"#,
    "[1, 2, 3] ▸ class weights need the cost cross-entropy, but the cost is squared-error"
  ),
  (
    #""examples""#, #""classWeights": [1, -2, 3], "examples""#,
    "-2 ▸ class weight 2 must be 0 or more, but is -2"
  ),
]) func `A class, a layout or a weight that does not fit is refused`(
  old: String, new: String, complaint: String
) {
  #expect(complaints(changed(old, new)) == [complaint])
}
