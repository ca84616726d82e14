import Formulas

extension Graph {
  /// One step of a derivation: a name, and how it follows from names before it.
  public struct Step: Hashable, Sendable {
    /// The kinds of steps.
    public enum Kind: Hashable, Sendable {
      /// An entry, from those that it is computed from.
      case value(ID)
      /// A local gradient: ∂(of)/∂(by).
      case factor(of: ID, by: ID)
      /// The derivative of the result by an entry: the sum over all that it feeds.
      case total(ID)
      /// A quantity that the optimizer computes for an entry; the last one is the new value.
      case update(ID, UpdateQuantity)
    }

    /// The kind of the step.
    public let kind: Kind
    /// The name of the quantity or derivative that the step computes.
    public let name: Formula
    /// A shorter way to write the formula first, such as σ′(z) for a (1 − a).
    public let title: Formula?
    /// The formula of the step.
    public let formula: Formula
    /// The formula in the weighted input for a saturated neuron, if it differs: σ(z) σ(−z) for a (1 − a).
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
