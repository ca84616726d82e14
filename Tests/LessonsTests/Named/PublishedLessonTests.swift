import Foundation
import Lessons
import Testing

private let published = LessonValues.read("values.txt")

@Test func `There are forty published exercises`() {
  #expect(published.count == 40)
}

@Test(arguments: published)
func `A published exercise has the entries, values and derivatives that it should`(lesson: LessonValues)
  throws
{
  let file = try Data(contentsOf: LessonValues.folder.appending(path: lesson.name + ".json"))
  try lesson.expect(of: NamedLesson(json: Array(file)).graph)
}

/// Lessons with one fault each, and what is pointed at.
private let faults = [
  "unknown name": "wieght", "unknown function": "sigmoyd", "defined twice": "y", "given and defined": "b",
  "use before definition": "d", "cycle of two names": "p", "cycle of one entry": "h",
  "shapes of a product": "W @ x", "shapes of a sum": "X @ W + b", "softmax of a matrix": "S",
  "index out of range, a number": "p[4]", "index out of range, a letter": "x[t-1]",
  "index out of range, a given": "C[token[t],d]", "range cannot be inferred": "i",
  "two ranges for one letter": "x[k]",
]

@Test func `A lesson with one fault is refused for it, and nothing else is said`() throws {
  let text = try String(contentsOf: LessonValues.folder.appending(path: "bad.jsonl"), encoding: .utf8)
  var found: [String: String] = [:]
  for line in text.split(separator: "\n") {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let lesson = try JSONSerialization.data(
      withJSONObject: try #require(object["lesson"]), options: .withoutEscapingSlashes)
    let fault = try #require(object["fault"] as? String)
    let error = try #require(throws: LessonError.self) { try NamedLesson(json: Array(lesson)) }
    #expect(error.count == 1, "\(fault)")
    let place = try #require(error.problems.first?.range)
    found[fault] = String(decoding: Array(lesson)[place], as: UTF8.self)
  }
  #expect(found == faults)
}
