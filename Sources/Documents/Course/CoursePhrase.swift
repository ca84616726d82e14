import Formulas

/// What the pages of a course say of the course.
package enum CoursePhrase: Phrase {
  /// The title of the course that is built in, and of one whose folder has no name.
  case builtIn, untitled
  /// How many lessons there are, and what they are.
  case lessons(Int)
  /// What the links are called together: above a page, and below it.
  case course, onwards
  /// The link to all lessons, and what stands before the links to the lesson before and the one after.
  case allLessons, previous, next
  /// The links between a worked example and its worksheet.
  case worksheet, workedExample
  /// Before the files to download, and what two of them are called.
  case download, lessonFile, text
  /// Why the trace is none of them, and how it is written.
  case traceLeftOut(command: String)
}
