import Lessons

/// Why a run ended with anything but success.
enum CommandError: Error, Equatable {
  case nothingAsked
  case noLesson(Command)
  case noAnswers
  case noLessonOf(String)
  case emptyFolder(String)
  /// A file that holds something else than a session of this lesson.
  case noSession(String)
  case unknownCommand(String, suggestion: String?)
  case lessonWithoutOption(String, Command)
  case unexpectedArgument(String)
  case unknownOption(String, Command, suggestion: String?)
  /// An option that some other commands have.
  case optionOfOthers(String, [Command])
  case optionOfAnotherCommand(String, command: String)
  case givenTwice(Option)
  /// Swift would put other characters in its place, and another file would be read or written.
  case notUTF8(String)
  case missingValue(Option, Command, found: String?)
  case emptyValue(Option)
  case needlessValue(Option)
  case wrongDigits(String)
  case unknownFormat(String, Command, suggestion: String?)
  /// A format that some other command writes.
  case formatOfOthers(Format, Command)
  case unknownNotation(String, suggestion: String?)
  case unknownDialect(String, suggestion: String?)
  case unknownMarks(String, suggestion: String?)
  case unknownEnding(String, Command)
  /// One step at a time, where nobody answers.
  case noTerminal
  case stepsToFile
  /// Pictures beside a file that is not written.
  case figuresWithoutFile
  /// In ASCII, quantities have the names by which they are typed.
  case lettersInASCII
  /// An option that only one format has.
  case optionOfFormat(Option, Format, found: Format)
  case unknownLesson(String, suggestion: String?)
  /// Paths lead from a weight or a bias only.
  case notAWeight(String)
  case unknownQuantity(String, suggestion: String?)
  /// A target or the learning rate, of which there is no derivation.
  case notDerived(String, suggestion: String)
  case wrongExample(String)
  case noExample(Int, of: Int)
  case outputIsLesson(String)
  /// A report would be written over what was handed in.
  case feedbackIsSheet(String)
  case wrongVariant(String)
  /// An option that the command cannot do without.
  case missingOption(Option, Command)
  case standardInputTwice
  case noPicturePath(String)
  case trainedLessonTooLarge(Int)
  case wrongCount(Option, from: Int, String)
  case wrongSeed(String)
  case wrongRate(String)
  /// An optimizer or a schedule that cannot be.
  case wrongLearning(String)
  case batchTooLarge(Int, examples: Int)
  /// No epochs, and nothing to see without them.
  case nothingTrained
  /// Something for the file, where none is written.
  case noLessonWritten(Option)
  /// A path that `--lesson` would take for a built-in lesson.
  case noLessonPath(String)
  /// A folder is asked for, and this is something else.
  case noFolder(Option, String)
  /// Pages among the lessons.
  case outputIsLessons(String)
  /// Two things that would be written to one file.
  case outputTwice(String)
  /// Nothing but numbers.
  case nothingToDerive
  /// One side of an equals sign with blanks around it.
  case blankAtEquals(String)
  /// A calculation where a number is given.
  case givenIsNoNumber(String)
  /// A JSON trace holds doubles.
  case exactJSON
  /// Each asks for a derivation of its own.
  case optionsApart(Option, Option)
  /// Newton's step without the Hessian.
  case newtonAlone
  /// Not one or two names.
  case wrongPair(String)

  case unreadable(String, SystemError)
  case tooLarge(String)
  case wrongLesson(report: String)
  case refused(String)
  /// The lesson that a file of answers names, and the reason for which it cannot be had.
  indirect case lessonOfSheet(_ path: String, lesson: String, CommandError)

  case noFiniteResult(String)
  case gradientsDisagree
  /// The report says which.
  case answersWrong
  /// Some files of a folder could not be judged.
  case someUnread(reports: [String])

  /// A folder without a lesson.
  case noLessonIn(String)
  /// What was wrong with some lessons of a course has been said.
  case notAllBuilt(ExitCode)

  case unwritable(String, reason: String)

  var exitCode: ExitCode {
    switch self {
    case .nothingAsked, .noLesson, .noAnswers, .noLessonOf, .noSession, .unknownCommand, .lessonWithoutOption,
      .unexpectedArgument, .unknownOption, .optionOfOthers,
      .optionOfAnotherCommand, .givenTwice, .missingValue, .emptyValue, .needlessValue, .wrongDigits,
      .wrongExample, .noExample, .unknownFormat, .unknownEnding, .unknownLesson, .unknownQuantity,
      .notDerived,
      .notAWeight, .outputIsLesson, .feedbackIsSheet, .unknownNotation, .exactJSON, .wrongVariant,
      .formatOfOthers,
      .missingOption, .standardInputTwice, .noPicturePath, .trainedLessonTooLarge, .wrongCount, .wrongSeed,
      .wrongRate, .wrongLearning,
      .batchTooLarge, .nothingTrained, .noLessonWritten, .noLessonPath, .unknownDialect, .unknownMarks,
      .optionOfFormat,
      .lettersInASCII, .noTerminal, .stepsToFile, .figuresWithoutFile, .noFolder, .outputIsLessons,
      .outputTwice, .nothingToDerive, .blankAtEquals, .givenIsNoNumber, .notUTF8, .optionsApart,
      .newtonAlone, .wrongPair:
      .wrongCommandLine
    case .tooLarge, .wrongLesson, .refused, .emptyFolder, .someUnread, .noLessonIn: .wrongLesson
    case .unreadable: .unreadableFile
    case .noFiniteResult, .gradientsDisagree, .answersWrong: .disagreement
    case .unwritable: .writingFailed
    case .notAllBuilt(let worst): worst
    case .lessonOfSheet(_, _, let reason): reason.exitCode
    }
  }
}
