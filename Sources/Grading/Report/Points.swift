/// What a sheet is worth.
package struct Points: Sendable {
  /// How what follows from a mistake counts.
  package enum Rule: String, CaseIterable, Sendable {
    /// It earns its point: a mistake costs the line in which it was made.
    case followThrough = "follow-through"
    /// It earns nothing.
    case strict
  }

  /// The answers that count.
  let counted: [Assessment.Row]
  /// The points that were earned: whole ones, and halves for too few digits.
  package let earned: Double
  /// The most that could be earned.
  package let outOf: Int

  /// The points of an assessment.
  ///
  /// On a worksheet each quantity that is asked for counts; of what came without one, each that was handed in.
  package init(_ assessment: Assessment, of exercise: Exercise, isWorksheet: Bool, rule: Rule) {
    let asked = Set(exercise.asked)
    counted = assessment.rows.filter { row in
      row.line.map { !isWorksheet || asked.contains($0) } ?? false
    }
    let marks = Dictionary(assessment.marking.marks.map { ($0.line, $0.points) }) { first, _ in first }
    earned = counted.reduce(0) { sum, row in
      // A formula that is right has no number that could be marked.
      sum + row.verdict.counts(by: rule) * (row.line.flatMap { marks[$0] } ?? 1)
    }
    outOf = isWorksheet ? asked.count : counted.count
  }
}

extension Verdict {
  /// The part of its points that an answer earns.
  fileprivate func counts(by rule: Points.Rule) -> Double {
    switch self {
    case .correct, .tooFewDigits: 1
    case .carriedForward:
      switch rule {
      case .followThrough: 1
      case .strict: 0
      }
    case .wrong: 0
    }
  }
}

extension Points {
  /// How many of the answers that count have a verdict.
  func count(_ verdict: Verdict) -> Int { counted.count { $0.verdict == verdict } }
}
