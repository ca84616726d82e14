import Backprop
import Formulas

/// A lesson as its file states it: a network with its numbers, a cost, and examples to learn from.
public struct Lesson: Hashable, Sendable {
  /// One layer of neurons; what enters it is as wide as the layer before, or the input.
  public struct Layer: Hashable, Sendable {
    /// f in a = f(z), for every neuron of the layer.
    public var activation: Activation
    /// `weights[j][k]`: into neuron j, from neuron k of the layer before.
    public var weights: Weights
    /// One for each neuron, or `nil` where the layer has none.
    public var biases: [Numeral]?
    /// What becomes of f(z): dropout, and a skip.
    public var output = LayerOutput()
  }

  /// What goes in, and what should come out.
  public struct Example: Hashable, Sendable {
    /// x, one for each input.
    public var inputs: [Numeral]
    /// y, one for each neuron of the last layer.
    public var targets: [Numeral]
  }

  /// What was done to the targets before the cost sees them.
  public struct Targets: Hashable, Sendable {
    /// How much of each target was shared out evenly over all outputs.
    public var smoothing: Numeral?
    /// What the targets of each output were multiplied by.
    public var classWeights: [Numeral]?
  }

  /// The weight penalty R = (l2/2n) Σ w² + (l1/n) Σ |w|.
  public struct Penalty: Hashable, Sendable {
    /// The factor of the sum of squares.
    public var l2: Numeral?
    /// Of the sum of absolute values.
    public var l1: Numeral?
  }

  /// The language of the documents.
  public var language = Language.english
  /// What the worked example is called.
  public var title: String?
  /// Markdown, shown at the top.
  public var summary: String?
  /// The same by languages, where the file has it so.
  public var summaries: [Language: String] = [:]
  /// The title by languages, where the file has it so.
  public var titles: [Language: String] = [:]
  /// How many numbers enter layer 1.
  public var inputs: Int
  /// From the first after the input to the output.
  public var layers: [Layer]
  /// The cost.
  public var cost: Cost
  /// The examples, at least one.
  public var examples: [Example]
  /// R, where the lesson has one.
  public var penalty: Penalty?
  /// η; where given, the worked example ends with steps of the optimizer.
  public var learningRate: Numeral?
  /// By which optimizer, how many steps, and how far it is.
  public var learning = Learning()
  /// Whether the step changes the biases, too.
  public var trainsBiases: Bool
  /// What was done to the targets, which stand here as the cost sees them.
  public var targets = Targets()
  /// How the costs of the examples make C.
  public var reduction = Reduction.mean
  /// How many examples the whole lesson has, where these are those of one step.
  var setSize: Int?
}
