/// A function of one number that only graphs have, by the word for it.
public enum NamedFunction: String, CaseIterable, Hashable, Sendable {
  /// Of an angle in radians.
  case tan
  /// (eˣ − e⁻ˣ)/2 and (eˣ + e⁻ˣ)/2.
  case sinh, cosh
  /// The angle of a sine, a cosine, a tangent.
  case arcsin, arccos, arctan
  /// 2/√π ∫₀ˣ e^(−t²) dt.
  case erf
  /// The largest whole number that is not larger.
  case floor
  /// The number itself, which does not change where a derivative is taken: a stop-gradient.
  case stop
}

extension NamedFunction {
  /// The slope at x, where the value is y.
  // (tan x)′ = 1 + tan² x, (arcsin x)′ = 1/√(1 − x²), (arctan x)′ = 1/(1 + x²), (erf x)′ = 2/√π e^(−x²)
  public func slope<A: Algebra>(at x: A, value y: A) -> A {
    switch self {
    case .tan: A(1) + A.square(y)
    case .sinh: A.named(.cosh, x)
    case .cosh: A.named(.sinh, x)
    case .arcsin: A(1) / A.squareRoot(Reading(x).squareComplement)
    case .arccos: -(A(1) / A.squareRoot(Reading(x).squareComplement))
    case .arctan: A(1) / (A(1) + A.square(x))
    case .erf: A(2) / A.squareRoot(A(Self.pi)) * A.exp(-A.square(x))
    case .floor, .stop: A(0)
    }
  }

  private static let pi = Numeral(digits: "3.141592653589793", value: .pi)
}
