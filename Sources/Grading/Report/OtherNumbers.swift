import Formulas
import Lessons

/// The numbers to which a sheet's answers belong, where they are not those of its exercise.
package enum OtherNumbers: Hashable, Sendable {
  /// Those of a variant; `nil` for the lesson's own numbers.
  case variant(UInt64?)
  /// Nothing fits, and it is not known to what.
  case unknown
}

extension Assessment {
  /// Of fewer answers it is not said that they belong elsewhere.
  private static let fewest = 4

  private var judged: [Row] { rows.filter { $0.line != nil } }

  /// Whether so few answers are right that they may be those for other numbers.
  package var mayBelongElsewhere: Bool {
    judged.count >= Self.fewest && count(.correct) * 3 <= judged.count && count(.wrong) > 1
  }

  /// Whether most answers are right for an exercise of the same lesson with other numbers.
  package func fits(_ other: Exercise) -> Bool {
    let fitting = judged.count { row in
      guard let decimal = row.answer.sides.last?.decimal, decimal.significantDigits > 1,
        let line = other.line(of: row.answer.name)
      else { return false }
      return Claim(decimal.value, unit: decimal.unit).isRight(other.values[line])
    }
    // Somebody may have made a mistake with the other numbers, too.
    return fitting >= Self.fewest && fitting * 2 >= judged.count && fitting >= 3 * count(.correct)
  }

  /// Whether no answer is right, and a third of them follow from nothing, for reasons that no mistake explains.
  package var fitsNothing: Bool {
    count(.correct) == 0 && count(.wrong) * 3 >= judged.count && count(.wrong) >= Self.fewest
      && marking.diagnoses.count >= Self.fewest && marking.diagnoses.allSatisfy { $0.named == nil }
  }
}
