import Formulas
import Grading
import Lessons
import Texts

/// A lesson of a course that was looked at, and can be written.
struct SiteLesson {
  /// The largest number of chain rule factors in a trace that is written by default: about 2 MB of JSON.
  private static let mostFactors = 10_000

  let source: LessonSource
  let title: String
  let language: Language
  let files: SiteFiles
  /// Whether it is small enough to be worked out by hand.
  let hasWorksheet: Bool
  /// Whether its whole trace is too long to be written without being asked for.
  let leavesTraceOut: Bool

  /// Reads the lesson of a course; throws what keeps it from being written, as far as it can be known beforehand.
  init(_ entry: Course.Entry, _ request: BuildRequest) throws(CommandError) {
    source = entry.source
    files = SiteFiles(of: entry.name)
    let lesson = try LessonFile(source, language: request.notation.language).lesson
    language = lesson.language
    title = lesson.title ?? ""
    do {
      for format in Format.ofDerivations { try WorkedExample.checkCanWrite(lesson, as: format) }
      try WorkedExample.checkIsFinite(lesson)
    } catch {
      throw .wrongLesson(report: "\(harmless(source.path)): error: \(CommandError(error).sentence)")
    }
    hasWorksheet = (try? Worksheet.checkSize(of: lesson)) != nil
    leavesTraceOut = !request.withTraces && WorkedExample.factorCount(of: lesson) > Self.mostFactors
  }

  /// What there is to download of it.
  var downloads: [Format] {
    SiteFiles.downloads.filter { $0 != .json || !leavesTraceOut }
  }

  /// The names of the files that are written of it.
  var names: [String] {
    [files.source] + downloads.map { files.download($0) } + (hasWorksheet ? [files.worksheet] : [])
      + [files.page]
  }
}
