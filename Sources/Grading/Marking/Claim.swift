import Backprop

/// A number that somebody wrote for a line.
package struct Claim: Hashable, Sendable {
  /// As it was written.
  package let value: Double
  /// One unit of the last digit that was written.
  package let unit: Double

  /// A number with the unit to which it claims to be right.
  package init(_ value: Double, unit: Double) {
    self.value = value
    self.unit = unit
  }

  /// How exact a formula, or a fraction, is taken to be.
  package static let exactness = 1e-13

  /// What may have been rounded, or cut off, to what was written: one unit, and not a half, since people truncate.
  ///
  /// Towards 0 no more than a part of the number, or half a unit: nothing that is rounded to 0.2 is as small as 0.1.
  var interval: Interval {
    // What is a whole unit away is rounded to the next number, whichever way.
    let unit = unit * (1 - 1e-6)
    let inward = value == 0 ? unit : Swift.max(unit / 2, Swift.min(unit, Self.mostInward * value.magnitude))
    return Interval(value - (value < 0 ? unit : inward), value + (value < 0 ? inward : unit)).outward(4)
  }

  private static let mostInward = 0.3

  /// More than this part of a number is no judgement of its digits: 0.2 is rounded from 0.21 as well.
  private static let coarsest = 0.05

  /// Whether it is a value, to one unit of its last digit.
  func isRight(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    let off = (self.value - value).magnitude
    if off <= 1e-9 * Swift.max(value.magnitude, self.value.magnitude) { return true }
    return interval.contains(value) && (off <= Self.coarsest * value.magnitude || value == 0)
  }

  /// More units of the last digit than these are no few roundings.
  private static let fewUnits = 3.0

  /// Whether it is a value but for a few roundings.
  func isNearly(_ value: Double) -> Bool {
    let off = (self.value - value).magnitude
    return isRight(value) || off <= Swift.min(Self.fewUnits * unit, Self.coarsest * value.magnitude)
  }

  /// How many other numbers of as many digits could stand there: those of either sign, over three powers of ten.
  var alternatives: Double {
    let size = Swift.max(value.magnitude, unit)
    return unit > 0 ? Swift.min(6 * size / unit + 2, 1e15) : 1e15
  }
}

/// How a number is judged.
package enum Verdict: String, CaseIterable, Sendable {
  /// To one unit of its last digit.
  case correct
  /// Right, but for a rounding that was too early or too coarse.
  case rounded
  /// It follows rightly from something that is wrong.
  case carriedForward = "carried-forward"
  /// It follows from nothing.
  case wrong
}

extension Interval {
  /// What both have in common, if they meet.
  func intersection(_ other: Interval) -> Interval? {
    meets(other) ? Interval(Swift.max(low, other.low), Swift.min(high, other.high)) : nil
  }

  /// How far a number is from the nearest in here.
  func distance(to x: Double) -> Double {
    contains(x) ? 0 : Swift.min((x - low).magnitude, (x - high).magnitude)
  }
}
