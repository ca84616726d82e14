import Formulas

extension NotebookPhrase {
  var english: Prose {
    switch self {
    case .introduction:
      """
      Each code cell computes the lines above it again, with all digits, and asserts that the printed numbers are right to one \
      unit of their last digit. Indices are those of the text: \(code: "w2[1, 3]") leads to neuron 1 from neuron 3.
      """
    case .givens: "The numbers that the lesson gives, in Python:"
    case .library: "The same in PyTorch, which finds the gradient itself:"
    case .noLibrary: "PyTorch is not installed."
    }
  }
}
