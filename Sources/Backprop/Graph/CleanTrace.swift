import Formulas

/// A trace as it is shown: what is no more than the rounding of the terms that it was added up from is 0.
///
/// 0.1 + 0.2 − 0.3 is 5.6e-17 in doubles, and a derivative whose paths cancel is left with as little. Where the numbers of the
/// lesson have a fraction in 128 bits, that decides; elsewhere a bound on the rounding does.
public struct CleanTrace: Sendable {
  private let trace: GraphTrace<Double>
  private let rounded: GraphTrace<Rounded>
  private let exact: GraphTrace<Rational>

  /// The trace of a graph that is small enough for two more.
  public init(_ trace: GraphTrace<Double>) {
    self.trace = trace
    rounded = GraphTrace(trace.graph)
    exact = GraphTrace(trace.graph)
  }

  /// The value of an entry.
  public func value(_ id: Graph.ID) -> Double {
    Self.cleaned(trace.values[id], rounded.values[id], exact.values[id])
  }

  /// The derivative of the result by an entry.
  public func gradient(_ id: Graph.ID) -> Double {
    Self.cleaned(trace.gradients[id], rounded.gradients[id], exact.gradients[id])
  }

  /// ∂t/∂s of an entry t that is defined, for each entry s that it is computed from, in the order in which they first come.
  public func slopes(of id: Graph.ID) -> [(by: Graph.ID, value: Double)] {
    let bounds = trace.graph.slopes(of: id) { rounded.values[$0] }
    let fractions = trace.graph.slopes(of: id) { exact.values[$0] }
    return zip(trace.slopes(of: id), zip(bounds, fractions)).map { slope, other in
      (slope.by, Self.cleaned(slope.value, other.0.value, other.1.value))
    }
  }

  private static func cleaned(_ value: Double, _ bound: Rounded, _ exact: Rational) -> Double {
    // On the other side of a kink a fraction may be 0 where the double is not near it.
    if exact.isExact { return exact == Rational(0) && value.magnitude < Double.largestRest ? 0 : value }
    return value.magnitude <= bound.error * .ulpOfOne ? 0 : value
  }
}
