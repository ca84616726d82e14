import Formulas

/// Softmax at `Double`, with its complements and logarithms.
///
/// The largest x is taken out, so that nothing overflows. What rounding takes from differences and sums is carried
/// along: a difference of 700 may be off by 5e-14, which is as much again of its exponential.
extension Double {
  public static func softmax(_ x: [Double]) -> [Double] {
    let largest = x.reduce(-.infinity, max)
    var sum = CompensatedSum()
    var powers: [Double] = []
    powers.reserveCapacity(x.count)
    for x in x {
      let power = exp(x, minus: largest)
      sum.add(power)
      powers.append(power)
    }
    for k in powers.indices { powers[k] /= sum.value }
    return powers
  }

  /// Only where the output is above a half would 1 − a lose digits.
  public static func softmaxComplement(_ x: [Double], outputs: [Double], at j: Int) -> Double {
    if outputs[j] <= 0.5 { return 1 - outputs[j] }
    let against = odds(x, at: j).against
    return against / (1 + against)
  }

  public static func logSoftmax(_ x: [Double], at j: Int) -> Double {
    let (inFavour, against) = odds(x, at: j)
    return logOfShare(inFavour, against: against, logarithm: logOfOdds(x, at: j))
  }

  public static func logSoftmaxComplement(_ x: [Double], at j: Int) -> Double {
    let (inFavour, against) = odds(x, at: j)
    return logOfShare(against, against: inFavour, logarithm: -logOfOdds(x, at: j))
  }

  /// The largest x, and what the others add to it.
  public static func logSumExp(_ x: [Double]) -> Double {
    let largest = x.reduce(-.infinity, max)
    guard let place = x.firstIndex(of: largest), largest.isFinite else { return x.reduce(largest, +) }
    return largest + lnOnePlus(sumOfPowers(x, minus: largest, without: place))
  }

  /// ln (p / (p + q)) for odds p : q, those against it q : p, and ln (p / q), which is asked for where p / q vanishes.
  private static func logOfShare(
    _ odds: Double, against: Double, logarithm: @autoclosure () -> Double
  ) -> Double {
    if against <= 1 { return -lnOnePlus(against) }
    return odds < .leastNormalMagnitude ? logarithm() : ln(odds) - lnOnePlus(odds)
  }

  /// The odds of one x against all others, e^(x_j) : Σ_(k ≠ j) e^(x_k), and those against it.
  private static func odds(_ x: [Double], at j: Int) -> (inFavour: Double, against: Double) {
    let largest = x.reduce(-.infinity, max)
    let own = exp(x[j], minus: largest)
    let others = sumOfPowers(x, minus: largest, without: j)
    if others >= 0x1p-900 { return (own / others, others / own) }
    // Terms below the normal doubles have lost digits that their sum should have; the own one is 1 here.
    let raised = sumOfPowers(x, minus: largest, plus: 600, without: j)
    return (1 / others, raised * exp(-600))
  }

  /// ln (e^(x_j) / Σ_(k ≠ j) e^(x_k)), with the largest of the others taken out.
  private static func logOfOdds(_ x: [Double], at j: Int) -> Double {
    let largest = x.indices.reduce(-.infinity) { $1 == j ? $0 : max($0, x[$1]) }
    return (x[j] - largest) - ln(sumOfPowers(x, minus: largest, without: j))
  }

  /// e^(x − y + raise), with what rounding takes from the difference (Knuth, Seminumerical Algorithms, 4.2.2).
  ///
  /// To raise a difference that is below −raise rounds nothing.
  private static func exp(_ x: Double, minus y: Double, plus raise: Double = 0) -> Double {
    let difference = x - y
    let power = exp(difference + raise)
    if power == 0 { return 0 }
    let back = difference - x
    return power + power * ((x - (difference - back)) - (y + back))
  }

  /// Σ_(k ≠ j) e^(x_k − y + raise).
  private static func sumOfPowers(_ x: [Double], minus y: Double, plus raise: Double = 0, without j: Int)
    -> Double
  {
    var sum = CompensatedSum()
    for k in x.indices where k != j { sum.add(exp(x[k], minus: y, plus: raise)) }
    return sum.value
  }

  /// A sum that carries along what rounding takes from it.
  private struct CompensatedSum {
    private var (sum, lost) = (0.0, 0.0)

    mutating func add(_ term: Double) {
      let next = sum + term
      let back = next - sum
      lost += (sum - (next - back)) + (term - back)
      sum = next
    }

    var value: Double { sum + lost }
  }
}
