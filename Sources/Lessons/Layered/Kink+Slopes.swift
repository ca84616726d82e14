import Backprop
import Documents
import Formulas

/// The slopes on both sides of a kink, in words.
extension Kink {
  /// A slope that may be as large as this is not called 0.
  private static let largestZero = 1e-6

  /// Below and above, with as many digits as are known of both, and `digits` at most.
  func slopes(digits: Int) -> (below: Prose, above: Prose) {
    let known = knownDigits(most: digits)
    return (Self.words(for: below, digits: known), Self.words(for: above, digits: known))
  }

  private static func words(for slope: Slope?, digits: Int) -> Prose {
    guard let slope else { return "not known" }
    let isZero = slope.value.magnitude <= slope.bound
    if isZero, slope.bound > largestZero { return "not known" }
    return Numeral(rounding: isZero ? 0 : slope.value, digits: digits)
      .map { "about \(Formula.number($0))" } ?? "not known"
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
