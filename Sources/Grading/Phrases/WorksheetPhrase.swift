import Formulas

/// What a worksheet says besides the lesson.
enum WorksheetPhrase: Phrase {
  /// What a question is about.
  enum Section: Hashable, Sendable {
    /// A pass through a layer, or the cost.
    case forward(layer: Int), cost, backward(layer: Int)
    /// The penalty, and what is made of all examples, or with the penalty.
    case penalty, together, withPenalty
    /// The values of a graph, or the derivatives with respect to one of its quantities.
    case values, derivatives(by: Formula)
  }

  /// The title with the lesson's, of a worksheet and of its key.
  case worksheet(of: Prose), key(of: Prose)
  /// How to fill it in with so many digits, and the command that checks it, with a lesson if the sheet names none.
  case instructions(digits: Int, namesLesson: Bool, variant: UInt64?)
  /// The same on a page that checks it itself.
  case instructionsOnPage(digits: Int)
  /// Which quantity a blank is, by an example of its layer and its neuron; and what the sign for an example is.
  case name(String, Formula, layer: Int, neuron: Int), example(Int)
  /// That the sheet asks only for a part, and what that needs besides has to be computed elsewhere.
  case isPart
  /// What the key shows.
  case answers(digits: Int)
  /// Above a question: what it is about, and the example, counted from 1, if there are several.
  case section(Section, example: Int?)
  /// What is asked for in a part, the first of it by its name.
  case part(WorksheetPart, count: Int, first: Formula)
  /// Instead of that, if it is what an optimizer keeps.
  case optimizer
  /// The summary of a variant, and of what no draw has, if it is one of those tried.
  case variant(UInt64, SubjectKind, isBest: Bool)
}

extension WorksheetPhrase {
  /// The command that checks a sheet, with these words for the file and for the lesson.
  static func command(_ file: String, _ lesson: String, _ namesLesson: Bool, _ variant: UInt64?) -> String {
    "trace check \(file)"
      + (namesLesson ? "" : " --lesson \(lesson)" + (variant.map { " --variant \($0)" } ?? ""))
  }
}
