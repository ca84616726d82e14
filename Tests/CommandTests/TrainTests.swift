import Testing

extension CommandTests {
  /// A chain that learns its one example fast.
  private static let chain = """
    {
      "network": {
        "inputs": 1,
        "layers": [
          { "activation": "identity", "weights": [[0.5]], "biases": [0] }
        ]
      },
      "cost": "squared-error",
      "examples": [
        { "inputs": [1], "targets": [2] },
        { "inputs": [2], "targets": [3] }
      ],
      "learningRate": 0.125
    }

    """

  @Test func `Training writes the lesson with the weights that were learnt, and nothing else`() throws {
    let folder = try Folder()
    try folder.write(Self.chain, to: "chain.json")
    let command = ["train", "--lesson", "chain.json", "--epochs", "1", "--batch", "2"]
    // a − y is −1.5 and −2, so that ∂C/∂w = −1.5 − 4 and ∂C/∂b = −1.5 − 2.
    let origin = "The weights are those after 1 epoch of training in batches of 2, with the seed 1."
    let learnt = Self.chain.replacing("[[0.5]], \"biases\": [0]", with: "[[1.1875]], \"biases\": [0.4375]")
      .replacing("  \"network\"", with: "  \"summary\": \"\(origin)\",\n  \"network\"")
    #expect(try trace(command, in: folder) == Outcome(status: 0, output: learnt, errors: ""))
    #expect(
      try trace(command + ["--output", "a.json"], in: folder) == Outcome(status: 0, output: "", errors: ""))
    #expect(try folder.text(of: "a.json") == learnt)

    let one = try trace(command + ["--example", "2", "--digits", "2"], in: folder)
    #expect(
      one.output
        == learnt.replacing("    { \"inputs\": [1], \"targets\": [2] },\n", with: "")
        .replacing("1.1875", with: "1.2").replacing("0.4375", with: "0.44"))
    #expect(try trace(["--lesson", "-"], "<a.json", in: folder).status == 0)
  }

  @Test func `Another optimizer takes other steps, and with patience the best network is kept`() throws {
    let folder = try Folder()
    try folder.write(Self.chain, to: "chain.json")
    let command = ["train", "--lesson", "chain.json", "--epochs", "1", "--batch", "2", "--digits", "4"]
    // Each parameter moves by the learning rate, up.
    let adam = try trace(command + ["--optimizer", "adam", "--learning-rate", "0.25"], in: folder)
    #expect(adam.output.contains("[[0.7500]], \"biases\": [0.2500]"))
    let halved = ["--schedule", "halve-every=1", "--optimizer", #"{ "momentum": 0 }"#]
    #expect(try trace(command + halved, in: folder) == trace(command, in: folder))
    // The rate is too large: each step leads further away, and the first is the best.
    let patient = try trace(
      ["train", "--lesson", "chain.json", "--epochs", "9", "--batch", "2", "--learning-rate", "0.5"]
        + ["--accuracy-on", "chain.json", "--patience", "3"], in: folder)
    #expect(
      patient.errors.hasPrefix(
        "after 4 epochs: the weights after 1 epoch are the best on chain.json, and are kept\n"))
    #expect(patient.output.contains("The weights are those after 1 epoch of training"))
  }

  @Test func `The same seed trains to the same file, and another seed to another one`() throws {
    let command = ["train", "--lesson", "xor", "--epochs", "3", "--batch", "1"]
    let first = try trace(command)
    #expect(try trace(command) == first)
    #expect(try trace(command + ["--seed", "1"]) == first)
    #expect(try trace(command + ["--seed=2"]) != first)
  }

  @Test func `Dropout is drawn from the seed, and a probability of 0 drops nothing`() throws {
    let command = ["train", "--lesson", "xor", "--epochs", "3", "--batch", "2"]
    let (whole, half) = try (trace(command), trace(command + ["--dropout", "0.5"]))
    #expect(try trace(command + ["--dropout", "0"]) == whole)
    #expect(try trace(command + ["--dropout", "0.5"]) == half)
    #expect(half.status == 0 && half.output != whole.output)
    #expect(try trace(command + ["--dropout", "0.5", "--seed", "2"]).output != half.output)
    // A mask that is given is of the derivation: training draws its own, and keeps it in the file.
    let given = try trace(["train", "--lesson", "dropout-layer", "--epochs", "9", "--batch", "1"])
    #expect(given.output.contains(#""dropout": { "keep": 0.5, "mask": [1, 0, 1] }"#))
  }

  @Test func `A network is judged beside the file, with the digits that are written`() throws {
    let folder = try Folder()
    try folder.write(Self.chain, to: "chain.json")
    let command = ["train", "--lesson", "chain.json", "--accuracy-on", "chain.json", "--batch", "2"]
    // (0.5 − 2)² and (1 − 3)².
    let judged = "chain.json: cost 3.125\n"
    #expect(
      try trace(command + ["--epochs", "0"], in: folder) == Outcome(status: 0, output: judged, errors: ""))
    let learnt = try trace(command + ["--epochs", "1", "--digits", "1"], in: folder)
    // With w = 1 and b = 0.4: (1.4 − 2)² and (2.4 − 3)².
    #expect(learnt.errors == "chain.json: cost 0.3600\n")
    #expect(learnt.output.contains("[[1]]"))
    let beside = try trace(command + ["--epochs", "1", "--digits", "1", "--output", "a.json"], in: folder)
    #expect(beside == Outcome(status: 0, output: learnt.errors, errors: ""))

    let german = try trace(command + ["--epochs", "0", "--language", "de"], in: folder)
    #expect(german.output == "chain.json: Kosten 3,125\n")
    let kept = try trace(command + ["--epochs", "1", "--language", "zh", "--output", "b.json"], in: folder)
    #expect(kept.output.hasPrefix("chain.json：代价"))
    #expect(try folder.text(of: "b.json").contains(#""language": "zh""#))

    let odd = try trace([
      "train", "--lesson", "xor", "--epochs", "9", "--batch", "1", "--accuracy-on", "digit",
    ])
    let reason = "digit has examples of 64 inputs and 10 targets, but the network has 2 inputs and 1 output"
    #expect(odd == Outcome(status: 65, output: "", errors: "error: \(reason)\n"))
    #expect(try trace(command + ["--accuracy-on", "none.json"], in: folder).status == 64)
    #expect(
      try trace(["train", "--lesson", "xor", "--epochs", "0", "--accuracy-on", "none.json"], in: folder)
        .status
        == 66)
  }

  @Test func `The cost from epoch to epoch is drawn where it is asked for`() throws {
    let folder = try Folder()
    try folder.write(Self.chain, to: "chain.json")
    let command = [
      "train", "--lesson", "chain.json", "--epochs", "4", "--batch", "2", "--output", "new.json",
    ]
    #expect(
      try trace(command + ["--plot", "cost.svg"], in: folder) == Outcome(status: 0, output: "", errors: ""))
    let picture = try folder.text(of: "cost.svg")
    // (0.5 − 2)² and (1 − 3)², and the mean of the two.
    #expect(picture.contains("From 3.12 before the first epoch to "))
    let line = try #require(picture.firstMatch(of: #/<polyline[^>]* points="([^"]*)"/#))
    #expect(line.1.split(separator: " ").count == 5)
    #expect(try trace(["--lesson", "new.json"], in: folder).status == 0)
  }

  @Test func `A step beyond the doubles is seen also where ReLU hides it`() throws {
    let folder = try Folder()
    let lesson = """
      {"network": {"inputs": 1, "layers": [{"activation": "relu", "weights": [[2]]}]}, "cost": "squared-error",
       "examples": [{"inputs": [3], "targets": [1]}], "learningRate": 1e308}
      """
    try folder.write(lesson, to: "relu.json")
    let outcome = try trace(
      ["train", "--lesson", "relu.json", "--epochs", "1", "--batch", "1", "--output", "new.json"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: the cost is no longer finite after 1 epoch"))
    #expect(throws: (any Error).self) { try folder.text(of: "new.json") }
  }

  @Test func `A training that leads nowhere leaves the older file as it was`() throws {
    let folder = try Folder()
    try folder.write(Self.chain.replacing("0.125", with: "50"), to: "chain.json")
    try folder.write("as it was", to: "kept.json")
    let command = ["train", "--lesson", "chain.json", "--batch", "1", "--output", "kept.json", "--epochs"]
    let outcome = try trace(command + ["100000"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: the cost is no longer finite after "))
    #expect(
      outcome.errors.hasSuffix("with the learning rate 50; try a smaller learning rate; nothing is written\n")
    )
    #expect(try folder.text(of: "kept.json") == "as it was")
    #expect(try folder.names == ["chain.json", "kept.json"])
  }

  @Test func `What cannot be written to is found before the training`() throws {
    let folder = try Folder()
    try folder.write(Self.chain, to: "chain.json")
    let command = ["train", "--lesson", "chain.json", "--batch", "1", "--epochs", "1000000000", "--output"]
    #expect(
      try trace(command + ["none/a.json"], in: folder)
        == Outcome(
          status: 74, output: "",
          errors: "error: cannot write 'none/a.json': its directory does not exist\n"))
    #expect(try trace(command + ["./chain.json"], in: folder).status == 64)
    try folder.write(Self.chain, to: "exam.json")
    #expect(try trace(command + ["exam.json", "--accuracy-on", "exam.json"], in: folder).status == 64)
    #expect(try folder.text(of: "exam.json") == Self.chain)
  }
}
