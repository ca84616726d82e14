import Documents
import Grading
import Lessons
import Texts

/// The pages of a course, and what there is to download.
struct Site {
  private static let all = PageLink("All lessons", file: SiteFiles.index)

  private let request: BuildRequest
  private let title: String
  /// The files that are read, and never written.
  private let read: Set<FileIdentity>
  private var entries: [CourseIndex.Entry] = []
  private var (written, kept) = (0, 0)
  private var worst = ExitCode.done

  init(_ request: BuildRequest, _ course: Course) {
    self.request = request
    title = course.title
    read = Set(course.paths.compactMap { (try? FileStatus(path: $0))?.identity })
  }

  /// Says what is wrong; it counts in the end.
  mutating func report(_ error: CommandError) {
    StandardError.write(error.lines)
    note(error.exitCode)
  }

  private mutating func note(_ code: ExitCode) {
    if code.rawValue > worst.rawValue { worst = code }
  }

  /// A lesson as it will be written; what is wrong with it is reported, and then there is none.
  mutating func look(at entry: Course.Entry) -> SiteLesson? {
    do {
      return try SiteLesson(entry, withTraces: request.withTraces)
    } catch {
      report(error)
      return nil
    }
  }

  /// Writes every file, and how many there were; throws where one cannot be written, before the first is if that is known.
  mutating func write(_ lessons: [SiteLesson]) throws(CommandError) {
    for name in lessons.flatMap(\.names) + (lessons.isEmpty ? [] : [SiteFiles.index]) {
      try output(name).checkCanWrite()
    }
    let long = lessons.count(where: \.leavesTraceOut)
    if long > 0 {
      let traces = long == 1 ? "the trace of 1 large lesson is" : "the traces of \(long) large lessons are"
      StandardError.write(["hint: \(traces) not written as JSON; --traces writes that as well"])
    }
    for number in lessons.indices { try write(number, of: lessons) }
    if !entries.isEmpty {
      let index = CourseIndex(title: title, entries: entries)
      let writer = HTMLWriter(notation: request.settings.notation)
      try update(SiteFiles.index) { try writer.write(index, to: &$0) }
    }
    let (written, kept) = (written, kept)
    try StandardOutput.write {
      try $0.append("\(written) \(written == 1 ? "file" : "files") written, \(kept) as before\n")
    }
    if worst != .done { throw .notAllBuilt(worst) }
  }

  /// Writes the files of a lesson.
  private mutating func write(_ number: Int, of lessons: [SiteLesson]) throws(CommandError) {
    let lesson = lessons[number]
    let file: LessonFile
    var example: WorkedExample
    do throws(CommandError) {
      // It was read before, but to keep all of them would take much memory.
      file = try LessonFile(lesson.source)
      do {
        example = try WorkedExample(file.lesson, settings: request.settings)
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
    for (format, _) in lesson.downloads {
      try update(lesson.files.download(format)) { try example.write(as: format, to: &$0) }
    }
    if lesson.hasWorksheet { try writeWorksheet(of: lesson, file.lesson) }
    let place = place(of: number, in: lessons)
    try update(lesson.files.page) { try example.writePage(at: place, to: &$0) }
    entries.append(example.entry(page: lesson.page))
  }

  /// Where the page of a lesson stands.
  private func place(of number: Int, in lessons: [SiteLesson]) -> CoursePlace {
    func page(_ number: Int) -> PageLink? { lessons.indices.contains(number) ? lessons[number].page : nil }
    let lesson = lessons[number]
    return CoursePlace(
      all: Self.all, previous: page(number - 1), next: page(number + 1),
      twin: lesson.hasWorksheet ? PageLink("Work it out yourself", file: lesson.files.worksheet) : nil,
      formats: [PageLink("the lesson", file: lesson.files.source)]
        + lesson.downloads.map { PageLink($0.words, file: lesson.files.download($0.format)) },
      leavesTraceOut: lesson.leavesTraceOut)
  }

  /// The page of a lesson with blanks.
  private mutating func writeWorksheet(of written: SiteLesson, _ lesson: WrittenLesson) throws(CommandError) {
    var settings = request.worksheet
    // Who reads a page has no other file of the lesson than the one beside it.
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
    let twin = PageLink("See it worked through", file: written.files.page)
    let place = CoursePlace(all: Self.all, twin: twin)
    let writer = HTMLWriter(notation: settings.notation, hasSteps: false, place: place)
    try update(written.files.worksheet) { try worksheet.write(by: writer, to: &$0) }
  }

  /// A file of the site, which is none of those that are read.
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
  /// To its page, by its title.
  fileprivate var page: PageLink { PageLink(title, file: files.page) }
}

extension LessonSource {
  /// As an error names it.
  var path: String {
    switch self {
    case .builtIn(let name): name + Format.json.ending
    case .file(let path): path
    case .standardInput: "<stdin>"
    case .typed: "<arguments>"
    }
  }
}
