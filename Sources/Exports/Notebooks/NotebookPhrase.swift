import Formulas

/// What a notebook says besides the worked example.
enum NotebookPhrase: Phrase {
  /// Below the title: what the code does.
  case introduction
  /// Above the numbers that the lesson gives.
  case givens
  /// Above the program in PyTorch.
  case library
  /// What is printed where PyTorch is missing.
  case noLibrary
}
