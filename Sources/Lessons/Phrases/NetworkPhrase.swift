import Backprop
import Formulas

/// What is said of a network, of its numbers, and of its cost, before anything is computed.
enum NetworkPhrase: Phrase {
  /// What is given of an example.
  struct Givens: Hashable, Sendable {
    let inputs: [Equation]
    /// How many more there are.
    let otherInputs: Int
    let targets: [Equation]
    let otherTargets: Int
  }

  /// How an example is judged.
  struct CostOfExample: Hashable, Sendable {
    let kind: Cost
    let targets: Lesson.Targets
    /// C, or C₁ beside a cost of which it is a part.
    let name: Formula
    /// Where it is short.
    let formula: Formula?
    /// The example that the formula is of, counted from 1, where there are several.
    let example: Int?
  }

  /// What the cost C is made of.
  struct TotalCost: Hashable, Sendable {
    let name: Formula
    let examples: Int
    let penalty: Formula?
    /// Whether the costs of the examples are added, and not averaged.
    let isSum: Bool
  }

  /// Which letters Nielsen's book has.
  case notationOfNielsen(hasExamples: Bool)
  /// Which words the slides have for these letters.
  case notationOfSlides(weightedInput: Formula, activation: Formula)
  /// How much of a large network is derived.
  case summary(parameters: Int)
  /// How many neurons are in which layer, and how a weight is named.
  case shape([Int])
  /// What stands above the table of a layer.
  case layer(Int, Activation, LayerOutput, isDrawn: Bool)
  /// A layer that is too large for a table.
  case largeLayer(Int, Activation, LayerOutput, neurons: Int, inputs: Int, isDrawn: Bool)
  /// In the place of a bias that a layer does not have.
  case noBias
  /// What stands above the table of so many examples of all.
  case examples(shown: Int, of: Int)
  /// The inputs and the targets of an example.
  case givens(Givens)
  /// Given numbers of more digits than these are shown rounded.
  case roundedGivens(Int)
  /// The same of the only example, and how it is judged.
  case givensAndCost(Givens, CostOfExample, TotalCost?)
  /// How one of several examples is judged, and what the total cost is; the letters are those of an example.
  case cost(CostOfExample, TotalCost, letters: [Formula])
  /// Which of several examples are derived: one by its number, or so many.
  case onlyExample(Int, of: Int)
  /// So many of the examples are derived.
  case onlyExamples(Int, of: Int)
}

extension NetworkPhrase {
  var isOfNumbers: Bool { if case .roundedGivens = self { true } else { false } }
}
