import Backprop
import Documents
import Formulas

/// What is said of a cost.
extension Cost {
  /// What makes ∂C/∂a large or small.
  var wordsOfSlope: Prose {
    switch self {
    case .squaredError:
      "Twice how far the output is above the target, negative below it: far off, even a small change matters."
    case .halfSquaredError:
      "How far the output is above the target, negative below it: the ½ of the \(.cost) cancels the 2 of the square."
    case .meanSquaredError:
      "Twice how far the output is above the target, negative below it, divided by the number of outputs, as a mean is."
    case .binaryCrossEntropy:
      "Each half of the \(.cost) pulls its own way, and without bound where the output is confident and wrong."
    case .crossEntropy: "The less the output gives to what should be there, the harder it is pulled."
    }
  }

  /// A cost's name in running text.
  var name: Prose {
    switch self {
    case .squaredError: "the squared error"
    case .halfSquaredError: "half the squared error"
    case .meanSquaredError: "the mean squared error"
    case .binaryCrossEntropy: "the binary cross-entropy"
    case .crossEntropy: "the cross-entropy"
    }
  }
}
