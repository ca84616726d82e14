import Documents
import Formulas

extension Notation {
  /// What a reader has to know of the letters before they are met, if there is anything.
  func remark(hasExamples: Bool) -> Prose? {
    switch self {
    case .threeBlueOneBrown: nil
    case .nielsen:
      """
      The letters are those of Nielsen's book: a number above a letter is its layer, and no power. Only the input is \
      layer 0 here, and layer 1 there.\(hasExamples ? " With several examples, the errors are those of each example's own cost, without the 1/n." : "")
      """
    case .slides:
      """
      A neuron's \(.weightedInput) is called \(.symbol(Symbol(.weightedInput))) here, and its activation \
      \(.symbol(Symbol(.activation))).
      """
    }
  }
}
