import Documents
import Formulas
import Grading
import Lessons
import Texts

extension CommandError {
  /// What standard error gets: lines, without their ends.
  var lines: [String] {
    if case .nothingAsked = self { return Help.whatToType }
    if case .answersWrong = self { return [] }
    if case .notAllBuilt = self { return [] }
    if case .someUnread(let reports) = self {
      return reports.flatMap { $0.split(separator: "\n").map(String.init) }
    }
    if case .wrongLesson(let report) = self { return report.split(separator: "\n").map(String.init) }
    if case .lessonOfSheet(let path, _, _) = self { return ["\(harmless(path)): error: \(sentence)"] }
    return ["error: \(sentence)"]
  }

  /// What is wrong, in one sentence.
  var sentence: String {
    switch self {
    case .nothingAsked: noLesson(.workedExample)
    case .noLesson(let command): noLesson(command)
    case .noAnswers: "there is nothing to check: name a file of answers, as in: trace check sheet.md"
    case .noLessonOf(let path):
      "it is not clear which lesson \(path) is for: add --lesson NAME, or the line trace: lesson=NAME to the file"
    case .noSession(let path):
      "'\(path)' holds no session of this lesson and variant, and is left as it is; name another file"
    // Nothing of the file is shown: whoever wrote the answers chose it.
    case .lessonOfSheet(_, let lesson, .wrongLesson):
      "what is in '\(shortened(lesson))', which it names, is no lesson; name another with --lesson"
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
    case .optionOfAnotherCommand(let flag, let command): "'trace \(command)' takes no \(flag)"
    case .givenTwice(let option): "\(option.flag) is given twice"
    case .notUTF8(let word): "'\(word)' is not UTF-8, and every argument must be"
    case .missingValue(let option, let command, let found): missingValue(option, command, found)
    case .emptyValue(let option): "the value of \(option.flag) is empty"
    case .needlessValue(let option): "\(option.flag) takes no value"
    case .wrongDigits(let text):
      "--digits is a whole number from \(Option.digitWords), not '\(shortened(text))'"
    case .wrongVariant(let text):
      "--variant is a whole number from 0 to \(UInt64.max), not '\(shortened(text))'"
    case .missingOption(let option, let command):
      "\(command.call) needs \(option.flag) \(option.value(for: command) ?? ""): "
        + option.explanation(for: command).joined(separator: " ")
    case .noPicturePath(let path):
      "'\(path)' is to be a picture: let the name of --plot end in \(alternatives(CostPlot.Format.endings))"
    case .standardInputTwice:
      "--lesson and --accuracy-on cannot both be read from standard input; give one as a file"
    case .trainedLessonTooLarge(let size):
      "with its weights the lesson would have about \(size >> 20) MiB, and a lesson file has at most "
        + "\(Lesson.Limit.bytes >> 20): fewer --digits, or one --example, make it shorter"
    case .wrongCount(let option, let least, let text):
      "\(option.flag) is a whole number from \(least), not '\(shortened(text))'"
    case .wrongSeed(let text): "--seed is a whole number from 0 to \(UInt64.max), not '\(shortened(text))'"
    case .wrongRate(let text): "--learning-rate is a number above 0, not '\(shortened(text))'"
    case .wrongLearning(let sentence): sentence
    case .batchTooLarge(let size, let count):
      "--batch \(size) is more than the lesson has examples; --batch \(count) takes all of them"
    case .nothingTrained:
      "with --epochs 0 nothing is trained; add --accuracy-on FILE to see how well the network does as it is"
    case .noLessonWritten(let option): "with --epochs 0 no lesson is written; leave \(option.flag) out"
    case .noLessonPath(let path):
      "--lesson would take '\(path)' for a built-in lesson: let the name of --output end in .json"
    case .wrongExample(let text): "--example is a whole number from 1, not '\(shortened(text))'"
    case .noExample(let number, let count):
      count == 1
        ? "there is no example \(number); the lesson has one"
        : "there is no example \(number); the lesson has \(count)"
    case .unknownFormat(let name, let command, let meant):
      "unknown format '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; it is one of \(Format.list(command.formats))")
    case .formatOfOthers(let format, let command):
      "'\(command.call)' does not write \(format.rawValue); --format is \(Format.list(command.formats))"
    case .unknownNotation(let name, let meant):
      "unknown notation '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; it is one of \(Notation.list)")
    case .unknownDialect(let name, let meant):
      "unknown dialect of mathematics '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; it is one of \(MathDialect.list)")
    case .unknownMarks(let name, let meant):
      "unknown rule of marks '\(shortened(name))'"
        + (meant.map { "; did you mean '\($0)'?" } ?? "; it is one of \(Points.Rule.list)")
    case .noTerminal:
      "--step shows one step at a time, at a terminal, and this is none; leave it out for the whole document"
    case .stepsToFile:
      "--step shows a document at a terminal, and --output writes it to a file; leave one of the two out"
    case .figuresWithoutFile:
      "--figures writes pictures beside the document; say with --output FILE where that is"
    case .lettersInASCII:
      "with --ascii quantities have the names by which they are typed, in every notation the same; "
        + "leave --notation out"
    case .optionOfFormat(let option, let format, let found):
      "\(option.flag) is for \(format.rawValue), and what is written here is \(found.rawValue); "
        + "leave it out, or add --format \(format.rawValue)"
    case .unknownEnding(let path, let command):
      "the format of '\(path)' is not clear: end it in \(alternatives(command.formats.map(\.ending))), or add --format"
    case .unknownLesson(let name, let meant):
      "there is no lesson '\(shortened(name))'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
        + " ('trace lessons' lists them; a file is named with its path or .json)"
    case .unknownQuantity(let name, let meant):
      "the lesson has no quantity '\(shortened(name))'" + (meant.map { "; did you mean '\($0)'?" } ?? "")
    case .notDerived(let name, let user):
      "the lesson gives '\(shortened(name))', so there is nothing to derive; name what is computed from it, such as \(user)"
    case .notAWeight(let name): "--paths takes a weight or a bias, such as w1, not '\(shortened(name))'"
    case .outputIsLesson(let path):
      "--output '\(path)' is a file that is read here, and would be overwritten; name another file"
    case .feedbackIsSheet(let path):
      "the report '\(path)' would be written over a file that was handed in; name another folder with --feedback"
    case .noFolder(let option, let path): "\(option.flag) '\(path)' is no folder; name one"
    case .outputTwice(let path): "--plot and --output are both '\(path)'; give them two names"
    case .nothingToDerive:
      "there is nothing to derive: type a definition and the numbers in it, as in: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4"
    case .givenIsNoNumber(let word):
      "'\(shortened(word))' gives no number: write a decimal, as in x=0.5, or an array, as in 'x=[1, 2]', whose brackets close"
    case .blankAtEquals(let word):
      "'\(shortened(word))' has only one side: write x=2 without blanks, or put all of it in quotes, as in 'y = 2 * x'"
    case .outputIsLessons(let path):
      "--output '\(path)' is the folder of the lessons; name another one for the pages"
    case .noLessonIn(let folder): "there is no lesson in '\(folder)', that is no file NAME.json"
    case .optionsApart(let first, let second):
      "\(first.flag) and \(second.flag) do not go together; leave one of the two out"
    case .newtonAlone: "--newton is Newton's step, which needs second derivatives; add --hessian"
    case .wrongPair(let text):
      "--second takes one name or two with a comma, as in --second w1 or --second w1,b2, not '\(shortened(text))'"
    case .exactJSON:
      "--exact writes a document in fractions, and a JSON trace holds doubles; leave one of the two out"
    case .unreadable(let name, let error): "cannot read \(name): \(error.reason)"
    case .tooLarge(let name):
      "\(name) is larger than \(Lesson.Limit.bytes >> 20) MiB, which is the most that is read"
    case .wrongLesson(let text), .refused(let text), .noFiniteResult(let text): text
    case .answersWrong, .someUnread, .notAllBuilt: ""
    case .gradientsDisagree: "the gradients disagree; the check in the document says where"
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
    let needs = "\(option.flag) needs a value: \(option.flag) \(option.value(for: command) ?? "")"
    guard let found, !Option.allCases.contains(where: { found.hasPrefix($0.flag) }) else { return needs }
    return needs + " (one that begins with a dash: \(option.flag)=\(found))"
  }
}
