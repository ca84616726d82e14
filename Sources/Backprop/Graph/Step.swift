import Formulas

extension Graph {
  /// One step of a derivation: a name, and how it follows from names before it.
  public struct Step: Hashable, Sendable {
    /// What a step is about.
    public enum Kind: Hashable, Sendable {
      /// An entry, from those that it is computed from.
      case value(ID)
      /// A local gradient: ∂(of)/∂(by).
      case factor(of: ID, by: ID)
      /// The derivative of the result by an entry: the sum over all that it feeds.
      case total(ID)
      /// What a step of an optimizer works out for an entry, its new value the last.
      case update(ID, UpdateQuantity)
    }

    /// What it is about.
    public let kind: Kind
    /// What is derived.
    public let name: Formula
    /// What it is, as one writes it before it is worked out: σ′(z) for a (1 − a).
    public let title: Formula?
    /// How it follows.
    public let formula: Formula
    /// The same from the weighted input, for a saturated neuron, if that is another formula: σ(z) σ(−z) for a (1 − a).
    public let whenSaturated: Formula?

    /// How a name follows from others.
    public init(
      kind: Kind, name: Formula, title: Formula? = nil, formula: Formula, whenSaturated: Formula? = nil
    ) {
      (self.kind, self.name, self.title, self.formula) = (kind, name, title, formula)
      self.whenSaturated = whenSaturated == formula ? nil : whenSaturated
    }
  }
}
