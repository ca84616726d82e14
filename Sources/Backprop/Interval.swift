import Formulas

/// All numbers from one to another: at `Interval` a rule says how far rounded numbers can carry its result.
///
/// Every operation holds all results that the operation has on numbers within its operands; what double arithmetic
/// itself rounds is added outward.
public struct Interval: Hashable, Sendable {
  /// The smallest number.
  public let low: Double
  /// The largest number; not below `low`.
  public let high: Double

  /// The numbers between the two, in either order; all of them where one is not a number.
  public init(_ a: Double, _ b: Double) {
    if a.isNaN || b.isNaN {
      (low, high) = (-.infinity, .infinity)
    } else {
      (low, high) = (Swift.min(a, b), Swift.max(a, b))
    }
  }

  /// The interval that contains a single number.
  public init(exactly value: Double) { self.init(value, value) }

  /// The interval of all real numbers.
  public static let all = Interval(-.infinity, .infinity)

  /// The difference of the two bounds.
  public var width: Double { high - low }
  /// The number in its middle.
  public var middle: Double { low / 2 + high / 2 }
  /// Whether a number lies in it.
  public func contains(_ x: Double) -> Bool { low <= x && x <= high }
  /// Whether the two have a number in common.
  public func meets(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
  /// The interval with both bounds moved outward by `margin`.
  public func widened(by margin: Double) -> Interval { Interval(low - margin, high + margin) }
  /// The smallest interval that contains both.
  public func union(_ other: Interval) -> Interval {
    Interval(Swift.min(low, other.low), Swift.max(high, other.high))
  }

  /// With the rounding of so many operations on either side.
  package func outward(_ roundings: Int = 1) -> Interval {
    var (low, high) = (low, high)
    for _ in 0..<roundings { (low, high) = (low.nextDown, high.nextUp) }
    return Interval(low, high)
  }

  /// A function of `Algebra` is right to four units of the last place, and just below a power of two each of these is
  /// two steps.
  static let roundingsOfFunction = 8

  /// A function that only rises.
  func rising(_ f: (Double) -> Double) -> Interval {
    Interval(f(low), f(high)).outward(Self.roundingsOfFunction)
  }
}
