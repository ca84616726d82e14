import Backprop

/// What somebody wrote, and how: what stands behind a number, and behind those that were not written.
struct Handwriting {
  /// What becomes of the digits that are not written.
  enum Ending: CaseIterable {
    case rounds, cutsOff
    /// One unit either way: the last resort, since with it a slip of the last digits is not seen.
    case isLoose
  }

  /// To how many digits the numbers in between are kept.
  enum Precision {
    case digits(Int)
    case decimals(unit: Double)
  }

  let exercise: Exercise
  let claims: [Claim?]
  /// How each line follows, and its true value: as in the exercise, but for the person's own conventions.
  let rules: [Rule]
  let values: [Double]
  let ending: Ending
  let precision: Precision
  /// The fewest digits that occur, two at the least: a number that has no more is not rounded.
  let fewestDigits: Int
  /// Whether numbers with many digits were worked out in single precision.
  let isSingle: Bool

  /// So few numbers do not show how somebody rounds, nor that those behind them were rounded.
  static let fewNumbers = 3

  /// Whether there are no more numbers than that.
  let areFew: Bool

  /// For lines without a number, the lines that only say it again, such as ∂C/∂b says ∂C/∂z, and have one.
  let copies: [Int: [Int]]

  /// The ends of what was rounded are among it: ties go either way.
  private static let ends = 1e-6

  /// What a number may have been before its digits were cut.
  func source(_ claim: Claim) -> (low: Double, high: Double) {
    let (x, ends) = (claim.value, claim.unit * Self.ends)
    let (inward, outward): (Double, Double) =
      switch ending {
      case .rounds: (claim.unit / 2, claim.unit / 2)
      case .cutsOff: (x == 0 ? claim.unit : 0, claim.unit)
      // One digit that may be another says nothing.
      case .isLoose: (claim.digits > 1 || x == 0 ? claim.unit : claim.unit / 2, claim.unit)
      }
    return x < 0 ? (x - outward - ends, x + inward + ends) : (x - inward - ends, x + outward + ends)
  }

  /// A program that cuts off more digits may make 0.659999999 of 0.66.
  private static let mostDigitsByHand = 8

  /// Of so many digits on it may have been worked out in single precision.
  static let singleDigits = 6
  private static let singlePrecision = 4.0 / 16_777_216

  /// The logarithm of how likely a number is for a value; `nil` where it does not follow.
  func likelihood(of claim: Claim, for value: Belief, largestInput: Double) -> Double? {
    guard value.point.isFinite else { return nil }
    let x = claim.value
    // 0 is 0: nothing is near it.
    let size = Swift.max(largestInput, value.point.magnitude)
    let isExact = (x - value.point).magnitude <= Swift.max(1e-9 * value.point.magnitude, 1e-14 * size)
    let isWhole = value.isWhole(in: claim.unit) && claim.digits <= Self.mostDigitsByHand
    let source = source(claim)
    let margin = isSingle && claim.digits >= Self.singleDigits ? Self.singlePrecision * size : 0
    let meets = source.low - margin <= value.high && value.low <= source.high + margin
    guard isExact || (meets && (!isWhole || margin > 0)) else { return nil }
    let unit = Swift.max(claim.unit, 1e-300)
    let off = isExact ? 0 : (middle(claim) - value.point).magnitude / unit
    let reach = Swift.min(value.width / unit / 2, 1e12)
    let deviation = Swift.max(0.35, 0.35 * (reach + 0.5))
    let scattered = Double.exp(-Double.square(off / deviation) / 2) / (2.5066 * deviation)
    return Double.ln((off <= 0.5 ? 0.6 : 0) + 0.3 * scattered + 0.1 / (2 * reach + 1))
  }

  /// Where what was written lies on average: what was cut off, half a unit further out.
  func middle(_ claim: Claim) -> Double {
    ending == .cutsOff ? claim.value + (claim.value < 0 ? -claim.unit : claim.unit) / 2 : claim.value
  }

  /// Whether a number is the true one of its line, in the digits that it has; one digit is too little to say so.
  func isTrue(_ claim: Claim, at line: Int) -> Bool {
    claim.digits > 1 && likelihood(of: claim, for: Belief(exactly: values[line]), largestInput: 0) != nil
  }

  /// What is believed of a line without a number: its value, rounded once more unless it is only copied.
  func unwritten(_ value: Belief, isCopy: Bool) -> Belief {
    guard !isCopy, value.point.isFinite, value.low < value.high || !value.point.isSlopeOfKink else {
      return value
    }
    let size = Swift.max(value.low.magnitude, value.high.magnitude)
    let fewest = size.unit(digits: fewestDigits)
    if !isSingle, value.isWhole(in: fewest), fewestDigits <= Self.mostDigitsByHand { return value }
    let unit: Double =
      switch precision {
      case .digits(let digits): size.unit(digits: digits)
      case .decimals(let unit): unit
      }
    if isSingle || !areFew || ending != .cutsOff {
      let margin = ending == .rounds ? unit / 2 : unit
      return value.widened(by: isSingle ? Swift.max(margin, Self.singlePrecision * size) : margin)
    }
    // What is cut off moves towards 0 only; who does it otherwise has to show it in more numbers.
    return Belief(
      value.point, low: value.high > 0 ? value.low - unit : value.low,
      high: value.low < 0 ? value.high + unit : value.high)
  }

  /// The same, where a line that says it again has a number to which that value may have been rounded.
  func unwritten(_ value: Belief, saidAgainIn line: Int) -> Belief {
    guard let claim = claims[line] else { return value }
    let source = source(claim)
    let (low, high) = (Swift.max(source.low, value.low), Swift.min(source.high, value.high))
    guard low <= high else { return value }
    return Belief(Swift.min(Swift.max(low, value.point), high), low: low, high: high)
  }

  /// How densely numbers that come from nowhere lie at one: many have its size, or nearly its value.
  static func density(of x: Double, for value: Double, unit: Double) -> Double {
    let size = Swift.max(x.magnitude, unit, 1e-300)
    var density = 0.2 / (2 * size * 13.8155)
    let ratio = value == 0 ? .infinity : x / value
    if (0.1...10).contains(ratio.magnitude) { density += 0.4 * (ratio > 0 ? 0.8 : 0.2) / (size * 4.6052) }
    if (0.5...1.5).contains(ratio) { density += 0.4 / value.magnitude }
    return density
  }

  /// The logarithm of how likely a number from nowhere is.
  static func unexplained(_ claim: Claim, for value: Double) -> Double {
    let unit = Swift.max(claim.unit, Claim.exactness * claim.value.magnitude, 1e-300)
    return Double.ln(Swift.min(density(of: claim.value, for: value, unit: unit) * unit, 0.9))
  }
}

extension Double {
  fileprivate var isSlopeOfKink: Bool { self == 0 || self == 1 }
}
