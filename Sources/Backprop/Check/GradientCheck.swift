/// The gradient of the trace, held against the two that were found in other ways.
public struct GradientCheck: Sendable {
  /// What the comparison of one derivative says; the raw value is its name in JSON.
  public enum Verdict: String, CaseIterable, Sendable {
    /// With the matrices, and with the nudges where they can tell.
    case agrees
    /// With one of the two.
    case disagrees
    /// The nudges cannot tell here.
    case inconclusive
    /// The nudges meet a kink.
    case kink
  }

  /// One parameter's derivative, three ways.
  public struct Parameter: Sendable {
    /// Its place in `Network.parameters`.
    public let index: Int
    /// By the chain rule, factor by factor.
    public let trace: Double
    /// By the matrix equations.
    public let vectorized: Double
    /// `nil` where it was not sampled: then the verdict rests on the vectorized gradient alone.
    public let numeric: NumericGradient.Estimate?
    /// What the comparison says.
    public let verdict: Verdict
    /// What a disagreement is with, or which neuron is on its kink; `nil` where there is nothing to say.
    public let message: String?
  }

  /// In ascending order of their places.
  public let parameters: Parameters

  /// False if and only if something disagrees.
  public var passed: Bool { count(.disagrees) == 0 }

  /// How many parameters were nudged as well.
  public let numericCount: Int

  /// How many comparisons say this.
  public func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  private let counts: [Verdict: Int]

  /// Compares all parameters, or those given by their places in `Network.parameters`.
  ///
  /// A magnitude is Σ |terms| over all paths from a parameter to the cost, taken before anything is subtracted.
  public init(
    trace: [Double], magnitudes: [Double], vectorized: [Double],
    numeric: some Collection<NumericGradient.Estimate?>, of indices: [Int]? = nil
  ) {
    parameters = Parameters(
      indices: indices ?? Array(trace.indices), trace: trace, magnitudes: magnitudes, vectorized: vectorized,
      numeric: numeric as? NumericGradient.Estimates ?? NumericGradient.Estimates(numeric))
    var counts: [Verdict: Int] = [:]
    var numericCount = 0
    for parameter in parameters {
      counts[parameter.verdict, default: 0] += 1
      numericCount += parameter.numeric == nil ? 0 : 1
    }
    (self.counts, self.numericCount) = (counts, numericCount)
  }

  /// The comparisons, each made when it is asked for: there may be a million of them.
  public struct Parameters: RandomAccessCollection, Sendable {
    fileprivate var indices: [Int]
    fileprivate let trace: [Double]
    fileprivate let magnitudes: [Double]
    fileprivate let vectorized: [Double]
    fileprivate let numeric: NumericGradient.Estimates

    public var startIndex: Int { 0 }
    public var endIndex: Int { indices.count }

    public subscript(position: Int) -> Parameter {
      let index = indices[position]
      // The sums below the nudged parameter are rounded once for all nudges: no difference shows that.
      let estimate = numeric[index]?.widened(by: DifferenceQuotient.unit * magnitudes[index])
      let (verdict, message) = GradientCheck.judge(
        trace[index], magnitudes[index], vectorized: vectorized[index], numeric: estimate)
      return Parameter(
        index: index, trace: trace[index], vectorized: vectorized[index], numeric: estimate,
        verdict: verdict, message: message)
    }

    /// Those of some of the parameters, by their places in `Network.parameters`.
    public func only(_ places: Set<Int>) -> Parameters {
      var some = self
      some.indices = indices.filter(places.contains)
      return some
    }
  }
}

extension GradientCheck {
  /// Two backward passes round differently, each product a few times: 1e-12 leaves some thousand roundings.
  static let vectorizedRelative = 1e-12
  /// Where paths cancel, the error is in proportion to what cancels, not to what is left; measured below 64.
  static let vectorizedRoundings = 64.0
  /// Below the normal doubles a product is rounded by an absolute amount, and a relative bound says nothing.
  static let vectorizedFloor = Double.leastNormalMagnitude
  /// A numeric gradient that does not know the first six digits proves nothing.
  static let numericRelative = 1e-6
  /// Of a derivative that is 0 no digits can be known: then this much has to do.
  static let numericAbsolute = 1e-9

  fileprivate static func judge(
    _ g: Double, _ magnitude: Double, vectorized: Double, numeric: NumericGradient.Estimate?
  ) -> (Verdict, String?) {
    guard g.isFinite else { return (.disagrees, "the derivative is not finite: \(g)") }
    // A magnitude that overflowed, as y/a does where a vanishes, excuses nothing.
    let cancelled = magnitude.isFinite ? vectorizedRoundings * Double.ulpOfOne * magnitude : 0
    let rounding = cancelled + vectorizedFloor
    guard vectorized.isFinite, (g - vectorized).magnitude <= vectorizedRelative * g.magnitude + rounding
    else {
      return (.disagrees, "the vectorized gradient is \(vectorized)")
    }
    switch numeric {
    case nil: return (.agrees, "not among the parameters that were nudged")
    case .unknown: return (.inconclusive, "the cost is not finite nearby, or turns too sharply")
    case .kink(let kink):
      let isOutside = kink.encloses(g, offBy: rounding) == false
      return (isOutside ? .disagrees : .kink, kink.message)
    case .slope(let value, let bound):
      let error = (value - g).magnitude
      if error > bound + rounding {
        return (.disagrees, "the numeric gradient is \(value), to within \(bound)")
      }
      let isSharp =
        g == 0 ? bound < numericAbsolute : bound + rounding <= numericRelative * g.magnitude
      return isSharp
        ? (.agrees, nil) : (.inconclusive, "the numeric gradient is known to within \(bound) only")
    }
  }
}
