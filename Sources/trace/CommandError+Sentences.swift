import Exports
import Documents
import Exports
import Formulas
import Grading
import Lessons
import Texts

extension CommandError {
  /// The lines for standard error, without line ends.
  var lines: [String] {
    if case .nothingAsked = self { return Self.whatToType }
    if case .answersWrong = self { return [] }
    if case .notAllBuilt = self { return [] }
    if case .someUnread(let reports, _) = self {
      return reports.flatMap { $0.split(separator: "\n").map(String.init) }
    }
    if case .wrongLesson(let report) = self { return report.split(separator: "\n").map(String.init) }
    if case .lessonOfSheet(let path, _, _) = self { return ["\(harmless(path)): error: \(sentence)"] }
    return ["error: \(sentence)"]
  }

  /// The message for `trace` without arguments.
  private static let whatToType = [
    "trace writes out backpropagation for a small network, step by step. Type:",
    "",
    "  trace --lesson single-chain",
    "",
    "or 'trace lessons' for the other lessons, 'trace help' for the options.",
  ]

  /// The error in one sentence.
  var sentence: String {
    switch self {
    case .nothingAsked: noLesson(.workedExample)
    case .noLesson(let command): noLesson(command)
    case .noAnswers: "there is nothing to check: name a file of answers, as in: trace check sheet.md"
    case .noLessonOf(let path):
      "\(path) does not name its lesson: add --lesson NAME, or the line trace: lesson=NAME to the file"
    case .noSession(let path):
      "'\(path)' is not a session of this lesson and variant, and was not changed; name another file"
    // The message shows nothing of the lesson file, because the author of the answers chose it.
    case .lessonOfSheet(_, let lesson, .wrongLesson):
      "'\(shortened(lesson))', which the answers name, is not a valid lesson; name another with --lesson"
    case .lessonOfSheet(_, _, let reason): reason.sentence
    case .emptyFolder(let path): "there is no file of answers in '\(path)'"
    case .unknownCommand(let word, let meant):
      "unknown command '\(shortened(word))'" + asking(meant, else: "trace help")
    case .lessonWithoutOption(let name, let command):
      "a lesson is given with --lesson; type: \(command.call) --lesson \(name)"
    case .unexpectedArgument(let word):
      "unexpected argument '\(shortened(word))'"
        + (Command.words.contains(word) ? "; a command comes first: trace \(word)" : "")
    case .unknownOption(let flag, let command, let meant):
      "unknown option '\(shortened(flag))'"
        + asking(meant, else: command.word.map { "trace help \($0)" } ?? "trace help")
    case .optionOfOthers(let flag, let commands):
      "\(flag) is an option of \(alternatives(commands.map { "'\($0.call)'" }))"
    case .optionOfAnotherCommand(let flag, let command): "'trace \(command)' has no option \(flag)"
    case .givenTwice(let option): "\(option.flag) is given twice"
    case .notUTF8(let word): "the argument '\(word)' is not valid UTF-8"
    case .missingValue(let option, let command, let found): missingValue(option, command, found)
    case .emptyValue(let option): "the value of \(option.flag) is empty"
    case .needlessValue(let option): "\(option.flag) takes no value"
    case .wrongDigits(let text):
      "--digits takes a whole number from \(Option.digitRange.lowerBound) to \(Option.digitRange.upperBound), not '\(shortened(text))'"
    case .wrongLayers(let text):
      "'\(shortened(text))' is no number of a layer; write --layers 2, or --layers 2-3 for layers 2 and 3"
    case .wrongVariants(let text, let most):
      "--variants takes one seed, or a range of at most \(most) such as 1-30, not '\(shortened(text))'"
    case .wrongVariant(let text):
      "--variant takes a whole number from 0 to \(UInt64.max), not '\(shortened(text))'"
    case .unknownPlatform(let name, let meant):
      "unknown platform '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(QuizFormat.list(of: { _ in true }))")
    case .noCloze(let format):
      "\(format.rawValue) has no questions with several blanks for numbers; leave out --cloze, or choose "
        + "\(QuizFormat.list(of: \.takesCloze))"
    case .missingOption(let option, let command):
      "\(command.call) needs \(Help.call(option, command)): "
        + Language.english.text(HelpPhrase.option(option, command))
    case .noPicturePath(let path):
      "--plot writes a picture: the name '\(path)' must end in \(alternatives(CostPlot.Format.endings))"
    case .standardInputTwice:
      "--lesson and --accuracy-on cannot both be read from standard input; give one as a file"
    case .trainedLessonTooLarge(let size):
      "the trained lesson would have about \(size >> 20) MiB, but a lesson file has at most "
        + "\(Lesson.Limit.bytes >> 20) MiB; use fewer --digits, or keep one example with --example"
    case .wrongCount(let option, let least, let text):
      "\(option.flag) takes a whole number from \(least), not '\(shortened(text))'"
    case .wrongSeed(let text): "--seed takes a whole number from 0 to \(UInt64.max), not '\(shortened(text))'"
    case .wrongRate(let text): "--learning-rate takes a number above 0, not '\(shortened(text))'"
    case .wrongDropout(let text):
      "--dropout takes the probability that a neuron is dropped, from 0 to less than 1, not '\(shortened(text))'"
    case .wrongLearning(let sentence): sentence
    case .batchTooLarge(let size, let count):
      "--batch \(size) is larger than the number of examples; --batch \(count) takes all of them"
    case .nothingTrained:
      "with --epochs 0 nothing is trained; add --accuracy-on FILE to test the network"
    case .noLessonWritten(let option): "with --epochs 0 no lesson is written; leave out \(option.flag)"
    case .noLessonPath(let path):
      "--output '\(path)' must end in .json, because --lesson reads other names as built-in lessons"
    case .wrongExample(let text): "--example takes a whole number from 1, not '\(shortened(text))'"
    case .noExample(let number, let count):
      count == 1
        ? "there is no example \(number); the lesson has one example"
        : "there is no example \(number); the lesson has \(count) examples"
    case .unknownFormat(let name, let command, let meant):
      "unknown format '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(Format.list(command.formats))")
    case .formatOfOthers(let format, let command):
      "'\(command.call)' cannot write \(format.rawValue); choose \(Format.list(command.formats))"
    case .unknownNames(let name):
      "unknown names of derivatives '\(shortened(name))'; choose \(ShortDerivatives.Kind.list)"
    case .unknownNotation(let name, let meant):
      "unknown notation '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(Notation.Alphabet.list)")
    case .unknownLanguage(let code):
      "unknown language '\(shortened(code))'; choose \(Language.list)"
    case .languageOfFile:
      "the file of a lesson has its titles in every language; leave out --language, which is for the list of lessons"
    case .unknownDecimal(let name):
      "unknown decimal sign '\(shortened(name))'; choose \(DecimalSign.list)"
    case .unknownDialect(let name, let meant):
      "unknown dialect of formulas '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(MathDialect.list)")
    case .unknownLibrary(let name, let meant):
      "no program is written for '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(ProgramLibrary.list)")
    case .unknownMarks(let name, let meant):
      "unknown rule for marks '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; choose \(Points.Rule.list)")
    case .unknownShell(let name):
      name.map { "unknown shell '\(shortened($0))'; choose \(Shell.list)" }
        ?? "name the shell after completions: \(Shell.list)"
    case .noTerminal:
      "--step works only in a terminal; leave it out for the whole document"
    case .stepsToFile:
      "--step shows a document in a terminal, but --output writes it to a file; leave out one of the two"
    case .figuresWithoutFile:
      "--figures writes pictures beside the document; add --output FILE"
    case .lettersInASCII(let option):
      "with --ascii quantities have the names under which they are typed, the same in every notation; "
        + "leave out \(option.flag)"
    case .chineseInASCII:
      "ASCII has no Chinese characters; leave out --language zh, or write another format"
    case .optionOfFormat(let option, let format, let found):
      "\(option.flag) is for \(format.rawValue), but this document is written as \(found.rawValue); "
        + "leave it out, or add --format \(format.rawValue)"
    case .unknownEnding(let path, let command):
      "the ending of '\(path)' names no format: use \(alternatives(Format.endings(of: command.formats))), or add --format"
    case .unknownLesson(let name, let meant):
      "there is no lesson '\(shortened(name))'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
        + " ('trace lessons' lists all lessons; for a file, type its path or a name with .json)"
    case .unknownQuantity(let name, let meant):
      "the lesson has no quantity '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" }
          ?? "; a worksheet of the lesson shows the names of its quantities")
    case .notDerived(let name, let user):
      "the lesson gives '\(shortened(name))', so there is nothing to derive; name a quantity that is computed, such as \(user)"
    case .notAWeight(let name): "--paths takes a weight or a bias, such as w1, not '\(shortened(name))'"
    case .outputIsLesson(let path):
      "--output '\(path)' would overwrite a file that is read; name another file"
    case .outputHasAnswers(let path):
      "'\(path)' is filled in, and a new worksheet would overwrite its answers; name another file, or remove this one first"
    case .feedbackIsSheet(let path):
      "the report '\(path)' would overwrite a file that was handed in; name another folder with --feedback"
    case .noFolder(let option, let path): "\(option.flag) '\(path)' is not a folder; name a folder"
    case .outputTwice(let path): "--plot and --output are both '\(path)'; name two different files"
    case .nothingToDerive:
      "there is nothing to derive: type a definition and the numbers in it, as in: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4"
    case .givenIsNoNumber(let word):
      "'\(shortened(word))' is not a number: write a decimal, as in x=0.5, or an array with closed brackets, as in 'x=[1, 2]'"
    case .blankAtEquals(let word):
      "'\(shortened(word))' has only one side: write x=2 without blanks, or put the definition in quotes, as in 'y = 2 * x'"
    case .outputIsLessons(let path):
      "--output '\(path)' is the folder of the lessons; name another folder for the pages"
    case .noLessonIn(let folder): "there is no lesson in '\(folder)'; a lesson is a file NAME.json"
    case .optionsApart(let first, let second):
      "\(first.flag) and \(second.flag) cannot be combined; leave out one of the two"
    case .newtonAlone: "--newton needs second derivatives; add --hessian"
    case .wrongPair(let text):
      "--second takes one name, or two names with a comma, as in --second w1 or --second w1,b2, not '\(shortened(text))'"
    case .exactJSON:
      "--exact computes with fractions, but a JSON trace contains doubles; leave out one of the two"
    case .unreadable(let name, let error): "cannot read \(name): \(error.reason)"
    case .tooLarge(let name):
      "\(name) is larger than \(Lesson.Limit.bytes >> 20) MiB, which is the limit"
    case .wrongLesson(let text), .refused(let text), .noFiniteResult(let text): text
    case .answersWrong, .someUnread, .notAllBuilt: ""
    case .gradientsDisagree: "the gradients disagree; the check in the document shows where"
    case .unwritable(let name, let reason): "cannot write \(name): \(reason)"
    }
  }

  private func noLesson(_ command: Command) -> String {
    "there is no lesson: add --lesson NAME, as in: \(command.call) --lesson single-chain"
  }

  private func asking(_ meant: String?, else help: String) -> String {
    meant.map { "; did you mean '\($0)'?" } ?? "; '\(help)' lists them"
  }

  private func missingValue(_ option: Option, _ command: Command, _ found: String?) -> String {
    let needs = "\(option.flag) needs a value: \(Help.call(option, command))"
    guard let found, !Option.allCases.contains(where: { found.hasPrefix($0.flag) }) else { return needs }
    return needs + " (a value that begins with a dash: \(option.flag)=\(found))"
  }
}
