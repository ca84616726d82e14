extension NumericGradient {
  /// What is known of each derivative, in the order of `Network.parameters`; `nil` where nothing was nudged.
  ///
  /// There may be a million of them, and nearly all are slopes: these take two doubles each.
  public struct Estimates: RandomAccessCollection, Sendable {
    private var slopes: [Double]
    /// What a slope may be off by, which is never negative; −1 where there is none.
    private var bounds: [Double]
    /// What is known and is no slope.
    private var others: [Int: Estimate] = [:]

    /// No estimates yet, for `count` derivatives.
    init(count: Int) {
      slopes = Array(repeating: 0, count: count)
      bounds = Array(repeating: -1, count: count)
    }

    /// The estimates of a list, in its order.
    public init(_ estimates: some Collection<Estimate?>) {
      self.init(count: estimates.count)
      for (index, estimate) in estimates.enumerated() { self[index] = estimate }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { slopes.count }

    public internal(set) subscript(index: Int) -> Estimate? {
      get { bounds[index] < 0 ? others[index] : .slope(slopes[index], bound: bounds[index]) }
      set {
        bounds[index] = -1
        switch newValue {
        case .slope(let slope, let bound):
          (slopes[index], bounds[index]) = (slope, bound)
          others[index] = nil
        case .kink, .unknown, nil: others[index] = newValue
        }
      }
    }
  }
}
