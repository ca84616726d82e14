/// An exact fraction over 128-bit integers, or the reason why there is none.
public struct Rational: Sendable {
  /// In lowest terms, the denominator positive; `nil` where the number has no such form.
  let parts: Parts?

  struct Parts: Hashable, Sendable {
    let numerator: Int128
    let denominator: Int128
  }

  /// Whether the number is known exactly.
  public var isExact: Bool { parts != nil }

  /// The number as a double, right to a rounding or two; `nil` where it is not known.
  public var approximation: Double? { parts.map { Double($0.numerator) / Double($0.denominator) } }

  private init(parts: Parts?) { self.parts = parts }

  /// In lowest terms; no form where the denominator is 0.
  init(_ numerator: Int128, over denominator: Int128) {
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let limit = UInt128(Int128.max)
    guard divisor != 0, denominator != 0, numerator.magnitude <= limit, denominator.magnitude <= limit else {
      parts = nil
      return
    }
    let isNegative = (numerator < 0) != (denominator < 0)
    let above = Int128(numerator.magnitude / divisor)
    parts = Parts(
      numerator: isNegative ? -above : above, denominator: Int128(denominator.magnitude / divisor))
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  /// The greatest common divisor with a denominator, which is at most Int128.max.
  private static func divisor(_ a: Int128, _ denominator: Int128) -> Int128 {
    Int128(greatestCommonDivisor(a.magnitude, denominator.magnitude))
  }

  /// What a calculation gives, where nothing in it overflows.
  private static func checked(_ calculation: () throws(Overflow) -> Rational) -> Rational {
    do { return try calculation() } catch { return .none }
  }

  private struct Overflow: Error {}

  static let none = Rational(parts: nil)

  private static func times(_ a: Int128, _ b: Int128) throws(Overflow) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { throw Overflow() }
    return product
  }

  private static func plus(_ a: Int128, _ b: Int128) throws(Overflow) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    if overflow { throw Overflow() }
    return sum
  }
}

extension Rational {
  /// The number as figures / 10^decimals, where it has such a form in 128 bits.
  var decimal: (figures: Int128, decimals: Int)? {
    guard let parts else { return nil }
    var (figures, decimals) = (parts.numerator, 0)
    while figures % parts.denominator != 0 {
      guard let next = try? Self.times(figures, 10), decimals < 38 else { return nil }
      (figures, decimals) = (next, decimals + 1)
    }
    return (figures / parts.denominator, decimals)
  }
}

extension Rational: Equatable {
  /// Two numbers are equal if both are known, and the same.
  public static func == (left: Rational, right: Rational) -> Bool {
    left.parts != nil && left.parts == right.parts
  }
}

/// + − × ÷ are exact; what has no exact form, as most logarithms have none, is unknown, and so is all that it enters.
extension Rational: Algebra {
  public init(_ integer: Int) { parts = Parts(numerator: Int128(integer), denominator: 1) }

  public init(_ numeral: Numeral) {
    let pieces = numeral.digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = pieces.count > 1 ? pieces[1].count : 0
    let figures = numeral.digits.filter { $0 != "." }
    let exponent = numeral.exponent ?? 0
    guard let whole = Int128(figures), (-60...60).contains(exponent), decimals <= 60 else {
      parts = nil
      return
    }
    if let denominator = numeral.denominator {
      self = Int128(denominator).map { Rational(numeral.isNegative ? -whole : whole, over: $0) } ?? Self.none
      return
    }
    let power = exponent - decimals
    let signed = numeral.isNegative ? -whole : whole
    self = Self.checked { () throws(Overflow) in
      var scale: Int128 = 1
      for _ in 0..<power.magnitude { scale = try Self.times(scale, 10) }
      return power < 0 ? Rational(signed, over: scale) : Rational(try Self.times(signed, scale), over: 1)
    }
  }

  /// The exact sum; unknown where a side is, or where it does not fit into 128 bits.
  public static func + (left: Rational, right: Rational) -> Rational {
    guard let a = left.parts, let b = right.parts else { return none }
    // What the denominators have in common is left out before they are multiplied: a/(gd) + b/(ge) is t/(gde) with
    // t = ae + bd, and only g can have a factor in common with t (Knuth, Seminumerical Algorithms, 4.5.1).
    return checked { () throws(Overflow) in
      let g = divisor(a.denominator, b.denominator)
      let (d, e) = (a.denominator / g, b.denominator / g)
      let t = try plus(times(a.numerator, e), times(b.numerator, d))
      let common = divisor(t, g)
      return Rational(t / common, over: try times(times(d, e), g / common))
    }
  }

  /// The exact product; unknown in the same cases.
  public static func * (left: Rational, right: Rational) -> Rational {
    guard let a = left.parts, let b = right.parts else { return none }
    // Crosswise in lowest terms first: nothing grows beyond 128 bits on the way to what fits.
    return checked { () throws(Overflow) in
      let (g, h) = (divisor(a.numerator, b.denominator), divisor(b.numerator, a.denominator))
      return Rational(
        try times(a.numerator / g, b.numerator / h), over: try times(a.denominator / h, b.denominator / g))
    }
  }

  /// The exact quotient; unknown in the same cases, and where the divisor is 0.
  public static func / (left: Rational, right: Rational) -> Rational {
    guard let b = right.parts, b.numerator != 0 else { return none }
    return left * Rational(b.denominator, over: b.numerator)
  }

  /// The exact difference; unknown in the same cases.
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  /// The same with the other sign.
  public static prefix func - (operand: Rational) -> Rational {
    Rational(parts: operand.parts.map { Parts(numerator: -$0.numerator, denominator: $0.denominator) })
  }

  public static func square(_ x: Rational) -> Rational { x * x }

  public static func max(_ x: Rational, _ y: Rational) -> Rational {
    (x - y).sign.map { $0 < 0 ? y : x } ?? none
  }
  public static func min(_ x: Rational, _ y: Rational) -> Rational {
    (x - y).sign.map { $0 < 0 ? x : y } ?? none
  }
  public static func sumOrZero(_ terms: [Rational]) -> Rational { total(terms) }
  public static func step(_ x: Rational) -> Rational { x.sign.map { Rational($0 > 0 ? 1 : 0) } ?? none }

  public static func truth(_ x: Rational, _ y: Rational, orEqual: Bool) -> Rational {
    (x - y).sign.map { Rational($0 > 0 || (orEqual && $0 == 0) ? 1 : 0) } ?? none
  }

  public static func exp(_ x: Rational) -> Rational { x == Rational(0) ? Rational(1) : none }
  public static func ln(_ x: Rational) -> Rational { x == Rational(1) ? Rational(0) : none }
  public static func lnOnePlus(_ x: Rational) -> Rational { x == Rational(0) ? Rational(0) : none }
  public static func logistic(_ x: Rational) -> Rational { x.sign == 0 ? Rational(1) / Rational(2) : none }
  public static func softplus(_ x: Rational) -> Rational { none }
  public static func tanh(_ x: Rational) -> Rational { x == Rational(0) ? Rational(0) : none }
  public static func sin(_ x: Rational) -> Rational { x == Rational(0) ? Rational(0) : none }
  public static func cos(_ x: Rational) -> Rational { x == Rational(0) ? Rational(1) : none }
  public static func named(_ function: NamedFunction, _ x: Rational) -> Rational {
    switch function {
    case .tan, .sinh, .arcsin, .arctan, .erf: x == Rational(0) ? x : none
    case .cosh: x == Rational(0) ? Rational(1) : none
    case .arccos: x == Rational(1) ? Rational(0) : none
    case .floor: x.floor
    case .stop: x
    }
  }
  public static func exponentialMinusOne(_ x: Rational) -> Rational { x == Rational(0) ? Rational(0) : none }
  public static func softmax(_ x: [Rational]) -> [Rational] { x.map { _ in none } }
  public static func logSoftmax(_ x: [Rational], at j: Int) -> Rational { none }
  public static func logSoftmaxComplement(_ x: [Rational], at j: Int) -> Rational { none }

  public static func bySign(
    of x: Rational, negative: @autoclosure () -> Rational, otherwise: @autoclosure () -> Rational
  ) -> Rational { x.sign.map { $0 < 0 ? negative() : otherwise() } ?? none }

  public static func weighted(_ coefficient: Rational, _ value: @autoclosure () -> Rational) -> Rational {
    coefficient.sign == 0 ? Rational(0) : coefficient * value()
  }

  public static func weighted(_ coefficient: Rational, over value: @autoclosure () -> Rational) -> Rational {
    coefficient.sign == 0 ? Rational(0) : coefficient / value()
  }

  /// The largest whole number that is not larger.
  private var floor: Rational {
    guard let parts else { return .none }
    let whole = parts.numerator / parts.denominator
    let isBelow = parts.numerator < 0 && whole * parts.denominator != parts.numerator
    return Rational(isBelow ? whole - 1 : whole, over: 1)
  }

  var sign: Int? { parts.map { $0.numerator.signum() }.map(Int.init) }
}
