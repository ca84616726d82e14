import Formulas

/// What is said of the cost that several examples and a penalty make together.
enum TotalPhrase: Phrase {
  /// The parts of the cost.
  struct Parts: Hashable, Sendable {
    let examples: Int
    let hasPenalty: Bool
    /// Whether the costs of the examples are added, and not averaged.
    let isSum: Bool
  }

  /// Derivatives whose signs differ from example to example.
  enum Differing: Hashable, Sendable {
    /// That of one parameter, those of all that are shown, and those of some, of which one is named.
    case one(Formula), all, some(Int, first: Formula)
  }

  /// What the penalty is for, and what it is made of.
  case penalty(Formula, of: Lesson.Penalty?, examples: Int)
  /// What the penalty is made of.
  case penaltyTerms(Lesson.Penalty?, examples: Int)
  /// ∂R/∂w of each weight.
  case penaltySlopes(Lesson.Penalty?, examples: Int)
  /// A weight of 0 is on the kink of its absolute value.
  case weightIsZero(Formula)
  /// The cost, and what it is made of.
  case cost, parts(Parts)
  /// ∂C/∂ of the parts.
  case shares(Parts)
  /// ∂C/∂ of what is inside of the one example is that of its own cost.
  case inside(letters: [Formula], total: Formula, own: Formula)
  /// Why the derivatives of the parts are added up.
  case derivatives(total: Formula, own: Formula, penalty: Formula?, examples: Int)
  /// So many examples stand in one number, and whether some that are shown are not derived; nothing where neither is so.
  case otherExamples(Int, areSomeNotDerived: Bool)
  /// The derivatives of the examples partly cancel.
  case signsDiffer(Differing)
  /// The same where the costs are added.
  case signsDifferInSum(Differing)
}

extension TotalPhrase {
  /// By what a squared penalty alone multiplies each weight in a step: 1 − ηλ, or 1 − ηλ/n.
  static func decay(_ l2: Numeral, _ examples: Int) -> Formula {
    let share = Formula.symbol(Symbol(.learningRate)) * .number(l2)
    return .integer(1) - (examples > 1 ? share / .integer(examples) : share)
  }
}

extension TotalPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .weightIsZero, .signsDiffer, .signsDifferInSum: true
    case .penalty, .penaltyTerms, .penaltySlopes, .cost, .parts, .shares, .inside, .derivatives,
      .otherExamples:
      false
    }
  }
}
