import Formulas

/// One way to go on with a derivative, from what is above it.
enum Change<A: Algebra> {
  case unchanged
  case reversed
  case times(A)

  /// The chain rule: this one, and then the next.
  func then(_ next: Change) -> Change {
    switch (self, next) {
    case (.unchanged, _): next
    case (_, .unchanged): self
    case (.reversed, .reversed): .unchanged
    case (.reversed, .times(let x)), (.times(let x), .reversed): .times(-x)
    case (.times(let x), .times(let y)): .times(x * y)
    }
  }

  var value: A {
    switch self {
    case .unchanged: A(1)
    case .reversed: -A(1)
    case .times(let x): x
    }
  }
}
