import Backprop
import Documents
import Formulas

/// The slopes on both sides of a kink, as they are printed.
extension Kink {
  /// Below and above, with as many digits as are known of both, and `digits` at most; `nil` where it is not known.
  func slopes(digits: Int) -> (below: Numeral?, above: Numeral?) {
    let known = knownDigits(most: digits)
    return (Self.numeral(below, digits: known), Self.numeral(above, digits: known))
  }

  private static func numeral(_ slope: Slope?, digits: Int) -> Numeral? {
    guard let slope else { return nil }
    let isZero = slope.value.magnitude <= slope.bound
    if isZero, slope.bound > GradientCheck.oneSided { return nil }
    return Numeral(rounding: isZero ? 0 : slope.value, digits: digits)
  }

  private func knownDigits(most digits: Int) -> Int {
    let slopes = [below, above].compactMap { $0 }
    return (1...Swift.max(1, digits)).last { digits in
      slopes.allSatisfy { slope in
        (Numeral(rounding: slope.value, digits: digits)?.unit ?? .infinity) >= slope.bound
      }
    } ?? 1
  }
}
