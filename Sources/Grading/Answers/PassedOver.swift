/// Numbers of a sheet that are no answers to the exercise: they are counted, and not judged.
package struct PassedOver: Hashable, Sendable {
  /// What such numbers are about.
  package enum Kind: String, CaseIterable, Sendable {
    /// Steps after the first, and the table of all steps.
    case laterSteps
    /// Second derivatives and Newton's step.
    case secondDerivatives
    /// The cells of code of a worked example.
    case programs
    /// What a worked example says besides, such as the length of the gradient.
    case others
  }

  private var counts: [Kind: Int] = [:]

  /// How many there are of a kind.
  package subscript(kind: Kind) -> Int { counts[kind] ?? 0 }

  /// The kinds of which there are some.
  package var kinds: [Kind] { Kind.allCases.filter { self[$0] > 0 } }

  /// How many there are of all kinds.
  var count: Int { counts.values.reduce(0, +) }

  mutating func add(_ count: Int, _ kind: Kind) {
    if count > 0 { counts[kind, default: 0] += count }
  }

  static func + (one: Self, other: Self) -> Self {
    var sum = one
    for kind in other.kinds { sum.add(other[kind], kind) }
    return sum
  }
}
