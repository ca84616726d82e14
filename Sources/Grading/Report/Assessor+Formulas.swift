import Backprop
import Formulas
import Lessons

/// Answers that are formulas: whether they are correct for all numbers, or for those of the lesson only.
extension Assessor {
  /// For which numbers a formula gives the correct value.
  enum Understanding {
    case always, onlyHere
  }

  /// For each formula that is correct for this lesson, whether it is correct for other numbers as well.
  func understood(_ sheet: AnswerSheet) -> [Int: Understanding] {
    var known: [Int: Understanding] = [:]
    var drawn: [Exercise]?
    for answer in sheet.answers {
      guard let line = exercise.line(of: answer.name), let formula = answer.sides.last?.formula,
        hasNames(formula),
        isBefore(line, formula), isRight(formula, in: exercise, line)
      else { continue }
      let others = drawn ?? otherNumbers
      drawn = others
      // A formula with a given number in it is about this network only.
      known[line] =
        hasGivenNumbers(formula) || others.allSatisfy { isRight(formula, in: $0, line) } ? .always : .onlyHere
    }
    return known
  }

  func hasNames(_ formula: Formula) -> Bool { !formula.names.isEmpty }

  /// Whether a formula uses only quantities before a line: C = C would be correct by itself.
  func isBefore(_ line: Int, _ formula: Formula) -> Bool {
    formula.names.allSatisfy { name in
      exercise.entries[name].map { $0 < line || $0 >= exercise.lines.count } ?? false
    }
  }

  /// Whether a formula has one of the lesson's given numbers in it, and so is about this network only.
  func hasGivenNumbers(_ formula: Formula) -> Bool {
    let givens = Set(exercise.givens.map(\.middle.magnitude))
    var found = false
    _ = formula.substituting { part -> Formula? in
      switch part {
      case .number, .quotient(.number, .number):
        let value: Double = part.evaluated { _ in .nan }
        if givens.contains(value) { found = true }
      case .symbol, .partial, .nabla, .negative, .sum, .product, .quotient, .power, .raised, .call, .max,
        .min,
        .truth, .transpose, .matrixProduct, .elementwise:
        break
      }
      return nil
    }
    return found
  }

  /// Whether a formula gives the line's value if every name has its correct value.
  func isRight(_ formula: Formula, in exercise: Exercise, _ line: Int) -> Bool {
    guard exercise.values.indices.contains(line) else { return false }
    let value: Double = formula.evaluated { name in
      exercise.entries[name].map { exercise.values[$0] } ?? .nan
    }
    let truth = exercise.values[line]
    return (value - truth).magnitude <= 1e-9 * Swift.max(truth.magnitude, value.magnitude)
  }
}
