/// A tree of mathematical meaning: what is said, not how it is set.
public indirect enum Formula: Hashable, Sendable {
  /// A number, in the digits that it is written with.
  case number(Numeral)
  /// A quantity by its name.
  case symbol(Symbol)
  /// ∂(of)/∂(by).
  case partial(Symbol, by: Symbol)
  /// With a minus sign.
  case negative(Formula)
  /// The terms in their order; a subtracted one is `negative`.
  case sum([Formula])
  /// The factors in their order.
  case product([Formula])
  /// The first divided by the second.
  case quotient(Formula, Formula)
  /// A whole power.
  case power(Formula, Int)
  /// A power whose exponent is no whole number, or a formula.
  case raised(Formula, Formula)
  /// A function of one argument; a softmax is one of a whole column.
  case call(Function, Formula)
  /// The larger of the two.
  case max(Formula, Formula)
  /// The smaller of the two.
  case min(Formula, Formula)
  /// 1 where the first is larger than the second, or as large if `orEqual`, and 0 elsewhere: Iverson's [x > y].
  case truth(Formula, Formula, orEqual: Bool)
  /// ∇_(by) of: the derivatives by every entry of a column, as a column.
  case nabla(Symbol, by: Symbol)
  /// Rows and columns exchanged.
  case transpose(Formula)
  /// Matrices in their order; a factor of all their entries may stand first.
  case matrixProduct([Formula])
  /// ⊙: entry by entry.
  case elementwise(Formula, Formula)

  /// A function with a name.
  public enum Function: Hashable, Sendable {
    /// σ(x) = 1 / (1 + e⁻ˣ), and its slope σ′(x) = σ(x) (1 − σ(x)).
    case sigma, sigmaPrime
    /// tanh x, and its slope tanh′(x) = 1 − tanh² x.
    case tanh, tanhPrime
    /// 1 where x > 0, and 0 elsewhere: as the slope of max(0, x), and as a function by its own name.
    case step, unitStep
    /// sin x and cos x, of an angle in radians.
    case sin, cos
    /// √x.
    case squareRoot
    /// ln x and eˣ.
    case ln, exp
    /// |x|, and its slope: 1 above 0, −1 below, and 0 at 0.
    case magnitude, sign
    /// e^(x_j) / Σ_k e^(x_k), of every entry of a column.
    case softmax
    /// One that only graphs have.
    case named(NamedFunction)
  }
}

extension Formula {
  /// A whole number, written plainly.
  public static func integer(_ value: Int) -> Formula { .number(Numeral(integer: value)) }
}
