/// The gradient of the trace, held against the two that were found in other ways.
public struct GradientCheck: Sendable {
  /// What the comparison of one derivative says; the raw value is its name in JSON.
  public enum Verdict: String, CaseIterable, Sendable {
    /// Agrees with the second computation, and with the numeric derivative if its bound is small enough.
    case agrees
    /// Disagrees with the second computation or with the numeric derivative.
    case disagrees
    /// The error bound of the numeric derivative is too large to decide.
    case inconclusive
    /// A kink lies within the step of the numeric derivative.
    case kink
    /// The nudges meet a kink of a quantity at which the result has the same slope on both sides.
    case agreesOnBothSides = "agrees on both sides"
    /// Neither of the two was done: of very many, a sample has to do.
    case unchecked
  }

  /// What computes the derivatives a second time; the raw value is its name in JSON.
  public enum Method: String, Sendable {
    /// The matrix equations of a network.
    case vectorized
    /// Dual numbers through the definitions of a graph.
    case forward
  }

  /// One parameter's derivative, three ways.
  public struct Parameter: Sendable {
    /// Its place in `Network.parameters`; of a graph the entry.
    public let index: Int
    /// By the chain rule, factor by factor.
    public let trace: Double
    /// By the matrix equations of a network, by forward mode in a graph; `nil` where it was not sampled.
    public let recomputed: Double?
    /// `nil` where it was not sampled: then the verdict rests on the second computation alone.
    public let numeric: NumericGradient.Estimate?
    /// The result of the comparison.
    public let verdict: Verdict
    /// What a disagreement is with, or what is on its kink; `nil` where there is nothing to say.
    public let reason: Reason?

    /// The same in a sentence, for programs that read the trace.
    public var message: String? { reason?.message }
  }

  /// In ascending order of their places.
  public let parameters: Parameters

  /// What computed the derivatives a second time.
  public var method: Method { parameters.method }

  /// False if and only if something disagrees.
  public var passed: Bool { count(.disagrees) == 0 }

  /// How many parameters were nudged as well.
  public let numericCount: Int

  /// How many were computed a second time.
  public let recomputedCount: Int

  /// The number of comparisons with this result.
  public func count(_ verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  private let counts: [Verdict: Int]

  /// Compares all parameters, or those given by their places in `Network.parameters`.
  ///
  /// A magnitude is Σ |terms| over all paths from a parameter to the cost, taken before anything is subtracted.
  public init(
    trace: [Double], magnitudes: [Double], vectorized: [Double],
    numeric: some Collection<NumericGradient.Estimate?>, of indices: [Int]? = nil
  ) {
    self.init(
      Parameters(
        indices: indices ?? Array(trace.indices), method: .vectorized, trace: trace, magnitudes: magnitudes,
        recomputed: vectorized, isSample: nil,
        numeric: numeric as? NumericGradient.Estimates ?? NumericGradient.Estimates(numeric)))
  }

  /// Makes all the comparisons and counts them.
  init(_ parameters: Parameters) {
    self.parameters = parameters
    var counts: [Verdict: Int] = [:]
    var (numericCount, recomputedCount) = (0, 0)
    for parameter in parameters {
      counts[parameter.verdict, default: 0] += 1
      numericCount += parameter.numeric == nil ? 0 : 1
      recomputedCount += parameter.recomputed == nil ? 0 : 1
    }
    (self.counts, self.numericCount, self.recomputedCount) = (counts, numericCount, recomputedCount)
  }

  /// The comparisons, each made when it is asked for: there may be a million of them.
  public struct Parameters: RandomAccessCollection, Sendable {
    private(set) var indices: [Int]
    let method: Method
    let trace: [Double]
    let magnitudes: [Double]
    let recomputed: [Double]
    /// Those that were computed a second time; `nil` where all were.
    let isSample: Set<Int>?
    let numeric: NumericGradient.Estimates

    init(
      indices: [Int], method: Method, trace: [Double], magnitudes: [Double], recomputed: [Double],
      isSample: Set<Int>?, numeric: NumericGradient.Estimates
    ) {
      (self.indices, self.method, self.isSample) = (indices, method, isSample)
      (self.trace, self.magnitudes, self.recomputed) = (trace, magnitudes, recomputed)
      self.numeric = numeric
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { indices.count }

    public subscript(position: Int) -> Parameter {
      let index = indices[position]
      // The sums below the nudged parameter are rounded once for all nudges: no difference shows that.
      let estimate = numeric[index]?.widened(by: DifferenceQuotient.unit * magnitudes[index])
      let second = isSample?.contains(index) == false ? nil : recomputed[index]
      let (verdict, reason) = GradientCheck.judge(
        trace[index], magnitudes[index], method, second, numeric: estimate)
      return Parameter(
        index: index, trace: trace[index], recomputed: second, numeric: estimate, verdict: verdict,
        reason: reason)
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
  static let secondRelative = 1e-12
  /// Where paths cancel, the error is in proportion to what cancels, not to what is left; measured below 64.
  static let secondRoundings = 64.0
  /// Below the normal doubles a product is rounded by an absolute amount, and a relative bound says nothing.
  static let secondFloor = Double.leastNormalMagnitude
  /// A numeric gradient that does not know the first six digits proves nothing.
  static let numericRelative = 1e-6
  /// Of a derivative that is 0 no digits can be known: then this much has to do.
  static let numericAbsolute = 1e-9
  /// A slope on one side of a kink is known less well: up to this, in proportion to a derivative above 1, it still decides.
  package static let oneSided = 1e-6

  fileprivate static func judge(
    _ g: Double, _ magnitude: Double, _ method: Method, _ recomputed: Double?,
    numeric: NumericGradient.Estimate?
  ) -> (Verdict, Reason?) {
    guard g.isFinite else { return (.disagrees, .notFinite(g)) }
    // A magnitude that overflowed, as y/a does where a vanishes, excuses nothing.
    let cancelled = magnitude.isFinite ? secondRoundings * Double.ulpOfOne * magnitude : 0
    let rounding = cancelled + secondFloor
    guard let recomputed else { return (.unchecked, .notChecked) }
    guard recomputed.isFinite, (g - recomputed).magnitude <= secondRelative * g.magnitude + rounding else {
      return (.disagrees, .recomputed(method, recomputed))
    }
    switch numeric {
    case nil: return (.agrees, .notNudged)
    case .unknown: return (.inconclusive, .unknown(method))
    case .kink(let kink):
      if kink.isSmooth(with: g, offBy: rounding) { return (.agreesOnBothSides, .kink(kink)) }
      let isOutside = kink.encloses(g, offBy: rounding) == false
      return (isOutside ? .disagrees : .kink, .kink(kink))
    case .slope(let value, let bound):
      let error = (value - g).magnitude
      if error > bound + rounding { return (.disagrees, .numeric(value, bound: bound)) }
      let isSharp =
        g == 0 || method == .forward && g.magnitude <= rounding
        ? bound < numericAbsolute : bound + rounding <= numericRelative * g.magnitude
      return isSharp ? (.agrees, nil) : (.inconclusive, .imprecise(bound: bound))
    }
  }
}
