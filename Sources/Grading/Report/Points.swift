/// The points for a sheet.
package struct Points: Sendable {
  /// How answers that are carried forward count.
  package enum Rule: String, CaseIterable, Sendable {
    /// They earn their points: a mistake costs only the line in which it was made.
    case followThrough = "follow-through"
    /// They earn no points.
    case strict
  }

  /// The answers that count.
  let counted: [Assessment.Row]
  /// The points: one for each correct answer, and half a point for too few digits.
  package let earned: Double
  /// The largest possible number of points.
  package let outOf: Int

  /// The points of an assessment.
  ///
  /// Every quantity that is asked for counts, also if it has no answer.
  package init(_ assessment: Assessment, of exercise: Exercise, rule: Rule) {
    let asked = Set(exercise.asked)
    counted = assessment.rows.filter { row in row.line.map(asked.contains) ?? false }
    let marks = Dictionary(assessment.marking.marks.map { ($0.line, $0.points) }) { first, _ in first }
    // What follows from the numbers of another sheet earns nothing.
    let rule = assessment.otherNumbers == nil ? rule : .strict
    earned = counted.reduce(0) { sum, row in
      // A correct formula has no number to mark.
      sum + row.verdict.counts(by: rule) * (row.line.flatMap { marks[$0] } ?? 1)
    }
    outOf = asked.count
  }
}

extension Verdict {
  /// The points that an answer earns.
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
