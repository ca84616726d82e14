import Documents
import Lessons

/// Writes a course as pages that lead from one to the next.
///
/// A lesson that is wrong is named, and the others are written all the same. All that can be known to be wrong is said before
/// the first file is written.
func build(_ request: BuildRequest) throws(CommandError) {
  let course = try request.course
  try SiteFiles.check(course.entries)
  try request.checkFolder()
  var site = Site(request, course)
  if let problems = course.problems { site.report(.wrongLesson(report: problems)) }
  if course.leftOut > 0 {
    let notation = request.notation.notation(in: .english)
    StandardError.write([notation.text(MessagePhrase.lessonsLeftOut(course.leftOut))])
  }
  let lessons = course.entries.compactMap { site.look(at: $0) }
  try request.makeFolder()
  try site.write(lessons)
}

extension BuildRequest {
  fileprivate var course: Course {
    get throws(CommandError) {
      guard let lessons else { return Course(title: title) }
      if let status = try status(of: lessons), !status.isDirectory { throw .noFolder(.lessons, lessons) }
      return try Course(folder: lessons, title: title)
    }
  }

  /// Throws where there is something else than a folder for the pages, or where it is that of the lessons.
  fileprivate func checkFolder() throws(CommandError) {
    do {
      guard let status = try FileStatus(path: output) else { return }
      guard status.isDirectory else { throw CommandError.noFolder(.output, output) }
      if let lessons, let read = try FileStatus(path: lessons), read.isSame(as: status) {
        throw CommandError.outputIsLessons(output)
      }
    } catch let error as CommandError {
      throw error
    } catch {
      throw .unwritable("'\(output)'", error)
    }
  }

  /// Makes the folder of the pages, where there is none.
  fileprivate func makeFolder() throws(CommandError) {
    try Folder.make(output)
  }

  private func status(of path: String) throws(CommandError) -> FileStatus? {
    do {
      return try FileStatus(path: path)
    } catch {
      throw .unreadable("'\(path)'", error)
    }
  }
}
