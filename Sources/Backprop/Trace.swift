import Formulas

/// One factor of the chain rule: ∂(of)/∂(by), with its value.
public struct Factor<Scalar: Sendable>: Sendable {
  let output: Int32
  let input: Int32
  /// The local derivative.
  public let value: Scalar

  /// A placeholder before a factor is recorded.
  static func blank() -> Factor where Scalar: Algebra { Factor(0, by: 0, Scalar(0)) }

  init(_ of: Layout.ID, by: Layout.ID, _ value: Scalar) {
    output = Int32(truncatingIfNeeded: of)
    input = Int32(truncatingIfNeeded: by)
    self.value = value
  }

  /// The quantity that is differentiated.
  public var of: Layout.ID { Int(output) }
  /// The quantity with respect to which it is differentiated.
  public var by: Layout.ID { Int(input) }
}

/// Every quantity of one example, or of the penalty, and every factor of the chain rule between them.
///
/// The factors stand in the order in which the forward pass met them, so that whatever a quantity feeds comes after it.
public struct Trace<Scalar: Algebra>: Sendable {
  /// The layout, which says what the ids stand for.
  public let layout: Layout
  /// Which example it is, counted from 0; `nil` where the penalty is traced.
  public private(set) var example: Int?
  /// The value of each quantity.
  public internal(set) var values: [Scalar]
  /// The factors along which the cost is differentiated.
  public internal(set) var factors: ContiguousArray<Factor<Scalar>> = []
  /// How many of them are recorded; only while it goes forward there is room for more.
  private var recorded = 0
  /// Factors that cancel in the output layer: shown and multiplied out for the reader, but not carried (see `Cancelled`).
  public internal(set) var uncarried: ContiguousArray<Factor<Scalar>> = []
  /// ∂C/∂(quantity) for each quantity, once it has gone backward.
  public private(set) var gradients: ContiguousArray<Scalar>
  /// Whether factors are recorded: not where only what goes forward is asked for.
  private let isRecorded: Bool

  init(emptyOf objective: Objective<Scalar>, layout: Layout, isRecorded: Bool = true) {
    self.layout = layout
    self.isRecorded = isRecorded
    values = []
    values.reserveCapacity(layout.count)
    for layer in objective.network.layers {
      values += layer.weights
      values += layer.biases ?? []
    }
    values += repeatElement(Scalar(0), count: layout.count - layout.parameterCount)
    gradients = ContiguousArray(repeating: Scalar(0), count: isRecorded ? layout.count : 0)
  }

  /// Makes room for so many factors, in the place of those of another example.
  mutating func begin(example index: Int?, factors count: Int) {
    example = index
    recorded = 0
    if isRecorded, factors.count < count { factors = ContiguousArray(repeating: .blank(), count: count) }
  }

  mutating func record(_ of: Layout.ID, by: Layout.ID, _ value: Scalar) {
    guard isRecorded else { return }
    let factor = Factor(of, by: by, value)
    if recorded < factors.count { factors[recorded] = factor } else { factors.append(factor) }
    recorded += 1
  }

  /// Records ∂z/∂w and ∂z/∂a for every term w a of a weighted sum z; the ids of all w follow each other, and those of
  /// all a.
  mutating func record(
    _ z: Layout.ID, _ rule: WeightedSum, byWeights weight: Layout.ID, _ w: Span<Scalar>,
    byActivations activation: Layout.ID, _ a: Span<Scalar>
  ) {
    precondition(w.count == a.count, "a weighted sum has a weight for each activation")
    guard isRecorded else { return }
    let first = recorded
    recorded += 2 * a.count
    if factors.count < recorded {
      factors.append(contentsOf: repeatElement(.blank(), count: recorded - factors.count))
    }
    // A span: an array would be looked at before each change, whether another holds it as well.
    var places = factors.mutableSpan
    var place = first
    for k in a.indices {
      places[place] = Factor(z, by: weight &+ k, rule.slope(byWeightOf: a[k]))
      places[place &+ 1] = Factor(z, by: activation &+ k, rule.slope(byActivationUnder: w[k]))
      place &+= 2
    }
  }

  /// Takes the last so many factors back.
  mutating func takeBack(_ count: Int) -> ContiguousArray<Factor<Scalar>> {
    guard isRecorded else { return [] }
    recorded -= count
    return ContiguousArray(factors[recorded..<(recorded + count)])
  }

  /// The backward pass, from the total cost, or from another quantity.
  ///
  /// ∂C/∂s = Σ over every t that s feeds of ∂C/∂t · ∂t/∂s. There is no other loop.
  mutating func goBackward(from root: Layout.ID) {
    factors.removeLast(factors.count - recorded)
    let all = factors
    let factors = all.span
    var gradients = gradients.mutableSpan
    for id in gradients.indices { gradients[id] = Scalar(0) }
    gradients[root] = Scalar(1)
    for place in factors.indices.reversed() {
      let factor = factors[place]
      gradients[factor.by] = gradients[factor.by] + gradients[factor.of] * factor.value
    }
  }

  /// The symbol of a quantity.
  public func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }

  /// The factors as a book writes them: those that cancel in the output layer in place of what they leave.
  ///
  /// They come in the order of the forward pass, as `factors` do. Throws what `body` throws.
  public func forEachBookFactor(_ body: (Factor<Scalar>) throws -> Void) rethrows {
    for factor in factors where uncarried.isEmpty || factor.of < layout.exampleCost { try body(factor) }
    guard !uncarried.isEmpty else { return }
    for factor in uncarried { try body(factor) }
    for factor in factors where factor.of >= layout.exampleCost {
      let isLeft = factor.of == layout.exampleCost && symbol(factor.by).meaning == .weightedInput
      if !isLeft { try body(factor) }
    }
  }
}
