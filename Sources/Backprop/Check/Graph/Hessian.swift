import Formulas

/// All second derivatives of a result by some of its givens, each row derived from one of the first derivatives.
public struct Hessian: Sendable {
  /// What the result is derived by, twice.
  public let parameters: [Graph.ID]
  /// Of each parameter, the derivation of the result by it, derived backward once more.
  public let traces: [GraphTrace<Double>]
  /// Of each row, the check against forward mode over the backward pass, and nudges of the first derivative.
  public let checks: [GradientCheck]
  /// How far rounding may have carried each entry, in units of 2⁻⁵².
  private let errors: [[Double]]

  /// The rows by their traces; each has the derivatives by all parameters.
  public init(_ traces: [GraphTrace<Double>], _ checks: [GradientCheck], by parameters: [Graph.ID]) {
    (self.traces, self.checks, self.parameters) = (traces, checks, parameters)
    errors = traces.map { trace in
      let rounded = GraphTrace<Rounded>(trace.graph)
      return parameters.map { rounded.gradients[$0].error }
    }
  }

  /// The rows of a derivation, traced and checked; a parameter without a derivative has none.
  public init(_ derived: DerivedGraph, by parameters: [Graph.ID]) {
    let rows = parameters.filter { derived.totals[$0] != nil }
    let traces = rows.compactMap { derived.totals[$0] }.map { GraphTrace.inDoubles(derived.deriving($0)) }
    self.init(traces, traces.map { GradientCheck(of: $0, by: rows) }, by: rows)
  }

  /// ∂/∂θ_j of ∂C/∂θ_i.
  public subscript(i: Int, j: Int) -> Double { traces[i].gradients[parameters[j]] }

  /// Whether the two orders in which two parameters can be taken give the same, as far as rounding lets one tell.
  public func isSymmetric(_ i: Int, _ j: Int) -> Bool {
    let (upper, lower) = (self[i, j], self[j, i])
    let rounding = GradientCheck.secondRoundings * .ulpOfOne * (errors[i][j] + errors[j][i])
    let near = GradientCheck.secondRelative * Swift.max(upper.magnitude, lower.magnitude)
    return (upper - lower).magnitude <= near + (rounding.isFinite ? rounding : 0)
  }

  /// Whether no entry disagrees with its check, nor with the other order.
  public var passed: Bool {
    checks.allSatisfy(\.passed)
      && traces.indices.allSatisfy { i in (0..<i).allSatisfy { isSymmetric(i, $0) } }
  }

  /// The step Δ with H Δ = −∇C; `nil` where H has no inverse, as far as doubles can tell.
  public func newtonStep(gradient: [Double]) -> [Double]? {
    let n = parameters.count
    guard gradient.count == n else { return nil }
    var rows = (0..<n).map { i in (0..<n).map { self[i, $0] } + [-gradient[i]] }
    let largest = rows.joined().reduce(0) { Swift.max($0, $1.magnitude) }
    for column in 0..<n {
      guard let pivot = (column..<n).max(by: { rows[$0][column].magnitude < rows[$1][column].magnitude }),
        rows[pivot][column].magnitude > Self.singular * largest
      else { return nil }
      rows.swapAt(column, pivot)
      for row in 0..<n where row != column {
        let factor = rows[row][column] / rows[column][column]
        for place in column...n { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return rows.enumerated().map { $1[n] / $1[$0] }
  }

  /// A pivot that is so small a part of the largest entry may be nothing but rounding.
  private static let singular = 1e-12

  /// Whether C curves upward in every direction: all pivots of elimination without exchanges are positive.
  public var isPositiveDefinite: Bool {
    let n = parameters.count
    var rows = (0..<n).map { i in (0..<n).map { self[i, $0] } }
    for column in 0..<n {
      guard rows[column][column] > 0 else { return false }
      for row in (column + 1)..<Swift.max(n, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for place in column..<n { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return true
  }
}
