import Documents
import Formulas
import Texts

/// A lesson whose network is to be trained.
struct TrainRequest {
  static let defaultSeed: UInt64 = 1

  var lesson: LessonSource
  /// The number of passes through the examples; with 0 the network is only tested.
  var epochs: Int
  /// The number of examples in a mini-batch.
  var batch: Int
  /// The optimizer and the schedule as typed; those of the lesson if they are `nil`.
  var optimizer, schedule: String?
  /// The learning rate; that of the lesson if it is `nil`.
  var rate: Double?
  /// The training ends after so many epochs without a better result on the test examples.
  var patience: Int?
  /// The probability with which a step drops each hidden neuron.
  var dropout: Double?
  /// Decides the order of the examples, and which neurons are dropped.
  var seed: UInt64
  /// The one example that the file keeps, counted from 1; all of them where it is `nil`.
  var example: Int?
  /// Significant digits of the weights; if it is `nil`, as many as give the same doubles again.
  var digits: Int?
  /// A path, or `nil` for standard output.
  var output: String?
  /// The file and the format of the plot of the cost.
  var plot: (path: String, format: CostPlot.Format)?
  /// The lesson on whose examples the network is tested.
  var accuracyOn: LessonSource?
  /// The language of what is said, and its numbers.
  var notation: NotationRequest

  init(_ arguments: Arguments) throws(CommandError) {
    lesson = try LessonSource(arguments)
    notation = try NotationRequest(arguments)
    epochs = try arguments.count(.epochs, from: 0)
    accuracyOn = arguments[.accuracyOn].map(LessonSource.init)
    if case .standardInput = lesson, case .standardInput = accuracyOn { throw .standardInputTwice }
    if epochs == 0 {
      if accuracyOn == nil { throw .nothingTrained }
      for option in [
        Option.example, .digits, .output, .plot, .optimizer, .schedule, .learningRate, .patience, .dropout,
      ] where arguments.has(option) {
        throw .noLessonWritten(option)
      }
    }
    batch = epochs == 0 && !arguments.has(.batch) ? 1 : try arguments.count(.batch, from: 1)
    seed = Self.defaultSeed
    if let text = arguments[.seed] {
      guard let number: UInt64 = wholeNumber(text) else { throw .wrongSeed(text) }
      seed = number
    }
    (optimizer, schedule) = (arguments[.optimizer], arguments[.schedule])
    if let text = arguments[.learningRate] {
      guard let numeral = Numeral(text), numeral.value > 0 else { throw .wrongRate(text) }
      rate = numeral.value
    }
    if let text = arguments[.dropout] {
      guard let numeral = Numeral(text), numeral.value >= 0, numeral.value < 1 else {
        throw .wrongDropout(text)
      }
      dropout = numeral.value
    }
    if arguments.has(.patience) {
      patience = try arguments.count(.patience, from: 1)
      if accuracyOn == nil { throw .missingOption(.accuracyOn, arguments.command) }
    }
    example = try arguments.example
    digits = try arguments.digits
    output = arguments.output
    if let path = arguments[.plot] {
      let format = CostPlot.Format.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
      guard let format else { throw .noPicturePath(path) }
      plot = (path, format)
    }
    // The name must not be one that --lesson reads as a built-in lesson.
    if let output, case .builtIn = LessonSource(output) { throw .noLessonPath(output) }
  }
}

extension Arguments {
  /// The value of an option that must be given, a whole number.
  fileprivate func count(_ option: Option, from least: Int) throws(CommandError) -> Int {
    guard let text = self[option] else { throw .missingOption(option, command) }
    guard let number: Int = wholeNumber(text), number >= least else {
      throw .wrongCount(option, from: least, text)
    }
    return number
  }
}
