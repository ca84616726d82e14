import Backprop
import Formulas
import Grading

/// Somebody who derives an exercise by hand, with a few digits, and makes certain mistakes.
struct Student {
  /// What is handed in.
  enum Share: String, CaseIterable {
    case everything = "everything"
    case gradients = "gradients only"
  }

  let digits: Int
  let habit: Habit
  let share: Share

  /// Those who hand in the same with as many digits: from the numbers alone nobody knows which of them it was.
  var others: [Student] { Habit.all.map { Student(digits: digits, habit: $0, share: share) } }

  static let all = [3, 4].flatMap { digits in
    Habit.all.flatMap { habit in Share.allCases.map { Student(digits: digits, habit: habit, share: $0) } }
  }

  /// The numbers of a derivation with these mistakes.
  func answers(to exercise: Exercise, making suspects: [Suspect]) -> [Int: Claim] {
    let written = exercise.written(making: suspects, habit, digits: digits)
    var claims: [Int: Claim] = [:]
    for line in exercise.asked where isHandedIn(exercise.lines[line].place) { claims[line] = written[line] }
    return claims
  }

  private func isHandedIn(_ place: Place?) -> Bool {
    switch share {
    case .everything: return true
    case .gradients:
      switch place {
      case .weightGradient, .biasGradient, .totalGradient: return true
      case .weightedInput, .activation, .cost, .costSlope, .slope, .error, .weightFactor, .biasFactor,
        .pathFactor,
        .passed, .penalty, .penaltySlope, .share, .totalCost, .onward, .update, .afterwards, nil:
        return false
      }
    }
  }
}
