import Documents
import Lessons

/// Writes a course as pages that lead from one to the next.
///
/// A lesson that is wrong is named, and the others are written all the same.
func build(_ request: BuildRequest) throws(CommandError) {
  let course = try request.course
  try SiteFiles.check(course.entries)
  try request.makeFolder()
  var site = Site(request, course)
  if let problems = course.problems { site.report(.wrongLesson(report: problems)) }
  if course.leftOut > 0 {
    let lessons =
      course.leftOut == 1
      ? "1 lesson that index.txt does not name is"
      : "\(course.leftOut) lessons that index.txt does not name are"
    StandardError.write(["hint: \(lessons) left out"])
  }
  for entry in course.entries { try site.add(entry) }
  try site.finish()
}

extension BuildRequest {
  fileprivate var course: Course {
    get throws(CommandError) {
      guard let lessons else { return Course(title: title) }
      if let status = try status(of: lessons), !status.isDirectory { throw .noFolder(.lessons, lessons) }
      return try Course(folder: lessons, title: title)
    }
  }

  /// Makes the folder of the pages, which is not that of the lessons.
  fileprivate func makeFolder() throws(CommandError) {
    do {
      if let status = try FileStatus(path: output) {
        guard status.isDirectory else { throw CommandError.noFolder(.output, output) }
        if let lessons, let read = try FileStatus(path: lessons), read.isSame(as: status) {
          throw CommandError.outputIsLessons(output)
        }
      } else {
        try Folder.make(output)
      }
    } catch let error as CommandError {
      throw error
    } catch {
      throw .unwritable("'\(output)'", error)
    }
  }

  private func status(of path: String) throws(CommandError) -> FileStatus? {
    do {
      return try FileStatus(path: path)
    } catch {
      throw .unreadable("'\(path)'", error)
    }
  }
}
