extension GradientCheck {
  /// What a verdict rests on.
  public enum Reason: Sendable {
    /// The derivative is infinite, or no number.
    case notFinite(Double)
    /// It is not among those that were computed again, or not among those that were nudged.
    case notChecked, notNudged
    /// What the second computation finds.
    case recomputed(Method, Double)
    /// The nudged results have no slope.
    case unknown(Method)
    /// The nudges meet a kink.
    case kink(Kink)
    /// What the nudges find, to within a bound.
    case numeric(Double, bound: Double)
    /// The bound on what they find is too large.
    case imprecise(bound: Double)
  }
}

extension GradientCheck.Reason {
  /// In one sentence of English.
  var message: String {
    switch self {
    case .notFinite(let derivative): "the derivative is not finite: \(derivative)"
    case .notChecked: "not among the parameters that were checked"
    case .notNudged: "not among the parameters that were nudged"
    case .recomputed(.vectorized, let derivative): "the vectorized gradient is \(derivative)"
    case .recomputed(.forward, let derivative): "forward mode finds \(derivative)"
    case .unknown(let method):
      "the \(method == .vectorized ? "cost" : "result") is not finite nearby, or turns too sharply"
    case .kink(let kink): kink.message
    case .numeric(let value, let bound): "the numeric gradient is \(value), to within \(bound)"
    case .imprecise(let bound): "the numeric gradient is known to within \(bound) only"
    }
  }
}
