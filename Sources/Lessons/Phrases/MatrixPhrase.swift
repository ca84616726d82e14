import Backprop
import Formulas

/// What is said of a network in matrix form.
enum MatrixPhrase: Phrase {
  /// The letters of the matrices, and ∂C/∂z of the first example.
  struct Letters: Hashable, Sendable {
    let weights, weightedInputs, activations, errors: Formula
    /// Where there are any.
    let biases: Formula?
    let error: Formula
  }

  /// What the matrices contain, and for how many examples.
  case introduction(Letters, examples: Int)
  /// Above the two passes.
  case forward, backward
  /// What the products and functions of the forward pass are.
  case products(Letters, examples: Int, hasFunctions: Bool, hasSoftmax: Bool)
  /// δ of the last layer: what leads it, and what ∇ₐC contains.
  case lastErrors, slopesOfCost(Formula, examples: Int)
  /// What ⊙ multiplies by, and what it does where that is said for the first time of a layer before; that a division goes by entries.
  case elementwise(Formula, Activation), elementwiseSign, divided
  /// The slopes of a softmax as a matrix; with several examples, the product of its columns.
  case jacobian(Formula, product: Formula, errors: Formula, slopes: Formula, examples: Int)
  /// Every slope is 1, so that the errors equal something.
  case identity(Formula, equals: Formula)
  /// What ReLU′ is in a column of slopes.
  case slopeName(Activation)
  /// Most or a part of a product cancels, and whether the short form stands in it.
  case cancels(Cancelled, isShown: Bool)
  /// From a layer to the one before.
  case back(from: Int)
  /// What a row of Wᵀ δ is, said of one layer with its shapes.
  case transposed(Formula, layer: Int, Int, Int, Int)
  /// The derivatives by the biases, of one example or as a product with a column of ones.
  case biases(errors: Formula, ones: Formula, examples: Int)
  /// The same of several examples whose costs are added.
  case addedBiases(errors: Formula, ones: Formula, examples: Int)
  /// The derivatives by the weights, with ∂R/∂W where there is a penalty.
  case weights(examples: Int, penalty: Formula?)
}
