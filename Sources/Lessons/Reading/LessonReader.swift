import Backprop
import Formulas
import Texts

extension Lesson {
  /// How large a lesson may be.
  public enum Limit {
    /// The most bytes that a lesson file may have: 16 MiB.
    public static let bytes = JSONValue.byteLimit
    /// The most layers after the input.
    public static let layers = 64
    /// The most neurons in a layer, and the most inputs.
    public static let neurons = 4_096
    /// The most weights and biases together.
    public static let parameters = 1_000_000
    /// The most that parameters times examples may be.
    public static let parametersTimesExamples = 100_000_000
  }

  /// Reads a lesson file; throws all that is wrong with it.
  ///
  /// A text that is not JSON gives one problem, at the first place where it is not. All that is wrong with the
  /// shape of a lesson is found in one go.
  public init(json bytes: [UInt8]) throws(LessonError) {
    let root: JSONValue
    do {
      root = try JSONValue(parsing: bytes)
    } catch {
      throw LessonError(error, in: bytes)
    }
    var reader = LessonReader()
    guard let lesson = reader.lesson(root), reader.problems.count == 0 else {
      throw LessonError(reader.problems, in: bytes)
    }
    self = lesson
  }
}

/// Makes a lesson of JSON; what is wrong with it is gathered on the way.
///
/// A method gives `nil` only after it has added a problem.
struct LessonReader {
  var problems = ProblemList()
  /// Whether the result of a graph is named when it is derived.
  var resultIsNamedLater = false
  /// The language that is asked for, if one is.
  var language: Language?

  mutating func lesson(_ root: JSONValue) -> Lesson? {
    let keys =
      [
        "title", "summary", "language", "network", "cost", "examples", "reduction", "penalty",
        "trainBiases", "labelSmoothing", "classWeights",
      ] + Self.learningKeys + ["updates"]
    let example = #"{ "network": …, "cost": …, "examples": … }"#
    let before = problems
    guard let fields = fields(of: root, "the lesson", keys: keys, example: example) else { return nil }
    if !fields.mentions("network"), !fields.mentions("examples") {
      // The file is something else than a lesson, so no further problems are reported.
      problems = before
      problems.add(
        at: fields.opening,
        #"this is not a lesson; a lesson has "network", "cost" and "examples", or "given" and "graph"; "#
          + "'trace lessons single-chain' prints an example")
      return nil
    }
    let language = language(fields)
    let title = words(fields["title"], "the title", in: language)
    let summary = words(fields["summary"], "the summary", in: language)
    let network = required("network", in: fields, example: #"{ "inputs": 2, "layers": [ … ] }"#)
      .map { self.network($0) }
    let cost = required("cost", in: fields, example: #""squared-error""#).flatMap { self.cost($0) }
    let examples = required("examples", in: fields, example: #"[ { "inputs": …, "targets": … } ]"#)
      .flatMap { self.examples($0, network: network, cost: cost) }
    if let network { check(network, cost, examples: examples?.count) }
    let targets = self.treatment(fields, cost: cost, outputs: network?.outputs)
    let reduction = fields["reduction"].flatMap {
      choice($0, "the reduction", Reduction.self, example: "\"sum\"")?.0
    }
    let penalty = fields["penalty"].flatMap { self.penalty($0) }
    let learningRate = fields["learningRate"].flatMap { nonNegative($0, "the learning rate") }
    var learning = learning(fields)
    if let value = fields["updates"] {
      learning.takesEachExample = takesEachExample(value)
      if fields["steps"] == nil { learning.steps = learning.takesEachExample ? examples?.count ?? 1 : 1 }
    }
    let trainsBiases = fields["trainBiases"].map { boolean($0, #""trainBiases""#) } ?? true

    // Numbers are drawn last, for a lesson that is all right.
    guard problems.count == 0, let network, let inputs = network.inputs, let layers = network.layers,
      let cost,
      var examples
    else { return nil }
    for x in examples.indices { examples[x].targets = targets.treated(examples[x].targets) }
    return Lesson(
      language: language, title: title.chosen, summary: summary.chosen, summaries: summary.all,
      titles: title.all, inputs: inputs,
      layers: layers.map { $0.drawn() }, cost: cost,
      examples: examples, penalty: penalty, learningRate: learningRate,
      learning: learning, trainsBiases: trainsBiases, targets: targets,
      reduction: reduction ?? .mean)
  }

  private mutating func cost(_ value: JSONValue) -> Cost? {
    let names = Cost.allCases.map(\.name)
    if case .object = value.content {
      let huber = Cost(.huber)
      guard let fields = fields(of: value, "the cost", keys: [huber.name], example: #"{ "huber": 1 }"#),
        let setting = required(huber.name, in: fields, example: "1"),
        let threshold = positive(setting, "the δ of the Huber cost")
      else { return nil }
      return huber.with(setting: threshold)
    }
    guard case .string(let name) = value.content else {
      problems.add(
        at: value.range, #"the cost must be a name, such as "squared-error", but is \#(value.kind)"#)
      return nil
    }
    if let cost = Cost.allCases.first(where: { $0.name == name }) { return cost }
    let meant = meaning(of: name, among: names)
    problems.add(at: value.range, "the cost \(quoted(name)) is unknown; \(Self.hint(meant, names))")
    return nil
  }

  private mutating func penalty(_ value: JSONValue) -> Lesson.Penalty? {
    let fields = fields(of: value, "the penalty", keys: ["l2", "l1"], example: #"{ "l2": 0.1 }"#)
    guard let fields else { return nil }
    return Lesson.Penalty(
      l2: fields["l2"].flatMap { nonNegative($0, "l2") }, l1: fields["l1"].flatMap { nonNegative($0, "l1") })
  }
}
