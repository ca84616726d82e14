import Formulas

/// At `Interval` a rule says between which numbers its result lies.
extension Interval: Algebra {
  public init(_ integer: Int) { self.init(exactly: Double(integer)) }

  /// A whole number is what it is; of other decimals a double is only the nearest number that it has.
  public init(_ numeral: Numeral) {
    let isWhole = numeral.exponent == nil && !numeral.digits.contains(".") && numeral.value.magnitude < 0x1p53
    let value = numeral.value
    self = isWhole ? Interval(exactly: value) : Interval(value.nextDown, value.nextUp)
  }

  /// All sums.
  public static func + (x: Interval, y: Interval) -> Interval {
    Interval(x.low + y.low, x.high + y.high).outward()
  }

  /// All differences.
  public static func - (x: Interval, y: Interval) -> Interval {
    Interval(x.low - y.high, x.high - y.low).outward()
  }

  /// All products; 0 times what has no bound is 0.
  public static func * (x: Interval, y: Interval) -> Interval {
    // 0 times what has no bound is 0: the bound is no number of its own.
    func times(_ a: Double, _ b: Double) -> Double { a == 0 || b == 0 ? 0 : a * b }
    return hull(
      times(x.low, y.low), times(x.low, y.high), times(x.high, y.low), times(x.high, y.high)
    ).outward()
  }

  /// All quotients; a divisor that may be 0 leaves no bound, on one side at least.
  public static func / (x: Interval, y: Interval) -> Interval {
    if y.low <= 0, y.high >= 0 { return y.low == 0 && y.high == 0 ? .all : quotient(x, across: y) }
    return hull(x.low / y.low, x.low / y.high, x.high / y.low, x.high / y.high).outward()
  }

  /// A divisor that may be near 0 on one side leaves a bound on the other.
  private static func quotient(_ x: Interval, across y: Interval) -> Interval {
    if y.low < 0, y.high > 0 { return .all }
    let far = y.low == 0 ? y.high : y.low
    let isPositive = y.low == 0
    if x.low >= 0 {
      let bound = x.low / far
      return isPositive ? Interval(bound, .infinity).outward() : Interval(-.infinity, bound).outward()
    }
    if x.high <= 0 {
      let bound = x.high / far
      return isPositive ? Interval(-.infinity, bound).outward() : Interval(bound, .infinity).outward()
    }
    return .all
  }

  /// All of them with the other sign, exactly.
  public static prefix func - (x: Interval) -> Interval { Interval(-x.high, -x.low) }

  public static func square(_ x: Interval) -> Interval {
    let (a, b) = (x.low * x.low, x.high * x.high)
    let result = Interval(a, b).outward()
    return Interval(x.contains(0) ? 0 : Swift.max(0, result.low), result.high)
  }

  public static func exp(_ x: Interval) -> Interval { x.rising(Double.exp).clamped(0, .infinity) }
  public static func ln(_ x: Interval) -> Interval {
    if x.high < 0 { return .all }
    return Interval(Swift.max(0, x.low), x.high).rising(Double.ln)
  }
  public static func lnOnePlus(_ x: Interval) -> Interval {
    if x.high < -1 { return .all }
    return Interval(Swift.max(-1, x.low), x.high).rising(Double.lnOnePlus)
  }
  public static func logistic(_ x: Interval) -> Interval { x.rising(Double.logistic).clamped(0, 1) }
  public static func softplus(_ x: Interval) -> Interval { x.rising(Double.softplus).clamped(0, .infinity) }
  public static func tanh(_ x: Interval) -> Interval { x.rising(Double.tanh).clamped(-1, 1) }

  public static func exponentialMinusOne(_ x: Interval) -> Interval {
    x.rising(Double.exponentialMinusOne).clamped(-1, .infinity)
  }

  public static func softmax(_ x: [Interval]) -> [Interval] {
    x.indices.map { j in byShare(x, j) { Double.softmax($0)[j] }.clamped(0, 1) }
  }
  public static func logSoftmax(_ x: [Interval], at j: Int) -> Interval {
    byShare(x, j) { Double.logSoftmax($0, at: j) }.clamped(-.infinity, 0)
  }
  public static func logSoftmaxComplement(_ x: [Interval], at j: Int) -> Interval {
    byShare(x, j) { Double.logSoftmaxComplement($0, at: j) }.clamped(-.infinity, 0)
  }

  /// A function of the share of j, which rises with its own x and falls with every other.
  private static func byShare(_ x: [Interval], _ j: Int, _ f: ([Double]) -> Double) -> Interval {
    func value(_ own: Double, _ other: (Interval) -> Double) -> Double {
      f(x.indices.map { $0 == j ? own : other(x[$0]) })
    }
    return Interval(value(x[j].low, \.high), value(x[j].high, \.low)).outward(roundingsOfFunction)
  }

  public static func max(_ x: Interval, _ y: Interval) -> Interval {
    Interval(Swift.max(x.low, y.low), Swift.max(x.high, y.high))
  }

  public static func min(_ x: Interval, _ y: Interval) -> Interval {
    Interval(Swift.min(x.low, y.low), Swift.min(x.high, y.high))
  }

  /// What the bounds hold of a sum that counts as 0 is held as well.
  public static func sumOrZero(_ terms: [Interval]) -> Interval { total(terms) }

  public static func step(_ x: Interval) -> Interval { Interval(x.low > 0 ? 1 : 0, x.high > 0 ? 1 : 0) }

  public static func truth(_ x: Interval, _ y: Interval, orEqual: Bool) -> Interval {
    Interval(
      .truth(x.low, y.high, orEqual: orEqual), .truth(x.high, y.low, orEqual: orEqual))
  }

  public static func magnitude(_ x: Interval) -> Interval {
    let largest = Swift.max(x.low.magnitude, x.high.magnitude)
    return Interval(x.contains(0) ? 0 : Swift.min(x.low.magnitude, x.high.magnitude), largest)
  }

  public static func bySign(
    of x: Interval, negative: @autoclosure () -> Interval, otherwise: @autoclosure () -> Interval
  ) -> Interval {
    if x.high < 0 { return negative() }
    return x.low >= 0 ? otherwise() : negative().union(otherwise())
  }

  public static func weighted(_ coefficient: Interval, _ value: @autoclosure () -> Interval) -> Interval {
    coefficient == Interval(exactly: 0) ? coefficient : coefficient * value()
  }

  public static func weighted(_ coefficient: Interval, over value: @autoclosure () -> Interval) -> Interval {
    coefficient == Interval(exactly: 0) ? coefficient : coefficient / value()
  }

  static func hull(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Interval {
    if a.isNaN || b.isNaN || c.isNaN || d.isNaN { return .all }
    return Interval(
      Swift.min(Swift.min(a, b), Swift.min(c, d)), Swift.max(Swift.max(a, b), Swift.max(c, d)))
  }

  func clamped(_ least: Double, _ most: Double) -> Interval {
    Interval(Swift.min(Swift.max(low, least), most), Swift.max(Swift.min(high, most), least))
  }
}
