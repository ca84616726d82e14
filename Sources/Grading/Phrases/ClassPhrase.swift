import Formulas

/// What is said of the answers of a whole class.
enum ClassPhrase: Phrase {
  /// A column of the tables of a class.
  enum Column: Hashable, Sendable {
    /// In the table of students.
    case student, variant, correct, points, answers, firstMistake, notRead
    /// In the table of mistakes.
    case numberOfStudents, asFirstMistake, mistake, students, description
    /// In the table of quantities, besides the verdicts.
    case quantity, notAnswered
  }

  /// How many sheets there are.
  case title(sheets: Int)
  /// Files that could not be read, and people without a sheet.
  case unread([String]), missing([String])
  /// Above the table of students, and what the signs in it mean.
  case students, signs
  /// What the answers of each verdict earn.
  case pointsOf(Points.Rule)
  /// Above the table of mistakes, and above that of a lesson's quantities.
  case mistakes, quantities(of: String)
  /// Above a column.
  case column(Column)
  /// How many are correct.
  case correct(Int, of: Int)
  /// The seed of the numbers; and the one that was handed out, if it is another.
  case variant(UInt64?, given: UInt64?)
  /// Sheets with the same answers, and whether answers of all of them are wrong.
  case same([String], areWrong: Bool)
  /// Someone handed in another variant than the one that was given, for which the points are.
  case otherVariant(String, own: UInt64?, given: UInt64, earned: Double, outOf: Int)
  /// Someone's answers belong to other numbers; and the same in a cell.
  case belongElsewhere(String, OtherNumbers), elsewhere(OtherNumbers)
  /// Someone writes otherwise than the lesson, and is judged by that.
  case convention(String, Marking.Convention)
  /// Someone's numbers that were not judged.
  case passedOver(String, PassedOver)
  /// What a mistake is.
  case description(ClassReport.Explanation)
  /// The names of a few, and how many more there are.
  case names([String], more: Int)
  /// In the marks: whether the numbers are those that were handed out; the file could not be read; there is none.
  case handedOut(ClassReport.HandedOutVariant), notReadable, noSheet
  /// In the place of the name of a mistake that is not named: only the sign is wrong, or something else.
  case wrongSign, notNamed
}
