import Backprop
import Formulas
import Grading

/// Somebody who derives an exercise by hand, with a few digits, and makes certain mistakes.
struct Student {
  /// How the digits that are not written are dealt with.
  enum Habit: String, CaseIterable {
    case rounds, truncates
  }

  /// What is handed in.
  enum Share: String, CaseIterable {
    case everything = "everything"
    case gradients = "gradients only"
  }

  let digits: Int
  let habit: Habit
  let share: Share
  /// Whether the numbers as written are what the person goes on with, or those behind them.
  let carriesWritten: Bool

  /// Those who hand in the same with as many digits: from the numbers alone nobody knows which of them it was.
  var others: [Student] {
    Habit.allCases.flatMap { habit in
      [true, false].map { Student(digits: digits, habit: habit, share: share, carriesWritten: $0) }
    }
  }

  static let all = [3, 4].flatMap { digits in
    Habit.allCases.flatMap { habit in
      Share.allCases.flatMap { share in
        [true, false].map { Student(digits: digits, habit: habit, share: share, carriesWritten: $0) }
      }
    }
  }

  /// The numbers of a derivation with these mistakes.
  func answers(to exercise: Exercise, making suspects: [Suspect]) -> [Int: Claim] {
    let asked = Set(exercise.asked)
    var claims: [Int: Claim] = [:]
    _ = exercise.derived(making: suspects) { line, value in
      guard let written = written(value) else { return value }
      if asked.contains(line), isHandedIn(exercise.lines[line].place) { claims[line] = written }
      return carriesWritten && exercise.isRounded(line) ? written.value : value
    }
    return claims
  }

  private func isHandedIn(_ place: Place) -> Bool {
    switch share {
    case .everything: return true
    case .gradients:
      switch place {
      case .weightGradient, .biasGradient, .totalGradient: return true
      case .weightedInput, .activation, .cost, .costSlope, .slope, .error, .weightFactor, .biasFactor,
        .pathFactor,
        .passed, .penalty, .penaltySlope, .share, .totalCost, .onward, .update, .afterwards:
        return false
      }
    }
  }

  private func written(_ value: Double) -> Claim? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return Claim(0, unit: 0) }
    let unit = value.unit(digits: digits)
    guard unit > 0 else { return nil }
    let count = value / unit
    let whole =
      switch habit {
      case .rounds: count.rounded()
      case .truncates: count.rounded(.towardZero)
      }
    return Claim(whole * unit, unit: unit)
  }
}
