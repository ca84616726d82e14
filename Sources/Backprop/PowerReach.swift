import Formulas

/// How far a power can go from xʸ while x, a number or a complex one, moves by at most s, and y by at most t.
enum PowerReach {
  /// The bound; infinite where there is none.
  static func bound(_ x: Double, movedBy s: Double, to y: Double, movedBy t: Double) -> Double {
    if s == 0, t == 0 { return 0 }
    if t == 0, y == y.rounded(), y.isFinite { return whole(x, movedBy: s, to: y) }
    let size = Double.power(x, y).magnitude
    guard x > s else { return x == 0 && s == 0 && y > t ? 0 : .infinity }
    // x^y = e^(y ln x), where |Δ ln x| ≤ −ln(1 − s/x) and |e^(m + δ) − e^m| ≤ e^m (e^|δ| − 1)
    let off = -Double.lnOnePlus(-s / x)
    return scaled(size, by: y.magnitude * off + t * (Double.ln(x).magnitude + off))
  }

  // For n > 0, |(x + δ)ⁿ − xⁿ| ≤ (|x| + s)ⁿ − |x|ⁿ, and for n < 0, ≤ (|x| − s)ⁿ − |x|ⁿ
  private static func whole(_ x: Double, movedBy s: Double, to n: Double) -> Double {
    if n == 0 { return 0 }
    let size = x.magnitude
    if n > 0, size == 0 { return .power(s, n) }
    if n < 0, s >= size { return .infinity }
    return scaled(.power(size, n), by: n * .lnOnePlus(n > 0 ? s / size : -s / size))
  }

  /// |p| (eᵐ − 1), where p is 0 as well if it moves too little for a double.
  private static func scaled(_ size: Double, by m: Double) -> Double { size * .exponentialMinusOne(m) }
}
