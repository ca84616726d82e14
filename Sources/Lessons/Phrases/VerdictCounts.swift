import Backprop

/// How many derivatives of a check have which verdict.
struct VerdictCounts: Hashable, Sendable {
  let all: Int
  /// Those with a finite difference, or without one for a reason.
  let tried: Int
  let agreeing: Int
  let disagreeing: Int
  let undecided: Int
  let onKinks: Int

  init(all: Int, tried: Int, _ count: (GradientCheck.Verdict) -> Int) {
    (self.all, self.tried) = (all, tried)
    agreeing = count(.agrees) + count(.agreesOnBothSides)
    (disagreeing, undecided, onKinks) = (count(.disagrees), count(.inconclusive), count(.kink))
  }
}
