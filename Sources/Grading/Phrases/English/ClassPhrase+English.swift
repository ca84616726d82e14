import Formulas

extension ClassPhrase {
  var english: Prose {
    switch self {
    case .title(let sheets): "\(sheets) \(sheets == 1 ? "sheet" : "sheets") checked"
    case .unread(let files): "Could not be read: \(Self.list(files))."
    case .missing(let people): "No answers were handed in by \(Self.list(people))."
    case .students: "Students"
    case .signs:
      "One character for each quantity, with a space after each part of the sheet: “+” correct, “~” too few digits, “>” carried forward, “x” wrong, “.” not answered or not read."
    case .pointsOf(let rule):
      """
      Points: 1 for a correct answer, ½ for too few digits, \(rule == .strict ? "0" : "1") for an answer that is carried forward. \
      A number that is rounded to a single digit earns nothing, and neither does 0 if the correct value is not 0. Answers that \
      are computed from such a number earn a point if they are correct, and otherwise nothing.
      """
    case .mistakes: "Mistakes"
    case .quantities(let lesson): "Quantities, lesson \(lesson)"
    case .column(let column): Self.word(column)
    case .correct(let count, let all): "\(count) of \(all)"
    case .variant(let own, let given):
      "\(own.map(String.init) ?? "–")\(given.map { " (was given \(String($0)))" } ?? "")"
    case .same(let files, let areWrong):
      "These sheets have exactly the same answers\(areWrong ? ", including the wrong ones" : ""): \(Self.list(files))."
    case .otherVariant(let person, let own, let given, let earned, let outOf):
      """
      \(person) was given variant \(String(given)), but handed in \(own.map { "variant \($0)" } ?? "the lesson's own numbers"). \
      The points, \(ReportPhrase.score(earned: earned, outOf: outOf).english), are for the numbers that were handed in.
      """
    case .belongElsewhere(let person, let other):
      "The answers of \(person) are \(Self.words(other)). What is carried forward in them earns no points."
    case .elsewhere(let other): Self.words(other)
    case .convention(let person, let convention):
      "\(person) writes otherwise than the lesson, and is judged by that: \(Self.words(convention))."
    case .passedOver(let person, let numbers):
      "\(person): \(ReportPhrase.inEnglish(numbers))"
    case .description(let explanation):
      switch explanation {
      case .mistake(let mistake): "\(MistakePhrase.title(mistake).english)."
      case .sign: "Only the sign of the number is wrong."
      case .none: "No known mistake explains the number for certain."
      }
    case .names(let people, let more): Self.list(people, more: more)
    case .handedOut(let variant): Self.words(variant)
    case .wrongSign: "wrong sign"
    case .notNamed: "not named"
    case .notReadable: "could not be read"
    case .noSheet: "no sheet"
    }
  }

  private static func list(_ names: [String], more: Int = 0) -> Prose {
    English.commas(names.map { "\($0)" }, more: more)
  }

  private static func words(_ other: OtherNumbers) -> Prose {
    switch other {
    case .variant(let seed?): "right for variant \(String(seed))"
    case .variant(nil): "right for the lesson's own numbers"
    case .unknown: "perhaps to other numbers"
    }
  }

  private static func words(_ convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "δ is −∂C/∂z"
    case .otherHalf: "the \(.cost) differs by a factor of 2"
    case .sumOverExamples: "the \(.cost) is the sum over the examples"
    case .meanOverExamples: "the \(.cost) is the mean over the examples"
    case .transposedWeights: "the matrices have a row for each input"
    case .rateInVelocity: "the velocity contains the learning rate"
    case .otherSideOfKink: "the slope of ReLU at z = 0 is 1"
    case .beforeDropout: "the activations are those before dropout"
    case .derivativesBeforeDropout: "the derivatives are those before dropout"
    }
  }

  private static func word(_ column: Column) -> Prose {
    switch column {
    case .student: "student"
    case .variant: "variant"
    case .correct: "correct"
    case .points: "points"
    case .answers: "answers in the order of the derivation"
    case .firstMistake: "first mistake"
    case .notRead: "lines not read"
    case .numberOfStudents: "number of students"
    case .asFirstMistake: "students whose first mistake it is"
    case .mistake: "mistake"
    case .students: "students"
    case .description: "description"
    case .quantity: "quantity"
    case .notAnswered: "not answered or not read"
    }
  }

  private static func words(_ variant: ClassReport.HandedOutVariant) -> Prose {
    switch variant {
    case .own: "yes"
    case .another(let seed): "no: \(String(seed))"
    case .unknown: "not listed"
    }
  }
}
