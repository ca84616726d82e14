import Backprop
import Formulas

extension MatrixPhrase {
  var english: Prose {
    switch self {
    case .introduction(let letters, let examples): Self.introduction(letters, examples)
    case .forward: "Forward pass"
    case .backward: "Backward pass"
    case .products(let letters, let examples, let hasFunctions, let hasSoftmax):
      """
      A row of \(letters.weights) times \(examples > 1 ? "a column of" : "the column") \(letters.activations) is the weighted \
      sum of one \
      neuron\(examples > 1 ? " for one example" : "").\(letters.biases.map { examples > 1 ? " \($0) is added to every column." : " Then \($0) is added." } ?? "")\(Self.functions(hasFunctions, hasSoftmax, examples))
      """
    case .lastErrors: "\(strong: "The errors of the last layer.")"
    case .slopesOfCost(let nabla, let examples):
      """
      \(examples > 1 ? "Each column of \(nabla) contains the derivatives of the \(.cost) of its own example, not of the total \(.cost)," : "\(nabla) contains the derivatives of the \(.cost)") with respect to the outputs.
      """
    case .elementwise(let slope, let activation):
      Prose.sentences([
        "⊙ multiplies entry by entry: each derivative by the slope \(slope) of the same neuron.",
        ActivationPhrase.slopeName(activation).english,
      ])
    case .elementwiseSign: "⊙ multiplies entry by entry."
    case .divided:
      "In the fraction below, each entry of the numerator is divided by the entry of the denominator in the same place."
    case .jacobian(let j, let product, let errors, let slopes, let examples):
      """
      Every output depends on every \(.weightedInputLetter), so the slopes form a matrix, the Jacobian \(j): row i, column j \
      contains the derivative of output i with respect to \(.weightedInput) j. The errors are therefore a matrix product. Its \
      first factor is the transpose of \(j), because the sum runs over the outputs, which are the rows of \(j). For softmax the \
      transpose is the same matrix.\
      \(examples > 1 ? " Each example has its own \(j): its column of \(errors) is \(product), where \(slopes) stands for its column alone." : "")
      """
    case .identity(let errors, let equal):
      "The activation function is the identity, so every slope is 1, and \(errors) equals \(equal)."
    case .slopeName(let activation): ActivationPhrase.slopeName(activation).english
    case .cancels(let cancelled, let isShown):
      isShown
        ? "As before, \(Self.part(cancelled)) of the product cancels:"
        : "As before, \(Self.part(cancelled)) of the product cancels; the numbers are computed from the short form."
    case .back(let layer): "\(strong: "From layer \(layer) back to layer \(layer - 1).")"
    case .transposed(let product, let layer, let width, let next, let columns):
      """
      The rows of the transpose are the columns of the matrix: row k of the transpose contains the weights that lead out of neuron k of layer \
      \(layer - 1). So row k of \(product) \(columns > 1 ? "contains the derivatives" : "is the derivative") with respect to the activation \
      of that neuron\(columns > 1 ? ", one for each example" : "")\
      \(next > 1 ? columns > 1 ? ", each a sum over the paths from it" : ", a sum over the paths from it" : ""). \
      The shapes are [\(width) × \(next)] times [\(next) × \(columns)].
      """
    case .biases(let errors, let ones, let examples):
      examples > 1
        ? "\(strong: "The biases.") \(ones) is a column of \(examples) ones: \(.matrixProduct([errors, ones])) adds up each row over the examples, and the factor \(.integer(1) / .integer(examples)) makes the sum a mean."
        : "\(strong: "The biases.") The derivatives with respect to the biases are the errors."
    case .addedBiases(let errors, let ones, let examples):
      "\(strong: "The biases.") \(ones) is a column of \(examples) ones: \(.matrixProduct([errors, ones])) adds up each row over the examples."
    case .weights(let examples, let penalty):
      """
      \(strong: "The weights.") \(Self.entries(examples))\
      \(penalty.map { " \($0) contains the derivatives of the penalty." } ?? "")
      """
    }
  }

  private static func functions(_ others: Bool, _ softmax: Bool, _ examples: Int) -> Prose {
    let column: Prose = examples > 1 ? "each whole column" : "the whole column"
    return switch (others, softmax) {
    case (true, true):
      " Softmax is applied to \(column) of the last layer, the other activation functions to each entry separately."
    case (true, false): " The activation function is applied to each entry separately."
    case (false, true): " Softmax is applied to \(column)."
    case (false, false): ""
    }
  }

  private static func introduction(_ letters: Letters, _ examples: Int) -> Prose {
    let start: Prose =
      """
      The same computation with matrices: one equation for a whole layer\(examples > 1 ? " and all examples" : ""). \
      \(letters.weights) contains the weights of a layer: \
      a row for each neuron \
      and a column for each neuron of the layer before.
      """
    let shape: Prose = "The shape is given in brackets, rows first."
    let (z, a, delta) = (letters.weightedInputs, letters.activations, letters.errors)
    guard examples > 1 else {
      let columns = English.list(
        ([letters.biases, z, a].compactMap { $0 }).map { "\($0)" } + ["the errors \(delta)"])
      return """
        \(start) \(columns) (the derivatives \(letters.error) from above) are columns with an entry for each neuron. \(shape)
        """
    }
    let bias: Prose = letters.biases.map { " \($0) is a column with an entry for each neuron." } ?? ""
    return """
      \(start)\(bias) \(z), \(a) and the errors \(delta) have a row for each neuron and one column for each of the \
      \(examples) examples. Each column of \(delta) belongs to the \(.cost) of its own example: the first contains \
      \(letters.error). \(shape)
      """
  }

  private static func part(_ cancelled: Cancelled) -> Prose {
    switch cancelled {
    case .logistic, .meanLogistic, .logisticLikelihood, .softmax: "most"
    case .binarySoftmax: "part"
    }
  }

  private static func entries(_ examples: Int) -> Prose {
    examples > 1
      ? "Each entry of the product is the sum, over the examples, of error times activation."
      : "A column times a row is a matrix: row j, column k contains the error of neuron j times the activation of neuron k of the layer before."
  }
}
