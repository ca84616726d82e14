import Formulas

/// What stands above a column of a table.
enum ColumnPhrase: Phrase {
  /// Of the network.
  case layer, weight, bias, activation
  /// The weights from a neuron of the layer before, and the neuron that they lead to.
  case from(Formula), into
  /// The number of an example.
  case example
  /// A parameter and its value.
  case parameter, value
  /// The derivative of the cost, of a part of it, and of the examples that have no column.
  case derivative, part(Formula), otherExamples
  /// Of the gradient check.
  case chainRule, matrices, finiteDifferences, errorBound, verdict
}
