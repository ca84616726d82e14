import Formulas

/// An arithmetic whose numbers are doubles, with something beside them that says what the double leaves open.
///
/// `Double` itself says nothing more, `Rounded` how far rounding may have carried it, `Disc` how far it can go when
/// what it was computed from moves.
protocol DoubleBased: Algebra {
  /// A double that is what it is.
  static func exact(_ value: Double) -> Self
  /// The double.
  var value: Double { get }
  /// The product with a double that is what it is.
  func scaled(by factor: Double) -> Self
}

extension DoubleBased {
  /// The larger of the two, and what is not a number if one of them is not: a maximum hides nothing.
  static func larger(_ x: Self, _ y: Self) -> Self { x.value < y.value || y.value.isNaN ? y : x }
  /// The smaller of the two, by the same rule.
  static func smaller(_ x: Self, _ y: Self) -> Self { y.value < x.value || y.value.isNaN ? y : x }
}

extension Double: DoubleBased {
  static func exact(_ value: Double) -> Double { value }
  var value: Double { self }
  func scaled(by factor: Double) -> Double { self * factor }
}

extension Rounded: DoubleBased {
  static func exact(_ value: Double) -> Rounded { Rounded(exactly: value) }
  func scaled(by factor: Double) -> Rounded { Rounded(value * factor, error * factor.magnitude) }
}
