import Lessons
import Testing

/// Each lesson written once more in Python, with a complex step for each derivative.
private let course = LessonValues.read("course.txt")

@Test func `Every built-in lesson of named quantities is computed by another program as well`() {
  #expect(course.map(\.name) == Catalog.graphs)
}

@Test(arguments: course)
func `A built-in lesson has the entries, values and derivatives that it should`(lesson: LessonValues) throws {
  let file = try #require(Catalog.source(of: lesson.name))
  try lesson.expect(of: NamedLesson(json: file).graph)
}
