import Backprop

/// What a person is taken to have for an entry: a number, and the bounds between which it lies.
struct Belief: Equatable {
  var point: Double
  var low: Double
  var high: Double

  init(_ point: Double, low: Double, high: Double) {
    (self.point, self.low, self.high) = (point, low, high)
  }

  init(exactly value: Double) { self.init(value, low: value, high: value) }

  var width: Double { high - low }

  /// So much more on both sides.
  func widened(by margin: Double) -> Belief { Belief(point, low: low - margin, high: high + margin) }

  /// More than this part of a number makes its bounds wide.
  private static let wide = 0.1

  fileprivate var isWide: Bool { width > Self.wide * point.magnitude }
}

extension EntryFormula {
  /// How many wide inputs are tried at all their corners.
  private static let mostCorners = 5

  /// The value on the points, with the bounds to which the entries may move it.
  ///
  /// Each entry is moved by itself, and the differences are added up: a (1 − a) is one function of a, and no product of two
  /// intervals. Where several are wide, all corners are tried as well.
  func reach(_ belief: (Int) -> Belief) -> Belief {
    let point = value { belief($0).point }
    guard point.isFinite else { return Belief(point, low: point, high: point) }
    // A step is taken, or not: nothing lies between.
    if isStep { return Belief(exactly: point) }
    var (below, above) = (0.0, 0.0)
    var wide: [Int] = []
    for moved in needs {
      let own = belief(moved)
      guard own.low < own.high else { continue }
      if own.isWide { wide.append(moved) }
      let ends = [own.low, own.high].map { end in value { $0 == moved ? end : belief($0).point } - point }
      below += Swift.max(0, -(Swift.min(ends[0], ends[1])).orZero)
      above += Swift.max(0, Swift.max(ends[0], ends[1]).orZero)
    }
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

extension Double {
  fileprivate var orZero: Double { isFinite ? self : 0 }
}
