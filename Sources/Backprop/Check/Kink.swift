import Formulas

/// A place where the result turns a corner: a ReLU's z, or a weight under an L1 penalty, is within a step of 0, or two
/// arguments of max are nearly equal.
public struct Kink: Sendable {
  /// The quantity with the kink.
  public let site: Site
  /// The number of kinks that are crossed at once, including this one.
  public let count: Int
  /// Whether a single operation makes the kink.
  private let isSimple: Bool
  /// The slope of the result below the kink; `nil` if the result is not finite there.
  public private(set) var below: Slope?
  /// The slope of the result above the kink.
  public private(set) var above: Slope?

  /// A difference quotient and a bound on its error.
  public struct Slope: Sendable {
    /// The difference quotient.
    public let value: Double
    /// How far off it may be.
    public let bound: Double
    /// Whether the result jumps between the place of the kink and this side.
    let jumps: Bool
  }
}

extension Kink.Slope {
  /// The same, off by so much more at most.
  fileprivate func widened(by rounding: Double) -> Kink.Slope {
    Kink.Slope(value: value, bound: bound + rounding, jumps: jumps)
  }
}

extension Kink {
  /// The kink at one of the sites that a step crosses; there is one for each operation.
  init(_ site: Site, among sites: [Site], below: Slope?, above: Slope?) {
    count = Set(sites.map(\.asSeen)).count
    isSimple = Set(sites).count == 1
    (self.site, self.below, self.above) = (site, below, above)
  }

  /// The same with slopes that are off by so much more at most.
  func widened(by rounding: Double) -> Kink {
    var kink = self
    kink.below = below.map { $0.widened(by: rounding) }
    kink.above = above.map { $0.widened(by: rounding) }
    return kink
  }

  /// Whether a derivative lies between the two slopes, each widened by its bound, where rounding may have carried it off.
  ///
  /// The result is `nil` where they decide nothing: where one side has no slope, and where several operations have
  /// their kinks at once, since then a derivative that takes every kink at its own 0 may lie outside.
  func encloses(_ derivative: Double, offBy rounding: Double) -> Bool? {
    guard let below, let above else { return nil }
    let low = min(below.value - below.bound, above.value - above.bound) - rounding
    let high = max(below.value + below.bound, above.value + above.bound) + rounding
    if low <= derivative && derivative <= high { return true }
    return isSimple ? false : nil
  }

  /// Whether the result turns no corner here, as the square of a ReLU turns none, and a derivative is its slope on both sides.
  func isSmooth(with derivative: Double, offBy rounding: Double) -> Bool {
    guard let below, let above else { return false }
    return [below, above].allSatisfy { slope in
      !slope.jumps && (slope.value - derivative).magnitude <= slope.bound + rounding
        && slope.bound <= GradientCheck.oneSided * Swift.max(1, derivative.magnitude)
    }
  }

  /// The quantity that changes its sign, as `z1[2]@3` or `w2[1,3]`, or in whose definition the corner is.
  public var quantity: Symbol { site.quantity }

  /// What happens here, in one sentence.
  public var message: String {
    "\(site.event(besides: count - 1)): "
      + "the slope is \(Self.text(below?.value)) below and \(Self.text(above?.value)) above"
  }

  static func text(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    guard let numeral = Numeral(rounding: value, digits: 6) else { return "\(value)" }
    return (numeral.isNegative ? "-" : "") + numeral.digits + (numeral.exponent.map { "e\($0)" } ?? "")
  }
}
