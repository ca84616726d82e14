import Testing

@testable import Lessons

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

@Test func `The steps of the lesson on Adam are those of a calculation in Python with 40 digits`() throws {
  let lesson = try NamedLesson(json: #require(Catalog.source(of: "adam")))
  let rows = try #require(GraphNarrator(lesson, settings: Settings()).steps?.curve.rows)
  let results = [16, 15.21, 14.440562366174843]
  #expect(rows.count == results.count)
  for (row, result) in zip(rows, results) { #expect(abs(row.value - result) < 1e-14 * result) }
}
