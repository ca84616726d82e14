import Formulas

/// How the learning rate changes from step to step.
public enum Schedule: Hashable, Sendable {
  /// The learning rate does not change.
  case constant
  /// The rate is halved after every so many steps.
  case halveEvery(Int)
  /// The rate is divided by 1 + k (t − 1) in step t.
  case inverseTime(Numeral)
  /// The rate grows for so many steps, and then falls along half a period of the cosine.
  case warmupCosine(Int)

  /// η in step t of `steps`, counted from 1, from the learning rate η₀ of the first step, or the one that a warm-up leads to.
  public func rate<A: Algebra>(_ start: A, step t: Int, of steps: Int, pi: A) -> A {
    switch self {
    case .constant: return start
    case .halveEvery(let n): return start / A.power(A(2), A((t - 1) / max(n, 1)))
    case .inverseTime(let k): return start / (A(1) + A(k) * A(t - 1))
    case .warmupCosine(let warmup):
      if t == warmup { return start }
      if t < warmup { return start * A(t) / A(warmup) }
      let wave = A.cos(pi * A(t - warmup - 1) / A(max(1, steps - warmup)))
      return start * (A(1) + wave) / A(2)
    }
  }
}
