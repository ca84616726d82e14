import Backprop
import Formulas
import Foundation

/// A complex number: at `ComplexNumber` a rule without kinks is run where its arguments are not real.
struct ComplexNumber: Sendable {
  var real: Double
  var imaginary: Double

  init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// r e^(iφ).
  init(length: Double, angle: Double) {
    self.init(length * Foundation.cos(angle), length * Foundation.sin(angle))
  }

  var magnitude: Double { (real * real + imaginary * imaginary).squareRoot() }
}

extension ComplexNumber: Algebra {
  init(_ numeral: Numeral) { self.init(numeral.value) }
  init(_ integer: Int) { self.init(Double(integer)) }

  static func + (x: Self, y: Self) -> Self { Self(x.real + y.real, x.imaginary + y.imaginary) }
  static func - (x: Self, y: Self) -> Self { Self(x.real - y.real, x.imaginary - y.imaginary) }
  static prefix func - (x: Self) -> Self { Self(-x.real, -x.imaginary) }
  static func * (x: Self, y: Self) -> Self {
    Self(
      x.real * y.real - x.imaginary * y.imaginary,
      x.real * y.imaginary + x.imaginary * y.real)
  }
  static func / (x: Self, y: Self) -> Self {
    let size = y.real * y.real + y.imaginary * y.imaginary
    let product = x * Self(y.real, -y.imaginary)
    return Self(product.real / size, product.imaginary / size)
  }

  static func square(_ x: Self) -> Self { x * x }
  static func exp(_ x: Self) -> Self {
    Self(length: .exp(x.real), angle: x.imaginary)
  }
  /// The branch around the positive numbers.
  static func ln(_ x: Self) -> Self { Self(.ln(x.magnitude), atan2(x.imaginary, x.real)) }
  static func exponentialMinusOne(_ x: Self) -> Self { exp(x) - Self(1) }
  // sin z = (e^(iz) − e^(−iz)) / (2i)
  static func sin(_ x: Self) -> Self {
    let i = Self(0, 1)
    return (exp(i * x) - exp(-(i * x))) / Self(0, 2)
  }
  static func cos(_ x: Self) -> Self {
    let i = Self(0, 1)
    return (exp(i * x) + exp(-(i * x))) / Self(2)
  }
  // To first order, which is what a tiny step shows.
  static func named(_ function: NamedFunction, _ x: Self) -> Self {
    let value = Double.named(function, x.real)
    return Self(value, x.imaginary * function.slope(at: x.real, value: value))
  }
  static func squareRoot(_ x: Self) -> Self { exp(ln(x) / Self(2)) }
  static func power(_ base: Self, _ exponent: Self) -> Self { exp(exponent * ln(base)) }
  static func truth(_ x: Self, _ y: Self, orEqual: Bool) -> Self {
    Self(.truth(x.real, y.real, orEqual: orEqual))
  }
  static func logistic(_ x: Self) -> Self { Self(1) / (Self(1) + exp(-x)) }
  static func softplus(_ x: Self) -> Self { ln(Self(1) + exp(x)) }
  static func tanh(_ x: Self) -> Self { Self(2) * logistic(Self(2) * x) - Self(1) }
  static func softmax(_ x: [Self]) -> [Self] {
    let powers = x.map(exp)
    return powers.map { $0 / total(powers) }
  }
  static func lnOnePlus(_ x: Self) -> Self { ln(Self(1) + x) }
  static func logSoftmax(_ x: [Self], at j: Int) -> Self { x[j] - ln(total(x.map(exp))) }
  static func logSoftmaxComplement(_ x: [Self], at j: Int) -> Self {
    ln(total(x.indices.filter { $0 != j }.map { exp(x[$0]) })) - ln(total(x.map(exp)))
  }
  static func max(_ x: Self, _ y: Self) -> Self { x.real < y.real ? y : x }
  static func min(_ x: Self, _ y: Self) -> Self { y.real < x.real ? y : x }
  static func sumOrZero(_ terms: [Self]) -> Self { total(terms) }
  static func step(_ x: Self) -> Self { Self(x.real > 0 ? 1 : 0) }
  static func bySign(
    of x: Self, negative: @autoclosure () -> Self, otherwise: @autoclosure () -> Self
  ) -> Self { x.real < 0 ? negative() : otherwise() }
  static func weighted(_ coefficient: Self, _ value: @autoclosure () -> Self) -> Self {
    coefficient.magnitude == 0 ? coefficient : coefficient * value()
  }
  static func weighted(_ coefficient: Self, over value: @autoclosure () -> Self) -> Self {
    coefficient.magnitude == 0 ? coefficient : coefficient / value()
  }
}
