import Formulas

/// A number with its derivative by one variable: at `Dual` a rule differentiates itself.
typealias Dual = DualNumber<Double>

/// A number with its derivative by one variable, or by each of several.
///
/// Each operation states its own derivative, in the form that stays right for large arguments.
struct DualNumber<Slope: Tangent>: Sendable {
  var value: Double
  var slope: Slope

  init(_ value: Double, slope: Slope = .zero) {
    self.value = value
    self.slope = slope
  }
}

extension DualNumber: Algebra {
  init(_ numeral: Numeral) { self.init(numeral.value) }
  init(_ integer: Int) { self.init(Double(integer)) }

  static func + (x: Self, y: Self) -> Self { Self(x.value + y.value, slope: x.slope + y.slope) }
  static func - (x: Self, y: Self) -> Self { Self(x.value - y.value, slope: x.slope - y.slope) }
  static func * (x: Self, y: Self) -> Self {
    Self(x.value * y.value, slope: x.slope.times(y.value) + y.slope.times(x.value))
  }
  static func / (x: Self, y: Self) -> Self {
    let ratio = x.value / y.value
    return Self(ratio, slope: (x.slope - y.slope.times(ratio)).over(y.value))
  }
  static prefix func - (x: Self) -> Self { Self(-x.value, slope: x.slope.times(-1)) }

  static func square(_ x: Self) -> Self { x * x }
  static func exp(_ x: Self) -> Self { chain(x, .exp(x.value), .exp(x.value)) }
  static func ln(_ x: Self) -> Self { Self(.ln(x.value), slope: x.slope.over(x.value)) }
  static func lnOnePlus(_ x: Self) -> Self {
    Self(.lnOnePlus(x.value), slope: x.slope.over(1 + x.value))
  }
  static func tanh(_ x: Self) -> Self {
    let fading = Double.exp(-2 * x.value.magnitude)
    return chain(x, .tanh(x.value), 4 * fading / ((1 + fading) * (1 + fading)))
  }
  static func exponentialMinusOne(_ x: Self) -> Self {
    chain(x, .exponentialMinusOne(x.value), .exp(x.value))
  }
  static func sin(_ x: Self) -> Self { chain(x, .sin(x.value), .cos(x.value)) }
  static func cos(_ x: Self) -> Self { chain(x, .cos(x.value), -.sin(x.value)) }
  // In other forms than the chain rule has them.
  static func named(_ function: NamedFunction, _ x: Self) -> Self {
    let (x, dx) = (x.value, x)
    let slope: Double =
      switch function {
      case .tan: 1 / (.cos(x) * .cos(x))
      case .sinh: (.exp(x) + .exp(-x)) / 2
      case .cosh: (.exponentialMinusOne(x) - .exponentialMinusOne(-x)) / 2
      case .arcsin: 1 / ((1 - x) * (1 + x)).squareRoot()
      case .arccos: -1 / ((1 - x) * (1 + x)).squareRoot()
      case .arctan: x.magnitude > 1 ? 1 / (x * x) / (1 + 1 / (x * x)) : 1 - x * x / (1 + x * x)
      case .erf: 2 * .exp(-x * x) / Double.pi.squareRoot()
      case .floor, .stop: 0
      }
    return chain(dx, .named(function, x), slope)
  }
  static func squareRoot(_ x: Self) -> Self {
    chain(x, .squareRoot(x.value), 1 / (2 * .squareRoot(x.value)))
  }
  // d x^y = y x^(y − 1) dx + x^y ln x dy
  static func power(_ x: Self, _ y: Self) -> Self {
    let power = Double.power(x.value, y.value)
    let byBase = y.value == 0 ? 0 : y.value * .power(x.value, y.value - 1)
    let byExponent = y.slope.isZero || power == 0 ? 0 : power * .ln(x.value)
    return Self(power, slope: x.slope.times(byBase) + y.slope.times(byExponent))
  }
  static func truth(_ x: Self, _ y: Self, orEqual: Bool) -> Self {
    Self(.truth(x.value, y.value, orEqual: orEqual))
  }
  static func logistic(_ x: Self) -> Self {
    let fading = Double.exp(-x.value.magnitude)
    return chain(x, .logistic(x.value), fading / ((1 + fading) * (1 + fading)))
  }
  static func softplus(_ x: Self) -> Self { chain(x, .softplus(x.value), .logistic(x.value)) }
  // d a_j = a_j Σ_(k ≠ j) a_k (dx_j − dx_k), the sum over what stands before j, and then over what stands behind it
  static func softmax(_ x: [Self]) -> [Self] {
    let shares = Double.softmax(x.map(\.value))
    var slopes = Array(repeating: Slope.zero, count: x.count)
    for indices in [Array(shares.indices), shares.indices.reversed()] {
      var (share, mean) = (0.0, Slope.zero)
      for j in indices {
        slopes[j] = slopes[j] + (x[j].slope.times(share) - mean)
        share += shares[j]
        mean = mean + x[j].slope.times(shares[j])
      }
    }
    return shares.indices.map { Self(shares[$0], slope: slopes[$0].times(shares[$0])) }
  }
  // d ln a_j = Σ_k a_k (dx_j − dx_k)
  static func logSoftmax(_ x: [Self], at j: Int) -> Self {
    let values = x.map(\.value)
    let slope = zip(Double.softmax(values), x).reduce(Slope.zero) {
      $0 + (x[j].slope - $1.1.slope).times($1.0)
    }
    return Self(.logSoftmax(values, at: j), slope: slope)
  }
  // The value is that of doubles: what does not move is that number, too.
  static func logSumExp(_ x: [Self]) -> Self {
    guard let first = x.first else { return ln(Self(0)) }
    return Self(.logSumExp(x.map(\.value)), slope: (first - logSoftmax(x, at: 0)).slope)
  }
  // d ln (1 − a_j) = −a_j Σ_k s_k (dx_j − dx_k), with s_k the share of k among all but j
  static func logSoftmaxComplement(_ x: [Self], at j: Int) -> Self {
    let values = x.map(\.value)
    let others = x.indices.filter { $0 != j }
    let slope = zip(Double.softmax(others.map { values[$0] }), others).reduce(Slope.zero) {
      $0 + (x[j].slope - x[$1.1].slope).times($1.0)
    }
    let value = Double.logSoftmaxComplement(values, at: j)
    return Self(value, slope: slope.times(-Double.softmax(values)[j]))
  }
  static func max(_ x: Self, _ y: Self) -> Self { larger(x, y) }
  static func min(_ x: Self, _ y: Self) -> Self { smaller(x, y) }
  static func magnitude(_ x: Self) -> Self {
    Self(x.value.magnitude, slope: x.slope.times(.sign(x.value)))
  }
  static func sumOrZero(_ terms: [Self]) -> Self { total(terms) }
  static func step(_ x: Self) -> Self { Self(.step(x.value)) }

  static func bySign(
    of x: Self, negative: @autoclosure () -> Self, otherwise: @autoclosure () -> Self
  ) -> Self { x.value < 0 ? negative() : otherwise() }

  static func weighted(_ coefficient: Self, _ value: @autoclosure () -> Self) -> Self {
    coefficient.value == 0 && coefficient.slope.isZero ? Self(0) : coefficient * value()
  }
  static func weighted(_ coefficient: Self, over value: @autoclosure () -> Self) -> Self {
    coefficient.value == 0 && coefficient.slope.isZero ? Self(0) : coefficient / value()
  }

  private static func chain(_ x: Self, _ value: Double, _ slope: Double) -> Self {
    Self(value, slope: x.slope.times(slope))
  }
}

extension DualNumber: DoubleBased {
  static func exact(_ value: Double) -> Self { Self(value) }
  func scaled(by factor: Double) -> Self { Self(value * factor, slope: slope.times(factor)) }
}
