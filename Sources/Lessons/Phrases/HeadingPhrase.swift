import Formulas

/// What stands above a part of a document.
enum HeadingPhrase: Phrase {
  /// Above the document of a lesson without a title.
  case untitled
  /// The network and its numbers.
  case network
  /// The forward pass, of an example where there are several.
  case forwardPass(example: Int?)
  /// The backward pass, in the same way.
  case backwardPass(example: Int?)
  /// What is done in a layer.
  case layer(Int)
  /// The cost of an example, and what it is made of in the end.
  case cost
  /// The weight penalty.
  case penalty
  /// From the costs of the examples to their mean.
  case mean
  /// From the costs of the examples to their sum.
  case sum
  /// From the cost of the one example to the cost with the penalty.
  case costWithPenalty
  /// All factors from the first weight to the cost.
  case wholeProduct
  /// Every path from a weight to the cost.
  case paths
  /// The same in matrices.
  case matrices
  /// A small change of one parameter, and what the cost does.
  case test
  /// All derivatives side by side.
  case gradient
  /// The gradient in other ways.
  case check
}
