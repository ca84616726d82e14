import Documents
import Exports
import Formulas
import Grading
import Lessons

/// Judges a file of answers and writes the report.
func check(_ request: CheckRequest) throws(CommandError) {
  var desk = Desk(request)
  let path = request.answers.first ?? "-"
  if try request.isClass ? true : isFolder(path) {
    try checkClass(request, &desk)
    return
  }
  let file = try InputFile(ofAnswers: path)
  let output = try OutputFile(request.writing, besides: file.identity)
  if let gradients = GradientFile(json: file.bytes) {
    try compare(gradients, in: path, request, besides: file.identity)
    return
  }
  let name = path == "-" ? "<stdin>" : path
  let handout = try desk.read(file.bytes, path: name)
  let (assessor, assessment) = desk.judge(handout)
  try desk.checkKeepsLessons(output)
  let notation = request.writing.notation(in: desk.language)
  let report = Report(
    assessor.exercise, assessment, name: lastPart(name), reveals: request.reveals, in: notation)
  try write(request.writing, to: output) { sink in
    if request.writing.format == .json {
      try sink.append(
        AssessmentJSON(
          assessor.exercise, assessment, lesson: handout.lesson, reveals: request.reveals, in: notation
        ).text)
    } else {
      try write(report.blocks, request.writing, in: desk.language, to: &sink)
    }
  }
  if assessment.isToBeCorrected { throw .answersWrong }
}

extension InputFile {
  /// A file of answers, or standard input where the path is `-`.
  init(ofAnswers path: String) throws(CommandError) {
    self =
      path == "-"
      ? try InputFile(standardInputTo: AnswerSheet.byteLimit)
      : try InputFile(path: path, limit: AnswerSheet.byteLimit)
  }
}

func isFolder(_ path: String) throws(CommandError) -> Bool {
  if path == "-" { return false }
  do throws(SystemError) {
    return try FileStatus(path: path)?.isDirectory ?? false
  } catch {
    throw .unreadable("'\(path)'", error)
  }
}

func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

/// A lesson by its file without folder and ending, or by its own name.
func plainName(ofLesson argument: String) -> String {
  let last = lastPart(argument)
  return last.hasSuffix(".json") ? String(last.dropLast(5)) : last
}

func write(
  _ blocks: [Block], _ request: WritingRequest, in language: Language, to sink: inout DescriptorOutput
) throws {
  let notation = request.notation(in: language)
  switch request.format {
  case .markdown: try MarkdownWriter(notation: notation, math: request.math).write(blocks, to: &sink)
  case .latex: try LaTeXWriter(notation: notation).write(blocks, to: &sink)
  case .html: try HTMLWriter(notation: notation, hasSteps: false).write(blocks, to: &sink)
  // What is for programs is written elsewhere, and the request has refused slides and notebooks.
  case .text, .json, .csv, .beamer, .slides, .notebook, .myst, .quarto:
    try TextWriter(notation: notation, style: request.style).write(blocks, to: &sink)
  }
}

/// Answers as they were read, and what judges them.
struct Handout {
  let assessor: Assessor
  var sheet: AnswerSheet
  /// How many significant digits are asked for, if the sheet says it.
  let asked: Int?
  /// Where the lesson is, and what it is called.
  let source, lesson: String
  /// The seed of the variant; `nil` for the lesson's own numbers.
  let variant: UInt64?
  /// Whose they are, as they say themselves.
  let person: String?
}

/// Judges files of answers; the exercise of a lesson and variant is made once for all of its files.
struct Desk {
  private struct Key: Hashable {
    let lesson: String
    let variant: UInt64?
    var choice = Exercise.Choice()
  }

  private let request: CheckRequest
  private var assessors: [Key: Assessor] = [:]
  /// The lesson files that were read.
  private var read: Set<FileIdentity> = []
  private var lessons: [String: WrittenLesson] = [:]
  /// Exercises with other numbers, to which answers may belong.
  private var others: [Key: Exercise] = [:]
  /// The variants that people were given.
  var handedOut: [UInt64] = []
  /// The language of the first answers' lesson.
  var language: Language { firstLanguage ?? .english }
  private var firstLanguage: Language?
  /// Lessons of which it was said where they lie.
  private var said: Set<String> = []

  init(_ request: CheckRequest) { self.request = request }

  /// Reads a file of answers; where it does not say what it is for, it is for what the `other` header says, and where nothing says
  /// a variant, it is for the `listed` one.
  mutating func read(
    _ bytes: [UInt8], path: String, besides other: AnswerSheet.Header? = nil, listed: UInt64? = nil
  ) throws(CommandError) -> Handout {
    do {
      let front = try AnswerSheet.front(of: bytes)
      let header = front.header ?? other
      let variant = request.variant ?? header?.variant ?? listed
      // A sheet names a built-in lesson or a file, never standard input.
      let named = header.map { LessonSource($0.lesson, besides: path) }
      guard let source = request.lesson ?? named, source != .standardInput else {
        // If the file is not text, that is the error to report, and not that it names no lesson.
        try AnswerSheet.checkIsText(bytes)
        throw CommandError.noLessonOf(path)
      }
      // What another lesson asks for says nothing of this one.
      let choice = request.lesson == nil ? header?.choice : nil
      let assessor: Assessor
      do throws(CommandError) {
        assessor = try self.assessor(source, variant: variant, choice ?? .init(), header)
      } catch {
        guard request.lesson == nil, let header else { throw error }
        throw CommandError.lessonOfSheet(path, lesson: header.lesson, error)
      }
      if let header {
        sayOtherLesson(header, path)
        if request.lesson == nil { sayLessonAbove(header, source, path) }
      }
      let sheet = try AnswerSheet(bytes, for: assessor.exercise)
      return Handout(
        assessor: assessor, sheet: sheet, asked: header?.asked, source: source.argument ?? "-",
        lesson: (request.lesson == nil ? header?.lesson : nil) ?? source.argument ?? "-", variant: variant,
        person: front.person)
    } catch let error as LessonError {
      throw .wrongLesson(report: error.description(path: path))
    } catch let error as CommandError {
      throw error
    } catch {
      throw .refused("\(error)")
    }
  }

  /// Judges answers, and looks for other numbers that fit if hardly any fits its own.
  mutating func judge(_ handout: Handout) -> (Assessor, Assessment) {
    let judge = handout.assessor.asking(for: handout.sheet.compounds)
    var assessment = judge.assess(handout.sheet, asked: handout.asked)
    guard assessment.mayBelongElsewhere, judge.exercise.lines.count <= Self.mostLinesElsewhere else {
      return (judge, assessment)
    }
    let seeds: [UInt64?] = [nil] + handedOut + Self.usualVariants.map { $0 }
    for seed in seeds where seed != handout.variant {
      if let other = exercise(handout.source, seed), assessment.fits(other) {
        assessment.otherNumbers = .variant(seed)
        return (judge, assessment)
      }
    }
    if assessment.fitsNothing { assessment.otherNumbers = .unknown }
    return (judge, assessment)
  }

  /// The variants that are tried besides those that were handed out, for exercises that are not too long.
  private static let usualVariants: ClosedRange<UInt64> = 1...30
  private static let mostLinesElsewhere = 300

  private mutating func exercise(_ source: String, _ variant: UInt64?) -> Exercise? {
    let key = Key(lesson: source, variant: variant)
    if let known = others[key] { return known }
    guard let lesson = lessons[source] else { return nil }
    let own = variant.map { seed in try? lesson.variant(seed: seed) } ?? lesson
    others[key] = own.flatMap { try? Exercise($0) }
    return others[key]
  }

  /// Throws if the report would overwrite a lesson file that was read.
  func checkKeepsLessons(_ output: OutputFile?) throws(CommandError) {
    guard let output, let identity = output.identity, read.contains(identity) else { return }
    throw .outputIsLesson(output.path)
  }

  /// Warns if the command line has another lesson or variant than the sheet.
  private func sayOtherLesson(_ header: AnswerSheet.Header, _ path: String) {
    if let asked = request.lesson?.argument, plainName(ofLesson: asked) != plainName(ofLesson: header.lesson)
    {
      StandardError.write([
        "\(path): warning: the sheet is for lesson \(header.lesson), but is judged by --lesson \(asked)"
      ])
    }
    if let asked = request.variant, let own = header.variant, asked != own {
      StandardError.write([
        "\(path): warning: the sheet is for variant \(own), but is judged by --variant \(asked)"
      ])
    }
  }

  /// Says once of a lesson that it does not lie where a sheet names it.
  private mutating func sayLessonAbove(_ header: AnswerSheet.Header, _ source: LessonSource, _ path: String) {
    guard case .file(let lesson) = source, lesson != header.lesson, source.isAbove(path),
      said.insert(lesson).inserted
    else { return }
    StandardError.write(["\(path): note: lesson \(header.lesson) of the sheet is \(lesson)"])
  }

  /// The assessor for a lesson, which the header of a sheet may name.
  private mutating func assessor(
    _ source: LessonSource, variant: UInt64?, _ choice: Exercise.Choice, _ header: AnswerSheet.Header?
  ) throws(CommandError) -> Assessor {
    let key = Key(lesson: source.argument ?? "-", variant: variant, choice: choice)
    if let known = assessors[key] { return known }
    let file = try LessonFile(
      source, isNamedInFile: request.lesson == nil,
      language: request.writing.notation.language ?? header?.language)
    if let identity = file.identity { read.insert(identity) }
    let lesson = file.lesson
    firstLanguage = firstLanguage ?? lesson.language
    lessons[key.lesson] = lesson
    do {
      let own = try variant.map { seed throws(WorkedExampleError) in
        try lesson.variant(seed: seed)
      }
      let assessor = try Assessor(Marker(Exercise(own ?? lesson).asking(for: choice)), of: lesson)
      assessors[key] = assessor
      return assessor
    } catch {
      throw CommandError(error)
    }
  }
}
