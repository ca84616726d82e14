import Documents
import Formulas
import Grading
import Lessons
import Texts

/// The pages of a course and the files to download.
struct Site {
  private let request: BuildRequest
  private let title: String?
  private let untitled: CoursePhrase
  /// The files that are read, and never written.
  private let read: Set<FileIdentity>
  private var entries: [CourseIndex.Entry] = []
  private var (written, kept) = (0, 0)
  private var worst = ExitCode.done

  init(_ request: BuildRequest, _ course: Course) {
    self.request = request
    (title, untitled) = (course.title, course.untitled)
    read = Set(course.paths.compactMap { (try? FileStatus(path: $0))?.identity })
  }

  /// Prints an error, which counts in the exit status.
  mutating func report(_ error: CommandError) {
    StandardError.write(error.lines)
    note(error.exitCode)
  }

  private mutating func note(_ code: ExitCode) {
    if code.rawValue > worst.rawValue { worst = code }
  }

  /// A lesson that is ready to be written; `nil` if it is wrong, which is reported.
  mutating func look(at entry: Course.Entry) -> SiteLesson? {
    do {
      return try SiteLesson(entry, request)
    } catch {
      report(error)
      return nil
    }
  }

  /// Writes every file, and prints how many; throws if one cannot be written, if possible before the first is written.
  mutating func write(_ lessons: [SiteLesson]) throws(CommandError) {
    for name in lessons.flatMap(\.names) + (lessons.isEmpty ? [] : [SiteFiles.index]) {
      try output(name).checkCanWrite()
    }
    let notation = request.notation.notation(in: lessons.first?.language ?? .english)
    let long = lessons.count(where: \.leavesTraceOut)
    if long > 0 { StandardError.write([notation.text(MessagePhrase.tracesLeftOut(long))]) }
    for number in lessons.indices { try write(number, of: lessons) }
    if !entries.isEmpty {
      let index = CourseIndex(title: title ?? notation.text(untitled), entries: entries)
      let writer = HTMLWriter(notation: notation)
      try update(SiteFiles.index) { try writer.write(index, to: &$0) }
    }
    let (written, kept) = (written, kept)
    try StandardOutput.write {
      try $0.append(notation.text(MessagePhrase.filesWritten(written, unchanged: kept)) + "\n")
    }
    if worst != .done { throw .notAllBuilt(worst) }
  }

  private static func link(_ phrase: CoursePhrase, _ file: String, _ notation: Notation) -> PageLink {
    PageLink(notation.text(phrase), file: file)
  }

  /// Writes the files of a lesson.
  private mutating func write(_ number: Int, of lessons: [SiteLesson]) throws(CommandError) {
    let lesson = lessons[number]
    let file: LessonFile
    var example: WorkedExample
    do throws(CommandError) {
      // Each lesson is read a second time, because keeping all of them would take much memory.
      file = try LessonFile(lesson.source, language: request.notation.language)
      do {
        var settings = request.settings
        settings.notation = request.notation.notation(in: file.lesson.language)
        example = try WorkedExample(file.lesson, settings: settings)
      } catch {
        throw CommandError(error)
      }
    } catch {
      report(error)
      return
    }
    example.keepDocument()
    if !example.passed {
      let path = harmless(lesson.source.path)
      StandardError.write(["\(path): error: \(CommandError.gradientsDisagree.sentence)"])
      note(.disagreement)
    }
    try update(lesson.files.source) { try $0.append(bytes: file.bytes) }
    for format in lesson.downloads {
      try update(lesson.files.download(format)) { try example.write(as: format, to: &$0) }
    }
    if lesson.hasWorksheet { try writeWorksheet(of: lesson, file.lesson) }
    let place = place(of: number, in: lessons)
    try update(lesson.files.page) { try example.writePage(at: place, to: &$0) }
    entries.append(example.entry(page: lesson.page))
  }

  /// The place of a lesson's page in the course.
  private func place(of number: Int, in lessons: [SiteLesson]) -> CoursePlace {
    func page(_ number: Int) -> PageLink? { lessons.indices.contains(number) ? lessons[number].page : nil }
    let lesson = lessons[number]
    let notation = request.notation.notation(in: lesson.language)
    return CoursePlace(
      all: Self.link(.allLessons, SiteFiles.index, notation), previous: page(number - 1),
      next: page(number + 1),
      twin: lesson.hasWorksheet ? Self.link(.worksheet, lesson.files.worksheet, notation) : nil,
      formats: [Self.link(.lessonFile, lesson.files.source, notation)]
        + lesson.downloads.map { format in
          PageLink(
            SiteFiles.name(of: format) ?? notation.text(CoursePhrase.text),
            file: lesson.files.download(format))
        },
      leavesTraceOut: lesson.leavesTraceOut)
  }

  /// Writes the worksheet of a lesson as a page.
  private mutating func writeWorksheet(of written: SiteLesson, _ lesson: WrittenLesson) throws(CommandError) {
    var settings = request.worksheet
    settings.notation = request.notation.notation(in: lesson.language)
    // A reader of the page has only the lesson file beside it.
    if case .builtIn(let name) = written.source {
      settings.source = name
    } else {
      settings.source = written.files.source
    }
    let worksheet: Worksheet
    do {
      worksheet = try Worksheet(lesson, settings)
    } catch {
      throw CommandError(error)
    }
    let notation = settings.notation
    let place = CoursePlace(
      all: Self.link(.allLessons, SiteFiles.index, notation),
      twin: Self.link(.workedExample, written.files.page, notation))
    let writer = HTMLWriter(notation: settings.notation, hasSteps: false, place: place)
    try update(written.files.worksheet) { try worksheet.write(by: writer, to: &$0) }
  }

  /// A file of the site; throws if it is a file that is read.
  private func output(_ name: String) throws(CommandError) -> OutputFile {
    let file = try OutputFile(path: Folder.path(of: name, in: request.output))
    if let identity = file.identity, read.contains(identity) { throw .outputIsLesson(file.path) }
    return file
  }

  private mutating func update(
    _ name: String, _ produce: (inout DescriptorOutput) throws -> Void
  ) throws(CommandError) {
    if try output(name).update(produce) { written += 1 } else { kept += 1 }
  }
}

extension SiteLesson {
  /// A link to its page, with its title.
  fileprivate var page: PageLink { PageLink(title, file: files.page) }
}

extension LessonSource {
  /// The path that errors show.
  var path: String {
    switch self {
    case .builtIn(let name): name + Format.json.ending
    case .file(let path): path
    case .standardInput: "<stdin>"
    case .typed: "<arguments>"
    }
  }
}
