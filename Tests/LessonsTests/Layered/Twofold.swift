import Formulas
import Foundation

/// A number as the sum of two doubles, with about 31 digits: what a double's rounding hides is seen in it.
///
/// The sums and products without error are those of T. J. Dekker, A floating-point technique for extending the available
/// precision (Numerische Mathematik 18, 1971), with a fused multiplication.
struct Twofold: Sendable {
  let high: Double
  let low: Double

  private init(sum a: Double, _ b: Double) {
    high = a + b
    let part = high - a
    low = high.isFinite ? (a - (high - part)) + (b - part) : 0
  }

  init(_ value: Double) { (high, low) = (value, 0) }

  var value: Double { high + low }
  var magnitude: Twofold { high < 0 ? -self : self }
  /// 1, 0 or −1.
  var sign: Int { high > 0 ? 1 : high < 0 ? -1 : 0 }
}

extension Twofold: Algebra {
  init(_ integer: Int) { self.init(Double(integer)) }

  /// The decimal itself, not the double next to it.
  init(_ numeral: Numeral) {
    func whole(_ digits: some Sequence<Character>) -> Twofold {
      digits.reduce(Twofold(0)) { $0 * Twofold(10) + Twofold($1.wholeNumberValue ?? 0) }
    }
    let decimals = numeral.digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
    let power = (numeral.exponent ?? 0) - (decimals?.count ?? 0)
    let scale = (0..<Swift.min(power.magnitude, 700)).reduce(Twofold(1)) { scale, _ in scale * Twofold(10) }
    let figures = whole(numeral.digits.filter { $0 != "." })
    var value = power < 0 ? figures / scale : figures * scale
    if let denominator = numeral.denominator { value = value / whole(denominator) }
    self = numeral.isNegative ? -value : value
  }

  static func + (x: Twofold, y: Twofold) -> Twofold {
    let sum = Twofold(sum: x.high, y.high)
    return Twofold(sum: sum.high, sum.low + x.low + y.low)
  }

  static func - (x: Twofold, y: Twofold) -> Twofold { x + -y }

  static prefix func - (x: Twofold) -> Twofold { Twofold(sum: -x.high, -x.low) }

  static func * (x: Twofold, y: Twofold) -> Twofold {
    let product = x.high * y.high
    guard product.isFinite else { return Twofold(product) }
    let error = (-product).addingProduct(x.high, y.high)
    return Twofold(sum: product, error + x.high * y.low + x.low * y.high)
  }

  static func / (x: Twofold, y: Twofold) -> Twofold {
    let first = x.high / y.high
    guard first.isFinite, y.high.isFinite else { return Twofold(first) }
    let rest = x - y * Twofold(first)
    let second = rest.high / y.high
    return Twofold(sum: first, second) + Twofold((rest - y * Twofold(second)).high / y.high)
  }

  static func square(_ x: Twofold) -> Twofold { x * x }

  private static let ln2 = Twofold(sum: 0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56)

  /// e^(x) = 2^k (e^(r/1024))^1024, with the series of e^(r/1024) − 1.
  static func exp(_ x: Twofold) -> Twofold {
    guard x.high < 709, x.high > -740 else { return Twofold(x.high > 0 ? .infinity : 0) }
    let k = (x.high / ln2.high).rounded()
    let r = (x - ln2 * Twofold(k)) * Twofold(1.0 / 1024)
    var (term, sum) = (r, r)
    for n in 2...9 {
      term = term * r / Twofold(n)
      sum = sum + term
    }
    // (1 + s)² − 1 = s (2 + s), so that nothing is lost beside the 1.
    for _ in 0..<10 { sum = sum * (Twofold(2) + sum) }
    let result = Twofold(1) + sum
    let half = Double(sign: .plus, exponent: Int(k / 2), significand: 1)
    let other = Double(sign: .plus, exponent: Int(k) - Int(k / 2), significand: 1)
    return result * Twofold(half) * Twofold(other)
  }

  static func ln(_ x: Twofold) -> Twofold {
    guard x.high > 0, x.high.isFinite else { return Twofold(Foundation.log(x.high)) }
    let first = Twofold(Foundation.log(x.high))
    return first + (x * exp(-first) - Twofold(1))
  }

  /// ln (1 + x), by its series where x is small.
  static func lnOnePlus(_ x: Twofold) -> Twofold {
    guard x.high.magnitude < 1e-3 else { return ln(Twofold(1) + x) }
    return (1...11).reversed().reduce(Twofold(0)) { sum, n in
      (Twofold(1) / Twofold(n) - sum) * x
    }
  }

  static func softplus(_ x: Twofold) -> Twofold { max(x, Twofold(0)) + lnOnePlus(exp(-x.magnitude)) }

  static func logistic(_ x: Twofold) -> Twofold {
    let e = exp(-x.magnitude)
    return (x.high < 0 ? e : Twofold(1)) / (Twofold(1) + e)
  }

  static func tanh(_ x: Twofold) -> Twofold {
    let e = exp(Twofold(-2) * x.magnitude)
    let result = (Twofold(1) - e) / (Twofold(1) + e)
    return x.high < 0 ? -result : result
  }

  // Beside x no power is small enough to vanish, and where x is, its own series loses nothing.
  static func exponentialMinusOne(_ x: Twofold) -> Twofold {
    guard x.high.magnitude < 0.5 else { return exp(x) - Twofold(1) }
    return (1...25).reversed().reduce(Twofold(0)) { sum, n in (sum + Twofold(1)) * x / Twofold(n) }
  }

  /// To the digits of a double, and one of Newton's steps further.
  // No rule of a network has one, so that a double does.
  static func named(_ function: NamedFunction, _ x: Twofold) -> Twofold { Twofold(.named(function, x.high)) }
  static func squareRoot(_ x: Twofold) -> Twofold {
    guard x.high > 0, x.high.isFinite else { return Twofold(x.high.squareRoot()) }
    let root = Twofold(x.high.squareRoot())
    return (root + x / root) * Twofold(0.5)
  }

  static func power(_ base: Twofold, _ exponent: Twofold) -> Twofold {
    let isWhole = exponent.low == 0 && exponent.high == exponent.high.rounded()
    guard isWhole, exponent.high.magnitude < 1000 else {
      return base.high > 0 ? exp(exponent * ln(base)) : Twofold(Foundation.pow(base.high, exponent.high))
    }
    let power = repeatElement(base, count: Int(exponent.high.magnitude)).reduce(Twofold(1), *)
    return exponent.high < 0 ? Twofold(1) / power : power
  }

  private static let quarterTurn = Twofold(sum: 0x1.921fb54442d18p0, 0x1.1a62633145c07p-54)

  static func sin(_ x: Twofold) -> Twofold { wave(x, quarter: 0) }
  static func cos(_ x: Twofold) -> Twofold { wave(x, quarter: 1) }

  /// sin (x + quarter · π/2), by the series of what is left when quarter turns are taken away.
  private static func wave(_ x: Twofold, quarter: Int) -> Twofold {
    let turns = (x.high / quarterTurn.high).rounded()
    guard turns.magnitude < 0x1p52 else { return Twofold(.nan) }
    let r = x - Twofold(turns) * quarterTurn
    let place = (Int(turns) + quarter) & 3
    let isCosine = place % 2 == 1
    let sum = (1...14).reversed().reduce(Twofold(1)) { sum, n in
      let first = isCosine ? 2 * n - 1 : 2 * n
      return Twofold(1) - sum * square(r) / Twofold(first * (first + 1))
    }
    let result = isCosine ? sum : sum * r
    return place > 1 ? -result : result
  }

  static func truth(_ x: Twofold, _ y: Twofold, orEqual: Bool) -> Twofold {
    Twofold((x - y).sign > 0 || (orEqual && (x - y).sign == 0) ? 1 : 0)
  }

  private static func largest(_ x: [Twofold]) -> Int { x.indices.max { x[$0].high < x[$1].high } ?? 0 }

  static func softmax(_ x: [Twofold]) -> [Twofold] {
    let powers = x.map { exp($0 - x[largest(x)]) }
    return powers.map { $0 / total(powers) }
  }

  static func logSoftmax(_ x: [Twofold], at j: Int) -> Twofold {
    (x[j] - x[largest(x)]) - logSumExp(x, above: largest(x))
  }

  static func logSoftmaxComplement(_ x: [Twofold], at j: Int) -> Twofold {
    let others = x.indices.filter { $0 != j }.map { x[$0] }
    let next = largest(others)
    guard j == largest(x), !others.isEmpty else {
      return -lnOnePlus(exp(x[j] - x[largest(x)]) / total(others.map { exp($0 - x[largest(x)]) }))
    }
    return (others[next] - x[j]) + logSumExp(others, above: next) - logSumExp(x, above: j)
  }

  /// ln Σ_k e^(x_k − x_first), of the first that is the largest.
  private static func logSumExp(_ x: [Twofold], above first: Int) -> Twofold {
    lnOnePlus(total(x.indices.filter { $0 != first }.map { exp(x[$0] - x[first]) }))
  }

  static func max(_ x: Twofold, _ y: Twofold) -> Twofold { (x - y).high < 0 ? y : x }
  static func min(_ x: Twofold, _ y: Twofold) -> Twofold { (x - y).high < 0 ? x : y }

  /// What counts as 0, for each unit of the terms of a sum: what does in doubles, or only what these numbers round.
  @TaskLocal static var cancellation = 8 * Double.ulpOfOne

  static func sumOrZero(_ terms: [Twofold]) -> Twofold {
    let sum = total(terms)
    let size = terms.reduce(0) { $0 + $1.high.magnitude }
    return sum.high.magnitude <= cancellation * size ? Twofold(0) : sum
  }

  static func step(_ x: Twofold) -> Twofold { Twofold(x.high > 0 ? 1 : 0) }

  static func bySign(
    of x: Twofold, negative: @autoclosure () -> Twofold, otherwise: @autoclosure () -> Twofold
  ) -> Twofold { x.high < 0 ? negative() : otherwise() }

  static func weighted(_ coefficient: Twofold, _ value: @autoclosure () -> Twofold) -> Twofold {
    coefficient.high == 0 ? Twofold(0) : coefficient * value()
  }

  static func weighted(_ coefficient: Twofold, over value: @autoclosure () -> Twofold) -> Twofold {
    coefficient.high == 0 ? Twofold(0) : coefficient / value()
  }
}
