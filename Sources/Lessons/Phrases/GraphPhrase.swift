import Backprop
import Formulas

/// What is said of a graph of named quantities.
enum GraphPhrase: Phrase {
  /// A letter of an index, and its first and its last number.
  struct LetterRange: Hashable, Sendable {
    let letter: Formula
    let first, last: Int

    /// i = 1, …, 4, and of three numbers i = 1, 2, 3, with the comma of a language.
    func prose(by comma: Prose = ", ") -> Prose {
      let between: [Prose] =
        last > first + 2 ? ["…"] : (first + 1..<max(last, first + 1)).map { "\(Formula.integer($0))" }
      let rest = between + (last > first ? ["\(Formula.integer(last))"] : [])
      return rest.reduce("\(Equation(letter, [.init(.equals, .integer(first))]))") { "\($0)\(comma)\($1)" }
    }
  }

  /// A name in the lesson's file, where it stands as it is typed, or what it is worth.
  enum Result: Hashable, Sendable {
    case typed(String)
    case valued(Equation)
  }

  /// Who is meant, where some names may be too many.
  struct Names: Hashable, Sendable {
    let shown: [Formula]
    /// Whether there are more.
    let areMore: Bool
  }

  /// Above the document of a lesson without a title.
  case untitled(result: String)
  /// Above the graph, and above its gradient.
  case graph, gradient
  /// How much of a large graph is derived.
  case summary(quantities: Int, Result)
  /// The numbers that the lesson gives.
  case givens([Equation])
  /// An array that is too long to be shown again.
  case longArray(Formula, count: Int)
  /// How many steps of the optimizer are not shown, because only the derivatives at the given numbers are asked for.
  case stepsLeftOut(Int)
  /// How quantities follow from each other.
  case forward
  /// Nothing is rounded.
  case fractions
  /// How the pass goes back from the result to all that is given (`nil`), to these, or to too many to be named (none), and whether
  /// something is used more than once.
  case backward(from: Formula, to: [Formula]?, repeats: Bool)
  /// The same from entries with upstream gradients that are given.
  case backwardFromGiven(String, called: Formula)
  /// What leads to derivatives that need no way back, or to the only one.
  case direct(Formula, by: Formula?)
  /// A condition in brackets; whether there is another of the same two numbers, of which one holds if they are equal.
  case condition(Formula, hasTies: Bool)
  /// What leads the paragraph of a quantity, or of some of its entries, and what they feed; whether there is a given upstream
  /// gradient besides.
  case feeds([Formula], result: Formula, [Formula], isSeeded: Bool)
  /// The same of one whose upstream gradient is given, and of one without effect, or of several.
  case upstreamGiven([Formula], result: Formula), noEffect(Formula, result: Formula)
  case noEffects(Names, result: Formula)
  /// Each of these is multiplied by 0 in one that it feeds.
  case multipliedByZero([Loss], areMore: Bool)
  /// Which two derivatives are multiplied in a line; and what stands in the place of derivatives, by one of them.
  case products(local: Formula, upstream: Formula), shortNames(Formula)
  /// What leads to a definition in letters: how far they run, and what a colon in its brackets stands for.
  case forLetters([LetterRange]), slices
  /// What leads to the lines of such definitions for other numbers.
  case sameForLetters([LetterRange])
  /// What leads to the numbers of an array of which only some entries are spelled out.
  case alike(Formula)
  /// Quantities at edges of these kinds, and which slope is taken there.
  case atEdges(Names, [Graph.Edge])
  /// The step function has a slope here that is needed.
  case stepIsFlat
  /// The same of floor; and that nothing is derived through stop.
  case floorIsFlat, stopEndsGradients
  /// How the result changes with a quantity that reaches it through stop alone.
  case stopped(Formula, result: Formula)
  /// The gradient of one parameter, or of all that are given (`nil`), of these, or of too many to be named (none).
  case gradientOfOne(Formula, result: Formula), gradientOfAll(result: Formula, [Formula]?)
  /// Only the first rows of a table.
  case cutShort(shown: Int, of: Int)
  /// What leads the check, and whether a derivative is 0; the short one of a graph without a way back, of so many derivatives.
  case checkColumns(result: Formula, hasZeros: Bool), shortCheck(Int)
  /// A column of a table.
  case column(Column)
  /// What came of the check.
  case verdict(VerdictCounts)
  /// How many paths lead to the result, and the names on one of them.
  case pathCount(from: Formula, to: Formula, count: Int), path([Formula])
  /// After a step the result is not finite, or larger.
  case notFinite(Formula), increased(Formula)

  /// A quantity that is multiplied by 0 in another.
  struct Loss: Hashable, Sendable {
    let quantity: Formula
    let place: Formula
  }

  /// What stands above a column.
  enum Column: Hashable, Sendable {
    case quantity, value, derivative, derivativeOf(Formula), chainRule, forwardMode, numeric, errorBound,
      verdict
    /// In a table with little room.
    case forward, bound
  }
}

extension GraphPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .atEdges, .checkColumns, .shortCheck, .verdict, .notFinite, .increased: true
    case .untitled, .graph, .gradient, .summary, .givens, .longArray, .stepsLeftOut, .forward, .fractions,
      .backward, .backwardFromGiven, .direct, .condition, .feeds, .upstreamGiven, .noEffect, .noEffects,
      .multipliedByZero, .products, .shortNames, .forLetters, .sameForLetters, .slices, .alike, .stepIsFlat,
      .floorIsFlat,
      .stopEndsGradients, .stopped, .gradientOfOne, .gradientOfAll, .cutShort, .column, .pathCount, .path:
      false
    }
  }
}
