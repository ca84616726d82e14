import Formulas

/// One factor of the chain rule: ∂(of)/∂(by), with its value.
public struct Factor<Scalar: Sendable>: Sendable {
  let output: Int32
  let input: Int32
  /// The local derivative.
  public let value: Scalar

  init(_ of: Layout.ID, by: Layout.ID, _ value: Scalar) {
    output = Int32(truncatingIfNeeded: of)
    input = Int32(truncatingIfNeeded: by)
    self.value = value
  }

  /// What is differentiated.
  public var of: Layout.ID { Int(output) }
  /// By what.
  public var by: Layout.ID { Int(input) }
}

/// Every quantity of one example, or of the penalty, and every factor of the chain rule between them.
///
/// The factors stand in the order in which the forward pass met them, so that whatever a quantity feeds comes after it.
public struct Trace<Scalar: Algebra>: Sendable {
  /// What the ids stand for.
  public let layout: Layout
  /// Which example it is, counted from 0; `nil` where the penalty is traced.
  public private(set) var example: Int?
  /// The value of each quantity.
  public internal(set) var values: [Scalar]
  /// The factors along which the cost is differentiated.
  public internal(set) var factors: [Factor<Scalar>] = []
  /// Factors that cancel in the output layer: shown and multiplied out for the reader, but not carried (see `Cancelled`).
  public internal(set) var uncarried: [Factor<Scalar>] = []
  /// ∂C/∂(quantity) for each quantity, once it has gone backward.
  public private(set) var gradients: [Scalar]

  init(emptyOf objective: Objective<Scalar>, layout: Layout) {
    self.layout = layout
    values = []
    values.reserveCapacity(layout.count)
    for layer in objective.network.layers {
      values += layer.weights
      values += layer.biases ?? []
    }
    values += repeatElement(Scalar(0), count: layout.count - layout.parameterCount)
    gradients = Array(repeating: Scalar(0), count: layout.count)
  }

  /// Forgets the factors for those of another example, and keeps their memory.
  mutating func begin(example index: Int?, factors count: Int) {
    example = index
    factors.removeAll(keepingCapacity: true)
    factors.reserveCapacity(count)
  }

  mutating func record(_ of: Layout.ID, by: Layout.ID, _ value: Scalar) {
    factors.append(Factor(of, by: by, value))
  }

  /// The backward pass, from the total cost, or from another quantity.
  mutating func goBackward(from root: Layout.ID) {
    for id in gradients.indices { gradients[id] = Scalar(0) }
    gradients[root] = Scalar(1)
    Self.goBackward(along: factors, &gradients)
  }

  /// ∂C/∂s = Σ over every t that s feeds of ∂C/∂t · ∂t/∂s.
  ///
  /// There is no other loop.
  private static func goBackward(along factors: [Factor<Scalar>], _ gradients: inout [Scalar]) {
    for place in factors.indices.reversed() {
      let factor = factors[place]
      // Read first, then written: so the array is looked at once for each factor.
      let sum = gradients[factor.by] + gradients[factor.of] * factor.value
      gradients[factor.by] = sum
    }
  }

  /// The symbol of a quantity.
  public func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }

  /// The factors as a book writes them: those that cancel in the output layer in place of what they leave.
  ///
  /// They stand in the order of the forward pass, as `factors` do.
  public var bookFactors: [Factor<Scalar>] {
    guard !uncarried.isEmpty else { return factors }
    let below = factors.filter { $0.of < layout.exampleCost }
    let costs = factors.filter { factor in
      factor.of >= layout.exampleCost
        && (factor.of != layout.exampleCost || symbol(factor.by).meaning != .weightedInput)
    }
    return below + uncarried + costs
  }
}
