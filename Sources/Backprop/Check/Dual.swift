import Formulas

/// A number with its derivative by one variable: at `Dual` a rule differentiates itself.
///
/// Each operation states its own derivative, in the form that stays right for large arguments.
struct Dual: Sendable {
  var value: Double
  var slope: Double

  init(_ value: Double, slope: Double = 0) {
    self.value = value
    self.slope = slope
  }
}

extension Dual: Algebra {
  init(_ numeral: Numeral) { self.init(numeral.value) }
  init(_ integer: Int) { self.init(Double(integer)) }

  static func + (x: Dual, y: Dual) -> Dual { Dual(x.value + y.value, slope: x.slope + y.slope) }
  static func - (x: Dual, y: Dual) -> Dual { Dual(x.value - y.value, slope: x.slope - y.slope) }
  static func * (x: Dual, y: Dual) -> Dual {
    Dual(x.value * y.value, slope: product(x.slope, y.value) + product(x.value, y.slope))
  }
  static func / (x: Dual, y: Dual) -> Dual {
    let ratio = x.value / y.value
    return Dual(ratio, slope: (x.slope - product(y.slope, ratio)) / y.value)
  }
  static prefix func - (x: Dual) -> Dual { Dual(-x.value, slope: -x.slope) }

  static func square(_ x: Dual) -> Dual { x * x }
  static func exp(_ x: Dual) -> Dual { chain(x, .exp(x.value), .exp(x.value)) }
  static func ln(_ x: Dual) -> Dual { Dual(.ln(x.value), slope: x.slope == 0 ? 0 : x.slope / x.value) }
  static func lnOnePlus(_ x: Dual) -> Dual {
    Dual(.lnOnePlus(x.value), slope: x.slope == 0 ? 0 : x.slope / (1 + x.value))
  }
  static func tanh(_ x: Dual) -> Dual {
    let fading = Double.exp(-2 * x.value.magnitude)
    return chain(x, .tanh(x.value), 4 * fading / ((1 + fading) * (1 + fading)))
  }
  static func exponentialMinusOne(_ x: Dual) -> Dual {
    chain(x, .exponentialMinusOne(x.value), .exp(x.value))
  }
  static func sin(_ x: Dual) -> Dual { chain(x, .sin(x.value), .cos(x.value)) }
  static func cos(_ x: Dual) -> Dual { chain(x, .cos(x.value), -.sin(x.value)) }
  // In other forms than the chain rule has them.
  static func named(_ function: NamedFunction, _ x: Dual) -> Dual {
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
  static func squareRoot(_ x: Dual) -> Dual {
    chain(x, .squareRoot(x.value), 1 / (2 * .squareRoot(x.value)))
  }
  // d x^y = y x^(y − 1) dx + x^y ln x dy
  static func power(_ x: Dual, _ y: Dual) -> Dual {
    let power = Double.power(x.value, y.value)
    let byBase = y.value == 0 ? 0 : y.value * .power(x.value, y.value - 1)
    let byExponent = y.slope == 0 || power == 0 ? 0 : power * .ln(x.value)
    return Dual(power, slope: product(x.slope, byBase) + product(y.slope, byExponent))
  }
  static func truth(_ x: Dual, _ y: Dual, orEqual: Bool) -> Dual {
    Dual(.truth(x.value, y.value, orEqual: orEqual))
  }
  static func logistic(_ x: Dual) -> Dual {
    let fading = Double.exp(-x.value.magnitude)
    return chain(x, .logistic(x.value), fading / ((1 + fading) * (1 + fading)))
  }
  static func softplus(_ x: Dual) -> Dual { chain(x, .softplus(x.value), .logistic(x.value)) }
  // d a_j = a_j Σ_(k ≠ j) a_k (dx_j − dx_k), the sum over what stands before j, and then over what stands behind it
  static func softmax(_ x: [Dual]) -> [Dual] {
    let shares = Double.softmax(x.map(\.value))
    var slopes = Array(repeating: 0.0, count: x.count)
    for indices in [Array(shares.indices), shares.indices.reversed()] {
      var (share, mean) = (0.0, 0.0)
      for j in indices {
        slopes[j] += product(x[j].slope, share) - mean
        share += shares[j]
        mean += product(x[j].slope, shares[j])
      }
    }
    return shares.indices.map { Dual(shares[$0], slope: product(slopes[$0], shares[$0])) }
  }
  // d ln a_j = Σ_k a_k (dx_j − dx_k)
  static func logSoftmax(_ x: [Dual], at j: Int) -> Dual {
    let values = x.map(\.value)
    let slope = zip(Double.softmax(values), x).reduce(0) { $0 + product(x[j].slope - $1.1.slope, $1.0) }
    return Dual(.logSoftmax(values, at: j), slope: slope)
  }
  // d ln (1 − a_j) = −a_j Σ_k s_k (dx_j − dx_k), with s_k the share of k among all but j
  static func logSoftmaxComplement(_ x: [Dual], at j: Int) -> Dual {
    let values = x.map(\.value)
    let others = x.indices.filter { $0 != j }
    let slope = zip(Double.softmax(others.map { values[$0] }), others).reduce(0) {
      $0 + product(x[j].slope - x[$1.1].slope, $1.0)
    }
    let value = Double.logSoftmaxComplement(values, at: j)
    return Dual(value, slope: -product(slope, Double.softmax(values)[j]))
  }
  static func max(_ x: Dual, _ y: Dual) -> Dual { larger(x, y) }
  static func min(_ x: Dual, _ y: Dual) -> Dual { smaller(x, y) }
  static func magnitude(_ x: Dual) -> Dual {
    Dual(x.value.magnitude, slope: x.value == 0 ? 0 : x.value < 0 ? -x.slope : x.slope)
  }
  static func sumOrZero(_ terms: [Dual]) -> Dual { total(terms) }
  static func step(_ x: Dual) -> Dual { Dual(.step(x.value)) }

  static func bySign(
    of x: Dual, negative: @autoclosure () -> Dual, otherwise: @autoclosure () -> Dual
  ) -> Dual { x.value < 0 ? negative() : otherwise() }

  static func weighted(_ coefficient: Dual, _ value: @autoclosure () -> Dual) -> Dual {
    coefficient.value == 0 && coefficient.slope == 0 ? Dual(0) : coefficient * value()
  }
  static func weighted(_ coefficient: Dual, over value: @autoclosure () -> Dual) -> Dual {
    coefficient.value == 0 && coefficient.slope == 0 ? Dual(0) : coefficient / value()
  }

  /// What does not move has no derivative, however steep the function.
  private static func product(_ slope: Double, _ factor: Double) -> Double {
    slope == 0 || factor == 0 ? 0 : slope * factor
  }

  private static func chain(_ x: Dual, _ value: Double, _ slope: Double) -> Dual {
    Dual(value, slope: product(x.slope, slope))
  }
}

extension Dual: DoubleBased {
  static func exact(_ value: Double) -> Dual { Dual(value) }
  func scaled(by factor: Double) -> Dual { Dual(value * factor, slope: slope * factor) }
}
