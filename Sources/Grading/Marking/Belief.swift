import Backprop

/// What a person is taken to have for an entry: a number, and the bounds between which it lies.
struct Belief: Equatable {
  var point: Double
  var low: Double
  var high: Double
  /// Whether nothing lies between the bounds: a step is taken, or not.
  var isStep = false

  init(_ point: Double, low: Double, high: Double) {
    (self.point, self.low, self.high) = (point, low, high)
  }

  init(exactly value: Double) { self.init(value, low: value, high: value) }

  var width: Double { high - low }

  /// Whether a number lies between the bounds.
  func holds(_ number: Double) -> Bool { low <= number && number <= high }

  /// Whether it is a whole number of units for sure: nothing is rounded, or cut off, that has no more digits.
  func isWhole(in unit: Double) -> Bool {
    let units = point / unit
    return low == high && (units - units.rounded()).magnitude <= 1e-9 * units.magnitude
  }

  /// So much more on both sides.
  func widened(by margin: Double) -> Belief { Belief(point, low: low - margin, high: high + margin) }

  /// The step that somebody took who wrote this, if it may be either; else that on the points.
  func settled(by written: Double?) -> Belief {
    guard isStep else { return self }
    return Belief(exactly: written.flatMap { $0 == low || $0 == high ? $0 : nil } ?? point)
  }

  /// More than this part of a number makes its bounds wide.
  private static let wide = 0.1

  /// A number between the bounds: the point, unless it is one of them.
  fileprivate var middle: Double { low < point && point < high ? point : low + width / 2 }

  fileprivate var isWide: Bool { width > Self.wide * point.magnitude }
}

extension EntryFormula {
  /// How many wide inputs are tried at all their corners.
  private static let mostCorners = 5

  /// The value on the points, with the bounds to which the entries may move it.
  ///
  /// Each entry is moved by itself: to its bounds, and to where the parabola through them and a number between them turns. The
  /// differences are added up: a (1 − a) is one function of a, and no product of two intervals. If several are wide, all
  /// corners are tried as well.
  func reach(_ belief: (Int) -> Belief) -> Belief {
    let point = value { belief($0).point }
    var (below, above) = (0.0, 0.0)
    var wide: [Int] = []
    var moves: [Double] = []
    for moved in needs {
      let own = belief(moved)
      guard own.low < own.high else { continue }
      if own.isWide { wide.append(moved) }
      func value(at number: Double) -> Double { self.value { $0 == moved ? number : belief($0).point } }
      let ends = (value(at: own.low), value(at: own.high))
      moves += [ends.0, ends.1]
      let middle = own.middle
      let between = middle == own.point ? point : value(at: middle)
      let turn = turningPoint((own.low - middle, ends.0 - between), (own.high - middle, ends.1 - between))
      let differences = [0, ends.0 - point, ends.1 - point, between - point + (turn ?? 0)].filter(\.isFinite)
      below -= differences.min() ?? 0
      above += differences.max() ?? 0
    }
    if isStep || !point.isFinite { return .among(moves, point: point, isStep: isStep) }
    var bounds = Belief(point, low: point - below, high: point + above)
    guard wide.count > 1 else { return bounds }
    let tried = wide.prefix(Self.mostCorners)
    for corner in 0..<(1 << tried.count) {
      let end = value { entry in
        let own = belief(entry)
        guard let place = tried.firstIndex(of: entry) else { return own.point }
        return corner & (1 << place) == 0 ? own.low : own.high
      }
      guard end.isFinite else { continue }
      bounds.low = Swift.min(bounds.low, end)
      bounds.high = Swift.max(bounds.high, end)
    }
    return bounds
  }

  /// Whether it is a slope of 0 or 1.
  private var isStep: Bool {
    switch formula {
    case .call(.step, _), .call(.unitStep, _), .call(.sign, _), .truth: true
    case .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min,
      .nabla, .transpose, .matrixProduct, .elementwise:
      false
    }
  }
}

extension Belief {
  /// What is left of a number that is not finite, such as ln(1 − a) for an a that was rounded to 1; or of a step.
  fileprivate static func among(_ moves: [Double], point: Double, isStep: Bool) -> Belief {
    let finite = ([point] + moves).filter(\.isFinite)
    guard let first = finite.first, let low = finite.min(), let high = finite.max() else {
      return Belief(exactly: point)
    }
    var belief = Belief(first, low: low, high: high)
    belief.isStep = isStep
    return belief
  }
}

/// How far the parabola through 0 and two places on both sides of it goes where it turns, if that is between them.
private func turningPoint(_ low: (x: Double, y: Double), _ high: (x: Double, y: Double)) -> Double? {
  let bend = (high.y / high.x - low.y / low.x) / (high.x - low.x)
  let slope = high.y / high.x - bend * high.x
  let place = -slope / (2 * bend)
  return low.x < place && place < high.x ? slope * place / 2 : nil
}
