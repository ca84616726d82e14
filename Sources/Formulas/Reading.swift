/// An activation a, with 1 − a, ln a and the like read off without loss.
///
/// Once a neuron is saturated, a is 1 to the last digit and 1 − a can not be had by subtraction any more; but it can
/// be had from the weighted input, as σ(−z). A rule says `a.complement` and is right at both: in plain readings, as
/// those of a formula are, that is 1 − a, otherwise what the origin of a allows.
public struct Reading<A: Algebra>: Sendable {
  /// Where the value came from.
  public enum Origin: Sendable {
    /// Nothing is known but the value itself.
    case plain
    /// a = σ(z).
    case logistic(A)
    /// a = tanh z.
    case hyperbolic(A)
    /// a is one of the outputs of a softmax.
    case share(of: [A], index: Int, outputs: [A])
  }

  /// a itself.
  public let value: A
  /// What else is known of it.
  public let origin: Origin

  /// A value of which nothing else is known.
  @inlinable public init(_ value: A) {
    self.value = value
    origin = .plain
  }

  @inlinable init(_ value: A, _ origin: Origin) {
    self.value = value
    self.origin = origin
  }

  /// σ(z).
  @inlinable public static func logistic(_ z: A) -> Reading { logistic(z, value: A.logistic(z)) }

  /// tanh z.
  @inlinable public static func hyperbolic(_ z: A) -> Reading { hyperbolic(z, value: A.tanh(z)) }

  /// σ(z), which was computed before.
  @inlinable public static func logistic(_ z: A, value: A) -> Reading { Reading(value, .logistic(z)) }

  /// tanh z, which was computed before.
  @inlinable public static func hyperbolic(_ z: A, value: A) -> Reading { Reading(value, .hyperbolic(z)) }

  /// softmax(z), for all neurons of a layer.
  @inlinable public static func softmax(_ z: [A]) -> [Reading] { softmax(z, outputs: A.softmax(z)) }

  /// softmax(z), which was computed before.
  @inlinable public static func softmax(_ z: [A], outputs: [A]) -> [Reading] {
    outputs.indices.map { Reading(outputs[$0], .share(of: z, index: $0, outputs: outputs)) }
  }

  /// 1 − a.
  @inlinable public var complement: A {
    switch origin {
    case .plain: A(1) - value
    case .logistic(let z): A.logistic(-z)
    // 1 − tanh z = 2 σ(−2z)
    case .hyperbolic(let z): A(2) * A.logistic(-(A(2) * z))
    case .share(let z, let index, let outputs): A.softmaxComplement(z, outputs: outputs, at: index)
    }
  }

  /// 1 − a².
  @inlinable public var squareComplement: A {
    switch origin {
    case .plain:
      A.bySign(
        of: Self.half - A.square(value), negative: (A(1) - value) * (A(1) + value),
        otherwise: A(1) - A.square(value))
    // (1 − a)(2 − (1 − a))
    case .logistic, .share: complement * (A(2) - complement)
    // (1 − tanh z)(1 + tanh z) = 4 σ(−2z) σ(2z)
    case .hyperbolic(let z): A(4) * A.logisticSlope(A(2) * z)
    }
  }

  /// ln a.
  @inlinable public var logarithm: A {
    switch origin {
    case .plain: A.ln(value)
    case .logistic(let z): -A.softplus(-z)
    case .hyperbolic:
      A.bySign(of: Self.half - value, negative: A.lnOnePlus(-complement), otherwise: A.ln(value))
    case .share(let z, let index, _): A.logSoftmax(z, at: index)
    }
  }

  /// ln (1 − a).
  @inlinable public var complementLogarithm: A {
    switch origin {
    case .plain: A.lnOnePlus(-value)
    case .logistic(let z): -A.softplus(z)
    // Far out, where 2 σ(−2z) vanishes, ln (1 − tanh z) is ln 2 − 2z to the last digit.
    case .hyperbolic(let z):
      A.bySign(
        of: value - Self.half, negative: A.lnOnePlus(-value),
        otherwise: A.bySign(
          of: A(300) - z, negative: A.ln(A(2)) - A(2) * z, otherwise: A.ln(complement)))
    case .share(let z, let index, _): A.logSoftmaxComplement(z, at: index)
    }
  }

  /// a − y, which for a saturated neuron and y = 1 is −(1 − a).
  ///
  /// Where a and y nearly cancel, its digits are as good as those of a, and near 1 as those of 1 − a.
  @inlinable public func minus(_ y: A) -> A {
    switch origin {
    case .plain: return value - y
    // a − y = (1 − y) a − y (1 − a)
    case .logistic, .share: return A.weighted(A(1) - y, value) - A.weighted(y, complement)
    // Near −1 it is 1 + a = 2 σ(2z) that is small: a − y = (1 + y) a − y (1 + a)
    case .hyperbolic(let z):
      return A.bySign(
        of: y, negative: A.weighted(A(1) + y, value) - A.weighted(y, A(2) * A.logistic(A(2) * z)),
        otherwise: A.weighted(A(1) - y, value) - A.weighted(y, complement))
    }
  }

  /// a − y, which counts as 0 where it is no more than the rounding of both: for what its sign decides.
  @inlinable public func distance(to y: A) -> A {
    if case .plain = origin { A.sumOrZero([value, -y]) } else { minus(y) }
  }

  /// The share of another output of the same softmax among all but this one.
  @inlinable public func shareWithoutThis(of other: Reading) -> A {
    guard case .share(let z, let index, _) = origin, case .share(_, let place, _) = other.origin else {
      return other.value / complement
    }
    return A.softmax(Self.others(z, than: index))[place < index ? place : place - 1]
  }

  @inlinable static var half: A { A(1) / A(2) }

  @inlinable static func others(_ values: [A], than index: Int) -> [A] {
    values.indices.filter { $0 != index }.map { values[$0] }
  }
}
