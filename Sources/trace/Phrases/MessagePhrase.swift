import Formulas
import Lessons

/// What the command says while it works, besides errors, which are English.
enum MessagePhrase: Phrase {
  /// Hints: another format suits a terminal, and the lesson that is trained will be printed.
  case readsBetterAsText, lessonIsPrinted
  /// So many lessons are not in the list of a course, and so many traces are too large for it.
  case lessonsLeftOut(Int), tracesLeftOut(Int)
  /// How many files of a course were written.
  case filesWritten(Int, unchanged: Int)
  /// The epoch of a training, how good the network is, and how much time is left; and the end of it.
  case progress(epoch: Int, of: Int, Score, left: String)
  case finished(TrainingPlace, from: Numeral?, to: Score, time: String)
  /// A training was stopped before its end, or had its best network before.
  case stopped(TrainingPlace, isWritten: Bool), best(TrainingPlace, on: String, after: TrainingPlace)
  /// How good a network is on the examples of a lesson.
  case result(lesson: String, Score)
}

extension Score {
  /// The cost, in a few digits; `nil` where it is not finite.
  var figure: Numeral? { Numeral(rounding: cost, digits: 4) }

  /// The percentage of correct examples; `nil` if the cost has no correct or wrong.
  var share: Numeral? {
    correct.flatMap { Numeral(rounding: 100 * Double($0) / Double(count), digits: 3) }
  }
}

extension Notation {
  /// A phrase in its language, for a terminal.
  func text(_ phrase: some Phrase) -> String { language.say(phrase).plain(in: self) }
}

extension Language {
  /// A phrase in this language, for a terminal.
  func text(_ phrase: some Phrase) -> String { Notation(language: self).text(phrase) }
}
