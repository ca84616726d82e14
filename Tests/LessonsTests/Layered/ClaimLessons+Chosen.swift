@testable import Lessons

extension ClaimCase {
  /// The smallest lessons that were found to make a sentence false, or to make it at all.
  static func chosen() throws -> [ClaimCase] {
    func layer(_ activation: String, _ weights: String, _ biases: String? = nil) -> String {
      #"{ "activation": "\#(activation)", "weights": \#(weights)\#(biases.map { #", "biases": \#($0)"# } ?? "") }"#
    }
    func output(_ layer: String, _ keys: String) -> String { layer.dropLast(2) + ", " + keys + " }" }
    func example(_ inputs: String, _ targets: String) -> String {
      #"{ "inputs": [\#(inputs)], "targets": [\#(targets)] }"#
    }
    func rate(_ rate: String) -> String { #", "learningRate": \#(rate)"# }
    let one = example("1", "1")
    return try [
      ClaimCase(
        "a gradient in fractions that vanishes",
        layer("identity", "[[2]]") + ", " + layer("identity", "[[0.5]]"),
        "squared-error", example("1", "0")
      ) { $0.exact = true },
      ClaimCase("no biases", layer("relu", "[[1]]"), "squared-error", one),
      ClaimCase(
        "a softplus that is nearly on, and one that is nearly off",
        layer("softplus", "[[8]]") + ", " + layer("softplus", "[[-2]]", "[0.1]"), "squared-error", one,
        rate("0.5")),
      ClaimCase(
        "curves that fall before they rise, and one that fades",
        [layer("silu", "[[-2]]"), layer("gelu", "[[1]]", "[-1]"), layer("elu", "[[1]]")].joined(
          separator: ", "), "squared-error", one),
      ClaimCase(
        "distances", layer("identity", "[[1], [2], [0.5]]"), "absolute-error", example("1", "0, 2, 1"),
        rate("0.1")),
      ClaimCase(
        "a distance that changes its side", layer("identity", "[[1]]"), "absolute-error", example("1", "0.9"),
        rate("0.5")),
      ClaimCase(
        "two outputs on their targets", layer("identity", "[[0.5], [2]]", "[0.25, -1]"), "absolute-error",
        example("1", "0.75, 1"), rate("0.1")),
      ClaimCase(
        "a margin that is just met", layer("identity", "[[0.75]]", "[0.25]"), "hinge", one, rate("0.5")),
      ClaimCase("an outlier", layer("identity", "[[1], [2]]"), "huber", example("1", "0.5, 9"), rate("0.1")),
      ClaimCase(
        "margins", layer("identity", "[[0.3], [2], [1]]"), "hinge", example("1", "1, 1, -1"), rate("0.1")),
      ClaimCase(
        "a mean of logarithms", layer("sigmoid", "[[0.3], [2]]"), "mean-binary-cross-entropy",
        example("1", "1, 0"), rate("0.1")),
      ClaimCase("dropout-layer"), ClaimCase("skip"),
      ClaimCase(
        "dropout, skips and two examples", inputs: 2,
        output(layer("tanh", "[[1, 0.5], [2, -0.5]]", "[0, 2]"), #""skip": true"#) + ", "
          + output(
            layer("sigmoid", "[[0.5, 1], [1, -1]]"),
            #""skip": true, "dropout": { "keep": 0.8, "mask": [[1, 0], [0, 1]] }"#) + ", "
          + output(layer("sigmoid", "[[0.5, 1], [1, -1]]"), #""skip": true"#), "squared-error",
        example("1, 2", "1, 0") + ", " + example("-1, 0.5", "1, 1"), rate("0.1")),
      ClaimCase(
        "a chain with dropout and a skip",
        output(layer("sigmoid", "[[2]]"), #""dropout": { "keep": 0.5, "mask": [1] }"#) + ", "
          + output(layer("tanh", "[[2]]"), #""skip": true"#) + ", " + layer("identity", "[[2]]"),
        "squared-error", one, rate("0.1")),
      ClaimCase(
        "a chain with dropout",
        [
          output(layer("sigmoid", "[[2]]"), #""dropout": { "keep": 0.5, "mask": [1] }"#),
          output(layer("sigmoid", "[[20]]"), #""dropout": { "keep": 0.5, "mask": [1] }"#),
          output(layer("sigmoid", "[[2]]"), #""dropout": { "keep": 0.5, "mask": [0] }"#),
          layer("identity", "[[2]]"),
        ].joined(separator: ", "), "squared-error", one, rate("0.1")),
      ClaimCase(
        "many dropped neurons",
        output(
          layer("relu", "[\(Array(repeating: "[1]", count: 17).joined(separator: ", "))]"),
          #""dropout": { "keep": 0.5, "mask": [\#(Array(repeating: "1, 0", count: 8).joined(separator: ", ")), 1] }"#
        )
          + ", " + layer("identity", "[[\(Array(repeating: "0.1", count: 17).joined(separator: ", "))]]"),
        "squared-error", one),
      ClaimCase("a sigmoid that rounds to 1", layer("sigmoid", "[[20]]"), "squared-error", one),
      ClaimCase("batch") { $0.digits = 15 },
      ClaimCase(
        "an output on its target", layer("sigmoid", "[[0.5]]", "[0]"), "binary-cross-entropy",
        example("0", "0.5")),
      ClaimCase("a cost below 0", layer("identity", "[[2]]"), "cross-entropy", example("1", "0.3")),
      ClaimCase(
        "softmax and binary cross-entropy", layer("softmax", "[[1], [0.3], [-0.7]]"), "binary-cross-entropy",
        example("0.6", "0, 1, 0")),
      ClaimCase("cross-entropy"), ClaimCase("weight-decay"), ClaimCase("dead-relu"), ClaimCase("softmax"),
      ClaimCase(
        "a gradient that grows towards the input",
        [(-4, 0), (-4, 0), (-4, 0), (0, 0)].reversed().map { layer("sigmoid", "[[8]]", "[\($0.0)]") }.joined(
          separator: ", "),
        "squared-error", example("0.01", "1")),
      ClaimCase(
        "two equal neurons", layer("sigmoid", "[[0.5], [0.5]]") + ", " + layer("sigmoid", "[[0.6, 0.6]]"),
        "squared-error",
        one),
      ClaimCase("no numeric value", layer("identity", "[[1e-7]]", "[0]"), "cross-entropy", one),
      ClaimCase(
        "two kinks at once",
        layer("identity", "[[1]]", "[0]") + ", " + layer("relu", "[[1], [-1]]", "[-1, 1]") + ", "
          + layer("identity", "[[1, -2]]", "[0]"), "squared-error", example("1", "-1"), rate("0.1")),
      // x in place of max(0, x) − max(0, −x), each with the slope 0 at 0.
      ClaimCase(
        "two kinks that undo each other",
        layer("identity", "[[0]]") + ", " + layer("relu", "[[1], [-1]]") + ", "
          + layer("identity", "[[1, -1]]"), "squared-error", example("1", "-1")),
      ClaimCase(
        "four kinks that undo each other",
        layer("identity", "[[0]]") + ", " + layer("relu", "[[1], [-1], [2], [-2]]") + ", "
          + layer("identity", "[[1, -1, 1, -1]]"), "squared-error", example("1", "-1")),
      ClaimCase(
        "a step from a kink", layer("identity", "[[0]]"), "half-squared-error", example("1", "0.1"),
        #", "penalty": { "l1": 0.5 }"# + rate("0.5")),
      ClaimCase(
        "a short step from a kink", layer("identity", "[[0]]"), "half-squared-error", example("1", "0.1"),
        #", "penalty": { "l1": 0.5 }"# + rate("0.0001")),
      ClaimCase(
        "a step too small to be seen", layer("softmax", "[[90.3], [61.1]]"), "cross-entropy",
        example("1", "1, 0"),
        rate("0.1")),
      ClaimCase(
        "a nudge too small to be seen", layer("identity", "[[1]]"), "squared-error", example("1e-15", "1")),
      ClaimCase(
        "a penalty beyond 0", layer("identity", "[[2]]", "[0]"), "squared-error", one,
        #", "penalty": { "l2": 3 }"# + rate("1")),
      ClaimCase(
        "five examples, of which four agree", inputs: 2, layer("identity", "[[0, 0]]"), "squared-error",
        [("1, 1", "1"), ("1, -1", "1"), ("1, 1", "1"), ("1, 1", "1"), ("1, 1", "-1")].map(example).joined(
          separator: ", "),
        rate("0.1")),
      ClaimCase(
        "five examples of a tanh", inputs: 3, layer("tanh", "[[-0.1, -0.4, -0.9]]", "[1.2]"),
        "mean-squared-error",
        [
          ("0.5, -1.4, -0.90", "-1.7"), ("-1.9, 1.4, 0.3", "1.6"), ("0.6, 0.3, -0.5", "1.0"),
          ("0.7, 0.5, -0.9", "-1.5"), ("-0.9, -1.4, 0.7", "-0.3"),
        ].map(example).joined(separator: ", "), rate("0")),
      ClaimCase(
        "five examples of five neurons", inputs: 5,
        layer(
          "relu",
          "[[-38.4, 1.3, -9.8, 12.4, 14.7], [25.1, 5.2, 4.5, 6.9, 21], [-10.8, -22.4, 28.4, -22.6, 11.1], [35.3, -12.7, -36.4, 5.8, 39.5], [-10.6, -18.8, -27.5, 14.8, -27.1]]",
          "[-28.3, 17.8, -36.6, 13.8, -20.2]"), "mean-squared-error",
        [
          ("-1.8, -1.9, 0.9, 1.6, -0.2", "-0.5, -1.3, -0.3, 1.2, -0.4"),
          ("-1.4, 1, 1.5, 0.3, -0.9", "-0.6, -0.7, -0.4, 0.2, -1.3"),
          ("1.9, 0.1, -1.7, -2, 0", "0.6, 1.6, 0.7, 0.8, 0.9"),
          ("1.3, -1.1, 0.2, 0.7, 0.8", "1.8, 0.1, -0.1, -1.3, -1"),
          ("-0.2, 1, 1, 0.2, -0.2", "-0.2, 1.5, -1.3, -1.5, 0.4"),
        ].map(example).joined(separator: ", "), rate("0.01")),
      ClaimCase(
        "two largest", inputs: 3, layer("identity", "[[0.5, 0.5, 0.1]]"), "squared-error",
        example("1, 1, 0.5", "0"),
        rate("0.1")),
      ClaimCase(
        "a rounding among equals", inputs: 4, layer("identity", "[[0, 0, 0, 0]]"), "squared-error",
        [("1, 1, 1, 0.5", "-0.1"), ("1, 1, 1, 0.5", "-0.2"), ("1, 1, -1, 0.5", "-0.3")].map(example).joined(
          separator: ", ")),
      ClaimCase(
        "one weight in two places",
        layer("sigmoid", "[[1.0]]", "[0]") + ", " + layer("identity", "[[0.5]]", "[0]"),
        "half-squared-error", example("0.4", "0.2908"), rate("0.5")),
      ClaimCase(
        "XOR", inputs: 2,
        layer("relu", "[[1, 1], [1, 1]]", "[0, -1]") + ", " + layer("identity", "[[1, -2]]", "[0]"),
        "mean-squared-error",
        [("0, 0", "0"), ("0, 1", "1"), ("1, 0", "1"), ("1, 1", "0")].map(example).joined(separator: ", "),
        rate("0.1")),
      ClaimCase("softmax") { $0.only = ["dC/dz2[1]"] },
      ClaimCase(
        "a sum that counts as 0", layer("relu", "[[0.1]]", "[-0.02999999999999999]"), "squared-error",
        example("0.3", "1")
      ) { $0.digits = 17 },
      ClaimCase(
        "a sum of a layer that counts as 0", inputs: 2,
        layer("relu", "[[0.1, 0.1]]", "[-0.09999999999999999]"), "squared-error",
        example("0.2, 0.8", "1")
      ) { $0.digits = 17 },
      ClaimCase("two-neurons") { $0.paths = "w1[1,1]" }, ClaimCase("single-chain") { $0.paths = "w1" },
      ClaimCase(
        "both penalties", layer("tanh", "[[0.7]]"), "squared-error", one,
        #", "penalty": { "l2": 0.1, "l1": 0.02 }"#),
      ClaimCase(
        "a nudge without a cost", layer("identity", "[[-0.005]]"), "cross-entropy", example("-1", "1")),
      ClaimCase(
        "a step without a cost", layer("identity", "[[0.5]]"), "binary-cross-entropy", example("1", "0.9"),
        rate("1")),
      ClaimCase("a derivative beyond a double", layer("sigmoid", "[[-720]]"), "cross-entropy", one) {
        $0.only = ["dC/da1"]
      },
      ClaimCase(
        "a kink that doubles miss", inputs: 2, layer("relu", "[[0.1, 0.1]]", "[-0.09999999999999999]"),
        "squared-error",
        example("0.2, 0.8", "1")
      ) { $0.exact = true },
      ClaimCase(
        "a cost with a bend alone", layer("identity", "[[1]]"), "squared-error", one, rate("0.1")),
      ClaimCase(
        "a nudge across the lowest point", layer("identity", "[[-0.005]]"), "squared-error", example("1", "0")
      ),
    ]
  }
}
