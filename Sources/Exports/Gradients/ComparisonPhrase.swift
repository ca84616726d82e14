import Formulas

/// What is said of the derivatives of another program.
enum ComparisonPhrase: Phrase {
  /// All of so many derivatives agree.
  case agree(Int)
  /// The file has no derivatives by these.
  case missing([String])
  /// Those by these differ, and how many of all.
  case differ([String], Int, of: Int)
  /// Which convention explains the difference; the numbers are those of the examples, the outputs, or both multiplied.
  case sumOfExamples(Int), meanOfExamples(Int), meanOfOutputs(Int), sumOfOutputs(Int), meanOfBoth(Int),
    sumOfBoth(Int)
  /// Every derivative is half of it, twice of it, or has the other sign.
  case half, double, negative
  /// Rows and columns of these are exchanged.
  case transposed([String])
  /// The file adds so many times the parameter.
  case decay(Numeral, onBiases: Bool)
  /// None of these.
  case unexplained
}
