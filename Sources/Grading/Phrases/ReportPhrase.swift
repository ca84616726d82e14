import Formulas

/// What a report says of a sheet of answers.
enum ReportPhrase: Phrase {
  /// A column of the table of answers.
  enum Column: Hashable, Sendable {
    /// Where it stands, what it is, and what was written.
    case line, quantity, answer
    /// How it is judged, and what is right.
    case verdict, correctValue
  }

  /// How many answers have a verdict.
  struct Count: Hashable, Sendable {
    let verdict: Verdict
    let count: Int
  }

  /// A quantity, and the line of its answer.
  struct Place: Hashable, Sendable {
    let name: Formula
    let line: Int?
  }

  /// What is remarked on an answer besides its verdict.
  enum Remark: Hashable, Sendable {
    /// A step of it has another value than the answer; the value, if it may be said.
    case unequal(step: String, value: Numeral?, written: String)
    /// The formula uses itself, or what comes later; or it has no finite value.
    case circular, notFinite
    /// The formula is right for these numbers only, of a graph or of a network.
    case lucky(isGraph: Bool)
    /// What the lesson gives.
    case otherGiven(Formula)
  }

  /// Whose sheet it is, and how many of the quantities are correct.
  case title(String, correct: Int, of: Int)
  /// How many answers have which verdict, and how many quantities have none; their names, if they are few; whether some lines
  /// could not be read.
  case summary([Count], open: Int, names: [Formula], hasUnread: Bool)
  /// What too few digits mean, and how many are asked for.
  case tooFewDigits(asked: Int)
  /// The points, in a sentence and in a cell.
  case points(earned: Double, outOf: Int), score(earned: Double, outOf: Int)
  /// There is nothing wrong.
  case noneWrong
  /// Above a wrong answer.
  case wrongAnswer(Place, isFirst: Bool)
  /// Wrong answers without an explanation.
  case otherWrong([Place])
  /// A correct way of writing that is not the lesson's.
  case convention(Marking.Convention)
  /// A change was given, and is judged by what it makes of the value.
  case change(line: Int, of: Formula, Formula, is: Numeral)
  /// The answers are in several files.
  case files(AnswerSheet.Files)
  /// The answers belong to other numbers.
  case otherNumbers(OtherNumbers)
  /// The sheet's number for layer 1.
  case layers(first: Int)
  /// Numbers that were not judged, and why.
  case passedOver(PassedOver)
  /// Above the lines that could not be read, and how many there are.
  case unread, unreadLines(Int)
  /// One of them, and why; and how many are not shown.
  case unreadLine(Int, String, reason: String), unreadRest(Int)
  /// Above the table of answers, and above its columns.
  case answers, column(Column)
  /// A quantity, and the change of one.
  case quantity(Formula), changeOf(Formula)
  /// How an answer is judged.
  case verdict(Verdict)
  /// In the place of a verdict, if there is no answer, or perhaps one that was not read.
  case notAnswered(hasUnread: Bool)
  /// A remark on an answer in a line.
  case remark(line: Int, Formula, Remark)
}

extension ReportPhrase {
  /// Points in halves, such as 7½: the same in every language.
  static func halves(_ points: Double) -> String {
    let whole = Int(points.rounded(.down))
    let half = points > Double(whole) ? "½" : ""
    return "\(whole == 0 && !half.isEmpty ? "" : "\(whole)")\(half)"
  }
}
