import Formulas

/// A place where the cost turns a corner: a ReLU's z, or a weight under an L1 penalty, is within a step of 0.
public struct Kink: Sendable {
  /// The quantity that changes its sign, as `z1[2]@3` or `w2[1,3]`.
  public let quantity: Symbol
  /// Its value, at or near 0.
  public let value: Double
  /// How many quantities change their signs at once, this one included.
  public let count: Int
  /// The slope of the cost where the parameter is smaller; `nil` where the cost has no finite value there.
  public private(set) var below: Slope?
  /// The slope of the cost where the parameter is larger.
  public private(set) var above: Slope?

  /// A difference quotient and a bound on its error.
  public struct Slope: Sendable {
    /// The difference quotient.
    public let value: Double
    /// How far off it may be.
    public let bound: Double
  }

  /// Whether 0 lies between two numbers, or is one of them.
  static func lies(between old: Double, and new: Double) -> Bool {
    old == 0 || new == 0 || (old < 0) != (new < 0)
  }

  /// What lies at 0, counted from 0.
  enum Place: Hashable {
    case neuron(layer: Int, neuron: Int, example: Int)
    case weight(ParameterPlace)
  }

  /// How far from 0 a z counts as 0, for each unit of the sizes of its terms.
  ///
  /// A sum whose decimals cancel, as 0.1·0.2 + 0.1·0.8 − 0.1, is left with about ε of them, here 1.4e-17.
  static let cancellation = 8 * Double.ulpOfOne
}

extension Kink {
  /// The kink at the first of the places that a step crosses.
  init(_ places: Set<Kink.Place>, at first: Kink.Place, in run: ForwardRun, below: Slope?, above: Slope?) {
    let layers = run.objective.network.layers
    switch first {
    case .neuron(let l, let j, let example):
      quantity = Symbol(
        .weightedInput, layer: l + 1, indices: layers[l].neurons == 1 ? [] : [j + 1],
        example: run.states.count == 1 ? nil : example + 1)
      value = run.states[example].weightedInputs[l][j]
    case .weight(let place):
      let (l, j, k) = (place.layer, place.neuron, place.input ?? 0)
      let isSingle = layers[l].neurons == 1 && layers[l].inputs == 1
      quantity = Symbol(.weight, layer: l + 1, indices: isSingle ? [] : [j + 1, k + 1])
      value = layers[l].weights[j * layers[l].inputs + k]
    }
    count = places.count
    self.below = below
    self.above = above
  }

  /// The same with slopes that are off by so much more at most.
  func widened(by rounding: Double) -> Kink {
    var kink = self
    kink.below = below.map { Slope(value: $0.value, bound: $0.bound + rounding) }
    kink.above = above.map { Slope(value: $0.value, bound: $0.bound + rounding) }
    return kink
  }

  /// Whether a derivative lies between the two slopes, each widened by its bound, where rounding may have carried it off.
  ///
  /// The result is `nil` where they decide nothing: where one side has no slope, and where several quantities change
  /// their signs at once, since then a derivative that takes every kink at its own 0 may lie outside.
  func encloses(_ derivative: Double, offBy rounding: Double) -> Bool? {
    guard let below, let above else { return nil }
    let low = min(below.value - below.bound, above.value - above.bound) - rounding
    let high = max(below.value + below.bound, above.value + above.bound) + rounding
    if low <= derivative && derivative <= high { return true }
    return count == 1 ? false : nil
  }

  /// What happens here, in one sentence.
  public var message: String {
    let others = count == 1 ? "" : " (and \(count - 1) more)"
    return "\(quantity.name) = \(Self.text(value))\(others) changes its sign within the step: "
      + "the slope is \(Self.text(below?.value)) below and \(Self.text(above?.value)) above"
  }

  private static func text(_ value: Double?) -> String {
    guard let value else { return "undefined" }
    guard let numeral = Numeral(rounding: value, digits: 6) else { return "\(value)" }
    return (numeral.isNegative ? "-" : "") + numeral.digits + (numeral.exponent.map { "e\($0)" } ?? "")
  }
}
