import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension NamedFunction {
  /// The value at a double.
  func value(at x: Double) -> Double {
    switch self {
    case .tan: tangent(x)
    case .sinh: hyperbolicSine(x)
    case .cosh: hyperbolicCosine(x)
    case .arcsin: asin(x)
    case .arccos: acos(x)
    case .arctan: atan(x)
    case .erf: errorFunction(x)
    case .floor: Self.isWhole(x) ? x.rounded() : x.rounded(.down)
    case .stop: x
    }
  }

  /// Whether a number is whole but for the rounding of doubles: 0.29 · 100 is 29, and 28.999999999999996 in doubles.
  static func isWhole(_ x: Double) -> Bool {
    (x - x.rounded()).magnitude <= wholeNumber * Swift.max(1, x.magnitude)
  }

  /// So much a few operations leave of a whole number; a decimal of 14 digits is told from it.
  private static let wholeNumber = 32 * Double.ulpOfOne

  /// How steep it is at most within a distance of a number, on the real line and around it; not finite where there is a pole.
  // |cos(x + iy)| ≥ |cos x|, |cosh(x + iy)| ≤ cosh x, |1 − z²| ≥ 1 − |z|², |1 + z²| = |z − i| |z + i|, |e^(−z²)| = e^(y² − x²)
  func steepness(around centre: Double, within radius: Double) -> Double {
    let (low, high) = (centre - radius, centre + radius)
    let far = Swift.max(low.magnitude, high.magnitude)
    let near = low <= 0 && high >= 0 ? 0 : Swift.min(low.magnitude, high.magnitude)
    switch self {
    case .tan:
      guard Self.isBetweenPoles(low, high) else { return .infinity }
      let steepest = Swift.max(value(at: low).magnitude, value(at: high).magnitude)
      return 1 + steepest * steepest
    case .sinh, .cosh: return hyperbolicCosine(far)
    case .arcsin, .arccos: return far < 1 ? 1 / ((1 - far) * (1 + far)).squareRoot() : .infinity
    case .arctan:
      let distance = (1 + centre * centre).squareRoot() - radius
      return distance > 0 ? 1 / (distance * distance) : .infinity
    case .erf: return 1.13 * .exp(radius * radius - near * near)
    case .floor: return value(at: low) == value(at: high) ? 0 : .infinity
    case .stop: return 1
    }
  }

  /// Whether no pole of the tangent lies between two numbers.
  static func isBetweenPoles(_ low: Double, _ high: Double) -> Bool {
    guard high - low < .pi else { return false }
    let (a, b) = ((low / .pi + 0.5).rounded(.down), (high / .pi + 0.5).rounded(.down))
    return a == b
  }
}

// The platform's functions, under names that the cases above do not hide.
private func tangent(_ x: Double) -> Double { tan(x) }
private func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
private func hyperbolicCosine(_ x: Double) -> Double { cosh(x) }
private func errorFunction(_ x: Double) -> Double { erf(x) }
