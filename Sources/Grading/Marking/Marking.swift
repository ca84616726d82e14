import Backprop
import Formulas

/// What a person wrote, judged.
package struct Marking: Sendable {
  /// A number and its verdict.
  package struct Mark: Sendable {
    /// Which line of the exercise, counted from 0.
    package let line: Int
    /// What was written for it.
    package let claim: Claim
    /// How it is judged.
    package let verdict: Verdict
    /// What it is worth: 1, ½ for too few digits of which there are two, and 0.
    package let points: Double
  }

  /// A mistake that explains a number.
  package struct Finding: Sendable {
    /// The likeliest of those that give the same numbers.
    package let mistake: Mistake
    /// Others that give the same numbers in every exercise of this shape.
    package let alike: [Mistake]
    /// The line where the wrong formula stands: the one that shows it, or one on the way to it without a number.
    package let source: Int
    /// The wrong formulas of all lines that it is about; none for a slip of the pen.
    package let formulas: [Int: Formula]
    /// What it comes to in the line that shows it, on the person's own numbers.
    package let foreseen: Double
    /// How likely it is, of all that was thought of, from 0 to 1.
    package let likelihood: Double
    /// The layer where it is made, if it is made in one.
    package let layer: Int?
    /// Whether the number is that of a whole derivation with the mistake, which the lines before it are not.
    package let isOfAnother: Bool
    /// Other mistakes that give the same numbers here, though they would not in every exercise of this shape.
    package var alikeHere: [Finding] = []

    /// All that the numbers do not tell apart.
    package var mistakes: [Mistake] { [mistake] + alike + alikeHere.map(\.mistake) }

    /// The wrong formula of its line; `nil` for a slip of the pen.
    package var formula: Formula? { formulas[source] }
  }

  /// What is plain to see of a number, whatever lies behind it.
  package enum Fact: Hashable, Sendable {
    /// It stands in another line, too.
    case copied(from: Int)
    /// It is 0.
    case zero
    /// It is so many times what follows.
    case times(Int, over: Int)
  }

  /// What lies behind a number that is wrong.
  package struct Diagnosis: Sendable {
    /// The first line whose number shows it.
    package let line: Int
    /// What it is; `nil` where the numbers do not say it for sure.
    package let named: Finding?
    /// What it may be, three at the most, where it is not named.
    package let possible: [Finding]
    /// What is plain to see.
    package let facts: [Fact]
    /// What the line comes to on the numbers before it.
    package let foreseen: Double
    /// The lines that come out wrong because of it, this one among them.
    package let explains: [Int]

    /// The mistake that is named.
    package var mistake: Mistake? { named?.mistake }
  }

  /// A way of writing that is not the lesson's, and is no mistake.
  package enum Convention: String, CaseIterable, Sendable {
    /// δ is −∂C/∂z.
    case negativeErrors = "negative-errors"
    /// The cost has a ½ that the lesson's has not, or lacks it.
    case otherHalf = "other-half"
    /// The examples are added up, and not averaged.
    case sumOverExamples = "sum-over-examples"
    /// The examples are averaged, and not added up.
    case meanOverExamples = "mean-over-examples"
    /// Weights are stored from inputs to outputs.
    case transposedWeights = "transposed-weights"
    /// The velocity of an optimizer has the learning rate in it, v′ = μ v − η g, as in Nielsen's book.
    case rateInVelocity = "rate-in-velocity"
    /// At a kink the other slope is taken.
    case otherSideOfKink = "other-side-of-kink"
    /// The activation of a layer with dropout is that before it.
    case beforeDropout = "before-dropout"
    /// Derivatives in a layer with dropout are by the activation before it.
    case derivativesBeforeDropout = "derivatives-before-dropout"
  }

  /// Why the search for what lies behind the numbers ended before it was through.
  package enum Limit: String, CaseIterable, Sendable {
    /// More is wrong than is told apart in one derivation.
    case mistakes
  }

  /// In the order of the derivation.
  package let marks: [Mark]
  /// In the order in which they show.
  package let diagnoses: [Diagnosis]
  /// How many significant digits the person works with.
  package let digits: Int
  /// How many are asked for.
  package let asked: Int
  /// What is written otherwise than in the lesson, and right.
  package let conventions: [Convention]
  /// Where the search for mistakes ended early, and mattered.
  package let limits: Set<Limit>
}
