import Backprop
import Documents
import Formulas

/// A lesson's network in training over the lesson's examples.
public struct LessonTraining: Sendable {
  private let lesson: Lesson
  private let batch: Int
  private let seed: UInt64
  private let learning: Learning
  /// The learning rate with which the schedule begins.
  private let rate: Double
  private var training: Training
  private var batches: MiniBatches
  /// What is left of the epoch.
  private var epoch: ArraySlice<ArraySlice<Int>> = []

  /// How many steps an epoch has.
  public let stepsPerEpoch: Int
  /// How many steps were taken.
  public private(set) var steps = 0

  /// Begins with the lesson's weights, and with its learning rate and its optimizer, or others; throws where there is no rate.
  ///
  /// Batches have from one example to all of them. A schedule counts epochs, of which `learning` says how many there are.
  /// `dropout`, below 1, is the probability with which a step drops a neuron of a hidden layer that has no dropout of its own.
  public init(
    _ lesson: Lesson, rate: Double? = nil, learning: Learning? = nil, batch: Int, dropout: Double? = nil,
    seed: UInt64
  ) throws(WorkedExampleError) {
    guard let rate = rate ?? lesson.learningRate?.value else {
      throw .refused(
        #"the lesson has no learning rate, but steps need one: add "learningRate": 0.5, say, to its file"#)
    }
    guard rate > 0 else {
      throw .refused("the learning rate of the lesson is 0, so a step changes nothing")
    }
    (self.lesson, self.batch, self.seed) = (lesson, batch, seed)
    let learning = learning ?? lesson.learning
    (self.rate, self.learning) = (rate, learning)
    training = Training(
      lesson.objective, learningRate: rate, optimizer: learning.optimizer, trainsBiases: lesson.trainsBiases,
      dropout: dropout, seed: seed)
    batches = MiniBatches(of: batch, examples: lesson.examples.count, seed: seed)
    stepsPerEpoch = max(batches.perEpoch, 1)
  }

  /// How many epochs are complete.
  public var epochs: Int { steps / stepsPerEpoch }
  /// How many steps of the next one were taken.
  public var stepsInEpoch: Int { steps % stepsPerEpoch }

  /// How far it is.
  public var place: TrainingPlace {
    TrainingPlace(epochs: epochs, steps: stepsInEpoch, stepsPerEpoch: stepsPerEpoch)
  }

  /// Takes one step; after the last batch of an epoch the examples are shuffled for the next.
  public mutating func step() {
    if epoch.isEmpty {
      epoch = batches.nextEpoch()[...]
      training.learningRate = learning.schedule.rate(rate, step: epochs + 1, of: learning.steps, pi: .pi)
    }
    guard let batch = epoch.popFirst() else { return }
    training.step(batch)
    steps += 1
  }

  /// Of the network as it is now, on the lesson's examples; the penalty is in the cost.
  public mutating func score() -> Score {
    let (cost, correct) = training.evaluation()
    return Score(cost: cost, correct: correct, count: lesson.examples.count)
  }

  /// Of the network as it is now, on other examples.
  public mutating func score(on examples: ExampleMatrix) -> Score {
    let (cost, correct) = training.evaluation(of: examples)
    return Score(cost: cost, correct: correct, count: examples.count)
  }

  /// The lesson with the weights and biases as they are now, to so many significant digits, or to the digits that give
  /// the same doubles again.
  ///
  /// All else is as it was, but that the summary says where the weights come from: what was said of the old ones need not
  /// hold. A lesson whose biases are not trained keeps these as they were written. Where the cost is finite, so are all of
  /// them.
  public func trained(digits: Int? = nil) -> Lesson {
    func numeral(_ value: Double) -> Numeral? { Numeral(parameter: value, digits: digits) }
    var trained = lesson
    let origin = LearningPhrase.trained(place, batch: batch, seed: seed)
    trained.summary = lesson.language.say(origin).plain(in: Notation(language: lesson.language))
    trained.summaries = [:]
    for (l, layer) in training.network.layers.enumerated() {
      trained.layers[l].weights = Lesson.Weights(
        lesson.layers[l].weights.enumerated().map { j, row in
          row.enumerated().map { k, weight in numeral(layer.weights[j * layer.inputs + k]) ?? weight }
        })
      for j in 0..<layer.neurons {
        if lesson.trainsBiases, let bias = layer.biases?[j], let written = numeral(bias) {
          trained.layers[l].biases?[j] = written
        }
      }
    }
    return trained
  }
}

extension Lesson {
  /// Throws where the examples of another lesson do not fit the network of this one.
  public func checkTakes(examplesOf other: Lesson) throws(WorkedExampleError) {
    let (outputs, targets) = (layers.last?.weights.count ?? 0, other.layers.last?.weights.count ?? 0)
    guard other.inputs == inputs, targets == outputs else {
      throw .refused(
        "examples of \(counted(other.inputs, "input")) and \(counted(targets, "target")), but the network has "
          + "\(counted(inputs, "input")) and \(counted(outputs, "output"))")
    }
  }

  /// How well the lesson's network does on the examples of another lesson, which must fit it; no penalty is in the cost.
  ///
  /// Throws where they do not fit.
  public func score(onExamplesOf other: Lesson) throws(WorkedExampleError) -> Score {
    try checkTakes(examplesOf: other)
    let objective = Objective(
      network: objective.network, cost: cost, examples: other.objective.examples, reduction: reduction)
    // No step is taken.
    var evaluator = Training(objective, learningRate: 0)
    let (cost, correct) = evaluator.evaluation()
    return Score(cost: cost, correct: correct, count: other.examples.count)
  }
}

extension Numeral {
  /// A weight or a bias as a file has it; `nil` where it is not finite.
  init?(parameter value: Double, digits: Int?) {
    // What rounds to more than the largest double keeps its digits; neither 0 has a sign.
    if let digits, let rounded = Numeral(rounding: value, digits: digits) {
      self = rounded
    } else {
      self.init(value == 0 ? "0" : Self.plain(value))
    }
  }

  /// The shortest digits that are read back as the same double; a whole number without `.0`.
  private static func plain(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
