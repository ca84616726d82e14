/// How wrong the outputs a are, given the targets y; the raw value is the name in a lesson file.
public enum Cost: String, CaseIterable, Hashable, Sendable {
  case squaredError = "squared-error"
  case halfSquaredError = "half-squared-error"
  case meanSquaredError = "mean-squared-error"
  case binaryCrossEntropy = "binary-cross-entropy"
  case crossEntropy = "cross-entropy"
}
