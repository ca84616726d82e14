import Formulas

/// What a question on a learning platform says besides the worksheet.
enum QuizPhrase: Phrase {
  /// How many digits are asked for; `nil` for the exact value.
  case digits(Int?)
  /// The answer to a number that is right with fewer digits than are asked for.
  case nearly(Int?)
  /// A hint about a mistake that is made before the number, in the line of a quantity.
  case before(Formula, Prose)
  /// Above numbers to which mistakes lead, each with its hint.
  case mistaken
  /// Those of them that have a hint in common, with the hint.
  case hint([Numeral], Prose)
  /// Above the hints of several mistakes, of which any may be the one that was made.
  case mayHelp
  /// How a number is typed, where it is written with a comma and read with a point.
  case point
  /// What tells the versions of a question apart.
  case variant(UInt64)
}

extension QuizPhrase {
  /// From so many digits on, all digits of a double are asked for.
  static let allDigits = 16

  /// Numbers side by side, of which each may have a comma.
  static func list(_ numbers: [Numeral]) -> Prose {
    let formulas = numbers.map { "\(Formula.number($0))" as Prose }
    return formulas.dropFirst().reduce(formulas.first ?? "") { "\($0); \($1)" }
  }
}
