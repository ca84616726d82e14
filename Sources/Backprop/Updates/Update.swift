import Formulas

/// What is worked out in a step of an optimizer for one parameter; the raw value is its letter.
public enum UpdateQuantity: String, CaseIterable, Hashable, Sendable {
  /// The velocity of momentum, or a running mean of the squared derivatives.
  case v
  /// A running mean of the derivatives.
  case m
  /// The sum of the squared derivatives.
  case squares = "G"
  /// The two running means without their bias towards 0.
  case mHat = "m_hat", vHat = "v_hat"
  /// The parameter itself, which comes last.
  case parameter = "w"

  /// Whether it is kept from one step to the next.
  public var isState: Bool {
    switch self {
    case .v, .m, .squares: true
    case .mHat, .vHat, .parameter: false
    }
  }
}

/// One parameter in one step of an optimizer, in any arithmetic: at `Formula` a rule writes itself down.
public struct Update<A: Algebra> {
  /// The parameter; after the step its new value.
  var w: A
  /// ∂C/∂w.
  var slope: A
  /// What the optimizer keeps of the parameter, in its order.
  var state: [A]
  /// η.
  let rate: A
  /// The optimizer's constants in their order, and each of them to the power of the number of the step.
  let constants, powers: [A]
  private let ascends: Bool
  /// Whether lines are kept, and what stands for each in those after it, if not its value.
  private let records: Bool
  private let name: ((UpdateQuantity) -> A)?
  /// What was worked out, in its order.
  private(set) var lines: [(quantity: UpdateQuantity, value: A)] = []

  /// Step `number`, counted from 1, with these constants.
  init(
    _ optimizer: Optimizer, rate: A, constants: [A], number: Int, w: A = A(0), slope: A = A(0),
    state: [A] = [], records: Bool = true, name: ((UpdateQuantity) -> A)? = nil
  ) {
    (self.w, self.slope, self.rate, self.constants) = (w, slope, rate, constants)
    self.state = state.isEmpty ? optimizer.rule.type.states.map { _ in A(0) } : state
    powers = constants.map { A.power($0, A(number)) }
    ascends = optimizer.ascends
    (self.records, self.name) = (records, name)
  }

  /// Records an intermediate quantity of the update.
  mutating func line(_ quantity: UpdateQuantity, _ value: A) -> A {
    guard records else { return value }
    lines.append((quantity, value))
    return name?(quantity) ?? value
  }

  /// Records a quantity and keeps it as part of the optimizer's state.
  mutating func keep(_ place: Int, _ quantity: UpdateQuantity, _ value: A) -> A {
    let kept = line(quantity, value)
    state[place] = kept
    return kept
  }

  /// The new parameter: so far down from the old one, or from what a decay has left of it; or so far up.
  mutating func move(from start: A? = nil, by step: A) {
    let start = start ?? w
    w = line(.parameter, ascends ? start + step : start - step)
  }
}
