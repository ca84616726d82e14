import Exports
import Lessons

/// The reason why a run failed.
enum CommandError: Error, Equatable {
  case nothingAsked
  case noLesson(Command)
  case noAnswers
  case noLessonOf(String)
  case emptyFolder(String)
  /// A file that is not a session of this lesson.
  case noSession(String)
  case unknownCommand(String, suggestion: String?)
  case lessonWithoutOption(String, Command)
  case unexpectedArgument(String)
  case unknownOption(String, Command, suggestion: String?)
  /// An option that some other commands have.
  case optionOfOthers(String, [Command])
  case optionOfAnotherCommand(String, command: String)
  case givenTwice(Option)
  /// An argument that is not UTF-8: Swift would replace characters, and another file would be read or written.
  case notUTF8(String)
  case missingValue(Option, Command, found: String?)
  case emptyValue(Option)
  case needlessValue(Option)
  case wrongDigits(String)
  case unknownFormat(String, Command, suggestion: String?)
  /// A format that only other commands write.
  case formatOfOthers(Format, Command)
  case unknownNotation(String, suggestion: String?)
  case unknownLanguage(String)
  /// A language for the file of a lesson, which has all of them.
  case languageOfFile
  case unknownDecimal(String)
  /// Short names of derivatives that there are not.
  case unknownNames(String)
  case unknownDialect(String, suggestion: String?)
  /// A library for which no program is written.
  case unknownLibrary(String, suggestion: String?)
  case unknownMarks(String, suggestion: String?)
  case unknownShell(String?)
  case unknownEnding(String, Command)
  /// `--step` without a terminal.
  case noTerminal
  case stepsToFile
  /// `--figures` without an output file.
  case figuresWithoutFile
  /// A notation with `--ascii`, which prints the names that are typed.
  case lettersInASCII(Option)
  case chineseInASCII
  /// An option that only one format has.
  case optionOfFormat(Option, Format, found: Format)
  case unknownLesson(String, suggestion: String?)
  /// A quantity for `--paths` that is not a weight or a bias.
  case notAWeight(String)
  case unknownQuantity(String, suggestion: String?)
  /// A quantity that the lesson gives, such as a target.
  case notDerived(String, suggestion: String)
  case wrongExample(String)
  case noExample(Int, of: Int)
  case outputIsLesson(String)
  /// A worksheet in the place of one that is filled in.
  case outputHasAnswers(String)
  /// A report that would overwrite a file that was handed in.
  case feedbackIsSheet(String)
  case wrongVariant(String)
  /// Seeds that are no range, or too many.
  case wrongVariants(String, atMost: UInt64)
  /// Layers that are neither a number nor two.
  case wrongLayers(String)
  case unknownPlatform(String, suggestion: String?)
  /// `--cloze` for a platform that has no such questions.
  case noCloze(QuizFormat)
  /// An option that the command needs.
  case missingOption(Option, Command)
  case standardInputTwice
  case noPicturePath(String)
  case trainedLessonTooLarge(Int)
  case wrongCount(Option, from: Int, String)
  case wrongSeed(String)
  case wrongRate(String)
  /// A probability of dropout that is not valid.
  case wrongDropout(String)
  /// An optimizer or a schedule that is not valid.
  case wrongLearning(String)
  case batchTooLarge(Int, examples: Int)
  /// No epochs, and no examples to test the network on.
  case nothingTrained
  /// An option for the trained lesson, if none is written.
  case noLessonWritten(Option)
  /// A path that `--lesson` would take for a built-in lesson.
  case noLessonPath(String)
  /// A path that is not a folder.
  case noFolder(Option, String)
  /// The folder of the lessons as the folder of the pages.
  case outputIsLessons(String)
  /// One file for two outputs.
  case outputTwice(String)
  /// Numbers without a definition.
  case nothingToDerive
  /// An argument with only one side of an equals sign.
  case blankAtEquals(String)
  /// A calculation in place of a given number.
  case givenIsNoNumber(String)
  /// `--exact` with a JSON trace, which contains doubles.
  case exactJSON
  /// Two options that ask for different derivations.
  case optionsApart(Option, Option)
  /// `--newton` without `--hessian`.
  case newtonAlone
  /// A value of `--second` that is not one or two names.
  case wrongPair(String)

  case unreadable(String, SystemError)
  case tooLarge(String)
  case wrongLesson(report: String)
  case refused(String)
  /// The lesson that a file of answers names, and why it cannot be read.
  indirect case lessonOfSheet(_ path: String, lesson: String, CommandError)

  case noFiniteResult(String)
  case gradientsDisagree
  /// Wrong answers, which the report lists.
  case answersWrong
  /// Some files of a folder could not be judged, and the worst status of one.
  case someUnread(reports: [String], ExitCode)

  /// A folder without a lesson.
  case noLessonIn(String)
  /// Some lessons of a course are wrong, which was reported already.
  case notAllBuilt(ExitCode)

  case unwritable(String, reason: String)

  var exitCode: ExitCode {
    switch self {
    case .nothingAsked, .noLesson, .noAnswers, .noLessonOf, .noSession, .unknownCommand, .lessonWithoutOption,
      .unexpectedArgument, .unknownOption, .optionOfOthers,
      .optionOfAnotherCommand, .givenTwice, .missingValue, .emptyValue, .needlessValue, .wrongDigits,
      .wrongExample, .noExample, .unknownFormat, .unknownEnding, .unknownLesson, .unknownQuantity,
      .notDerived,
      .notAWeight, .outputIsLesson, .outputHasAnswers, .feedbackIsSheet, .unknownNotation, .unknownNames,
      .exactJSON,
      .wrongVariant, .wrongVariants, .wrongLayers, .unknownPlatform, .noCloze,
      .formatOfOthers,
      .missingOption, .standardInputTwice, .noPicturePath, .trainedLessonTooLarge, .wrongCount, .wrongSeed,
      .wrongRate, .wrongDropout, .wrongLearning,
      .batchTooLarge, .nothingTrained, .noLessonWritten, .noLessonPath, .unknownDialect, .unknownLibrary,
      .unknownLanguage,
      .languageOfFile,
      .unknownDecimal,
      .unknownMarks, .unknownShell,
      .optionOfFormat,
      .lettersInASCII, .chineseInASCII, .noTerminal, .stepsToFile, .figuresWithoutFile, .noFolder,
      .outputIsLessons,
      .outputTwice, .nothingToDerive, .blankAtEquals, .givenIsNoNumber, .notUTF8, .optionsApart,
      .newtonAlone, .wrongPair:
      .wrongCommandLine
    case .tooLarge, .wrongLesson, .refused, .emptyFolder, .noLessonIn: .wrongLesson
    case .unreadable: .unreadableFile
    case .noFiniteResult, .gradientsDisagree, .answersWrong: .disagreement
    case .unwritable: .writingFailed
    case .notAllBuilt(let worst), .someUnread(_, let worst): worst
    // A lesson that there is not is named in a file here.
    case .lessonOfSheet(_, _, let reason):
      reason.exitCode == .wrongCommandLine ? .wrongLesson : reason.exitCode
    }
  }
}
