/// What a dual number says of a derivative: the slope by one variable, or the slopes by several at once.
///
/// What does not move has no derivative, however steep the function: 0 · ∞ and 0 / 0 are 0.
protocol Tangent: Sendable {
  /// Of what does not move.
  static var zero: Self { get }
  /// Of a sum.
  static func + (x: Self, y: Self) -> Self
  /// Of a difference.
  static func - (x: Self, y: Self) -> Self
  /// The product with a number.
  func times(_ factor: Double) -> Self
  /// Divided by a number.
  func over(_ divisor: Double) -> Self
  /// Whether it moves by none of the variables.
  var isZero: Bool { get }
}

extension Double: Tangent {
  func times(_ factor: Double) -> Double { self == 0 || factor == 0 ? 0 : self * factor }
  func over(_ divisor: Double) -> Double { self == 0 ? 0 : self / divisor }
}

extension SIMD4: Tangent where Scalar == Double {
  func times(_ factor: Double) -> SIMD4 {
    factor == 0 ? .zero : (self * factor).replacing(with: 0, where: self .== 0)
  }
  func over(_ divisor: Double) -> SIMD4 { (self / divisor).replacing(with: 0, where: self .== 0) }
  var isZero: Bool { all(self .== 0) }
}
