import Documents
import Grading
import Lessons

/// The pages of a course, written as its lessons come.
struct Site {
  /// A lesson that was traced.
  private struct Traced {
    let files: SiteFiles
    let path: String
    let file: LessonFile
    let example: WorkedExample
    let page: PageLink
    /// The page to work it out on, of a lesson that is small enough.
    var worksheet: PageLink?
  }

  private static let all = PageLink("All lessons", file: SiteFiles.index)

  private let request: BuildRequest
  private let title: String
  /// The files that are read, and never written.
  private let read: Set<FileIdentity>
  private var entries: [CourseIndex.Entry] = []
  private var previous: PageLink?
  /// Its page is written once it is known what comes next.
  private var waiting: Traced?
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

  /// Traces a lesson and writes all of it but its page, and the page of the lesson before.
  ///
  /// Throws where nothing can be written; what is wrong with the lesson is reported.
  mutating func add(_ entry: Course.Entry) throws(CommandError) {
    var traced: Traced
    do {
      traced = try trace(entry)
    } catch {
      report(error)
      return
    }
    try update(traced.files.source) { try $0.append(bytes: traced.file.bytes) }
    for (format, _) in SiteFiles.downloads {
      try update(traced.files.download(format)) { try traced.example.write(as: format, to: &$0) }
    }
    if !traced.example.passed {
      StandardError.write(["\(traced.path): error: \(CommandError.gradientsDisagree.sentence)"])
      note(.disagreement)
    }
    traced.worksheet = try writeWorksheet(of: traced, from: entry.source)
    entries.append(traced.example.entry(page: traced.page))
    try writePage(next: traced.page)
    waiting = traced
  }

  /// Writes what is left: the last page and, where there is a lesson, the first.
  mutating func finish() throws(CommandError) {
    try writePage(next: nil)
    if !entries.isEmpty {
      let index = CourseIndex(title: title, entries: entries)
      let writer = HTMLWriter(notation: request.settings.notation)
      try update(Self.all.file) { try writer.write(index, to: &$0) }
    }
    let (written, kept) = (written, kept)
    try StandardOutput.write {
      try $0.append("\(written) \(written == 1 ? "file" : "files") written, \(kept) as before\n")
    }
    if worst != .done { throw .notAllBuilt(worst) }
  }

  private func trace(_ entry: Course.Entry) throws(CommandError) -> Traced {
    let path = harmless(entry.source.path)
    let files = SiteFiles(of: entry.name)
    let file = try LessonFile(entry.source)
    let lesson = file.lesson
    do {
      for format in Format.allCases { try WorkedExample.checkCanWrite(lesson, as: format) }
      return Traced(
        files: files, path: path, file: file,
        example: try WorkedExample(lesson, settings: request.settings),
        page: PageLink(lesson.title ?? "", file: files.page))
    } catch {
      throw .wrongLesson(report: "\(path): error: \(CommandError(error).sentence)")
    }
  }

  /// The page of a lesson with blanks; none where it is too much to be worked out by hand.
  private mutating func writeWorksheet(
    of traced: Traced, from source: LessonSource
  ) throws(CommandError) -> PageLink? {
    var settings = request.worksheet
    // Who reads a page has no other file of the lesson than the one beside it.
    if case .builtIn(let name) = source {
      settings.source = name
    } else {
      settings.source = traced.files.source
    }
    guard let worksheet = try? Worksheet(traced.file.lesson, settings) else { return nil }
    let link = PageLink("Work it out yourself", file: traced.files.worksheet)
    let place = CoursePlace(all: Self.all, twin: PageLink("See it worked through", file: traced.page.file))
    let writer = HTMLWriter(notation: settings.notation, hasSteps: false, place: place)
    try update(link.file) { try worksheet.write(by: writer, to: &$0) }
    return link
  }

  /// The page of the lesson that waits for its next.
  private mutating func writePage(next: PageLink?) throws(CommandError) {
    guard let traced = waiting else { return }
    let place = CoursePlace(
      all: Self.all, previous: previous, next: next, twin: traced.worksheet,
      formats: [PageLink("the lesson", file: traced.files.source)]
        + SiteFiles.downloads.map { PageLink($0.words, file: traced.files.download($0.format)) })
    try update(traced.page.file) { try traced.example.writePage(at: place, to: &$0) }
    previous = traced.page
    waiting = nil
  }

  private mutating func update(
    _ name: String, _ produce: (inout DescriptorOutput) throws -> Void
  ) throws(CommandError) {
    let file = try OutputFile(path: Folder.path(of: name, in: request.output))
    if let identity = file.identity, read.contains(identity) { throw .outputIsLesson(file.path) }
    if try file.update(produce) { written += 1 } else { kept += 1 }
  }
}

extension LessonSource {
  /// As an error names it.
  var path: String {
    switch self {
    case .builtIn(let name): name + Format.json.ending
    case .file(let path): path
    case .standardInput: "<stdin>"
    }
  }
}
