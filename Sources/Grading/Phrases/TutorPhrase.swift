import Formulas

/// What explains a wrong answer.
enum TutorPhrase: Phrase {
  /// A wrong equation, what is right in its place, and the number that it gives.
  struct Rewriting: Hashable, Sendable {
    let wrong: Equation, right: Formula
    let value: Formula
    let written: Written?
  }

  /// What was written for a number: the same in all digits, the same with the rest cut off, or the same but for rounding.
  enum Written: Hashable, Sendable {
    case same
    case cut(String)
    case other(String)

    /// Whether the rest is cut off.
    var isCut: Bool { if case .cut = self { true } else { false } }
  }

  /// A mistake, by its title and its identifier: for sure, or perhaps.
  case named(Mistake), mayBe(Mistake)
  /// Others that give the same numbers here, and others that give them always.
  case mayAlsoBe([Mistake]), sameNumbers([Mistake])
  /// The number is a slip of the pen: its digits are nearly those of what follows, from what is given alone or from answers, too.
  case slip(isFirst: Bool)
  /// The digits of a slip of the pen are right, and its sign is not.
  case slipOfSign(Mistake)
  /// The number follows from a wrong equation; with a name, from that of another quantity.
  case rewritten(Rewriting, for: Formula?)
  /// The number is that of a whole derivation with a wrong equation, which the answers before it are not.
  case whole(Formula, Rewriting)
  /// Where the mistake is made, if it is not made elsewhere.
  case onlyLayer(Int)
  /// The number follows from nothing: not from what is given, where nothing else is needed.
  case unexplained(Formula, isFirst: Bool)
  /// By which rule it is computed, if it has one; whether something was said of the number that is a hint.
  case computeAgain(Equation?, isHinted: Bool)
  /// The same number stands for another quantity; it is 0; it has the other sign; it is so many times what is right.
  case copied(Formula), zero, otherSign, times(Int, over: Int)
  /// Where the mistake is made again, or perhaps.
  case again([Formula]), perhapsAgain([Formula])
  /// What follows correctly from it, or from it and its repetitions, and how many more.
  case carried([Formula], more: Int, isFromOne: Bool)
}

extension TutorPhrase {
  /// Whether a number that is so many times another has the same digits, but its decimal point elsewhere.
  static func isShift(_ above: Int, _ below: Int) -> Bool {
    [(above, below), (below, above)].contains { power, one in
      one == 1 && [10, 100, 1_000, 10_000, 100_000, 1_000_000].contains(power)
    }
  }
}
