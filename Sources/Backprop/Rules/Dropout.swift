import Formulas

/// Dropout with masks that are given: a neuron that is kept passes on f(z)/keep, and one that is dropped 0.
///
/// By the division, inverted scaling, the mean over all masks is the activation without dropout.
public struct Dropout: Hashable, Sendable {
  /// The probability with which a neuron is kept: above 0, and 1 at most.
  public var keep: Numeral
  /// Whether each neuron is kept: one mask for all examples, or one for each.
  public let masks: [[Bool]]

  /// As many entries in each mask as the layer has neurons.
  public init(keep: Numeral, masks: [[Bool]]) { (self.keep, self.masks) = (keep, masks) }

  /// Whether every example has the same mask.
  public var isShared: Bool { masks.count == 1 }

  /// Whether a neuron of an example is kept, both counted from 0.
  public func keeps(_ j: Int, example x: Int) -> Bool { masks[isShared ? 0 : x][j] }

  // m/keep
  func scale<A: Algebra>(_ j: Int, example x: Int) -> A { A(keeps(j, example: x) ? 1 : 0) / A(keep) }
}
