/// Something that is moved, and what the result does then, in any arithmetic over doubles: the z of a neuron, or a given of
/// a graph.
///
/// The result is the sum of its parts, the costs of the examples, divided by a number. A graph has one part.
protocol Moved<Scalar, Corner> {
  associatedtype Scalar: DoubleBased
  /// Where a kink can be.
  associatedtype Corner: Hashable

  /// How many parts the result has.
  var partCount: Int { get }
  /// What their sum is divided by: their number, or 1.
  var divisor: Int { get }
  /// How large it is itself: the most of all parts.
  var size: Double { get }
  /// One part of the result after the move; notes the kinks that this crosses.
  mutating func result(of part: Int, movedBy change: Scalar, _ crossed: inout [Corner]) -> Scalar
  /// What is at a kink.
  func site(of corner: Corner) -> Kink.Site
}
