import Backprop
import Formulas

/// What is said of the product of all factors, and of the paths that are added up.
enum ProductPhrase: Phrase {
  /// The absolute value of ∂C/∂a of a layer.
  struct Size: Hashable, Sendable {
    let layer: Int
    let value: Numeral
  }

  /// The derivative by the first weight, with a factor for each step on the way to the cost.
  case whole(Formula, of: Formula)
  /// The same, where ∂C/∂z stands in its short form.
  case wholeWithShortForm(of: Formula, error: Formula)
  /// How many of the factors are slopes, of which activation if of one that has a steepest slope, and how large they are.
  case slopes(Int, ofFactors: Int, of: Activation?, from: Numeral, to: Numeral)
  /// ∂C/∂a becomes smaller in each layer on the way back; its sizes are named if there are any.
  case vanishing([Size])
  /// A chart of the derivatives by the weights, its title, and what a bar stands for.
  case sizes, titleOfSizes, sizeOfLayer(Int)
  /// How many paths lead from a weight to the cost.
  case paths(from: Formula, count: Int)
  /// The sum over the paths.
  case sumOverPaths
}

extension ProductPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .slopes, .vanishing, .sizes: true
    case .whole, .wholeWithShortForm, .titleOfSizes, .sizeOfLayer, .paths, .sumOverPaths: false
    }
  }
}
