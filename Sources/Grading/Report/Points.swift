/// What a sheet is worth.
package struct Points: Hashable, Sendable {
  /// How what follows from a mistake counts.
  package enum Rule: String, CaseIterable, Sendable {
    /// It earns its point: a mistake costs the line in which it was made.
    case followThrough = "follow-through"
    /// It earns nothing.
    case strict
  }

  /// Twice the points that were earned: some answers earn half of one.
  private let halves: Int
  /// The most that could be earned.
  package let outOf: Int

  /// The points that were earned.
  package var earned: Double { Double(halves) / 2 }

  /// The points of an assessment.
  ///
  /// On a worksheet each quantity that is asked for counts; of what came without one, each that was handed in.
  package init(_ assessment: Assessment, of exercise: Exercise, isWorksheet: Bool, rule: Rule) {
    let asked = Set(exercise.asked)
    let counted = assessment.rows.filter { row in
      row.line.map { !isWorksheet || asked.contains($0) } ?? false
    }
    halves = counted.reduce(0) { $0 + $1.verdict.halfPoints(rule) }
    outOf = isWorksheet ? asked.count : counted.count
  }
}

extension Verdict {
  /// Twice what an answer earns.
  fileprivate func halfPoints(_ rule: Points.Rule) -> Int {
    switch self {
    case .correct, .rounded: 2
    case .carriedForward:
      switch rule {
      case .followThrough: 2
      case .strict: 0
      }
    case .wrong: 0
    }
  }
}
